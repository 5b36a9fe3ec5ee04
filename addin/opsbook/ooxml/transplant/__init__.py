"""Pieces of one workbook put into another: columns, tables, sheets, with their formats, rules and names."""
