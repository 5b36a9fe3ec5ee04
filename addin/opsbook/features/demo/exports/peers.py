"""What the shop's operator wrote down of competitors, and the export of customers lost to them.

Source: the workbook's own headers; 生意参谋 取数 商品-流失竞店分布 as a program reads it.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from opsbook.features.demo.exports import shown
from opsbook.features.demo.exports.files import Export, csv_text, xlsx
from opsbook.features.demo.facts.catalogue import HERO, ITEMS, Item
from opsbook.features.demo.facts.chance import wobble
from opsbook.features.demo.facts.peers import COPYCAT, LEADER, NEIGHBOUR, Sighting, sightings
from opsbook.features.demo.facts.story import SHOP, last_days

LOG_HEADER = (
    *("日期", "店铺", "商品ID", "标题", "标价", "券后价", "月销量", "评价数", "排名", "上架日期", "季节标签", "主图"),
)
LOST_HEADER = (
    *("统计日期", "店铺名称", "商品ID", "商品标题", "时间类型", "退款场景", "退款后状态"),
    *("流失商家ID", "流失商品ID", "竞品流失金额"),
)
LOST_DAYS = 7

_STRANGER = "a shop the operator does not know"
_SELLER = {LEADER: "2208417735", NEIGHBOUR: "2201996420", COPYCAT: "2213605518", _STRANGER: "2206630971"}

# Our item, who sold instead, its item, yuan on an ordinary day.
_LOST: tuple[tuple[Item, str, str, float], ...] = (
    (HERO, NEIGHBOUR, "684120337756", 760),
    (HERO, COPYCAT, "695530128864", 410),
    (ITEMS[1], LEADER, "693015577201", 520),
    (ITEMS[3], LEADER, "702118834490", 230),
    (ITEMS[4], LEADER, "684470912655", 480),
    (ITEMS[15], NEIGHBOUR, "672850914463", 120),
    (HERO, _STRANGER, "718843620915", 290),
)


def peer_exports() -> Iterator[Export]:
    """The log as one .csv a month, then a week of lost customers as an .xlsx."""
    for _, looks in groupby(sightings(), lambda look: f"{look.day:%Y-%m}"):
        rows = list(looks)
        content = csv_text([LOG_HEADER, *map(_log_row, rows)], "utf-8-sig")
        yield Export(f"竞品日志_{rows[0].day}_{rows[-1].day}.csv", content, rows[-1].day)
    days = last_days(LOST_DAYS)
    name = f"商品-流失竞店分布-分日-全部商品-全部时间类型-全部退款场景-全部退款后状态-{days[0]}-{days[-1]}.xlsx"
    yield Export(name, xlsx("流失竞店分布", [LOST_HEADER, *_lost_rows(days)]), days[-1])


def _log_row(look: Sighting) -> list[str | int | float]:
    prices = (look.list_price, look.price)
    seen = (str(look.day), look.shop, look.item, look.title)
    return [*seen, *prices, look.sales, look.reviews, look.rank, str(look.listed), look.season, look.image]


def _lost_rows(days: tuple[date, ...]) -> Iterator[list[str]]:
    """Every loss twice, as the report has it: on the day it was paid for and on the day it was refunded."""
    for day in days:
        for item, shop, theirs, yuan in _LOST:
            seller = _SELLER[shop]  # all that the report tells of it
            amount = shown.plain_yuan(round(yuan * 100 * wobble(0.3, day, seller, theirs)))
            for counted in ("支付时间", "退款时间"):
                ours = (str(day), SHOP, item.id, item.title, counted, "全部", "流失到竞店")
                yield [*ours, seller, theirs, amount]
