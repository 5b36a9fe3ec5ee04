"""What a person or a script sees of a command, and the log behind it."""
