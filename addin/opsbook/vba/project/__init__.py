"""VBA text as the project part of an Office file."""
