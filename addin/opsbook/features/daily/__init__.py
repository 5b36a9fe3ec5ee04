"""The shop, a row a day."""
