"""Exports as literals: what identifies a file, what its columns mean. Pure: text rows to facts."""
