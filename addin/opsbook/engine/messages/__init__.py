"""What every command may say."""
