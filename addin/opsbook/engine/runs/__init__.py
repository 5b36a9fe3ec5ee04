"""Runs: what a command changed in a workbook, taken back, and older versions brought back."""
