"""Competing shops: price index and look-alike titles."""
