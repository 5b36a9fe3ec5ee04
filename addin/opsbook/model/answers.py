"""The two words a cell that asks yes or no may hold."""

from opsbook.model.language import Label

YES = Label("是", "Yes")
NO = Label("否", "No")

ON_WORDS = ("是", "Yes")
"""What switches a threshold row on, in either language."""
