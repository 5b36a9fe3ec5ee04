"""The workbook as a plan: sheets, tables, formulas, lights, charts. Knows no library."""
