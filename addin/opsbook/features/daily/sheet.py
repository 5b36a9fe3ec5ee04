"""Daily: one row per calendar day of last year and this year; facts, the operator's notes, every metric."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.lights import day_rules
from opsbook.book.kit.format.styles import DAY_LONG, GROUND, MID, big, figure
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.place import Place
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.features.daily.days import is_net
from opsbook.features.daily.derived import attainment, derived
from opsbook.features.daily.tables import FOUND_TOO, SHOP_DAY
from opsbook.features.frame.reading import row
from opsbook.formulas.node import Column, Node, both, call, is_num, when
from opsbook.metrics.formula import formula
from opsbook.metrics.refer import same_row
from opsbook.model.answers import YES
from opsbook.model.catalog import Catalog
from opsbook.model.language import Label

DAYS = 731  # two consecutive years have at most one leap day

GROUPS = (
    Group(Label("日期", "Day"), ("date", "weekday", "event")),
    Group(Label("流量", "Traffic"), ("visitors", "pageviews", "depth", "bounce_rate")),
    Group(Label("转化", "Conversion"), ("fav_cart_rate", "order_cvr", "cvr", "peer_cvr")),
    Group(Label("成交", "Sales"), ("gmv", "goal", "attainment", "buyers", "aov", "old_buyer_share")),
    Group(Label("售后", "After sales"), ("refund_amount", "refund_rate", "negative_reviews")),
    Group(Label("推广", "Promotion"), ("ad_spend", "ad_gmv", "roi", "ad_share")),
    Group(Label("记录", "Notes"), ("partial", "note")),
    Group(
        Label("更多流量", "More traffic"),
        ("stay_seconds", "fav_users", "cart_users", "fav_rate", "cart_rate"),
        folded=True,
    ),
    Group(
        Label("更多成交", "More sales"),
        (
            *(
                "order_buyers",
                "order_amount",
                "orders",
                "items",
                "new_buyers",
                "old_buyers",
                "presale_buyers",
                "adj_cvr",
            ),
            *("pay_rate", "unit_price", "items_per_buyer", "uv_value", "net_gmv", "target_cvr", "target_aov"),
        ),
        folded=True,
    ),
    Group(
        Label("更多推广", "More promotion"),
        ("impressions", "clicks", "ad_orders", "ctr", "cpc", "cpm", "ad_cvr", "uv_cost", "cac"),
        folded=True,
    ),
    Group(
        Label("毛利", "Margin"),
        ("cogs", "gross_margin", "net_margin", "breakeven_roi", "uv_profit", "main_item_aov", "aov_ratio"),
        folded=True,
    ),
    Group(
        Label("服务与店铺", "Service and shop"),
        (
            *("inquiries", "inquiry_buyers", "inquiry_cvr", "dsr_item", "dsr_service", "dsr_logistics", "ship_hours"),
            *("rank", "shop_tier", "violation_points", "whole_day"),
        ),
        folded=True,
    ),
    Group(
        Label("自动取得（手填优先）", "Found in files (typed ones go first)"),
        tuple(f"{name}_found" for name in FOUND_TOO),
        folded=True,
    ),
    Group(Label("完整", "Complete"), ("missing",), folded=True),
)
LIGHTS = {
    name: f"{name}|shop"
    for name in (
        *("depth", "bounce_rate", "cvr", "adj_cvr", "attainment", "refund_rate", "roi", "pay_rate", "aov", "aov_ratio"),
        *(
            "fav_cart_rate",
            "inquiry_cvr",
            "dsr_item",
            "dsr_service",
            "dsr_logistics",
            "ship_hours",
            "ad_share",
            "uv_cost",
        ),
    )
}
SUMMED = ("visitors", "pageviews", "gmv", "goal", "buyers", "refund_amount", "negative_reviews", "ad_spend", "ad_gmv")


def daily(draft: Draft) -> Canvas:
    """The Daily sheet."""
    canvas = Canvas("daily", draft.say("日报", "Daily"), MID, draft)
    canvas.columns([16])
    drawing = Drawing(
        SHOP_DAY,
        GROUPS,
        shop_nodes(draft),
        LIGHTS,
        widths={"date": 92, "weekday": 48, "event": 124, "note": 176},
        formats={"date": DAY_LONG, "whole_day": DAY_LONG, "negative_reviews": "0"},
        body=((None,) * len(draft.catalog.columns["ShopDay"]),) * DAYS,
        reach=DAYS,
        filtered=True,
    )
    place = draw_table(canvas, 4, 1, drawing)
    _totals(canvas, place)
    note = canvas.say(
        "一天一行，导入后自动填好；黄底由你填，灰底是公式，空白是没有数据。",
        "One row a day, filled by import; yellow is yours, grey is formula, blank means no data.",
    )
    band(canvas, note, place.right + 1)
    way_back(canvas, place.column["note"], ("day_row", canvas.say("↓ 查看日期", "↓ Day shown")))
    more = canvas.say("更多指标：点列标上方的 + 展开 →", "More metrics: open with + above the columns →")
    canvas.put(2, place.column["partial"], more, font_size=9)
    canvas.rows([12, 28, 6], 1)
    canvas.rules.extend(day_rules((place.first, place.left, place.last, place.left + 1)))
    canvas.columns([16], place.right + 1)
    canvas.freeze = (place.first, 4)
    printed(canvas, repeat=(place.head - 1, place.head))
    return canvas


def _totals(canvas: Canvas, place: Place) -> None:
    """Totals that follow the user's filter, above the band."""
    canvas.area((2, 1, 2, place.column["ad_share"]), bg_color=GROUND, bold=True)
    canvas.put(2, 1, canvas.say("筛选合计", "Filtered total"), bold=True, indent=1)
    for name in SUMMED:
        node = _filtered_total(canvas.catalog, name)
        canvas.put(2, place.column[name], node, name=f"filtered_{name}", **figure(big(canvas.lang)))


