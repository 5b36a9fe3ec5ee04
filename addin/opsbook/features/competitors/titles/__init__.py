"""How alike two items are, by title and by picture. Pure."""
