"""What is said of files that cannot be read, and of what stands in them."""
