"""What is said of competitors."""
