"""Answers in JSON, one model for each: what scripts may rely on."""
