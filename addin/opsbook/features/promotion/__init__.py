"""Paid promotion: what to do with a keyword."""
