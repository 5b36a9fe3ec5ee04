"""The item report (生意参谋 商品_全部): one .xls a day, every figure as text.

Source: the order of columns is that of a program that reads the real file.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from opsbook.features.demo.exports import shown
from opsbook.features.demo.exports.files import Export, xls
from opsbook.features.demo.facts.catalogue import ITEMS
from opsbook.features.demo.facts.items import ItemDay, item_days
from opsbook.features.demo.facts.shop import shop_by_date
from opsbook.features.demo.facts.story import LAST_DAY, days, last_days

DAYS = 14

HEADER = (
    *("统计日期", "商品ID", "商品名称", "货号", "商品状态", "商品标签", "商品访客数", "商品浏览量", "平均停留时长"),
    *("商品详情页跳出率", "商品收藏人数", "商品加购件数", "商品加购人数", "下单买家数", "下单件数", "下单金额"),
    *("下单转化率", "支付买家数", "支付件数", "支付金额", "商品支付转化率", "支付新买家数", "支付老买家数"),
    *("老买家支付金额", "聚划算支付金额", "访客平均价值", "成功退款金额", "竞争力评分", "年累计支付金额"),
    *("月累计支付金额", "月累计支付件数", "搜索引导支付转化率", "搜索引导访客数", "搜索引导支付买家数"),
    *("结构化详情引导转化率", "结构化详情引导成交占比"),
)


def item_exports() -> Iterator[Export]:
    """The daily files, oldest first; the last but one was downloaded twice and the browser numbered it."""
    for day in last_days(DAYS):
        again = " (1)" if (LAST_DAY - day).days == 1 else ""
        yield Export(f"【生意参谋平台】商品_全部_{day}_{day}{again}.xls", xls("全部商品", _rows(day)), day)


def _rows(day: date) -> list[list[str]]:
    notes = (
        "生意参谋 - 品类 - 商品排行",
        f"统计日期：{day} ~ {day}",
        "终端：所有终端",
        "说明：金额单位为元，时长单位为秒",
    )
    rows = sorted(_items(day), key=lambda row: -row.visitors)
    return [*([note] for note in notes), [*HEADER], *(_row(day, row) for row in rows)]


@cache
def _items(day: date) -> tuple[ItemDay, ...]:
    return item_days(shop_by_date()[day])


@cache
def _running(day: date) -> tuple[Mapping[str, int], Mapping[str, int], Mapping[str, int]]:
    """Since January 1: GMV by item; since the 1st: GMV and pieces by item."""
    year, month, pieces = ({item.id: 0 for item in ITEMS} for _ in range(3))
    for past in days(date(day.year, 1, 1), day):
        for row in _items(past):
            year[row.item.id] += row.gmv
            if past.month == day.month:
                month[row.item.id] += row.gmv
                pieces[row.item.id] += row.items
    return year, month, pieces


def _row(day: date, row: ItemDay) -> list[str]:
    item, (year, month, pieces) = row.item, _running(day)
    score = 60 + min(35, row.visitors // 120)
    return [
        *(str(day), item.id, item.title, item.code, "当前在线", shown.NOTHING),
        *(shown.count(row.visitors), shown.count(row.pageviews), shown.seconds(row.stay_seconds)),
        shown.percent(row.exit_rate, 1),
        *(shown.count(row.fav_users), shown.count(row.cart_items), shown.count(row.cart_users)),
        *(shown.count(row.order_buyers), shown.count(row.order_items), shown.yuan(row.order_amount)),
        shown.percent(row.order_buyers, row.visitors),
        *(shown.count(row.buyers), shown.count(row.items), shown.yuan(row.gmv)),
        shown.percent(row.buyers, row.visitors),
        *(shown.count(row.buyers - row.old_buyers), shown.count(row.old_buyers)),
        shown.yuan(row.gmv * row.old_buyers / row.buyers if row.buyers else 0),
        *(shown.NOTHING, shown.average(row.gmv, row.visitors), shown.yuan(row.refund), str(score)),
        *(shown.yuan(year[item.id]), shown.yuan(month[item.id]), shown.count(pieces[item.id])),
        shown.percent(row.search_buyers, row.search_visitors),
        *(shown.count(row.search_visitors), shown.count(row.search_buyers)),
        *(shown.NOTHING, shown.NOTHING),
    ]
