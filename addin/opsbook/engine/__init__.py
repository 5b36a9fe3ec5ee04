"""What every command shares: open, gather, lay rows, refresh, check, save, carry over."""
