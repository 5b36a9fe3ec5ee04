"""Year to quarter to month to day: calendar, weights, exact splitting, pace. Pure."""
