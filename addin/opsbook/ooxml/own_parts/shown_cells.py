"""What charts, drawings, rules and names show of a workbook's cells, as it reads in another workbook."""

import re

from opsbook.ooxml.own_parts.transfer import Lost, Transfer
from opsbook.ooxml.xml_text import as_bytewise, bytewise, escaped, readable, unescaped

_CHARTED = re.compile(r"(<(c|cx|c15|c16r2):(f|sqref)\b[^>]*>)([^<]*)(</\2:\3>)")
_PIVOT = re.compile(r"<c:pivotSource>.*?</c:pivotSource>|<c:pivotFmts>.*?</c:pivotFmts>", re.DOTALL)
_TEXT_LINK = re.compile(r'(\stextlink=")([^"]+)(")')
_MACRO = re.compile(r'(\smacro=")[^"]+(")')


class ShownCells:
    """References of one sheet, as they read in the target; what is not there becomes #REF! and is told.

    Args:
        transfer: the way between the workbooks.
        sheet: name of the sheet in the source.
    """

    def __init__(self, transfer: Transfer, sheet: str) -> None:
        self.sheet, self.lost = sheet, transfer.lost
        self._following = transfer.following

    def formula(self, text: str) -> str:
        """A formula of a rule or name."""
        return self._followed(text, "own-rules-left")

    def stored(self, text: str, code: str = "own-rules-left") -> str:
        """A formula as a part stores it, bytewise."""
        return as_bytewise(escaped(self._followed(unescaped(readable(text)), code)))

    def part(self, kind: str, content: bytes) -> bytes:
        """A part of the sheet: a chart or drawing with its references renewed, all else as it is."""
        if "chart" not in kind and "drawing+xml" not in kind:
            return content
        text = bytewise(content)
        if _PIVOT.search(text):
            self.lost.append(Lost("own-part-left", self.sheet, reads="pivotTable"))
        text = _CHARTED.sub(
            lambda one: f"{one[1]}{self.stored(one[4], 'own-chart-left')}{one[5]}", _PIVOT.sub("", text)
        )
        text = _TEXT_LINK.sub(lambda one: f"{one[1]}{self.stored(one[2], 'own-chart-left')}{one[3]}", text)
        return _MACRO.sub(r"\1\2", text).encode("latin-1")

    def _followed(self, text: str, code: str) -> str:
        said = self._following.formula(text, self.sheet)
        if said.lost:
            self.lost.append(Lost(code, self.sheet, reads=said.lost))
        return "#REF!" if said.lost else said.text
