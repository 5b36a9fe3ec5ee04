"""Printing a planned workbook, and the templates that are shipped."""
