"""What every command shares: open, gather, upsert rows, refresh, check, save, carry over."""
