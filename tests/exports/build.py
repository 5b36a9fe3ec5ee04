"""Builds the sample exports: nobody publishes originals, so these are made from the header lists of real reports.

Run `PYTHONPATH=tests python tests/exports/build.py`; the files are committed. Every figure, shop and name in them is invented.
Folders end in `-built` to say so: tests/exports/<platform>/<case>-built/<file as the platform names it>.
"""

from pathlib import Path

from exports import competitors, generic, marketplaces, orders, services
from exports.writers import Rows, csv, html, packed, xls, xlsx

HERE = Path(__file__).parent


def names(listed: str) -> list[str]:
    """Headers from one line of them."""
    return listed.split(",")


SHOP_HEADER = names(
    "统计日期,店铺名称,访客数,无线端访客数,浏览量,商品访客数,商品浏览量,平均停留时长,跳失率,加购人数,加购件数,商品收藏买家数,下单金额,"
    "下单买家数,下单件数,下单转化率,支付金额,支付买家数,支付件数,支付子订单数,支付转化率,客单价,UV价值,老访客数,新访客数,支付新买家数,"
    "支付老买家数,老买家支付金额,全站推广花费,关键词推广花费,精准人群推广花费,智能场景花费,淘宝客佣金,成功退款金额,评价数,会员总数,"
    "新增会员数,活跃会员数,会员成交金额,会员成交人数,关注店铺人数"
)
ITEM_HEADER = names(
    "统计日期,商品ID,商品名称,货号,商品状态,商品标签,商品访客数,商品浏览量,平均停留时长,商品详情页跳出率,商品收藏人数,商品加购件数,"
    "商品加购人数,下单买家数,下单件数,下单金额,下单转化率,支付买家数,支付件数,支付金额,商品支付转化率,支付新买家数,支付老买家数,"
    "老买家支付金额,聚划算支付金额,访客平均价值,成功退款金额,竞争力评分,年累计支付金额,月累计支付金额,月累计支付件数,"
    "搜索引导支付转化率,搜索引导访客数,搜索引导支付买家数,结构化详情引导转化率,结构化详情引导成交占比"
)
SOURCE_MEASURES = names(
    "访客数,下单金额,下单买家数,下单转化率,支付金额,支付买家数,支付转化率,客单价,UV价值,关注店铺人数,收藏商品买家数,加购人数,新访客"
)
SOURCE_HEADER = [
    *("一级来源", "二级来源", "三级来源"),
    *(name for measure in SOURCE_MEASURES for name in (measure, f"{measure}较前一日变化")),
    *("直接支付买家数", "收藏商品-支付买家数", "粉丝支付买家数", "加购商品-支付买家数"),
]
AD_HEADER = names(
    "展现量,点击量,花费,点击率,平均点击花费,千次展现花费,总预售成交金额,直接成交金额,间接成交金额,总成交金额,总成交笔数,直接成交笔数,"
    "点击转化率,投入产出比,总购物车数,直接购物车数,加购率,收藏宝贝数,收藏店铺数,总收藏加购数,总收藏数,成交人数"
)
PLAN_HEADER = ["日期", "场景ID", "场景名字", "原二级场景ID", "原二级场景名字", "计划ID", "计划名字", *AD_HEADER]
WORD_HEADER = [*PLAN_HEADER[:7], "词名字/词包名字", *AD_HEADER]


def row(header: list[str], filler: object = "-", **values: object) -> list[object]:
    """One row by header; what is not named holds the filler."""
    assert not values.keys() - set(header), values.keys() - set(header)
    return [values.get(name, filler) for name in header]


def shop_day(day: object, visitors: object, gmv: object, **more: object) -> list[object]:
    """One day of 店铺整体."""
    known = {"平均停留时长": "1分05秒", "跳失率": "48.20%", "支付买家数": "64", "支付件数": "81", "支付子订单数": "77"}
    parts = {
        "无线端访客数": "1",
        "商品访客数": "2",
        "新访客数": "3",
        "下单金额": "6,500.00",
        "下单买家数": "70",
        "浏览量": "9,100",
    }
    values = {"统计日期": day, "店铺名称": "示例旗舰店", "访客数": visitors, "支付金额": gmv, **known, **parts, **more}
    return row(SHOP_HEADER, **values)


