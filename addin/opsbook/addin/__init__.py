"""The Excel add-in: built, installed, removed, diagnosed."""
