"""What a change at a competitor means: events, season, prices, customers lost. Pure."""
