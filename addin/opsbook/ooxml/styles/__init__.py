"""Formats of cells: what they are made of, and the same ones in another workbook."""
