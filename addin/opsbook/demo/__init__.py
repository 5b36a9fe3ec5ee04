"""A made-up shop: deterministic exports in the real formats."""
