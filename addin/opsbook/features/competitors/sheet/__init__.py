"""The competitors' sheets."""
