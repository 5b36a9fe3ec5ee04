"""The two languages of the workbook, and text that exists in both."""

from typing import Literal

from opsbook.vocabulary.records import record

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@record
class Label:
    """One text in Chinese and English."""

    zh: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en
