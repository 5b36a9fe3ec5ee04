"""What was sold, a row an item and day."""
