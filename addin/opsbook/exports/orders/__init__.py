"""Lists of orders added up to days."""
