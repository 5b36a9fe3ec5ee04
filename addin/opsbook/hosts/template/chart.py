"""Turn a planned chart into an XlsxWriter one."""

from typing import Any

from opsbook.book.kit.format.cells import cell_name, quoted, range_name
from opsbook.book.kit.format.styles import PAPER
from opsbook.book.plan import Box, Chart, Series
from opsbook.hosts.template.xlsxwriter_inside import without_figures


def insert_chart(book: Any, page: Any, chart: Chart, source: str) -> None:  # noqa: ANN401 - XlsxWriter has no types
    """Place a chart on a sheet; its ranges stand on the sheet named `source`."""
    kind, subtype = chart.kind
    drawn = without_figures(book.add_chart({"type": kind, "subtype": subtype} if subtype else {"type": kind}))
    for one in chart.series:
        drawn.add_series(_series(one, source))
    if chart.over:
        line = without_figures(book.add_chart({"type": "line"}))
        for one in chart.over:
            line.add_series(_series(one, source))
        drawn.combine(line)
    drawn.set_x_axis(dict(chart.x_axis))
    drawn.set_y_axis(dict(chart.y_axis))
    drawn.set_title({"none": True})
    drawn.set_legend({"none": True})
    drawn.set_chartarea({"border": {"none": True}, "fill": {"color": PAPER}})
    drawn.set_plotarea({"fill": {"none": True}})
    drawn.show_blanks_as("gap")
    drawn.set_size({"width": chart.size[0], "height": chart.size[1]})
    place = {"x_offset": chart.offset, "y_offset": 0, "object_position": 1, "description": chart.alt}
    page.insert_chart(*chart.at, drawn, place)


def _series(one: Series, source: str) -> dict[str, Any]:
    top, left = one.values[:2]
    header = cell_name(top - 1, left, row_fixed=True, column_fixed=True)
    return {
        "name": f"={quoted(source)}!{header}",  # what Excel tells under the pointer
        "categories": _range(one.categories, source),
        "values": _range(one.values, source),
        **dict(one.look),
    }


def _range(box: Box, source: str) -> str:
    return f"={quoted(source)}!{range_name(*box)}"
