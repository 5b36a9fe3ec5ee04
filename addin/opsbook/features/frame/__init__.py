"""The workbook's frame: dashboard, settings, imports, mapping, guide and the sheet charts read."""
