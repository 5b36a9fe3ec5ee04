"""From visitors to buyers, as the dashboard shows it."""

from opsbook.book.kit.calc_table import calc_drawing, numbered
from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.charts import BARS, flat_bars
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import PCT1
from opsbook.book.kit.grid import WHY_ROWS
from opsbook.book.kit.panel import Panel, draw_panel
from opsbook.book.kit.table import Drawing
from opsbook.features.daily.tables import CALC_FUNNEL
from opsbook.features.frame.dashboard.words import say
from opsbook.features.frame.reading import metric, number, ratio
from opsbook.formulas.node import Node, both, call, is_num, when
from opsbook.model.language import Label, Lang

STAGES = 4


def table(draft: Draft) -> Drawing:
    """Visitors, interest, orders, payments."""
    nodes = _funnel_nodes(draft.lang)
    return calc_drawing(CALC_FUNNEL, nodes, numbered(STAGES, CALC_FUNNEL), {"share": PCT1}, {"stage": 132})


def panel(canvas: Canvas) -> None:
    """The card of the dashboard."""
    chart = flat_bars(canvas.draft.places["CalcFunnel"], STAGES, "stage", BARS[:1], top=1.25)
    title = Label("转化漏斗（占访客）", "Funnel (of visitors)")
    draw_panel(canvas, Panel("dash_funnel", WHY_ROWS, (3, 2), title, funnel_finding(canvas.lang), (), chart))


def _funnel_nodes(lang: Lang) -> dict[str, Node | tuple[Node, ...]]:
    fav_cart = when(
        both(is_num(metric("fav_users")), is_num(metric("cart_users"))), metric("fav_users") + metric("cart_users")
    )
    words = ("访客", "收藏加购", "下单", "支付") if lang == "zh" else ("Visitors", "Fav + cart", "Ordered", "Paid")
    figures = (metric("visitors"), fav_cart, metric("order_buyers"), metric("buyers"))
    stages = tuple(
        when(is_num(figure), f"{word} " & call("TEXT", figure, "#,##0"), word)
        for word, figure in zip(words, figures, strict=True)
    )
    return {"stage": stages, "share": tuple(ratio(figure, metric("visitors")) for figure in figures)}


def funnel_finding(lang: Lang) -> Node:
    """Under the funnel: orders that were paid, against last week."""
    now, before = metric("pay_rate"), metric("pay_rate", "week_ago")
    turn = when(
        both(is_num(now), is_num(before)),
        say(lang, "，较上周同日 ", ", vs last week ") & number((now - before) * 100, '+0.0;"−"0.0;0.0') & "pp",
    )
    return when(
        is_num(now),
        say(lang, "下单支付率 ", "Orders paid ") & number(now, "0.0%") & turn,
        say(lang, "缺下单或支付数据", "Orders or payments missing"),
    )
