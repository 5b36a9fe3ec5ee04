"""Competing shops: what changed, what it means for the season, who copies whom, who takes our customers."""
