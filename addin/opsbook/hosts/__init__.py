"""Printers and readers of named things: package patch, memory, templates, files on disk."""
