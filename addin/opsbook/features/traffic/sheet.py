"""Traffic and Items: one growing table each, with the last day it reaches above it."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.cells import cell_name
from opsbook.book.kit.heading import Tile, band, printed, tiles, way_back
from opsbook.book.kit.lights import day_rules
from opsbook.book.kit.place import Place
from opsbook.book.kit.styles import ACCENT, DAY_LONG, INT, MID
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.book.plan import Rule
from opsbook.features.daily.metrics import METRIC
from opsbook.features.daily.tables import ITEM_DAY, SOURCE_DAY, Table
from opsbook.features.frame.dashboard.freshness import newest
from opsbook.features.frame.dashboard.words import say
from opsbook.features.frame.reading import HAS_DAY, THE_DAY, metric, total
from opsbook.formulas.node import Column, Name, Node, call, is_num, when
from opsbook.metrics.formula import formula
from opsbook.metrics.refer import same_row
from opsbook.model.language import Label, Lang

REACH = 20000  # rows that lights and guards cover; beyond it a book holds history, not a month
TOP = 6


def metric_nodes(table: Table) -> dict[str, Node | tuple[Node, ...]]:
    """Formulas of a fact table's metric columns: each from its own row."""
    return {name: formula(METRIC[name].expr, same_row(table.name)) for name in table.metrics}


TRAFFIC_GROUPS = (
    Group(Label("来源", "Source"), ("date", "source1", "source2", "source3")),
    Group(Label("流量", "Traffic"), ("visitors", "new_visitors", "fav_users", "cart_users")),
    Group(Label("下单", "Orders"), ("order_buyers", "order_amount")),
    Group(Label("支付", "Sales"), ("buyers", "gmv", "cvr", "aov", "uv_value")),
)
TRAFFIC_WIDTHS = {"source1": 120, "source2": 148, "source3": 148}
ITEM_GROUPS = (
    Group(Label("商品", "Item"), ("date", "item_id", "title", "sku_code")),
    Group(Label("流量", "Traffic"), ("visitors", "pageviews", "stay_seconds", "exit_rate")),
    Group(Label("兴趣", "Interest"), ("fav_users", "cart_users", "fav_cart_rate")),
    Group(Label("下单", "Orders"), ("order_buyers", "order_amount")),
    Group(Label("支付", "Sales"), ("buyers", "items", "gmv", "cvr", "aov", "unit_price", "uv_value")),
    Group(Label("人群与售后", "People, after sales"), ("new_buyers", "old_buyers", "refund_amount", "refund_rate")),
)
ITEM_WIDTHS = {"title": 300, "sku_code": 92, "item_id": 120}


def traffic(lang: Lang) -> Canvas:
    """The Traffic sheet."""
    canvas = Canvas("traffic", "流量来源" if lang == "zh" else "Traffic", MID, lang)
    note = canvas.say(
        "一天一个来源一行，只收最末级来源，合计不重复。同一人可从多处进店，各来源访客相加会多于全店。",
        "One row per source and day, leaves only. A visitor may come several ways: sources add up to more than the shop.",
    )
    lights = ("cvr", "uv_value")
    place = _sheet(canvas, _drawing(SOURCE_DAY, TRAFFIC_GROUPS, TRAFFIC_WIDTHS, lights, "source"), note)
    newest_tile = _newest_tile(canvas, place, "sources_to", "SourceDay")
    tiles(canvas, 2, (newest_tile, _sum_tile(canvas, place, "visitors"), _sum_tile(canvas, place, "gmv")))
    return canvas


def items(lang: Lang) -> Canvas:
    """The Items sheet."""
    canvas = Canvas("items", "商品" if lang == "zh" else "Items", MID, lang)
    note = canvas.say(
        "一天一个商品一行，来自生意参谋「全量商品」。", "One row per item and day, from the all-items report."
    )
    lights = ("cvr", "fav_cart_rate", "refund_rate")
    place = _sheet(canvas, _drawing(ITEM_DAY, ITEM_GROUPS, ITEM_WIDTHS, lights, "item"), note, frozen=4)
    canvas.rules.append(_main_item(place))
    found = call("COUNTIFS", Column("ItemDay", "date"), THE_DAY)
    count = when(HAS_DAY, when(found > 0, found))  # none: not imported, or in the history by now
    title = place.column["title"]
    counted = Tile(title, title, say(lang, "当日商品数", "Items that day"), count, INT, "", "tile_items")
    tiles(canvas, 2, (_newest_tile(canvas, place, "items_to", "ItemDay"), counted))
    return canvas


def _main_item(place: Place) -> Rule:
    """Rows of the main item named on Settings stand out, however the table is sorted."""
    first, last = place.column["item_id"], place.column["title"]
    cell = cell_name(place.first, first, column_fixed=True)
    look = style(bold=True, font_color=ACCENT)
    return Rule((place.first, first, place.last, last), f'AND({cell}<>"",{cell}=main_item)', look)


def _drawing(
    table: Table, groups: tuple[Group, ...], widths: dict[str, int], lights: tuple[str, ...], scope: str
) -> Drawing:
    """A growing table: dates in full, filter buttons, lights by the lines of the day shown."""
    keys = {name: f"{name}|{scope}" for name in lights}
    dates = {"date": DAY_LONG}
    return Drawing(table, groups, metric_nodes(table), keys, widths, dates, reach=REACH, filtered=True, day_bounds=True)


def _sum_tile(canvas: Canvas, place: Place, name: str) -> Tile:
    """The sources' sum on the day shown, beside the shop's own figure."""
    words = {
        "visitors": ("当日各来源访客", "Visitors, all sources"),
        "gmv": ("当日各来源支付（元）", "GMV, all sources"),
    }
    at = place.column["source2" if name == "visitors" else "source3"]
    figure = total("SourceDay", name, THE_DAY, THE_DAY)
    beside = _beside_shop(figure, name, canvas.lang)
    return Tile(
        at,
        at,
        canvas.say(*words[name]),
        when(HAS_DAY, figure),
        INT,
        beside,
        f"tile_source_{name}",
        f"tile_source_{name}_note",
    )


def _sheet(canvas: Canvas, drawing: Drawing, note: str, frozen: int = 2) -> Place:
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


def _newest_tile(canvas: Canvas, place: Place, name: str, table: str) -> Tile:
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


def _beside_shop(figure: Node, name: str, lang: Lang) -> Node:
    """The sources' sum beside the shop's own figure."""
    whole = metric(name)
    said = say(lang, "全店 ", "shop ") & call("TEXT", whole, "#,##0")
    return when(HAS_DAY, when(is_num(figure), when(is_num(whole), said)))
