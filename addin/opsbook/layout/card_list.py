"""What the eight cards of the dashboard show: value, goal, light.

A light is that of a row of Thresholds, so the list of lit thresholds holds every lit card; a card is held against the
goal or the line its light is judged by.
"""

from collections.abc import Callable
from dataclasses import dataclass

from opsbook.formulas.node import Node, is_num, when
from opsbook.layout.reading import figure, metric, ratio, threshold
from opsbook.layout.styles import DECIMAL, PCT1, PCT2, RATIO
from opsbook.metrics.registry import METRIC
from opsbook.vocabulary.language import Label, Lang

GOAL, LINE, NET = Label("目标 ", "Goal "), Label("绿线 ", "Line "), Label("净目标 ", "Net goal ")


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
        otherwise: the word when a condition holds, and the condition, of the goal's cell.
        ceiling: lower is better: the goal is an upper limit.
        points: compared in percentage points instead of relative change.
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
    otherwise: Callable[[str, Lang], tuple[Label, str]] | None = None
    ceiling: bool = False
    points: bool = False


YUAN, NO_UNIT = Label("元", "CNY"), Label("", "")


def _lit(key: str) -> Node:
    return threshold(key, "light")


def _net(cell: str, lang: Lang) -> tuple[Label, str]:
    del cell
    return NET, f'goal_metric="{METRIC["net_gmv"].label[lang]}"'


def _not(target: str) -> Callable[[str, Lang], tuple[Label, str]]:
    """The goal is another number than the target of Goals: the operator's line of Thresholds."""
    return lambda cell, _lang: (
        LINE,
        f"IF(ISNUMBER({cell}),IF(ISNUMBER({target}),ROUND({cell}-{target},12)<>0,TRUE),FALSE)",
    )


def _line(key: str, target: str) -> Node:
    """What the light of a card judges by; the target of Goals only where there is no such line."""
    line = threshold(key, "green_bound")
    return when(is_num(line), line, figure(target))


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
        _line("cvr|shop", "target_cvr"),
        _lit("cvr|shop"),
        otherwise=_not("target_cvr"),
        points=True,
    ),
    Card(
        "aov",
        Label("客单价", "AOV"),
        YUAN,
        metric("aov"),
        DECIMAL,
        _line("aov|shop", "target_aov"),
        _lit("aov|shop"),
        otherwise=_not("target_aov"),
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
