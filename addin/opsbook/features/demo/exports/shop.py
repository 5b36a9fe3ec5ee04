"""The shop report (生意参谋 店铺整体): monthly files, the older .xls and the newer .xlsx shape.

Source: names and shape as collected from programs that read the real files; the notes above the older header are made up.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby

from opsbook.features.demo.exports import shown
from opsbook.features.demo.exports.files import Cell, Export, xls, xlsx
from opsbook.features.demo.facts.shop import ShopDay, shop_days
from opsbook.features.demo.facts.story import FIRST_DAY, SHOP

NEW_LOOK = date(2026, 5, 1)  # first month of the newer shape


class _Show(Enum):
    """How a figure of the report looks."""

    COUNT = "count"
    YUAN = "yuan"  # kept in cents
    RATE = "rate"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class _Column:
    header: str
    show: _Show
    value: Callable[[ShopDay], float]


def _members(day: ShopDay) -> int:
    return 28400 + 37 * (day.sales.date - FIRST_DAY).days


_C, _Y, _R = _Show.COUNT, _Show.YUAN, _Show.RATE

_COLUMNS = (
    _Column("访客数", _C, lambda d: d.sales.visitors),
    _Column("无线端访客数", _C, lambda d: d.sales.visitors * _MOBILE),
    _Column("浏览量", _C, lambda d: d.pageviews),
    _Column("商品访客数", _C, lambda d: d.item_visitors),
    _Column("商品浏览量", _C, lambda d: d.pageviews * 0.71),
    _Column("平均停留时长", _Show.SECONDS, lambda d: d.stay_seconds),
    _Column("跳失率", _R, lambda d: d.bounce_rate),
    _Column("加购人数", _C, lambda d: d.cart_users),
    _Column("加购件数", _C, lambda d: d.cart_users * 1.31),
    _Column("商品收藏买家数", _C, lambda d: d.fav_users),
    _Column("下单金额", _Y, lambda d: d.sales.order_amount),
    _Column("下单买家数", _C, lambda d: d.sales.order_buyers),
    _Column("下单件数", _C, lambda d: d.sales.items * d.sales.order_buyers / d.sales.buyers),
    _Column("下单转化率", _R, lambda d: d.sales.order_buyers / d.sales.visitors),
    _Column("支付金额", _Y, lambda d: d.sales.gmv),
    _Column("支付买家数", _C, lambda d: d.sales.buyers),
    _Column("支付件数", _C, lambda d: d.sales.items),
    _Column("支付子订单数", _C, lambda d: d.sales.orders),
    _Column("支付转化率", _R, lambda d: d.sales.buyers / d.sales.visitors),
    _Column("客单价", _Y, lambda d: d.sales.gmv / d.sales.buyers),
    _Column("UV价值", _Y, lambda d: d.sales.gmv / d.sales.visitors),
    _Column("老访客数", _C, lambda d: d.sales.visitors - d.new_visitors),
    _Column("新访客数", _C, lambda d: d.new_visitors),
    _Column("支付新买家数", _C, lambda d: d.sales.buyers - d.old_buyers),
    _Column("支付老买家数", _C, lambda d: d.old_buyers),
    _Column("老买家支付金额", _Y, lambda d: d.old_gmv),
    _Column("全站推广花费", _Y, lambda d: d.spend[0]),
    _Column("关键词推广花费", _Y, lambda d: d.spend[1]),
    _Column("精准人群推广花费", _Y, lambda d: d.spend[2]),
    _Column("智能场景花费", _Y, lambda d: d.spend[3]),
    _Column("淘宝客佣金", _Y, lambda d: d.sales.gmv * 0.012),
    _Column("成功退款金额", _Y, lambda d: d.refund),
    _Column("评价数", _C, lambda d: d.sales.buyers * 0.18),
    _Column("会员总数", _C, _members),
    _Column("新增会员数", _C, lambda _: 37),
    _Column("活跃会员数", _C, lambda d: d.sales.visitors * 0.062),
    _Column("会员成交金额", _Y, lambda d: d.old_gmv * 0.74),
    _Column("会员成交人数", _C, lambda d: d.old_buyers * 0.71),
    _Column("关注店铺人数", _C, lambda d: d.sales.visitors * 0.0045),
)

# The newer download repeats some metrics for one kind of terminal under the same name.
_MOBILE = 0.972
_REPEATED = ("访客数", "浏览量", "加购人数", "支付金额", "支付买家数", "支付件数")
_MOBILE_COLUMNS = tuple(column for column in _COLUMNS if column.header in _REPEATED)

OLD_HEADER = ("统计日期", *(column.header for column in _COLUMNS))
NEW_HEADER = ("统计日期", "店铺名称", *(column.header for column in _COLUMNS), *_REPEATED)


def shop_exports() -> Iterator[Export]:
    """The monthly files, oldest first."""
    for _, month in groupby(shop_days(), key=lambda day: (day.sales.date.year, day.sales.date.month)):
        days = tuple(month)
        first, last = days[0].sales.date, days[-1].sales.date
        if first < NEW_LOOK:
            yield Export(f"【生意参谋平台】店铺整体日报_{first}_{last}.xls", xls("店铺整体日报", _old_rows(days)), last)
        else:
            name = f"店铺-整体-全部历史-分日-所有终端-{first}_{last}.xlsx"
            yield Export(name, xlsx("店铺-整体", _new_rows(days)), last)


def _old_rows(days: tuple[ShopDay, ...]) -> list[list[Cell]]:
    notes = (
        *("生意参谋 - 自助取数", "报表名称：店铺整体日报", "统计维度：店铺", "统计粒度：自然日"),
        f"统计周期：{days[0].sales.date} ~ {days[-1].sales.date}",
        *("终端类型：所有终端", "说明：金额单位为元，时长单位为秒；数据以平台最终统计为准"),
    )
    body: list[list[Cell]] = [
        [str(day.sales.date), *(_text(column, column.value(day)) for column in _COLUMNS)] for day in days
    ]
    above: list[list[Cell]] = [[note] for note in notes]
    return [*above, [*OLD_HEADER], *body]


def _new_rows(days: tuple[ShopDay, ...]) -> list[list[Cell]]:
    body: list[list[Cell]] = []
    for day in days:
        whole = (_number(column, column.value(day)) for column in _COLUMNS)
        mobile = (_number(column, column.value(day) * _MOBILE) for column in _MOBILE_COLUMNS)
        body.append([str(day.sales.date), SHOP, *whole, *mobile])
    return [[*NEW_HEADER], *body]


def _text(column: _Column, value: float) -> str:
    match column.show:
        case _Show.COUNT:
            return shown.count(round(value))
        case _Show.YUAN:
            return shown.yuan(value)
        case _Show.RATE:
            return shown.percent(value, 1)
        case _:
            return shown.seconds(value)


def _number(column: _Column, value: float) -> Cell:
    match column.show:
        case _Show.COUNT:
            return round(value)
        case _Show.YUAN:
            return round(value) / 100
        case _Show.RATE:
            return shown.percent(value, 1)
        case _:
            return value
