"""Where visitors came from, a row a source and day."""
