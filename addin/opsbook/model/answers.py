"""The words that cells of a few choices may hold."""

from opsbook.model.language import Label

YES = Label("是", "Yes")
NO = Label("否", "No")

ON_WORDS = ("是", "Yes")
"""What switches a threshold row on, in either language."""

SHOWN_WORDS = (Label("显示", "Shown"), Label("隐藏", "Hidden"))
"""What is said of a sheet that can be seen, and of one that cannot."""
