"""A seller's file becomes facts: read, recognised, cleared of people, parsed, added up. Pure but for `reading`."""
