"""Traffic: one growing table, a row a source and day."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import INT, MID
from opsbook.book.kit.heading import Tile, tiles
from opsbook.book.kit.place import Place
from opsbook.book.kit.table import Group
from opsbook.features.frame.dashboard.words import say
from opsbook.features.frame.reading import HAS_DAY, THE_DAY, metric, total
from opsbook.features.frame.sheets.fact_sheet import draw_facts, fact_drawing, newest_tile
from opsbook.features.traffic.tables import SOURCE_DAY
from opsbook.formulas.node import Node, call, is_num, when
from opsbook.model.language import Label, Lang

TRAFFIC_GROUPS = (
    Group(Label("来源", "Source"), ("date", "source1", "source2", "source3")),
    Group(Label("流量", "Traffic"), ("visitors", "new_visitors", "fav_users", "cart_users")),
    Group(Label("下单", "Orders"), ("order_buyers", "order_amount")),
    Group(Label("支付", "Sales"), ("buyers", "gmv", "cvr", "aov", "uv_value")),
)
TRAFFIC_WIDTHS = {"source1": 120, "source2": 148, "source3": 148}


def traffic(draft: Draft) -> Canvas:
    """The Traffic sheet."""
    canvas = Canvas("traffic", draft.say("流量来源", "Traffic"), MID, draft)
    note = canvas.say(
        "一天一个来源一行，只收最末级来源，合计不重复。同一人可从多处进店，各来源访客相加会多于全店。",
        "One row per source and day, leaves only. A visitor may come several ways: sources add up to more than the shop.",
    )
    lights = ("cvr", "uv_value")
    place = draw_facts(
        canvas, fact_drawing(draft.catalog, SOURCE_DAY, TRAFFIC_GROUPS, TRAFFIC_WIDTHS, lights, "source"), note
    )
    reached = newest_tile(canvas, place, "sources_to", "SourceDay")
    tiles(canvas, 2, (reached, _sum_tile(canvas, place, "visitors"), _sum_tile(canvas, place, "gmv")))
    return canvas


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


def _beside_shop(figure: Node, name: str, lang: Lang) -> Node:
    """The sources' sum beside the shop's own figure."""
    whole = metric(name)
    said = say(lang, "全店 ", "shop ") & call("TEXT", whole, "#,##0")
    return when(HAS_DAY, when(is_num(figure), when(is_num(whole), said)))
