"""Worksheet formulas as trees with two readings: the text Excel stores and the value it shows."""
