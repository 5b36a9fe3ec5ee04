"""What happens in the shop of `five_weeks.py` before each morning: the usual reports, and on known days an accident.

An accident is a function of the shop named after its day; days without one bring a report of the shop and one of its items.
"""

from collections.abc import Callable
from datetime import date

from five_weeks_shop import ITEM, SHOP, USUAL, Shop, csv_text, day_of, figures, item_report, row, shop_report, zipped

from opsbook.features.demo.exports.files import xlsx
from opsbook.features.demo.exports.shop import NEW_HEADER
from opsbook.hosts.files.host import FilesHost
from opsbook.model.values import serial

DAILY = ("统计日期", "访客数", "浏览量", "支付买家数", "支付件数", "支付金额", "成功退款金额")
OTHERS = "【生意参谋平台】店铺整体日报_别家.xlsx"
WEEK = "一周合计_2026-10-15_2026-10-21.csv"


def usual(shop: Shop, day: date, gmv: float = USUAL) -> None:
    """The two reports of a day."""
    shop.put(*shop_report(day, figures(gmv)), day)
    shop.put(*item_report(day, {ITEM: 600}), day)


def on(label: str) -> Callable[[Shop], None]:
    """A usual day."""
    return lambda shop: usual(shop, day_of(label))


def own_rows(shop: Shop, label: str, name: str, *rows: list, header: tuple = DAILY) -> None:
    """A report that somebody saved as .csv, with rows as they stand."""
    shop.put(f"{name}_{day_of(label)}.csv", csv_text([list(header), *rows], "gb18030"), day_of(label))


def nothing(_: Shop) -> None:
    """No report is downloaded."""


def the_5th(shop: Shop) -> None:
    """A better day."""
    usual(shop, day_of("10-05"), 12_500)


def the_6th(shop: Shop) -> None:
    """The back-end calls GMV by another name."""
    head = tuple("支付金额总计" if name == "支付金额" else name for name in DAILY)
    values = {"支付金额总计": USUAL, "统计日期": "2026-10-06", **figures()}
    own_rows(shop, "10-06", "店铺整体", row(head, values), header=head)


def the_7th(shop: Shop) -> None:
    """The operator says what the column is; the day's own report comes under its old name."""
    shop.must(0, "import", shop.inbox / "店铺整体_2026-10-06.csv", "--map", "支付金额总计=支付金额")
    usual(shop, day_of("10-07"))


def the_8th(shop: Shop) -> None:
    """The report of the 3rd is found."""
    usual(shop, day_of("10-03"))
    usual(shop, day_of("10-08"))


def the_9th(shop: Shop) -> None:
    """A worse day, dates in words."""
    own_rows(shop, "10-09", "店铺整体", row(DAILY, {"统计日期": "Oct 9, 2026", **figures(7_500)}))


def the_10th(shop: Shop) -> None:
    """Dates as a person writes them."""
    own_rows(shop, "10-10", "店铺整体", row(DAILY, {"统计日期": "2026年10月10日 星期六", **figures()}))


def the_11th(shop: Shop) -> None:
    """Bands above the names of the columns."""
    bands, names = ["统计日期", "流量", "", "交易", "", "", "售后"], ("", *DAILY[1:])
    own_rows(
        shop, "10-11", "店铺整体", list(names), row(DAILY, {"统计日期": "2026-10-11", **figures()}), header=tuple(bands)
    )


def the_12th(shop: Shop) -> None:
    """The report of another shop lies in the inbox: ours is taken, and the items, which name no shop, wait."""
    day = day_of("10-12")
    rows = [[*NEW_HEADER], row(NEW_HEADER, {"统计日期": str(day), "店铺名称": "别家的店", **figures(999_999)})]
    shop.put(OTHERS, xlsx("店铺-整体", rows), day)
    usual(shop, day)


def the_13th(shop: Shop) -> None:
    """The other shop's file is taken out."""
    shop.gone(OTHERS)
    usual(shop, day_of("10-13"))


def the_14th(shop: Shop) -> None:
    """A row for each terminal and one for all of them."""
    head = ("统计日期", "终端", *DAILY[1:])
    parts = (("PC端", 2_000), ("所有终端", USUAL), ("无线端", 8_000))
    rows = [
        row(head, {**figures(gmv), "统计日期": "2026-10-14", "终端": one, "访客数": gmv / 20}) for one, gmv in parts
    ]
    own_rows(shop, "10-14", "店铺整体", *rows, header=head)


def the_15th(shop: Shop) -> None:
    """October's goal is set anew in the middle of the month."""
    shop.must(0, "goal", "--month", "2026-10", "344000")
    usual(shop, day_of("10-15"))


