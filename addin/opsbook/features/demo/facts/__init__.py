"""What the demo's shop did: the facts behind its files."""
