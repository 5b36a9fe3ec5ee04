"""Reports nobody knows: what is asked of the operator, and what the answers mean."""
