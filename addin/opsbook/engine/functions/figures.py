"""What every worksheet function takes for a figure: one definition of numbers, blanks and totals in ranges.

A number counts, also one that a text spells (1,234 or 12.5% or 1.2万 or ¥5,500.50), as exports spell them. A blank, and what exports
write for nothing (a dash), is no figure. Anything else is refused, and the refusal names the cell; it is never passed over.
"""

from collections.abc import Iterator, Sequence

from opsbook.engine.functions.answers import REFUSED
from opsbook.engine.functions.inputs import Cell, Cells, number, one_cell, rows, shown
from opsbook.exports.parse.totals import says_total
from opsbook.exports.platforms import cells as exported
from opsbook.model.errors import FunctionRefusedError
from opsbook.model.figures import ANY, Span, require
from opsbook.model.language import Label


def is_nothing(cell: Cell) -> bool:
    """Whether a cell where a figure belongs says that there is none: blank, a dash, or not a number at all."""
    return cell is None or (exported.is_missing(cell) if isinstance(cell, str) else cell != cell)  # noqa: PLR0124 - NaN


def spelled(cell: Cell) -> float | None:
    """Read a number, also one that is written in a text; None for anything else.

    >>> spelled("¥5,500.50"), spelled("12.5%"), spelled("1.2万"), spelled("5,00")
    (5500.5, 0.125, 12000.0, None)
    """
    if not isinstance(cell, str):
        return number(cell)
    try:
        value = exported.share(cell, points=False)
    except ValueError:
        return None
    return None if value is None else float(value)


def figure(cell: Cell, argument: str, row: int = 0, column: int = 0) -> float | None:
    """Read a cell as a figure.

    Args:
        cell: what stands there.
        argument: the argument it belongs to.
        row: its row in the argument's range, the first is 1; 0 where the argument is a single cell.
        column: its column there.

    Returns:
        The number; None where there is none.

    Raises:
        FunctionRefusedError: it is something else. What another function refused is said once more, word by word.
    """
    if is_nothing(cell):
        return None
    value = spelled(cell)
    if value is not None:
        return value
    if isinstance(cell, str) and cell.startswith(REFUSED):
        raise FunctionRefusedError("function-said", said=cell.removeprefix(REFUSED))
    code = "function-total-row" if isinstance(cell, str) and says_total(cell) else "function-no-number"
    raise FunctionRefusedError(code, where=place(argument, row, column), seen=shown(cell))


def place(argument: str, row: int = 0, column: int = 0) -> Label:
    """What a message calls a cell or a row of an argument, counted within its range as Excel counts rows."""
    if not row:
        return Label(f"{argument} ", argument)
    if not column:
        return Label(f"{argument} 第 {row} 行", f"Row {row} of {argument}")
    return Label(f"{argument} 第 {row} 行第 {column} 列", f"Row {row}, column {column} of {argument}")


def total_said(row: Sequence[Cell]) -> str | None:
    """The text by which a row says that it is a total, such as 合计; None for a row of its own.

    Args:
        row: its cells; what stands right of the first number is no name of the row.
    """
    for cell in row:
        if number(cell) is not None:
            return None
        if isinstance(cell, str) and says_total(cell):
            return cell.strip()
    return None


def refuse_total(argument: str, row: int, cells: Sequence[Cell]) -> None:
    """Refuse a total among the rows of an argument whose answer has no room to say that it was left out.

    Raises:
        FunctionRefusedError: `function-total-row`.
    """
    if said := total_said(cells):
        raise FunctionRefusedError("function-total-row", where=place(argument, row), seen=shown(said))


def figures(argument: str, cells: Cells) -> list[float]:
    """The figures of a range, row by row; blank cells are left out.

    Raises:
        FunctionRefusedError: a cell is no figure, or a row is a total.
    """
    found = list(_figures(argument, cells))
    return [one for one in found if one is not None]


def _figures(argument: str, cells: Cells) -> Iterator[float | None]:
    block = rows(cells)
    alone = len(block) == len(block[0]) == 1
    for at, row in enumerate(block, 1):
        refuse_total(argument, at, row)
        yield from (figure(cell, argument, *(() if alone else (at, beside))) for beside, cell in enumerate(row, 1))


def one_figure(argument: str, cells: Cells) -> float | None:
    """The figure of an argument of one cell; None where there is none."""
    return figure(one_cell(argument, cells), argument)


def one_number(argument: str, cells: Cells, span: Span = ANY) -> float:
    """The number an argument must have.

    Raises:
        FunctionRefusedError: it is no number, or there is none.
        FigureRefusedError: it is not in the span.
    """
    value = one_figure(argument, cells)
    if value is None:
        seen = shown(one_cell(argument, cells))
        raise FunctionRefusedError("function-no-number", where=place(argument), seen=seen)
    require(argument, value, span, Label(argument, argument))
    return value


def optional_number(argument: str, cells: Cells, default: float, span: Span = ANY) -> float:
    """The number of an argument that may be left out or blank."""
    return default if one_figure(argument, cells) is None else one_number(argument, cells, span)
