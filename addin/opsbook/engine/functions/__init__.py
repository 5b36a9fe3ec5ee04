"""Worksheet functions from cells to cells: reading arguments, answering, explaining failures."""
