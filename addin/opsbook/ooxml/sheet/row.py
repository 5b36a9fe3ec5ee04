"""One row of a sheet part, as bytewise text: what its cells show, and its cells once somebody asks for their XML.

Nearly all rows are plain: every cell has its address and holds nothing, a number, a text or a formula of its own, and
nothing else stands between them. Such a row tells its values in one pass and is never taken apart unless it is changed.
"""

import re
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import NamedTuple, TypeVar

from opsbook.model.values import Value
from opsbook.ooxml.addresses import cell_name, column_letters, column_number
from opsbook.ooxml.sheet.cell import read_cell, read_cells, readdress, said, value_of
from opsbook.ooxml.xml_text import without_attributes

# No two neighbouring parts can take the same character, so nothing in it is tried twice.
_CELL = re.compile(
    r'<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?(?:/>|(?: t="(str|s)")?>(?:<f>([^<]*)</f>)?<v>([^<]*)</v></c>'
    r'| t="inlineStr"><is><t(?: xml:space="preserve")?>([^<]*)</t></is></c>)',
)
_PIECES = 1 + _CELL.groups  # what splitting gives for each cell: the text before it, and its groups
_FORMULA_TYPE = re.compile(r'<f\s[^>]*?\bt="(\w+)"')
_ADDRESS = re.compile(r'<c r="([A-Z]+)')

Part = TypeVar("Part")


