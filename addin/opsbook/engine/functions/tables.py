"""Ranges with several columns as records: figures by day, figures by name."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from opsbook.engine.functions.figures import figure, refuse_total, spelled, total_said
from opsbook.engine.functions.inputs import Cell, Cells, day, is_blank, rows, shown, text
from opsbook.exports.platforms.normalize import plain_header
from opsbook.exports.platforms.synonyms import names
from opsbook.model.errors import FunctionRefusedError
from opsbook.model.language import Label

DAY = Label("日期", "date")


def table(
    argument: str, cells: Cells, columns: Sequence[Label], totals: list[str] | None = None
) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Rows with the columns an argument must have, with their numbers from 1; blank rows and a header are passed over.

    Args:
        argument: its name.
        cells: at least as many columns as are wanted; further ones are passed over. A lone blank cell is no row.
        columns: what each column holds, for the message.
        totals: gets the names of total rows, which are left out; None where the answer cannot say so.

    Raises:
        FunctionRefusedError: there are too few columns, or a total row that the answer could not speak of.
    """
    for place, row in enumerate(rows(cells), 1):
        wanted = tuple(row[: len(columns)])
        if all(is_blank(cell) for cell in wanted):
            continue
        if len(wanted) < len(columns):
            seen, wide = len(wanted), len(columns)
            raise FunctionRefusedError(
                "function-few-columns", argument=argument, wanted=wide, columns=tuple(columns), seen=seen
            )
        if place == 1 and _is_header(wanted, columns):
            continue
        if totals is None:
            refuse_total(argument, place, wanted)
        elif said := total_said(wanted):
            totals.append(said)
            continue
        yield place, wanted


def _is_header(row: Sequence[Cell], columns: Sequence[Label]) -> bool:
    """Whether a row is all texts and calls a column what people call it: a text alone may be a figure that went wrong."""
    texts = [
        cell for cell in row if isinstance(cell, str) and text(cell) and spelled(cell) is None and day(cell) is None
    ]
    own = {plain_header(label[lang]) for label in columns for lang in ("zh", "en")}
    return len(texts) == len(row) and any(plain_header(cell) in own | _known_headers() for cell in texts)


@cache
def _known_headers() -> frozenset[str]:
    return frozenset(map(plain_header, names("ShopDay")))


def is_day_header(cell: Cell) -> bool:
    """Whether a header calls its column the day."""
    known = {plain_header(name) for name, field in names("ShopDay").items() if field == "date"}
    return isinstance(cell, str) and plain_header(cell) in known | {DAY.zh, DAY.en}


def days(argument: str, cells: Cells, figure_name: Label) -> Iterator[tuple[int, date, Cell]]:
    """Rows of two columns, a day and a figure, with their numbers from 1.

    Raises:
        FunctionRefusedError: a column is missing, a row has no date or is a total, or a day stands there twice.
    """
    seen: dict[date, int] = {}
    for place, (when, value) in table(argument, cells, (DAY, figure_name)):
        known = day(when)
        if known is None:
            raise FunctionRefusedError("function-no-date", argument=argument, row=place, seen=shown(when))
        if known in seen:
            raise FunctionRefusedError(
                "function-day-twice", argument=argument, day=known, rows=(str(seen[known]), str(place))
            )
        seen[known] = place
        yield place, known, value


def by_day(argument: str, cells: Cells, figure_name: Label) -> list[tuple[date, float | None]]:
    """A figure by day, from two columns; None where there is none.

    Raises:
        FunctionRefusedError: as for `days`, or a figure is no number.
    """
    return [(known, figure(value, argument, row, 2)) for row, known, value in days(argument, cells, figure_name)]
