"""A workbook made by an older version gets what is new, and keeps everything it has."""
