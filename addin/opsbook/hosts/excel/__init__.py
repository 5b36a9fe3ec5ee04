"""The host for a workbook that is open in Excel."""
