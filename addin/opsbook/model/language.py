"""The two languages of the workbook, and text that exists in both."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Label:
    """One text in Chinese and English."""

    zh: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en
