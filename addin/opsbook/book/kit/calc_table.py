"""Tables of the sheet Calc: numbered rows, every column a formula."""

from dataclasses import dataclass

from opsbook.book.kit.table import Drawing, Group
from opsbook.formulas.node import Node
from opsbook.model.language import Label
from opsbook.model.schema import Table

NOTHING = Label("", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """A single figure of the sheet Calc.

    Args:
        name: its defined name.
        label: what it is.
        node: its formula.
        number: its number format.
    """

    name: str
    label: Label
    node: Node
    number: str = "#,##0.##"


def calc_drawing(
    table: Table,
    nodes: dict[str, Node | tuple[Node, ...]],
    body: tuple[tuple[float | str | None, ...], ...],
    formats: dict[str, str],
    widths: dict[str, int] | None = None,
) -> Drawing:
    """How a table of the sheet Calc is drawn.

    Args:
        table: the table.
        nodes: formula of each formula column.
        body: its rows.
        formats: number formats by column.
        widths: pixels by column where the usual width does not fit.
    """
    columns = tuple(column.id for column in table.columns)
    wide = {"day": 84, "tick": 84, **(widths or {})}
    return Drawing(table, (Group(NOTHING, columns),), nodes, formats=formats, widths=wide, body=body, reach=len(body))


def numbered(rows: int, table: Table) -> tuple[tuple[float | str | None, ...], ...]:
    """Rows that hold their number and nothing else."""
    return tuple((number + 1, *(None for _ in table.columns[1:])) for number in range(rows))
