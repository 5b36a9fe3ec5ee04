"""The most urgent thresholds of the day shown, in order: red before amber, then as the operator listed them."""

from opsbook.book.kit.calc_table import calc_drawing, numbered
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.table import Drawing
from opsbook.features.frame.reading import row
from opsbook.features.thresholds.tables import CALC_URGENT
from opsbook.formulas.node import Column, Node, call, is_num, lookup, when

URGENCY = Column("Thresholds", "urgency")
LINES = 6
SMALL_SHARE = 0.1  # conversions: one decimal would hide what matters


def urgent(column: str, rank: int) -> Node:
    """A cell of the rank-th line; empty when fewer thresholds are lit."""
    return lookup(Column("CalcUrgent", column), rank, Column("CalcUrgent", "n"))


def table(draft: Draft) -> Drawing:
    """The lit thresholds, most urgent first."""
    del draft
    widths = {"metric": 120, "advice": 300}
    return calc_drawing(CALC_URGENT, urgency_nodes(), numbered(LINES, CALC_URGENT), {}, widths)


def urgency_nodes() -> dict[str, Node | tuple[Node, ...]]:
    """Formulas of the CalcUrgent table."""
    rank = row("CalcUrgent", "n")
    place = call("MATCH", call("SMALL", URGENCY, rank), URGENCY, 0)
    bound = when(row("CalcUrgent", "light").equals(-1), _cell("red_bound"), _cell("green_bound"))
    return {
        "place": when(call("COUNT", URGENCY) >= rank, place),
        "light": _of("light"),
        "metric": _of("metric"),
        "unit": _of("unit"),
        "current": _shown(_of("current")),
        "bound": _shown(when(is_num(row("CalcUrgent", "place")), bound)),
        "owner": when(is_num(row("CalcUrgent", "place")), _cell("owner") & ""),
        "advice": when(is_num(row("CalcUrgent", "place")), _cell("advice") & ""),
    }


def _cell(column: str) -> Node:
    """The threshold's cell; its row is known."""
    return call("INDEX", Column("Thresholds", column), row("CalcUrgent", "place"))


def _of(column: str) -> Node:
    return when(is_num(row("CalcUrgent", "place")), _cell(column))


def _shown(figure: Node) -> Node:
    """A figure in its own unit: shares as %, the rest with two decimals."""
    fine, plain = call("TEXT", figure, "0.00%"), call("TEXT", figure, "0.0%")
    share = when(call("ABS", figure) < SMALL_SHARE, fine, plain)
    return when(is_num(figure), when(row("CalcUrgent", "unit").equals("%"), share, call("TEXT", figure, "#,##0.00")))
