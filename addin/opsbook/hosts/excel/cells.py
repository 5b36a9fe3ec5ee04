"""Writing cells of a live workbook: few blocks, and texts that stay texts."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import xlwings as xw

from opsbook.hosts.excel.api import unlocked
from opsbook.model.values import Value

LONG_TEXT = 8000  # Excel refuses a block that holds a text longer than 8203 characters; a single cell takes 32767
TRUTHS = {"TRUE", "FALSE"}


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring cells that are written in one call.

    Args:
        top: row of the first cell.
        left: column of the first cell.
        rows: what they will hold.
    """

    top: int
    left: int
    rows: tuple[tuple[Value, ...], ...]

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns."""
        return len(self.rows), len(self.rows[0])


def blocks(cells: Mapping[tuple[int, int], Value]) -> list[Block]:
    """Put cells together to as few blocks as hold nothing but them.

    Args:
        cells: by row and column.

    Returns:
        Runs of each column; runs of figures that stand side by side are one block. A run that holds texts stays
        alone, for its format decides how texts are entered.
    """
    done: list[Block] = []
    for run in _runs(cells):
        before = done[-1] if done else None
        if before and _beside(before, run):
            rows = tuple((*old, *new) for old, new in zip(before.rows, run.rows, strict=True))
            done[-1] = Block(before.top, before.left, rows)
        else:
            done.append(run)
    return done


def _beside(one: Block, other: Block) -> bool:
    places = one.top == other.top and one.left + one.shape[1] == other.left and one.shape[0] == other.shape[0]
    return places and not _texts(one) and not _texts(other)


def _texts(block: Block) -> bool:
    return any(isinstance(value, str) for row in block.rows for value in row)


def _runs(cells: Mapping[tuple[int, int], Value]) -> Iterator[Block]:
    """Runs of neighbours in a column, ordered by rows first, so that equal runs of neighbouring columns follow."""
    columns: dict[int, list[int]] = defaultdict(list)
    for row, column in sorted(cells):
        columns[column].append(row)
    found: list[Block] = []
    for column, rows in columns.items():
        start = 0
        for at in range(1, len(rows) + 1):
            if at == len(rows) or rows[at] != rows[at - 1] + 1 or _alone(cells, rows[at - 1 : at + 1], column):
                run = tuple((cells[row, column],) for row in rows[start:at])
                found.append(Block(rows[start], column, run))
                start = at
    yield from sorted(found, key=lambda run: (run.top, run.shape[0], run.left))


def _alone(cells: Mapping[tuple[int, int], Value], rows: Sequence[int], column: int) -> bool:
    """Whether one of two neighbours is too long for a block."""
    return any(isinstance(text := cells[row, column], str) and len(text) > LONG_TEXT for row in rows)


def write_cells(sheet: xw.Sheet, cells: Mapping[tuple[int, int], Value]) -> None:
    """Write values; None makes a cell blank, a text stays the text it is.

    Args:
        sheet: where.
        cells: values by row and column as Excel counts.

    Raises:
        ValueError: a number no cell can hold.
    """
    for value in cells.values():
        if isinstance(value, float) and not math.isfinite(value):
            message = f"{value} is not a number a cell can hold"
            raise ValueError(message)
    if not cells:
        return
    with unlocked(sheet):
        for block in blocks(cells):
            _write(sheet, block)


def _write(sheet: xw.Sheet, block: Block) -> None:
    place = _range(sheet, block)
    if not _texts(block):
        place.raw_value = block.rows
        return
    form = place.number_format
    if form is None and place.count > 1:  # cells of different formats: each by its own
        for at, row in enumerate(block.rows):
            _write(sheet, Block(block.top + at, block.left, (row,)))
    else:
        place.raw_value = tuple(tuple(entered(value, as_text=form == "@") for value in row) for row in block.rows)


def _range(sheet: xw.Sheet, block: Block) -> xw.Range:
    height, width = block.shape
    return sheet.range((block.top, block.left), (block.top + height - 1, block.left + width - 1))


def entered(value: Value, *, as_text: bool) -> Value:
    """A value as it has to be entered, so that Excel makes no number, date, formula or truth value of a text.

    Args:
        value: what the cell shall hold.
        as_text: the cell has the format @, which takes every text as it is.

    >>> entered("00123", as_text=False), entered("双肩包", as_text=False), entered("00123", as_text=True)
    ("'00123", '双肩包', '00123')
    """
    if not isinstance(value, str) or as_text or not value:
        return value
    # isnumeric: full-width digits and 一二三 begin dates and numbers in Excels of East Asia.
    harmless = value[0].isalpha() and value.upper() not in TRUTHS and not any(one.isnumeric() for one in value)
    return value if harmless else f"'{value}"


def write_formula(sheet: xw.Sheet, place: tuple[int, int, int], text: str) -> None:
    """Write one formula into cells of a column, its relative addresses moving along.

    Args:
        sheet: where.
        place: first row, last row, column.
        text: the formula of the first cell, without '='.
    """
    top, bottom, column = place
    with unlocked(sheet):
        sheet.range((top, column), (bottom, column)).formula = f"={text}"
