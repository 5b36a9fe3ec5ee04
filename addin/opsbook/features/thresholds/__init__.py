"""Thresholds: default lights, their native rule, their Python verdict. Pure."""
