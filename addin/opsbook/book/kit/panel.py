"""The dashboard's white cards with a chart: title, finding and colour keys are cell text above it."""

from dataclasses import dataclass, replace

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.charts import put_chart
from opsbook.book.kit.format.styles import PAPER, SOFT
from opsbook.book.kit.grid import edges
from opsbook.book.kit.heading import keys
from opsbook.book.plan import Chart, Content
from opsbook.formulas.node import Node
from opsbook.model.language import Label


@dataclass(frozen=True, slots=True)
class Panel:
    """One card.

    Args:
        name: defined name of its finding.
        rows: first and last row.
        modules: first module and how many it spans.
        title: what it shows.
        finding: the answer in figures, by formula.
        marks: sign, colour and word of each colour key.
        chart: what is drawn.
    """

    name: str
    rows: tuple[int, int]
    modules: tuple[int, int]
    title: Label
    finding: Node
    marks: tuple[tuple[str, str, Label], ...]
    chart: Chart


def draw_panel(canvas: Canvas, panel: Panel) -> None:
    """Card, title, finding, keys, chart."""
    (top, bottom), (first, modules) = panel.rows, panel.modules
    left, right = edges(first, modules)
    canvas.area((top, left, bottom, right), bg_color=PAPER)
    canvas.frame((top, left, bottom, right))
    canvas.put(top, left + 1, panel.title[canvas.lang], bold=True, font_size=11)
    canvas.put(top + 1, left + 1, panel.finding, name=panel.name, font_size=9, font_color=SOFT)
    if panel.marks:
        keyed: Content = keys(tuple((sign, color, word[canvas.lang]) for sign, color, word in panel.marks))
        canvas.put(top, right - 1, keyed, align="right")
    put_chart(canvas, replace(panel.chart, alt=panel.title[canvas.lang]), top + 2, first, modules)
