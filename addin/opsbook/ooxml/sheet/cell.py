"""One cell of a sheet part, as bytewise text: what it holds and how it is written."""

import math
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from opsbook.model.values import ErrorValue, Value, serial_time
from opsbook.ooxml.addresses import column_number
from opsbook.ooxml.xml_text import (
    as_bytewise,
    attribute,
    escaped,
    readable,
    shortened,
    shown,
    storable,
    unescaped,
    without_attributes,
)

# No two neighbouring parts can take the same character, and a cell ends where the next begins: a row is scanned in time linear
# in its length, also when none of its cells is closed.
_CELL = re.compile(r'(<c\b(?:\s+r="([A-Z]+)\d+")?([^<>/]*)(?:/>|>[^<]*(?:<(?!/c>|c\b)[^<]*)*</c>))')
# Matches everywhere, if only nothing: it never goes back over what it has read.
_CONTENT = re.compile(r"\s*(?:<f\b([^<>/]*)(?:/>|>([^<]*)</f>))?\s*(?:<v\b(?:\s*/>|[^<>]*>([^<]*)</v>))?")
_INLINE = re.compile(r'<c [^>]* t="inlineStr"[^>]*><is><t(?: [^>]*)?>([^<]*)</t></is></c>')
_FIRST_ADDRESS = re.compile(r'r="([A-Z]+)\d')
_END, _ENDS = "</v></c>", ("</c>", "/>")
_MORE = re.compile(r"<c[\s>]|<extLst|<!")
_FORMULA = re.compile(r"<f\b[^>]*?(?:/>|>[^<]*</f>)")
_PHONETIC = re.compile(r"<rPh\b.*?</rPh>", re.DOTALL)
_TEXT = re.compile(r"<t(?:\s[^>]*)?>([^<]*)</t>")


class CellXml(NamedTuple):
    """The pieces of one `<c>` element; absent pieces are empty.

    Args:
        raw: the whole element.
        letters: its column, empty when the file leaves it to be counted.
        attributes: attributes after the address.
        formula_attributes: attributes of `<f>`.
        formula: text of `<f>` as stored.
        stored: text of `<v>` as stored.
    """

    raw: str
    letters: str
    attributes: str
    formula_attributes: str
    formula: str
    stored: str

    @property
    def has_formula(self) -> bool:
        """Whether the cell calculates."""
        return bool(self.formula or self.formula_attributes)

    @property
    def type(self) -> str:
        """Excel's type letter; n for numbers."""
        return (attribute(self.attributes, "t") or "n") if "t=" in self.attributes else "n"

    @property
    def style(self) -> str:
        """Index of the cell's format, empty for the default."""
        return attribute(self.attributes, "s") or ""


def text_of(rich: str) -> str:
    """The plain text of a shared or inline string."""
    if "<rPh" in rich:
        rich = _PHONETIC.sub("", rich)
    return said("".join(_TEXT.findall(rich)))


def said(text: str) -> str:
    """What a stored text says."""
    return shown(readable(text))


def read_cells(row: str) -> dict[int, str]:
    """The XML of every cell of a row, by column number."""
    pieces = row.split("<c ")
    if len(pieces) > 1 and (first := _address(pieces[1])) and (last := _address(pieces[-1])):
        columns = range(first, first + len(pieces) - 1)
        # Without a gap between the first and the last address no cell can hide; rows like that are nearly all.
        if last == columns[-1] and not pieces[0] and pieces[-1].endswith(_ENDS) and not _MORE.search(pieces[-1]):
            return dict(zip(columns, [f"<c {piece}" for piece in pieces[1:]], strict=False))
    return _read_with_care(row)


def _address(piece: str) -> int:
    """Column number in the first attribute of a cell; 0 when another attribute comes first."""
    found = _FIRST_ADDRESS.match(piece)
    return column_number(found[1]) if found else 0


def _read_with_care(row: str) -> dict[int, str]:
    """The same, for cells that leave their address to be counted and elements between cells."""
    cells: dict[int, str] = {}
    last = 0
    for found in _CELL.finditer(row):
        last = column_number(found[2]) if found[2] else _counted(found[3], last)
        cells[last] = found[1]
    return cells


def read_cell(raw: str) -> CellXml:
    """The pieces of one cell."""
    found = _CELL.match(raw)
    content = _CONTENT.match(found[1], found.end(3) + 1) if found else None
    return CellXml(*found.groups(""), *content.groups("")) if found and content else CellXml(raw, "", "", "", "", "")


def _counted(attributes: str, last: int) -> int:
    address = attribute(attributes, "r")
    return column_number(address.rstrip("0123456789")) if address else last + 1


