"""Rows that left a workbook: kept in SQLite beside it, and written as files for other programs."""
