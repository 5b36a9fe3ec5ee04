"""The host for workbooks on disk."""
