"""The formats of one workbook's cells in another workbook: the same ones where it has them, new ones where not."""

import re
from functools import cache

from opsbook.ooxml.styles.style_sheet import StyleSheet

_STYLE = re.compile(r'(<(?:c|row|col)\s[^>]*?\s(?:s|style)=")(\d+)(")')
_DIFFERENCE = re.compile(r'(\s\w*[dD]xfId=")(\d+)(")')


class Matching:
    """Formats of a source as a target has them.

    Args:
        source: where cells come from.
        target: where they go; it gets the formats it lacks.
    """

    def __init__(self, source: StyleSheet, target: StyleSheet) -> None:
        self._source, self.target = source, target
        self.cell = cache(self._cell)
        self._known: dict[str, str] = {}

    def _cell(self, style: str) -> str:
        """The number of a cell format, as text; an empty one is the default format."""
        wanted = self._source.format(int(style or 0))
        number = self.target.number_of(wanted)
        return str(number) if number else ""

    def difference(self, number: str) -> str:
        """The number of a conditional format's format."""
        if number not in self._known:
            self._known[number] = str(self.target.difference_number(self._source.difference(int(number))))
        return self._known[number]

    def cells(self, text: str) -> str:
        """Cells, rows and columns with the target's formats."""
        return _STYLE.sub(lambda found: f"{found[1]}{self.cell(found[2]) or 0}{found[3]}", text)

    def differences(self, text: str) -> str:
        """Conditional formats and tables with the target's formats."""
        return _DIFFERENCE.sub(lambda found: f"{found[1]}{self.difference(found[2])}{found[3]}", text)
