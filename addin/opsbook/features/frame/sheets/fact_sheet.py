"""A sheet of one growing table of facts, with the last day it reaches above it."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.format.lights import day_rules
from opsbook.book.kit.format.styles import DAY_LONG
from opsbook.book.kit.heading import Tile, band, printed, way_back
from opsbook.book.kit.place import Place
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.features.frame.dashboard.freshness import newest
from opsbook.features.frame.dashboard.words import say
from opsbook.features.frame.reading import HAS_DAY, THE_DAY
from opsbook.formulas.node import Name, Node, is_num, when
from opsbook.metrics.formula import formula
from opsbook.metrics.refer import same_row
from opsbook.model.catalog import Catalog
from opsbook.model.schema import Table

REACH = 20000  # rows that lights and guards cover; beyond it a book holds history, not a month

TOP = 6


def metric_nodes(catalog: Catalog, table: Table) -> dict[str, Node | tuple[Node, ...]]:
    """Formulas of a fact table's metric columns: each from its own row."""
    known = catalog.tables[table.name]
    return {name: formula(catalog.metrics[name].expr, same_row(catalog, table.name)) for name in known.metrics}


def fact_drawing(
    catalog: Catalog,
    table: Table,
    groups: tuple[Group, ...],
    widths: dict[str, int],
    lights: tuple[str, ...],
    scope: str,
) -> Drawing:
    """A growing table: dates in full, filter buttons, lights by the lines of the day shown."""
    keys = {name: f"{name}|{scope}" for name in lights}
    dates = {"date": DAY_LONG}
    return Drawing(
        table, groups, metric_nodes(catalog, table), keys, widths, dates, reach=REACH, filtered=True, day_bounds=True
    )


def draw_facts(canvas: Canvas, drawing: Drawing, note: str, frozen: int = 2) -> Place:
    """Draw the table with its band, the way back and the print set-up.

    Args:
        canvas: the sheet.
        drawing: how the table is drawn.
        note: what the sheet is for.
        frozen: columns that stay in sight.
    """
    canvas.columns([16])
    place = draw_table(canvas, TOP, 1, drawing)
    band(canvas, note, place.right + 1)
    way_back(canvas, place.right)
    canvas.rows([12], 1)
    canvas.rules.extend(day_rules((place.first, place.left, place.last, place.left)))
    canvas.columns([16], place.right + 1)
    canvas.freeze = (place.first, frozen)
    printed(canvas, repeat=(place.head - 1, place.head))
    return place


def newest_tile(canvas: Canvas, place: Place, name: str, table: str) -> Tile:
    """The last day a table reaches.

    Args:
        canvas: its sheet.
        place: where it stands.
        name: defined name of the figure.
        table: the table's name.
    """
    lang = canvas.lang
    late = when(
        Name(name) < THE_DAY,
        say(lang, "比查看日期旧，请导入", "older than the day shown"),
        say(lang, "覆盖查看日期", "covers the day shown"),
    )
    note = when(is_num(Name(name)), when(HAS_DAY, late), say(lang, "还没有导入", "nothing imported yet"))
    return Tile(
        place.left,
        place.left + 1,
        say(lang, "数据已到", "Data to"),
        newest(table),
        DAY_LONG,
        note,
        name,
        f"{name}_note",
    )
