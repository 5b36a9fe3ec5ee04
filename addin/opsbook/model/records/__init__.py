"""Records that features declare: what they consist of, as data."""
