"""The made-up shop's exports, byte for byte as platforms write them."""
