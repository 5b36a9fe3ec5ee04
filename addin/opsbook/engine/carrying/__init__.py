"""A new workbook made from an older one: what its records say goes along, in whichever language and year it is."""
