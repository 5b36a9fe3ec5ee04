"""Columns and sheets of a workbook get other names, and everything that reads them by name follows."""
