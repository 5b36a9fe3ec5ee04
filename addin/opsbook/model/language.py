"""The two languages of the workbook, and text that exists in both."""

from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Former:
    """What something was called until a version of its feature.

    Args:
        version: the version in which that changed.
        zh: what it was called before, in Chinese.
        en: the same in English.
    """

    version: int
    zh: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Label:
    """One text in Chinese and English.

    Args:
        zh: in Chinese.
        en: in English.
        former: what it was before, oldest first; workbooks of that time are given today's.
    """

    zh: str
    en: str
    former: tuple[Former, ...] = field(default=(), compare=False)

    def __getitem__(self, lang: Lang) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en


def called(label: Label, version: int, lang: Lang) -> str:
    """What something is called in workbooks of a version of its feature.

    >>> called(Label("丙", "C", (Former(2, "甲", "A"), Former(4, "乙", "B"))), 2, "en")
    'B'
    """
    return was_called(label.former, version, lang) or label[lang]


def was_called(former: tuple[Former, ...], version: int, lang: Lang) -> str:
    """What something was called in a version of its feature; empty where it is still called so."""
    return next((one[lang] for one in former if one.version > version), "")