def value_of(raw: str, strings: Callable[[], Sequence[str]]) -> Value:
    """What a cell shows: None when blank, error values as their text, dates as serial numbers."""
    start = raw.rfind("<v>")
    if start > 0 and raw.endswith(_END):  # nearly all cells are numbers, or formulas that show a text: not taken apart
        tag, stored = raw[: raw.index(">")], raw[start + 3 : -len(_END)]
        if " t=" not in tag:
            return float(stored) if stored else None
        if ' t="str"' in tag:
            return said(stored) or ("" if "<f" in raw else None)
    elif plain := _INLINE.fullmatch(raw):
        return said(plain[1]) or None
    return _careful_value(read_cell(raw), strings)


def _careful_value(cell: CellXml, strings: Callable[[], Sequence[str]]) -> Value:
    kind = cell.type
    if kind == "n":
        return float(cell.stored) if cell.stored else None
    if kind == "b":
        return cell.stored.strip() in {"1", "true"}
    if kind == "d":
        return serial_time(datetime.fromisoformat(cell.stored))
    if kind == "e":
        return ErrorValue(said(cell.stored))
    if kind == "s":
        text = strings()[int(cell.stored)]
    else:
        text = text_of(cell.raw) if kind == "inlineStr" else said(cell.stored)
    return text if text or cell.has_formula else None


def number_text(number: float) -> str:
    """A number as Excel stores it.

    >>> number_text(5.0), number_text(0.1)
    ('5', '0.1')
    """
    if not math.isfinite(number):
        message = f"{number} is not a number a cell can hold"
        raise ValueError(message)
    whole = float(number).is_integer() and abs(number) < 1e15
    return str(int(number)) if whole else repr(float(number))


def _stored(text: str) -> str:
    return as_bytewise(storable(shortened(text)))


def _spelled(formula: str) -> str:
    return as_bytewise(escaped(formula))


def write_value(address: str, style: str, value: Value) -> str:
    """The XML of a cell that holds a value; text is text, whatever it begins with."""
    start = f'<c r="{address}"' + (f' s="{style}"' if style else "")
    if value is None or value == "":
        return f"{start}/>" if style else ""
    if isinstance(value, bool):
        return f'{start} t="b"><v>{value:d}</v></c>'
    if isinstance(value, str):
        return f'{start} t="inlineStr"><is><t xml:space="preserve">{_stored(value)}</t></is></c>'
    return f"{start}><v>{number_text(value)}</v></c>"


def write_formula(address: str, style: str, text: str, value: Value) -> str:
    """The XML of a formula cell with what it shows; a value of None is left for Excel to calculate."""
    start = f'<c r="{address}"' + (f' s="{style}"' if style else "")
    return f"{start}{_showing(f'<f>{_spelled(text)}</f>', value)}"


def show(raw: str, value: Value) -> str:
    """The formula cell with another shown value; formula and format stay."""
    formula = _FORMULA.search(raw)
    start = raw[: raw.index(">")]
    if " t" in start or " vm" in start:
        start = without_attributes(start, "t", "vm")
    return start + _showing(formula[0] if formula else "", value)


def _showing(formula: str, value: Value) -> str:
    if value is None:
        return f">{formula}</c>"
    if isinstance(value, bool):
        return f' t="b">{formula}<v>{value:d}</v></c>'
    if isinstance(value, ErrorValue):
        return f' t="e">{formula}<v>{escaped(value)}</v></c>'
    if isinstance(value, str):
        return f' t="str">{formula}<v>{_stored(value)}</v></c>'
    return f">{formula}<v>{number_text(value)}</v></c>"


def readdress(raw: str, address: str) -> str:
    """The same cell at another address."""
    end = raw.index(">")
    return f'<c r="{address}"{without_attributes(raw[2:end], "r")}{raw[end:]}'


def with_formula(cell: CellXml, text: str, address: str) -> str:
    """The same cell at an address with its formula spelled out; a one-cell array formula stays one."""
    array = f' t="array" ref="{address}"' if 't="array"' in cell.formula_attributes else ""
    return readdress(_FORMULA.sub(lambda _: f"<f{array}>{_spelled(text)}</f>", cell.raw, count=1), address)


def formula_text(cell: CellXml) -> str:
    """The formula as written between the tags, unescaped; empty inside a shared group."""
    return formula_said(cell.formula)


def formula_said(stored: str) -> str:
    """A formula as written, from its stored text."""
    return unescaped(readable(stored, "replace"))  # one that is no UTF-8 is none of ours
