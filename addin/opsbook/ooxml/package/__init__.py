"""The zip around the parts: read, replaced part by part, everything else byte for byte."""
