"""Bytes of a file as rows of text: what kind of file it is, its sheets, its merged cells."""
