"""What a sheet is drawn for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from opsbook.book.kit.place import Place
from opsbook.model.catalog import Catalog
from opsbook.model.language import Lang


@dataclass(frozen=True, slots=True)
class Draft:
    """A workbook being drawn.

    Args:
        lang: language of sheet names, headers and texts.
        catalog: what the product consists of.
        places: places of the tables drawn so far, by table name; charts read them.
    """

    lang: Lang
    catalog: Catalog
    places: Mapping[str, Place] = field(default_factory=dict)

    def say(self, zh: str, en: str) -> str:
        """One of two texts."""
        return zh if self.lang == "zh" else en
