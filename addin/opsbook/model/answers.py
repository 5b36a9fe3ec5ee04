"""The words that cells of a few choices may hold."""

from opsbook.model.language import LANGS, Label
from opsbook.model.values import Value

YES = Label("是", "Yes")
NO = Label("否", "No")

ON_WORDS = ("是", "Yes")
"""What switches a threshold row on, in either language."""

SHOWN_WORDS = (Label("显示", "Shown"), Label("隐藏", "Hidden"))
"""What is said of a sheet that can be seen, and of one that cannot."""


def says(cell: Value, word: Label) -> bool:
    """Whether a cell holds a word, in either language and whatever its case, as formulas compare.

    >>> says("yes", YES), says("否", YES)
    (True, False)
    """
    return isinstance(cell, str) and cell.lower() in {word[lang].lower() for lang in LANGS}
