"""People in files: found in headers and cells, and kept out."""
