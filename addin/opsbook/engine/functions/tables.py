"""Ranges with several columns as records: figures by day, figures by name."""

from collections.abc import Iterator
from datetime import date

from opsbook.engine.functions.inputs import Cell, Cells, day, is_blank, number, rows, shown, written_number
from opsbook.model.errors import FunctionRefusedError
from opsbook.model.language import Label

DAY = Label("日期", "date")


def table(argument: str, cells: Cells, columns: tuple[Label, ...]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Rows with the columns an argument must have, with their numbers from 1; rows that are blank are passed over.

    Args:
        argument: its name.
        cells: at least as many columns as are wanted; further ones are passed over. A lone blank cell is no row.
        columns: what each column holds, for the message.

    Raises:
        FunctionRefusedError: there are too few columns.
    """
    for place, row in enumerate(rows(cells), 1):
        wanted = tuple(row[: len(columns)])
        if all(is_blank(cell) for cell in wanted):
            continue
        if len(wanted) < len(columns):
            seen, wide = len(wanted), len(columns)
            raise FunctionRefusedError(
                "function-few-columns", argument=argument, wanted=wide, columns=columns, seen=seen
            )
        yield place, wanted


def days(argument: str, cells: Cells, figure: Label) -> Iterator[tuple[int, date, Cell]]:
    """Rows of two columns, a day and a figure, with their numbers from 1; a header in the first is passed over.

    Raises:
        FunctionRefusedError: a column is missing, or a row has no date.
    """
    for place, (when, value) in table(argument, cells, (DAY, figure)):
        known = day(when)
        if known is not None:
            yield place, known, value
        elif place > 1 or written_number(value) is not None:
            raise FunctionRefusedError("function-no-date", argument=argument, row=place, seen=shown(when))


def by_day(argument: str, cells: Cells, figure: Label) -> list[tuple[date, float | None]]:
    """A figure by day, from two columns; None where it is no number.

    Raises:
        FunctionRefusedError: a column is missing, or a row has no date.
    """
    return [(known, number(value)) for _, known, value in days(argument, cells, figure)]
