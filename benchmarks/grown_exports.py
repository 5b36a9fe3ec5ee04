"""Exports of a shop of any size, in the forms the platforms write: for scaling.py.

Figures are invented and the same in every run. A few items sell most, as in every shop: the sales of the n-th go with 1/n.
"""

import csv
import os
import time
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from opsbook.features.demo.exports import ads, items, sources
from opsbook.features.demo.exports.files import Cell, csv_text, stamp, xls, xlsx

LAST_DAY = date(2026, 11, 12)
SHOP = "示例规模店"
TITLE = "秋冬加厚水洗棉四件套纯色床单被套宿舍单双人亲肤裸睡"
_NOTHING = "-"


def days_to(last: date, count: int) -> list[date]:
    """So many days up to a day, oldest first."""
    return [last - timedelta(count - 1 - number) for number in range(count)]


def write(folder: Path, name: str, content: bytes, day: date) -> Path:
    """A file, downloaded on the morning after its day."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    after = day + timedelta(1)
    moment = time.mktime((after.year, after.month, after.day, 9, 5, 0, 0, 0, -1))
    os.utime(path, (moment, moment))
    return path


def shop_file(folder: Path, days: Sequence[date]) -> Path:
    """A 店铺整体 export of some days."""
    header = ("统计日期", "店铺名称", "访客数", "浏览量", "支付金额", "支付买家数", "支付件数", "支付子订单数")
    rows: list[list[Cell]] = [[*header]]
    rows += [[str(day), SHOP, 12_000, 40_000, 88_000.5, 420, 700, 600] for day in days]
    name = f"店铺-整体-全部历史-分日-所有终端-{days[0]}_{days[-1]}.xlsx"
    return write(folder, name, xlsx("店铺-整体", rows), days[-1])


def item_file(folder: Path, day: date, count: int) -> Path:
    """A 商品_全部 export of a day."""
    chance = Random(day.toordinal())  # noqa: S311 - figures, no secrets
    rows: list[list[str]] = [["生意参谋 - 品类 - 商品排行"], [f"统计日期：{day} ~ {day}"], [_NOTHING], [_NOTHING]]
    rows.append([*items.HEADER])
    rows += [_item_row(day, number, chance) for number in range(1, count + 1)]
    return write(folder, f"【生意参谋平台】商品_全部_{day}_{day}.xls", xls("全部商品", rows), day)


def _item_row(day: date, number: int, chance: Random) -> list[str]:
    visitors = round(40_000 / number * chance.uniform(0.8, 1.2)) + chance.randint(0, 9)
    buyers = round(visitors * 0.03)
    figures = {
        "统计日期": str(day),
        "商品ID": str(600_000_000_000 + 37 * number),
        "商品名称": f"{TITLE}{number}",
        "货号": f"SP{number:05}",
        "商品状态": "当前在线",
        "商品访客数": f"{visitors:,}",
        "商品浏览量": f"{visitors * 3:,}",
        "平均停留时长": "21.35",
        "商品详情页跳出率": "61.20%",
        "商品收藏人数": f"{visitors // 40:,}",
        "商品加购人数": f"{visitors // 12:,}",
        "下单买家数": f"{buyers + buyers // 9:,}",
        "下单件数": f"{buyers * 2:,}",
        "下单金额": f"{buyers * 139.5:,.2f}",
        "支付买家数": f"{buyers:,}",
        "支付件数": f"{buyers + buyers // 3:,}",
        "支付金额": f"{buyers * 128.7:,.2f}",
        "支付新买家数": f"{buyers - buyers // 3:,}",
        "支付老买家数": f"{buyers // 3:,}",
        "成功退款金额": f"{buyers * 6.5:,.2f}",
    }
    return [figures.get(header, _NOTHING) for header in items.HEADER]


def source_file(folder: Path, day: date, count: int) -> Path:
    """A 店铺来源 export of a day: a hundred third-level sources to a second-level one."""
    rows: list[list[str]] = [["生意参谋 - 流量 - 店铺来源"], [f"统计日期：{day} ~ {day}"], *[[_NOTHING]] * 3]
    rows.append([*sources.HEADER])
    for number in range(count):
        figures = {
            "一级来源": f"一级{number // 1000}",
            "二级来源": f"二级{number // 100}",
            "三级来源": f"三级{number}",
            "访客数": f"{9000 // (number + 1) + 1:,}",
            "下单金额": "1,204.50",
            "下单买家数": "7",
            "支付金额": "1,104.50",
            "支付买家数": "6",
            "加购人数": "11",
            "新访客": "40",
        }
        rows.append([figures.get(header, _NOTHING) for header in sources.HEADER])
    return write(folder, f"【生意参谋平台】无线店铺流量来源-{day}_{day}.xls", xls("流量来源", rows), day)


def ad_file(folder: Path, day: date, count: int, *, keywords: bool) -> Path:
    """A 计划报表 of a day, or a 关键词报表 of twenty keywords to a plan."""
    names = ads.KEYWORD_NAMES if keywords else ads.PLAN_NAMES
    figures = {"展现量": "5200", "点击量": "210", "花费": "188.40", "直接成交金额": "400.00", "总成交金额": "660.00"}
    figures |= {"总成交笔数": "5", "总购物车数": "9", "总收藏数": "4"}
    measured = [figures.get(one, "\\N") for one in ads.METRICS]
    rows: list[list[str]] = [[*names, *ads.METRICS]]
    for number in range(count):
        plan = number // 20 if keywords else number
        scene = ("361", "关键词推广")
        named = (str(day), *scene, *scene, str(70_000_000 + plan), f"计划{plan}", f"四件套{number}")
        rows.append([*named[: len(names)], *measured])
    report = "关键词报表" if keywords else "计划报表"
    return write(folder, f"{report}_{stamp(day)}.csv", csv_text(rows, "utf-8-sig" if keywords else "gb18030"), day)


_ORDER_COLUMNS = (
    "订单编号 买家会员名 买家支付宝账号 支付单号 买家应付货款 买家应付邮费 总金额 买家实际支付金额 订单状态 买家留言 收货人姓名 收货地址_ 运送方式 "
    "联系电话_ 联系手机 订单创建时间 订单付款时间_ 宝贝标题_ 宝贝种类_ 物流单号_ 物流公司 订单备注 宝贝总数量 店铺Id 店铺名称 订单关闭原因"
)
ORDER_HEADER = tuple(
    name.replace("_", " ") for name in _ORDER_COLUMNS.split()
)  # some end with a blank, as in the real file


def order_file(folder: Path, last: date, count: int) -> Path:
    """An ExportOrderList of the thirty days up to a day; who bought, and where to, is invented and looks it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"ExportOrderList{last + timedelta(1):%Y%m%d}0905.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(ORDER_HEADER)
        writer.writerows(_orders(days_to(last, 30), count))
    return path


