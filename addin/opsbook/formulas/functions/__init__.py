"""Worksheet functions as trees: each builds its formula and its value alike."""
