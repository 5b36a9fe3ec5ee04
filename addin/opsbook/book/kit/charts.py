"""The dashboard's charts: no title, no legend, no border; same thing, same colour everywhere."""

from dataclasses import replace

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.format.styles import ACCENT, BAND, DOWN, FONT, INK, LINE, MID, RULE, SOFT, UP, Look
from opsbook.book.kit.grid import edges, width
from opsbook.book.kit.place import Place, box
from opsbook.book.plan import Chart, Series, Style

HEIGHT = 184


def _text(color: str = SOFT, *, bold: bool = False) -> Look:
    return {"name": FONT, "size": 9, "color": color, "bold": bold}


def _values(number: str) -> Style:
    grid = {"visible": True, "line": {"color": LINE, "width": 0.75}}
    return style(
        num_font=_text(),
        num_format=number,
        line={"none": True},
        major_tick_mark="none",
        minor_tick_mark="none",
        major_gridlines=grid,
        min=0,
    )


def _categories(color: str = SOFT, **more: object) -> Style:
    look: Look = {"num_font": _text(color), "line": {"color": RULE, "width": 0.75}}
    return style(**{**look, "major_tick_mark": "none", "minor_tick_mark": "none", **more})


def _hidden(**more: object) -> Style:
    return style(visible=False, major_gridlines={"visible": False}, min=0, **more)


def _fill(color: str, **more: object) -> Style:
    return style(fill={"color": color} if color else {"none": True}, border={"none": True}, **more)


# The month's chart: days as dates, so that the axis is as long as the month and the line ends with it.
BY_DATE: Look = {"date_axis": True, "num_format": "d", "major_unit": 1, "major_unit_type": "days"}
BY_TEXT: Look = {"interval_unit": 1}

BARS = (("share", ACCENT, True), ("share7", RULE, False))
"""Columns of flat bars: their colour, and whether they carry their figures."""


def after_a_gap(place: Place, holes: Place, rows: int) -> Series:
    """Hatched columns: sums that lack a day."""
    hatch = {"pattern": "wide_upward_diagonal", "fg_color": ACCENT, "bg_color": BAND}
    look = style(pattern=hatch, border={"none": True}, gap=40, overlap=100)
    return Series("after", box(place, "tick", rows), box(holes, "after", rows), look)


def columns_over_line(place: Place, rows: int, bars: tuple[str, str], axis: Look, *more: Series) -> Chart:
    """Columns that may have gaps, a complete grey line over them, one label on the day shown."""

    def series(column: str, look: Style) -> Series:
        return Series(column, box(place, "tick", rows), box(place, column, rows), look)

    label = {"value": True, "position": "above", "num_format": "[>=1]#,##0.0;[>0]0.00;", "font": _text(INK, bold=True)}
    line = {"color": SOFT, "width": 1.5}
    return Chart(
        kind=("column", ""),
        series=(
            *(series(name, _fill(color, gap=40, overlap=100)) for name, color in zip(bars, (ACCENT, MID), strict=True)),
            *more,
        ),
        over=(
            series("goal", style(line=line, marker={"type": "none"})),
            series("mark", style(line={"none": True}, marker={"type": "none"}, data_labels=label)),
        ),
        x_axis=_categories(**axis),
        y_axis=_values("[>=1000]#,##0;General"),
        at=(0, 0),
        size=(0, 0),
    )


def flat_bars(
    place: Place, rows: int, category: str, bars: tuple[tuple[str, str, bool], ...], *, top: float = 0
) -> Chart:
    """Horizontal bars, first row on top, labelled directly, no value axis."""
    label = {"value": True, "num_format": "0.0%", "font": _text(INK), "position": "outside_end"}

    def series(column: str, color: str, labelled: bool) -> Series:  # noqa: FBT001 - a fact of the series
        extra = {"data_labels": label} if labelled else {}
        look = _fill(color, gap=60 if len(bars) == 1 else 50, overlap=0, **extra)
        return Series(column, box(place, category, rows), box(place, column, rows), look)

    return Chart(
        kind=("bar", ""),
        series=tuple(series(*bar) for bar in bars),
        over=(),
        x_axis=_hidden(max=top) if top else _hidden(),
        y_axis=_categories(INK, reverse=True, line={"none": True}),
        at=(0, 0),
        size=(0, 0),
    )


def waterfall(place: Place) -> Chart:
    """Stacked columns on a clear base; the figures stand in the two-line category texts."""
    colors = (("base", ""), ("start", RULE), ("end", ACCENT), ("up", UP), ("down", DOWN))
    return Chart(
        kind=("column", "stacked"),
        series=tuple(
            Series(name, box(place, "item", 5), box(place, name, 5), _fill(color, gap=40)) for name, color in colors
        ),
        over=(),
        x_axis=_categories(INK),
        y_axis=_hidden(),
        at=(0, 0),
        size=(0, 0),
    )


def put_chart(canvas: Canvas, chart: Chart, row: int, first: int, modules: int) -> None:
    """Anchor a chart inside the card that spans some modules."""
    at, size = (row, edges(first, modules)[0]), (width(modules) - 16, HEIGHT)
    canvas.charts.append(replace(chart, at=at, size=size))
