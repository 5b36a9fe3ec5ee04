"""The record of what commands changed: listed, taken back, and older versions brought back."""
