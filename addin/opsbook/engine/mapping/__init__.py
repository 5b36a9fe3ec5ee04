"""Unknown reports: proposals to the operator, and what the confirmed mapping means."""
