"""Exports that fill the items of a day."""
