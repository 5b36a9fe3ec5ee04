"""Exports that fill the shop's days, and lists of orders that are added up to them."""
