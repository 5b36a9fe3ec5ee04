"""What the eight cards of the dashboard show: value, goal, light.

A light is that of a row of Thresholds, so the list of lit thresholds holds every lit card. A card is held against its
goal; without one against the line of its light. A card whose light goes by another line than its goal says so.
"""

from collections.abc import Callable
from dataclasses import dataclass

from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import DECIMAL, PCT1, PCT2, RATIO
from opsbook.features.frame.reading import figure, metric, number, ratio, threshold
from opsbook.formulas.node import Name, Node, both, call, is_num, when
from opsbook.model.language import Label, Lang

GOAL, LINE, NET = Label("目标 ", "Goal "), Label("绿线 ", "Line "), Label("净目标 ", "Net goal ")
USUAL, FEWER = Label("近28天 ", "28 days "), Label("<28天 ", "<28 days ")


@dataclass(frozen=True, slots=True)
class Card:
    """One card.

    Args:
        id: metric id, or 'month'.
        label: name on the card.
        unit: small unit beside the name.
        value: the big figure.
        number: its format; empty for money and counts, which shorten themselves.
        goal: what it is held against.
        light: 1, 0, -1 or empty.
        reached: what counts towards the goal, where that need not be the value: a goal may be net of refunds.
        word: what stands before the goal: where it comes from.
        otherwise: other words, each with the condition under which it stands, of the goal's cell; the first that holds.
        judged: key of the threshold its light goes by, where that may draw another line than the goal.
        ceiling: lower is better: the goal is an upper limit.
        points: compared in percentage points instead of relative change.
        field: the field whose days a mean needs; the metric's own where it is one.
    """

    id: str
    label: Label
    unit: Label
    value: Node
    number: str
    goal: Node
    light: Node
    reached: Node | None = None
    word: Label = GOAL
    otherwise: Callable[[str, Draft], tuple[tuple[Label, str], ...]] | None = None
    judged: str = ""
    ceiling: bool = False
    points: bool = False
    field: str = ""


YUAN, NO_UNIT = Label("元", "CNY"), Label("", "")


def _lit(key: str) -> Node:
    return threshold(key, "light")


def _net(cell: str, draft: Draft) -> tuple[tuple[Label, str], ...]:
    del cell
    return ((NET, f'goal_metric="{draft.catalog.label_of("net_gmv")[draft.lang]}"'),)


def _usual(name: str) -> Callable[[str, Draft], tuple[tuple[Label, str], ...]]:
    """No target is set on Goals: the goal is what the last 28 days reached, or as many of them as are known."""

    def words(cell: str, _draft: Draft) -> tuple[tuple[Label, str], ...]:
        same = f"IF(ISNUMBER({cell}),IF(ISNUMBER({name}),ROUND({cell}-{name},12)=0,FALSE),FALSE)"
        return (FEWER, f"IF({same},known_28d<28,FALSE)"), (USUAL, same)

    return words


def light_note(card: Card, lang: Lang) -> Node:
    """Name the line a card's light goes by where that is not its goal; a base as it stands by its name."""
    goal, line, base = (
        Name(f"card_{card.id}_goal"),
        threshold(card.judged, "green_bound"),
        threshold(card.judged, "green_base"),
    )
    name = when(threshold(card.judged, "green").equals(1), base) & ""
    said = Label("灯看", "vs ")[lang] & when(name.equals(""), LINE[lang], name & " ") & number(line, card.number)
    apart = when(is_num(goal), call("ROUND", line - goal, 12).differs(0), otherwise=True)
    return when(both(is_num(Name(f"card_{card.id}_light")), is_num(line)), when(apart, said))


CARDS: tuple[Card, ...] = (
    Card(
        "gmv",
        Label("支付金额", "GMV"),
        YUAN,
        metric("gmv"),
        "",
        figure("day_goal"),
        _lit("attainment|shop"),
        reached=figure("day_actual"),
        otherwise=_net,
    ),
    Card(
        "visitors",
        Label("访客数", "Visitors"),
        NO_UNIT,
        metric("visitors"),
        "",
        figure("visitor_goal"),
        _lit("visitor_attainment|shop"),
    ),
    Card(
        "cvr",
        Label("支付转化率", "Conversion"),
        NO_UNIT,
        metric("cvr"),
        PCT2,
        figure("target_cvr"),
        _lit("cvr|shop"),
        otherwise=_usual("cvr_28d"),
        judged="cvr|shop",
        points=True,
        field="buyers",
    ),
    Card(
        "aov",
        Label("客单价", "AOV"),
        YUAN,
        metric("aov"),
        DECIMAL,
        figure("target_aov"),
        _lit("aov|shop"),
        otherwise=_usual("aov_28d"),
        judged="aov|shop",
        field="buyers",
    ),
    Card(
        "fav_cart_rate",
        Label("收藏加购率", "Fav + cart"),
        NO_UNIT,
        metric("fav_cart_rate"),
        PCT1,
        threshold("fav_cart_rate|shop", "green_bound"),
        _lit("fav_cart_rate|shop"),
        word=LINE,
        points=True,
        field="fav_users",
    ),
    Card(
        "refund_rate",
        Label("退款率", "Refund rate"),
        NO_UNIT,
        metric("refund_rate"),
        PCT1,
        threshold("refund_rate|shop", "green_bound"),
        _lit("refund_rate|shop"),
        word=Label("上限 ", "Max "),
        ceiling=True,
        points=True,
        field="refund_amount",
    ),
    Card(
        "roi",
        Label("推广ROI", "Ad ROI"),
        NO_UNIT,
        metric("roi"),
        RATIO,
        threshold("roi|shop", "green_bound"),
        _lit("roi|shop"),
        word=LINE,
        field="ad_spend",
    ),
    Card(
        "month",
        Label("本月达成", "Month"),
        NO_UNIT,
        ratio(figure("month_actual"), figure("month_goal")),
        PCT1,
        ratio(figure("month_due"), figure("month_goal")),
        _lit("month_pace|shop"),
        word=Label("应达 ", "Due "),
    ),
)
