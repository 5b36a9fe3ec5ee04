"""Files poured into a workbook."""