def the_16th(shop: Shop) -> None:
    """Somebody copies values over formulas in Daily."""
    host = FilesHost(shop.book)
    table = host.book.table("ShopDay")
    page, column = host.book.sheet(table.sheet), table.place.left + table.column("客单价")
    dates = [cells[0] for cells in host.book.values(table)]
    for at in range(3):
        host.book.write(page, table.body.top + dates.index(serial(day_of("10-01")) + at), column, 77.0)
    shop.book.write_bytes(host.book.to_bytes())
    usual(shop, day_of("10-16"))


def the_17th(shop: Shop) -> None:
    """They are repaired."""
    shop.must(0, "check", "--repair")
    usual(shop, day_of("10-17"))


def the_18th(shop: Shop) -> None:
    """The 17th is downloaded again, with another figure."""
    usual(shop, day_of("10-18"))
    shop.put(
        "店铺整体_更正_2026-10-17.xlsx",
        shop_report(day_of("10-18"), figures(11_000, 统计日期="2026-10-17"))[1],
        day_of("10-18"),
    )


def the_19th(shop: Shop) -> None:
    """A caption above and a total below the day."""
    total = row(DAILY, {**figures(191_000), "统计日期": "合计"})
    own_rows(shop, "10-19", "店铺整体", ["第三周"], row(DAILY, {"统计日期": "2026-10-19", **figures()}), total)


def the_20th(shop: Shop) -> None:
    """Amounts as a page shows them."""
    said = {"统计日期": "2026-10-20", "支付金额": "¥1.00万", "浏览量": "1,500", "成功退款金额": "0.00元"}
    own_rows(shop, "10-20", "店铺整体", row(DAILY, {**figures(), **said}))


def the_21st(shop: Shop) -> None:
    """A week's total lies beside the day."""
    usual(shop, day_of("10-21"))
    total = row(DAILY, {**figures(70_000), "统计日期": "2026-10-15 ~ 2026-10-21"})
    shop.put(WEEK, csv_text([list(DAILY), total], "gb18030"), day_of("10-21"))


def the_22nd(shop: Shop) -> None:
    """It is taken out."""
    shop.gone(WEEK)
    usual(shop, day_of("10-22"))


def the_26th(shop: Shop) -> None:
    """The days of the weekend come in a zip."""
    reports = [shop_report(day_of(label), figures()) for label in ("10-23", "10-24")]
    shop.put("周末.zip", zipped(dict(reports), day_of("10-26")), day_of("10-26"))
    usual(shop, day_of("10-26"))


def the_evening_of_the_27th(shop: Shop) -> None:
    """The day is downloaded before it is over."""
    own_rows(shop, "10-26", "店铺整体_今日", row(DAILY, {"统计日期": "2026-10-27", **figures(6_000)}))


def the_28th(shop: Shop) -> None:
    """Two items whose ids are alike in their first fifteen digits."""
    usual(shop, day_of("10-28"))
    shop.put(*item_report(day_of("10-28"), {f"{ITEM}4": 250, f"{ITEM}5": 350}), day_of("10-28"))


def november_1st(shop: Shop) -> None:
    """Somebody wants another goal for October, which is over."""
    shop.must(2, "goal", "--month", "2026-10", "400000")
    usual(shop, day_of("11-01"))


def november_2nd(shop: Shop) -> None:
    """The last day of October is corrected."""
    usual(shop, day_of("11-02"))
    shop.put(
        "店铺整体_更正_2026-10-31.xlsx",
        shop_report(day_of("11-02"), figures(13_000, 统计日期="2026-10-31"))[1],
        day_of("11-02"),
    )


def november_4th(shop: Shop) -> None:
    """The shop was closed on the 3rd."""
    closed = serial(day_of("11-03"))
    shop.type(("Events", {"event": "盘点", "phase": "休业", "start": closed, "end": closed}))
    usual(shop, day_of("11-04"))


ACCIDENTS = {
    "10-03": nothing, "10-05": the_5th, "10-06": the_6th, "10-07": the_7th, "10-08": the_8th, "10-09": the_9th,
    "10-10": the_10th, "10-11": the_11th, "10-12": the_12th, "10-13": the_13th, "10-14": the_14th, "10-15": the_15th,
    "10-16": the_16th, "10-17": the_17th, "10-18": the_18th, "10-19": the_19th, "10-20": the_20th, "10-21": the_21st,
    "10-22": the_22nd, "10-26": the_26th, "10-27 20:00": the_evening_of_the_27th, "10-28": the_28th,
    "11-01": november_1st, "11-02": november_2nd, "11-04": november_4th,
}  # fmt: skip


def comes(label: str, shop: Shop) -> None:
    """What happens before a morning."""
    ACCIDENTS.get(label, on(label))(shop)


__all__ = ["ACCIDENTS", "SHOP", "comes"]
