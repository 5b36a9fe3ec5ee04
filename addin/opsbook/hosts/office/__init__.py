"""Engines that calculate a workbook beside Excel, and what they say of the values it shows."""
