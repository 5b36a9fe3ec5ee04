"""A workbook's package patched in place, part by part and cell by cell; knows nothing of OpsBook."""
