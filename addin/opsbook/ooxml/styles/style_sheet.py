"""The style sheet of a workbook: the formats its cells name by number, resolved to what they mean."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from opsbook.ooxml.styles.elements import MAIN, appended, children, parsed, plain, spelled
from opsbook.ooxml.xml_text import escaped, unescaped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FIRST_OWN = 164  # numbers below are Excel's own formats
_PARTS = (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"))
_NUMBERED = re.compile(r'<numFmt formatCode="([^"]*)" numFmtId="0"/>')


@dataclass(frozen=True, slots=True)
class CellFormat:
    """What a cell format means, wherever the workbook keeps its pieces.

    Args:
        number: the number format's code; empty for one of Excel's own.
        own: number of Excel's own format where it is one.
        font: element of its font.
        fill: element of its fill.
        border: element of its border.
        alignment: element, empty without one.
        protection: element, empty without one.
    """

    number: str
    own: str
    font: str
    fill: str
    border: str
    alignment: str
    protection: str


class StyleSheet:
    """The formats of one workbook.

    Args:
        text: its style part.
    """

    def __init__(self, text: str) -> None:
        self.text, root = text, parsed(text)
        self._codes = {plain(one)["numFmtId"]: plain(one)["formatCode"] for one in children(root, "numFmts")}
        self._pieces = {group: [spelled(one) for one in children(root, group)] for _, group in _PARTS}
        self._formats = [self._resolved(one) for one in children(root, "cellXfs")]
        self._differences = [_difference(one) for one in children(root, "dxfs")]

    def format(self, number: int) -> CellFormat:
        """What a cell format means."""
        return self._formats[number]

    def difference(self, number: int) -> str:
        """What a conditional format's or a table's format of a number changes."""
        return self._differences[number]

    def number_of(self, wanted: CellFormat) -> int:
        """The number of a format; the style sheet gets it where it lacks it."""
        if wanted in self._formats:
            return self._formats.index(wanted)
        pieces = {"fonts": wanted.font, "fills": wanted.fill, "borders": wanted.border}
        places = {name: self._piece(group, pieces[group]) for name, group in _PARTS}
        attributes = {"numFmtId": wanted.own or self._code(wanted.number), **places, "xfId": "0", **_applied(wanted)}
        tag = "".join(f' {name}="{value}"' for name, value in attributes.items())
        self._formats.append(wanted)
        inner = wanted.alignment + wanted.protection
        self._append("cellXfs", f"<xf{tag}>{inner}</xf>" if inner else f"<xf{tag}/>", len(self._formats))
        return len(self._formats) - 1

    def difference_number(self, wanted: str) -> int:
        """The number of a conditional format's format; the style sheet gets it where it lacks it."""
        if wanted not in self._differences:
            self._differences.append(wanted)
            numbered = _NUMBERED.sub(lambda found: self._numbered(unescaped(found[1])), wanted)
            self._append("dxfs", numbered, len(self._differences))
        return self._differences.index(wanted)

    def _resolved(self, element: "Element") -> CellFormat:
        ids = plain(element)
        number = ids.get("numFmtId", "0")
        code = self._codes.get(number, "")
        pieces = [self._pieces[group][int(ids.get(name, "0"))] for name, group in _PARTS]
        inner = [spelled(element.find(f"{MAIN}{name}")) for name in ("alignment", "protection")]
        return CellFormat(code, "" if code else number, *pieces, *inner)

    def _piece(self, group: str, element: str) -> str:
        known = self._pieces[group]
        if element not in known:
            known.append(element)
            self._append(group, element, len(known))
        return str(known.index(element))

    def _code(self, number: str) -> str:
        return next((name for name, code in self._codes.items() if code == number), "") or self._new_code(number)

    def _new_code(self, code: str) -> str:
        name = str(max([_FIRST_OWN - 1, *map(int, self._codes)]) + 1)
        self._codes[name] = code
        self._append("numFmts", _number_format(name, code), len(self._codes))
        return name

    def _numbered(self, code: str) -> str:
        return _number_format(self._code(code), code)

    def _append(self, group: str, element: str, count: int) -> None:
        self.text = appended(self.text, group, element, count)


def _number_format(name: str, code: str) -> str:
    return f'<numFmt numFmtId="{name}" formatCode="{escaped(code)}"/>'


def _difference(element: "Element") -> str:
    """A difference as spelled; the number under which it keeps a number format means nothing outside it."""
    for one in element.iter(f"{MAIN}numFmt"):
        one.set("numFmtId", "0")
    return spelled(element)


def _applied(wanted: CellFormat) -> dict[str, str]:
    """Which pieces count, as Excel wants it said."""
    said = {"applyNumberFormat": wanted.own != "0", "applyFont": True, "applyFill": True, "applyBorder": True}
    said |= {"applyAlignment": bool(wanted.alignment), "applyProtection": bool(wanted.protection)}
    return {name: "1" for name, counts in said.items() if counts}