def item(day: object, number: object, **more: object) -> list[object]:
    """One item of 商品_全部."""
    known = {
        "商品名称": "示例商品 夏季薄款",
        "商品状态": "当前在线",
        "商品访客数": "1,234",
        "商品浏览量": "2,468",
        "平均停留时长": "23.50",
    }
    sold = {
        "商品详情页跳出率": "61.25%",
        "支付买家数": "12",
        "支付件数": "15",
        "支付金额": "1,188.00",
        "搜索引导访客数": "400",
    }
    return row(ITEM_HEADER, **{"统计日期": day, "商品ID": number, **known, **sold, **more})


def source(one: str, two: str, three: str, visitors: str, gmv: str) -> list[object]:
    """One channel of 店铺来源."""
    values = {"一级来源": one, "二级来源": two, "三级来源": three, "访客数": visitors, "支付金额": gmv}
    shown = {
        "支付买家数": "3",
        "下单金额": gmv,
        "下单买家数": "3",
        "新访客": "5",
        "访客数较前一日变化": "-3.20%",
        "加购人数": "9",
    }
    return row(SOURCE_HEADER, **values, **shown)


def plan(day: object, number: object, name: str, spend: object, **more: object) -> list[object]:
    """One row of 计划报表."""
    ids = {"日期": day, "场景ID": 371, "场景名字": "关键词推广", "计划ID": number, "计划名字": name}
    seen = {
        "展现量": 10000,
        "点击量": 300,
        "花费": spend,
        "点击率": "3%",
        "总成交金额": 1860.5,
        "总成交笔数": 12,
        "投入产出比": 3.1,
    }
    carts = {"直接成交金额": 1200, "总购物车数": 40, "总收藏数": 22, "收藏宝贝数": 20}
    return row(PLAN_HEADER, "", **{**ids, **seen, **carts, **more})


def word(day: object, number: object, text: object, spend: object, **more: object) -> list[object]:
    """One row of 关键词报表."""
    cells = plan(day, number, "计划甲", spend, **more)
    return [*cells[:7], text, *cells[7:]]


ITEM_NOTES: Rows = [["商品排行"], ["统计日期：2026-06-18"], ["店铺名称：示例旗舰店"], ["注：- 表示没有数据"]]
SOURCE_NOTES: Rows = [
    ["无线店铺流量来源"],
    ["导出时间：2026-06-19 09:12:00"],
    ["统计日期", "2026-06-18"],
    ["终端：无线"],
    [""],
]
SHOP_NOTES: Rows = [
    ["店铺整体日报"],
    ["说明：指标口径自 2023-01-01 起调整"],
    [""],
    ["终端：所有终端"],
    [""],
    [""],
    [""],
]
DUPLICATED = [*SHOP_HEADER, "访客数", "支付金额", "支付转化率"]

TREE = [
    source("淘内免费", "汇总", "汇总", "700", "3,000.00"),
    source("淘内免费", "手淘搜索", "汇总", "400", "2,000.00"),
    source("淘内免费", "手淘搜索", "搜索结果页", "390", "1,900.00"),
    source("淘内免费", "手淘搜索", "图搜", "30", "100.00"),
    source("淘内免费", "手淘推荐", "汇总", "320", "1,000.00"),
    source("付费推广", "汇总", "汇总", "200", "900.00"),
    source("付费推广", "关键词推广（原直通车）", "汇总", "120", "600.00"),
    source("付费推广", "引力魔方", "汇总", "90", "300.00"),
    source("自主访问", "汇总", "汇总", "80", "1,100.00"),
]

