"""One sheet part as text: its rows, cells and shared formulas."""
