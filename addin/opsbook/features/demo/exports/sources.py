"""The traffic report (生意参谋 店铺来源): one .xls a day, whose date stands only in its name and notes.

Source: order of metrics as read by programs; the spelling of the change columns is not proven, and of the last
ten columns only two names are known.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from opsbook.features.demo.exports import shown
from opsbook.features.demo.exports.files import Export, xls
from opsbook.features.demo.facts.shop import shop_by_date
from opsbook.features.demo.facts.sources import SourceDay, source_leaves, source_tree
from opsbook.features.demo.facts.story import last_days

DAYS = 60

_METRICS: tuple[tuple[str, Callable[[SourceDay], str], Callable[[SourceDay], float]], ...] = (
    ("访客数", lambda s: shown.count(s.visitors), lambda s: s.visitors),
    ("下单金额", lambda s: shown.yuan(s.order_amount), lambda s: s.order_amount),
    ("下单买家数", lambda s: shown.count(s.order_buyers), lambda s: s.order_buyers),
    ("下单转化率", lambda s: shown.percent(s.order_buyers, s.visitors), lambda s: _ratio(s.order_buyers, s.visitors)),
    ("支付金额", lambda s: shown.yuan(s.gmv), lambda s: s.gmv),
    ("支付买家数", lambda s: shown.count(s.buyers), lambda s: s.buyers),
    ("支付转化率", lambda s: shown.percent(s.buyers, s.visitors), lambda s: _ratio(s.buyers, s.visitors)),
    ("客单价", lambda s: shown.average(s.gmv, s.buyers), lambda s: _ratio(s.gmv, s.buyers)),
    ("UV价值", lambda s: shown.average(s.gmv, s.visitors), lambda s: _ratio(s.gmv, s.visitors)),
    ("关注店铺人数", lambda s: shown.count(s.followers), lambda s: s.followers),
    ("收藏商品买家数", lambda s: shown.count(s.fav_users), lambda s: s.fav_users),
    ("加购人数", lambda s: shown.count(s.cart_users), lambda s: s.cart_users),
    ("新访客", lambda s: shown.count(s.new_visitors), lambda s: s.new_visitors),
)
_PARTS = ("直接支付买家数", "收藏商品-支付买家数", "粉丝支付买家数", "加购商品-支付买家数")
_PART_SHARES = (0.62, 0.09, 0.06, 0.23)
_GUIDED = ("引导商品访客数", "引导短视频访客数")

HEADER = (
    *("一级来源", "二级来源", "三级来源"),
    *(header for name, _, _ in _METRICS for header in (name, f"{name}较前一日变化")),
    *_PARTS,
    *_GUIDED,
)


def source_exports() -> Iterator[Export]:
    """The daily files, oldest first."""
    for day in last_days(DAYS):
        name = f"【生意参谋平台】无线店铺流量来源-{day}_{day}.xls"
        yield Export(name, xls("流量来源", _rows(day)), day)


def _rows(day: date) -> list[list[str]]:
    notes = ("生意参谋 - 流量 - 店铺来源", f"统计日期：{day} ~ {day}", "终端：无线端", "对比：较前一日")
    before = {row.path: row for row in _tree(day - timedelta(1))}
    body = [_row(row, before[row.path]) for row in _tree(day)]
    return [*([note] for note in notes), ["说明：金额单位为元"], [*HEADER], *body]


def _tree(day: date) -> Sequence[SourceDay]:
    return source_tree(source_leaves(shop_by_date()[day]))


def _row(row: SourceDay, before: SourceDay) -> list[str]:
    cells = [*row.path]
    for _, text, number in _METRICS:
        cells += [text(row), shown.percent(number(row) - number(before), number(before))]
    cells += [shown.count(int(row.buyers * share)) for share in _PART_SHARES]
    return cells + [shown.NOTHING] * len(_GUIDED)


def _ratio(over: float, under: float) -> float:
    return over / under if under else 0.0