TAB, BLANK = "\t", [""]
CASES: dict[str, tuple[str, bytes]] = {
    **competitors.CASES,
    **marketplaces.CASES,
    **orders.CASES,
    **services.CASES,
    **generic.CASES,
    "sycm/shop-2025": (
        "店铺-整体-全部历史-分日-所有终端.xlsx",
        xlsx(
            [
                DUPLICATED,
                [
                    *shop_day("2026-06-16", 2135, 6230.0, 跳失率=0.482, 全站推广花费=100.1, 关键词推广花费=200.2),
                    999,
                    1.0,
                    0.5,
                ],
                [*shop_day("2026-06-17", 2201, 5871.55, 跳失率=0.451, 成功退款金额=120.5), 999, 1.0, 0.5],
            ],
            percents=("跳失率",),
        ),
    ),
    "sycm/shop-old": (
        "【生意参谋平台】店铺整体日报2026-06-16_2026-06-17.xls",
        xls(
            [
                *SHOP_NOTES,
                SHOP_HEADER,
                shop_day("2026-06-16", "2,135", "6,230.00"),
                shop_day("2026-06-17", "2,201", "5,871.55"),
            ]
        ),
    ),
    "sycm/shop-month": (
        "【生意参谋平台】店铺整体月报.xls",
        xls([*SHOP_NOTES, SHOP_HEADER, shop_day("2024-01-01 ~ 2024-01-31", "70,135", "196,230.00")]),
    ),
    "sycm/shop-bad-cells": (
        "店铺-整体-分日_20260619_110330.xlsx",
        xlsx(
            [
                [*SHOP_HEADER, "买家会员名", "神秘指标", "交易指数"],
                [
                    *shop_day("2026/6/16 0:00", "2,135 ", "￥6,230.00元", 支付新买家数="abc"),
                    "李小样",
                    "13800138000",
                    "88",
                ],
                [
                    *shop_day(46190, "3.0", "--", 跳失率="48.2", 加购人数="-5"),
                    "王小样",
                    "浙江省杭州市示例路 1 号",
                    "88",
                ],
                [*shop_day("不是日期", "1", "2"), "", "", ""],
                [],
                [*shop_day("2026-06-16", "2,136", "6,230.00"), "", "", ""],
                [*shop_day("20260618", "1,800", "4,000", 跳失率="150", 评价数="1"), "", "", ""],
                [*shop_day("2026年06月19日", "300", "500", 平均停留时长="7小时41分52秒"), "", "", ""],
                ["总计", *shop_day("", "9", "9")[1:], "", "", ""],
            ]
        ),
    ),
    "sycm/items": (
        "【生意参谋平台】商品_全部_2026-06-18_2026-06-18 (1)(1).xls",
        xls(
            [
                *ITEM_NOTES,
                ITEM_HEADER,
                item("2026-06-18", "601234567890", 货号="A-01", 商品收藏人数="30", 商品加购人数="55", 成功退款金额="-"),
                item("2026-06-18", 601234567891, 商品名称="=SUM(1) 连衣裙"),
                item(
                    "2026-06-18", "601234567892", 商品访客数="-", 商品浏览量="-", 平均停留时长="-", 商品详情页跳出率="-"
                )[:6],
            ]
        ),
    ),
    "sycm/items-range": (
        "【生意参谋平台】商品_全部_2026-06-01_2026-06-18.xls",
        xls([*ITEM_NOTES[:1], ITEM_HEADER, item("2026-06-01", "601234567890"), item("2026-06-01", "601234567891")]),
    ),
    "sycm/items-damaged-ids": (
        "商品_全部_2026-06-18_2026-06-18.csv",
        csv(
            [
                ITEM_HEADER,
                item("2026-06-18", "6.01234E+11"),
                item("2026-06-18", '="601234567890"'),
                item("2026-06-18", "'601234567891" + TAB),
                item("2026-06-18", "合计"),
            ]
        ),
    ),
    "sycm/sources": (
        "【生意参谋平台】无线店铺流量来源-2026-06-18_2026-06-18.xls",
        xls([*SOURCE_NOTES, SOURCE_HEADER, *TREE]),
    ),
    "sycm/sources-name-date": (
        "【生意参谋平台】无线店铺流量来源-2026-06-18_2026-06-18.xls",
        xls(
            [
                ["无线店铺流量来源"],
                SOURCE_HEADER,
                source("经营优势", "汇总", "汇总", "10", "1"),
                *TREE[5:],
                ["合计", *TREE[0][1:]],
            ]
        ),
    ),
    "sycm/sources-renamed": (
        "【生意参谋平台】无线店铺流量来源-2026-06-18_2026-06-18.xls",
        xls(
            [
                SOURCE_HEADER,
                source("付费推广", "直通车", "汇总", "120", "600.10"),
                source("付费推广", "关键词推广", "汇总", "30", "50.20"),
                source("付费推广", "万相台", "汇总", "1", "1"),
            ]
        ),
    ),
    "sycm/item-sources-refused": (
        "商品来源.xls",
        xls(
            [
                ["一级来源", "二级来源", "三级来源", "访客数", "浏览量", "支付金额", "浏览量占比", "店内跳转人数"],
                ["淘内免费", "汇总", "汇总", "1", "2", "3", "4", "5"],
            ]
        ),
    ),
    "sycm/shop-as-html": (
        "店铺整体日报.xls",
        html(
            [
                *SHOP_NOTES,
                SHOP_HEADER,
                shop_day("2026-06-16", "2,135", "6,230.00"),
                shop_day("2026-06-17", "2,201", "5,871.55"),
            ]
        ),
    ),
    "sycm/shop-as-csv": (
        "店铺整体日报.xls",
        csv(
            [SHOP_HEADER, shop_day("2026-06-16", "2,135", "6,230.00"), shop_day("12-29-25", "2,201", "5,871.55")],
            "gb18030",
            TAB,
        ),
    ),
    "sycm/shop-renamed-column": (
        "店铺-整体-分日.csv",
        csv([["统计日期", "访客数", "支付总金额", "支付买家人数"], ["2026-06-16", "2135", "6230", "64"]]),
    ),
    "wxt/plans": (
        "计划报表_20260619_110330.csv",
        csv(
            [
                PLAN_HEADER,
                plan("2026-06-17", "7012345678", "计划甲", "600.05"),
                plan("2026-06-17", "7012345678", "计划甲", "0.15", 场景名字=""),
                plan("2026-06-17" + TAB, "7012345679", "-50% 大促", "88", 总成交金额="\\N", 总收藏数="nan"),
                plan("2026-06-19", "7012345678", "计划甲", "12.5"),
                row(PLAN_HEADER, "", 日期="总计", 花费="700.7"),
            ],
            "gb18030",
        ),
    ),
    "wxt/plans-zip": (
        "计划报表_20260619_110330.zip",
        packed(
            **{
                "计划报表_20260619_110330.csv": csv(
                    [PLAN_HEADER, plan("2026-06-17", "7012345678", "计划甲", "600.05")]
                ),
                "说明.pdf": b"%PDF-1.4",
                "内层.zip": packed(**{"a.csv": b"1,2"}),
            }
        ),
    ),
    "wxt/plans-2026": (
        "计划报表_20260619_110330.xlsx",
        xlsx(
            [
                [*(name.replace("名字", "名称") for name in PLAN_HEADER), "净成交金额", "成交花费"],
                [*plan("2026-06-17", 7012345678, "计划甲", 600.05), 1500, 1],
                [*plan("2026-06-18", 7012345678, "计划甲", 500), 1400, 1],
            ]
        ),
    ),
    "wxt/plans-no-date": (
        "计划报表_20260619_110330.csv",
        csv([PLAN_HEADER[1:], plan("", "7012345678", "计划甲", "600.05")[1:]]),
    ),
    "wxt/plans-name-date": (
        "计划报表_2026-06-17_2026-06-17.csv",
        csv([PLAN_HEADER[1:], plan("", "7012345678", "计划甲", "600.05")[1:]]),
    ),
    "wxt/plans-name-range": (
        "计划报表_2026-06-11_2026-06-17.csv",
        csv([PLAN_HEADER[1:], plan("", "7012345678", "计划甲", "600.05")[1:]]),
    ),
    "wxt/keywords": (
        "关键词报表_20260619_110330.csv",
        csv(
            [
                WORD_HEADER,
                word("2026-06-17", "7012345678", "连衣裙 夏", "100"),
                word("2026-06-17", "7012345678", "连衣裙 夏", "50", 点击量="20"),
                word("2026-06-17", "7012345678", "=1+1", "1"),
                word("2026-06-17", "7012345678", "+小个子\n显高", "2"),
                row(WORD_HEADER, "", 日期="2026-06-17", 计划名字="总计", 花费="153"),
            ]
        ),
    ),
    "wxt/crowd-refused": (
        "人群报表_20260619_110330.csv",
        csv([[*PLAN_HEADER, "人群名字"], [*plan("2026-06-17", "7012345678", "计划甲", "1"), "示例人群"]]),
    ),
}


def build() -> None:
    """Write every sample."""
    for case, (name, data) in CASES.items():
        file = HERE / f"{case}-built" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


if __name__ == "__main__":
    build()
