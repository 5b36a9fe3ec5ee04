"""Exports of paid promotion, by plan and by keyword."""
