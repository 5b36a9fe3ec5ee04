"""The competitor ledger in a workbook: read, written down, worked out anew."""