def _orders(days: Sequence[date], count: int) -> Iterable[list[str]]:
    for number in range(count):
        day = days[number * len(days) // count]
        paid = number % 20 != 0
        clock = f"{number % 24:02}:{number // 24 % 60:02}:{number // 1440 % 60:02}"
        amount = f"{50 + number % 300}.{number % 100:02}"
        figures = {
            "订单编号": f'="{2_000_000_000_000_000_000 + number}"',
            "买家会员名": f"示例买家{number % max(1, count * 3 // 4)}",
            "买家应付货款": amount,
            "买家应付邮费": "0.00",
            "总金额": amount,
            "买家实际支付金额": amount if paid else "0.00",
            "订单状态": "交易成功" if paid else "等待买家付款",
            "收货地址 ": "示例路1号",
            "运送方式": "快递",
            "订单创建时间": f"{day} {clock}",
            "订单付款时间 ": f"{day} {clock[:-1]}9" if paid else "",
            "宝贝标题 ": TITLE[:9],
            "宝贝种类 ": "1",
            "物流公司": "示例快递",
            "宝贝总数量": str(1 + number % 3),
            "店铺名称": SHOP,
        }
        yield [figures.get(header, "") for header in ORDER_HEADER]


WORDS = ("水洗棉", "磨毛", "四件套", "纯色", "床单", "被套", "冬被", "加厚", "枕头", "护颈", "毛毯", "全棉", "凉被", "双人")  # fmt: skip
PEER_HEADER = ("日期", "店铺", "商品ID", "标题", "标价", "券后价", "月销量", "评价数", "排名", "季节标签")


def peer_log(folder: Path, last: date, count: int) -> Path:
    """A log of so many weekly looks at the items of five shops; a tenth of the prices move every week."""
    chance = Random(1)  # noqa: S311 - prices to compare, no secrets
    weeks = min(50, max(2, count // 100))
    each = max(1, count // weeks)
    titles = ["".join(chance.sample(WORDS, 6)) for _ in range(each)]
    rows: list[list[Cell]] = [[*PEER_HEADER]]
    for week in range(weeks):
        day = last - timedelta(weeks=weeks - 1 - week)
        for number, title in enumerate(titles):
            price = round((90 + number % 300) * chance.choice((0.9, *(1,) * 9)), 1)
            named = (f"{day}", f"示例竞店{number % 5}", str(610_000_000_000 + number), title)
            rows.append([*named, 2 * price, price, chance.randint(100, 130), week * 10, 1 + number % 9, "秋冬"])
    content = csv_text(rows, "utf-8-sig")
    return write(folder, f"竞品日志_{last}.csv", content, last)
