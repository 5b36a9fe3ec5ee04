"""Reports nobody knows: what their columns may stand for, and reading them once somebody has said so."""
