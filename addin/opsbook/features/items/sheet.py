"""Items: one growing table, a row an item and day."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.cells import cell_name
from opsbook.book.kit.format.styles import ACCENT, INT, MID
from opsbook.book.kit.heading import Tile, tiles
from opsbook.book.kit.place import Place
from opsbook.book.kit.table import Group
from opsbook.book.plan import Rule
from opsbook.features.frame.dashboard.words import say
from opsbook.features.frame.reading import HAS_DAY, THE_DAY
from opsbook.features.frame.sheets.fact_sheet import draw_facts, fact_drawing, newest_tile
from opsbook.features.items.tables import ITEM_DAY
from opsbook.formulas.node import Column, Node, call, when
from opsbook.model.language import Label, Lang

ITEM_GROUPS = (
    Group(Label("商品", "Item"), ("date", "item_id", "title", "sku_code")),
    Group(Label("流量", "Traffic"), ("visitors", "pageviews", "stay_seconds", "exit_rate")),
    Group(Label("兴趣", "Interest"), ("fav_users", "cart_users", "fav_cart_rate")),
    Group(Label("下单", "Orders"), ("order_buyers", "order_amount")),
    Group(Label("支付", "Sales"), ("buyers", "items", "gmv", "cvr", "aov", "unit_price", "uv_value")),
    Group(Label("人群与售后", "People, after sales"), ("new_buyers", "old_buyers", "refund_amount", "refund_rate")),
)

ITEM_WIDTHS = {"title": 300, "sku_code": 92, "item_id": 120}


def items(draft: Draft) -> Canvas:
    """The Items sheet."""
    canvas = Canvas("items", draft.say("商品", "Items"), MID, draft)
    note = canvas.say(
        "一天一个商品一行，来自生意参谋「全量商品」。", "One row per item and day, from the all-items report."
    )
    lights = ("cvr", "fav_cart_rate", "refund_rate")
    place = draw_facts(
        canvas, fact_drawing(draft.catalog, ITEM_DAY, ITEM_GROUPS, ITEM_WIDTHS, lights, "item"), note, frozen=4
    )
    canvas.rules.append(_main_item(place))
    title, words = place.column["title"], say(draft.lang, "商品数（表内）", "Items (in the table)")
    counted = Tile(title, title, words, _items_of_day(draft.lang), INT, "", "tile_items")
    tiles(canvas, 2, (newest_tile(canvas, place, "items_to", "ItemDay"), counted))
    return canvas


def _items_of_day(lang: Lang) -> Node:
    """How many items of the day shown stand in the table; the row of the rest is none."""
    others = ITEM_DAY.foremost.others[lang] if ITEM_DAY.foremost else ""
    rows = (Column("ItemDay", "date"), THE_DAY)
    found = call("COUNTIFS", *rows) - call("COUNTIFS", *rows, Column("ItemDay", "item_id"), others)
    return when(HAS_DAY, when(found > 0, found))  # none: not imported, or in the history by now


def _main_item(place: Place) -> Rule:
    """Rows of the main item named on Settings stand out, however the table is sorted."""
    first, last = place.column["item_id"], place.column["title"]
    cell = cell_name(place.first, first, column_fixed=True)
    look = style(bold=True, font_color=ACCENT)
    return Rule((place.first, first, place.last, last), f'AND({cell}<>"",{cell}=main_item)', look)
