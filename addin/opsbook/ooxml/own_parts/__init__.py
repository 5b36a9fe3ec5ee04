"""What a person added to a workbook, put into another one: columns, sheets, names, and the formulas among them."""
