"""What the product does: new, import, refresh, daily, goal, check, verify, build."""