class Texts(dict[str, str]):
    """What stored texts say; most are said more than once.

    Args:
        shared: reads the workbook's shared strings when first needed.
    """

    def __init__(self, shared: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self.shared = shared
        self._formulas: dict[tuple[str | None, ...], tuple[str | None, ...]] = {}

    def __missing__(self, stored: str) -> str:
        self[stored] = text = said(stored)
        return text

    def shared_by_rows(self, formulas: Sequence[str | None]) -> tuple[str | None, ...]:
        """The formulas of a row: those of nearly all rows of a table are one and the same object."""
        whole = tuple(formulas)
        return self._formulas.setdefault(whole, whole)


class _Plain(NamedTuple):
    """A plain row from its first cell to its last."""

    first: int
    values: tuple[Value, ...]
    formulas: tuple[str | None, ...]


class Between(NamedTuple):
    """Neighbouring cells of a row as text, and what they tell where that is known."""

    text: str
    plain: _Plain | None = None


class RowXml:
    """One `<row>`, cut out of its sheet's text when somebody asks for it.

    Args:
        attributes: its attributes as text.
        text: what it is a piece of.
        cells: where the text of its cells begins and ends there; None for all of it.
        whole: where the whole element does, should it be written as it stands.
    """

    __slots__ = ("_cells", "_known", "_plain", "_text", "_where", "_with_care", "attributes", "changed", "whole")

    def __init__(
        self, attributes: str, text: str, cells: tuple[int, int] | None = None, whole: tuple[int, int] | None = None
    ) -> None:
        self.attributes, self._text, self._where, self.whole = attributes, text, cells or (0, len(text)), whole
        self.changed = False
        self._plain: _Plain | None = None
        self._with_care = False  # cell by cell: it was changed, or is not plain
        self._known: dict[tuple[int, int], tuple[Value, ...]] | None = None  # values between two columns, if not plain
        self._cells: dict[int, str] | None = None

    @property
    def inner(self) -> str:
        """The text of the cells the row came with."""
        return self._text[self._where[0] : self._where[1]]

    @property
    def cells(self) -> dict[int, str]:
        """The XML of the row's cells by column number; whoever changes it calls `touch` first."""
        if self._cells is None:
            self._cells = read_cells(self.inner)
        return self._cells

    def touch(self) -> dict[int, str]:
        """The XML of the row's cells, to be changed."""
        self.changed, self.whole, self._plain, self._with_care = True, None, None, True
        self._known = None
        return self.cells

    def between(self, number: int, left: int, right: int, texts: Texts) -> Between | None:
        """The cells between two columns; None where the row has to be taken apart for it.

        Args:
            number: the row's own number.
            left: first column.
            right: last column.
            texts: what stored texts say.
        """
        where = self._between(number, left, right, texts)
        if where is None:
            return None
        alone = where == (0, self._where[1] - self._where[0])
        return Between(self.inner[where[0] : where[1]], self._plain if alone else None)

    def put_between(self, number: int, left: int, right: int, cells: Between, texts: Texts) -> None:
        """Replace the cells between two columns by others, which stand in their order."""
        where = self._between(number, left, right, texts)
        if where is None:
            known = self.touch()
            kept = {column: raw for column, raw in known.items() if not left <= column <= right}
            known.clear()
            known.update(kept | read_cells(cells.text))
            return
        before, after = self.inner[: where[0]], self.inner[where[1] :]
        self.attributes = f' r="{number}"' + without_attributes(self.attributes, "r", "spans")
        self._text, self._plain = before + cells.text + after, None if before or after else cells.plain
        self._where, self.whole, self._cells = (0, len(self._text)), None, None
        self._known = None

    def _between(self, number: int, left: int, right: int, texts: Texts) -> tuple[int, int] | None:
        """Where in the text the cells between two columns begin and end; None where the row is not plain."""
        inner, plain = self.inner, self._read(texts)
        if not inner and not self.changed:
            return 0, 0
        if plain is None or not inner.startswith(f'<c r="{cell_name(number, plain.first)}"'):
            return None
        last = plain.first + len(plain.values) - 1
        return _first_cell(inner, number, left, last), _first_cell(inner, number, right + 1, last)

    def calculating(self, left: int, right: int, texts: Texts) -> list[bool]:
        """Which of the cells between two columns hold a formula of any kind."""
        if plain := self._read(texts):
            return [formula is not None for formula in _between(plain.first, plain.formulas, left, right)]
        return ["<f" in self.cells.get(column, "") for column in range(left, right + 1)]

    def heighten(self, height: str) -> None:
        """Give the row attributes that say how high it is."""
        self.attributes, self.whole = self.attributes + height, None

    def show(self) -> None:
        """Take the row out of its outline and bring it into sight: LibreOffice folds a group anew that was folded."""
        self.attributes, self.whole = without_attributes(self.attributes, "hidden", "outlineLevel"), None

    def values(self, left: int, right: int, texts: Texts) -> tuple[Value, ...]:
        """What the cells between two columns show.

        Raises:
            ValueError: a cell is damaged.
            IndexError: a cell names a shared string that there is not.
        """
        if plain := self._read(texts):
            return _between(plain.first, plain.values, left, right)
        known = self._known or {}
        if (left, right) not in known:
            known[left, right] = tuple(self._one_by_one(left, right, texts))
            self._known = known
        return known[left, right]

    def formulas(self, left: int, right: int, texts: Texts) -> Sequence[str | None]:
        """The formulas between two columns as stored; None for a cell that has none, or a shared one."""
        if plain := self._read(texts):
            return _between(plain.first, plain.formulas, left, right)
        return [_formula(self.cells.get(column, "")) for column in range(left, right + 1)]

    def formula_types(self) -> Sequence[str]:
        """Types of the formulas the row came with; a plain row has none."""
        return () if self._plain else _FORMULA_TYPE.findall(self.inner)

    def holds_typed(self, left: int, right: int, texts: Texts) -> bool:
        """Whether anything but formulas stands between two columns."""
        values = self.values(left, right, texts)
        if self._plain:
            pairs = zip(values, self.formulas(left, right, texts), strict=True)
            return any(value is not None and formula is None for value, formula in pairs)
        cells = ((value, self.cells.get(column, "")) for column, value in enumerate(values, left))
        return any(value is not None and not read_cell(raw).has_formula for value, raw in cells)

    def xml(self, number: int) -> str:
        """The row as text."""
        if not self.changed:
            inner = self.inner
            return f"<row{self.attributes}>{inner}</row>" if inner else f"<row{self.attributes}/>"
        attributes = f' r="{number}"' + without_attributes(self.attributes, "r", "spans")
        inner = "".join(self._written(number, column) for column in sorted(self.cells))
        return f"<row{attributes}>{inner}</row>"

    def _written(self, number: int, column: int) -> str:
        raw = self.cells[column]
        return raw if raw.startswith('<c r="') or read_cell(raw).letters else readdress(raw, cell_name(number, column))

    def _one_by_one(self, left: int, right: int, texts: Texts) -> list[Value]:
        raws = map(self.cells.get, range(left, right + 1), repeat("/>"))
        return [None if raw.endswith("/>") else value_of(raw, texts.shared) for raw in raws]

    def _read(self, texts: Texts) -> _Plain | None:
        if self._plain is None and not self._with_care:
            self._plain = _read_plain(self.inner, texts)
            self._with_care = self._plain is None
        return self._plain


def _first_cell(inner: str, number: int, first: int, last: int) -> int:
    """Where the first cell of some columns begins in a plain row; its end where it has none of them."""
    for column in range(first, last + 1):
        at = inner.find(f'<c r="{column_letters(column)}{number}"')
        if at >= 0:
            return at
    return len(inner)


def _formula(raw: str) -> str | None:
    start = raw.find("<f>")
    return raw[start + 3 : raw.find("</f>", start)] if start > 0 else None


def _between(first: int, parts: tuple[Part, ...], left: int, right: int) -> tuple[Part | None, ...]:
    """The parts between two columns, None where the row has no cell."""
    if first <= left and right < first + len(parts):
        return parts[left - first : right + 1 - first]
    return tuple([parts[at] if 0 <= at < len(parts) else None for at in range(left - first, right + 1 - first)])


def _read_plain(inner: str, texts: Texts) -> _Plain | None:
    """The row in one pass; None when it is not plain."""
    pieces = _CELL.split(inner)
    columns = None if any(pieces[::_PIECES]) else _columns(inner, len(pieces) // _PIECES)
    if columns is None:
        return None
    kinds, formulas, stored, typed = (pieces[at::_PIECES] for at in range(1, _PIECES))
    cells = zip(kinds, formulas, stored, typed, strict=True)
    values: list[Value] = [
        # a number; a typed text; what a formula says, and only that may be empty
        (float(number) if number else None)
        if kind is None and text is None
        else texts[text] or None
        if text is not None
        else (texts[number] if kind == "str" else texts.shared()[int(number)]) or ("" if formula is not None else None)
        for kind, formula, number, text in cells
    ]
    if len(values) == columns[-1] - columns[0] + 1:
        return _Plain(columns[0], tuple(values), texts.shared_by_rows(formulas))
    spread = texts.shared_by_rows(_spread(columns, formulas))
    return _Plain(columns[0], tuple(_spread(columns, values)), spread)


def _columns(inner: str, count: int) -> Sequence[int] | None:
    """Numbers of the columns that cells stand in, left to right; None when they do not stand in order."""
    if not count:
        return None
    columns: Sequence[int] = range(_column_at(inner, 0), _column_at(inner, inner.rfind("<c ")) + 1)
    if len(columns) == count:
        return columns
    columns = [column_number(letters) for letters in _ADDRESS.findall(inner)]
    return columns if len(columns) == count and sorted(set(columns)) == columns else None


def _column_at(inner: str, at: int) -> int:
    """Number of the column of the plain cell that begins at a place."""
    start = at + len('<c r="')
    return column_number(inner[start : inner.index('"', start)].rstrip("0123456789"))


def _spread(columns: Sequence[int], parts: Sequence[Part]) -> list[Part | None]:
    """Parts in their columns, None in the gaps."""
    known = dict(zip(columns, parts, strict=True))
    return [known.get(column) for column in range(columns[0], columns[-1] + 1)]