def _filtered_total(catalog: Catalog, name: str) -> Node:
    """The sum of the rows a filter shows; of figures typed or else found empty where a row has both: SUBTOTAL cannot choose."""
    typed, found = Column("ShopDay", name), catalog.found_column("ShopDay", name)
    total = call("SUBTOTAL", 109, typed)
    if not found:
        return total
    twice = call("SUMPRODUCT", is_num(typed) * is_num(Column("ShopDay", found)))
    return when(twice.equals(0), total + call("SUBTOTAL", 109, Column("ShopDay", found)))


def from_goals(column: str, table: str, key: str, wanted: Node) -> Node:
    """A figure of the goal tables for this row; empty where there is none."""
    keys = Column(table, key)
    found = call("COUNTIFS", keys, wanted, Column(table, column), ">=-1E+300")
    return when(found.equals(0), "", call("SUMIFS", Column(table, column), keys, wanted))


def shop_nodes(draft: Draft) -> dict[str, Node | tuple[Node, ...]]:
    """Formulas of the ShopDay table: metrics from the row, goals from the Goals sheet."""
    date = row("ShopDay", "date")
    month = date - call("DAY", date) + 1
    nodes: dict[str, Node | tuple[Node, ...]] = {
        name: formula(draft.catalog.metrics[name].expr, same_row(draft.catalog, "ShopDay"))
        for name in draft.catalog.tables["ShopDay"].metrics
    }
    nodes["goal"] = when(is_num(date), from_goals("goal", "GoalDay", "date", date))
    nodes["target_cvr"] = when(is_num(date), from_goals("target_cvr", "GoalMonth", "month", month))
    nodes["target_aov"] = when(is_num(date), from_goals("target_aov", "GoalMonth", "month", month))
    nodes["attainment"] = _attainment(draft)
    nodes |= _from_margin()
    whole = both(is_num(date), is_num(row("ShopDay", "gmv")), row("ShopDay", "partial").differs(YES[draft.lang]))
    nodes["whole_day"] = when(whole, date)
    counted = when(is_net(draft.lang), row("ShopDay", "net_gmv"), row("ShopDay", "gmv"))  # what goals are set in
    nodes["missing"] = when(is_num(date), when(is_num(counted), "", 1))
    return nodes


def _from_margin() -> dict[str, Node]:
    """Metrics that build on the margin read its column: the cost of a day is worked out in one place."""
    margin, uv_value, ad_share = (row("ShopDay", name) for name in ("gross_margin", "uv_value", "ad_share"))
    return {
        "net_margin": derived("net_margin", gross_margin=margin, ad_share=ad_share),
        "uv_profit": derived("uv_profit", gross_margin=margin, uv_value=uv_value),
        "breakeven_roi": derived("breakeven_roi", gross_margin=margin),
    }


def _attainment(draft: Draft) -> Node:
    """Goal reached, in the measure the goal is set in: paid or net of refunds."""
    goal = row("ShopDay", "goal")
    return when(
        is_net(draft.lang),
        attainment(row("ShopDay", "net_gmv"), goal),
        formula(draft.catalog.metrics["attainment"].expr, same_row(draft.catalog, "ShopDay")),
    )
