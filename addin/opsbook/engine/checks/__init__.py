"""What is wrong with a workbook, and whether its values agree with another program's."""
