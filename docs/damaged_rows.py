"""Rows and cells that are left out, and what is imported with a word on it."""

from damaged import (
    DAY,
    ITEM_HEAD,
    SHOP_HEAD,
    SHOPIFY_HEAD,
    SOLD,
    SOURCE_HEAD,
    TAOBAO_HEAD,
    WHOLE,
    Case,
    case,
    page,
    sheets,
    shop,
    text,
)
from damaged_writing import WRITTEN

ROWS: tuple[Case, case, ...] = (
    case(
        "bad-date",
        "店铺日报.csv",
        shop(DAY, ("十一月十日", "9", "8")),
        ("不是日期的日期", "a date that is none"),
        ("其他行照常导入。", "The other rows are imported."),
    ),
    case(
        "blank-date",
        "店铺日报.csv",
        shop(DAY, ("", "9", "8")),
        ("没有日期的行", "a row without a date"),
        ("不知道记在哪一天。", "Nothing says which day it is of."),
    ),
    *WRITTEN,
    case(
        "bad-number",
        "店铺日报.csv",
        shop(("2026-11-09", "约1200", "8600")),
        ("不是数字的数", "a figure that is none"),
        ("只空这一格，工作簿里原有的数不动。", "Only this cell is left out; what the workbook holds stays."),
    ),
    case(
        "shared-figure",
        "商品.xls",
        page(
            "".join(f"<th>{name}" for name in ITEM_HEAD),
            "<td rowspan=2>2026-11-09<td>601234567890<td>四件套<td>12<td rowspan=2>500",
            "<td>601234567891<td>枕套<td>8",
        ),
        ("几行合并的一个数", "one figure merged over rows"),
        (
            "每行都算一次就多了，只算给第一行也不对。合并的日期、编号、名称照常填到每一行。",
            "In every row it would count too often, in the first it is wrong. Merged dates, ids and names hold for each row.",
        ),
    ),
    case(
        "out-of-range",
        "店铺日报.csv",
        shop((*DAY, "150%"), also=("跳失率",)),
        ("负数、超过 100% 的比率", "negative, or a rate above 100%"),
        ("这样的数会让指标出错。", "Such a figure would spoil the metrics."),
    ),
    case(
        "too-large-number",
        "店铺日报.csv",
        shop(("2026-11-09", "1200", "9" * 15)),
        ("大得离谱的数", "a figure far too large"),
        ("多半多了几位，或粘进了编号。", "Digits too many, or an id in the wrong column."),
    ),
    case(
        "damaged-id",
        "商品.csv",
        text(ITEM_HEAD, ("2026-11-09", "6.01235E+11", "四件套", "12", "99")),
        ("被 Excel 改坏的编号", "an id that Excel damaged"),
        (
            "用 Excel 打开 CSV 再保存，长编号的后几位就没了，找不回来。",
            "Opening a CSV in Excel and saving it drops the last digits for good.",
        ),
    ),
    case(
        "unclear-id",
        "商品.csv",
        text(ITEM_HEAD, ("2026-11-09", "60,12,345", "四件套", "12", "99")),
        ("数字断开的编号", "an id in pieces"),
        (
            "千分位写法（601,234,567,890）、前面的引号、全角数字都认得，算同一个编号。",
            "Thousands (601,234,567,890), quotes in front and full-width digits are understood as the same id.",
        ),
    ),
    case(
        "missing-key",
        "商品.csv",
        text(ITEM_HEAD, ("2026-11-09", "", "四件套", "12", "99")),
        ("没有编号的行", "a row without an id"),
        ("不知道记在哪个商品上。", "Nothing says which item it is of."),
    ),
    case(
        "rows-share-key",
        "店铺日报.csv",
        shop(DAY, ("2026-11-09", "1300", "8600"), ("2026-11-10", "9", "8")),
        ("同一天两行、数不同", "one day twice, with other figures"),
        (
            "猜一行、或把人数加起来都会错，所以都不用；其他天照常导入。",
            "Any row would be a guess, and people cannot be added; other days are imported.",
        ),
    ),
    case(
        "most-rows-share-keys",
        "商品.csv",
        text(
            ITEM_HEAD,
            *(
                (f"2026-11-{day:02}", "601234567890", "四件套", visitors, "99")
                for day in (9, 10)
                for visitors in ("12", "13")
            ),
        ),
        ("同样的几天粘了两次下载", "two downloads of the same days, pasted together"),
        ("哪一次的数对，看不出来；整个文件只说一次。", "Which is right cannot be seen; said once for the file."),
    ),
    case(
        "sheets-disagree",
        "店铺日报.xlsx",
        sheets({"PC": (SHOP_HEAD, DAY), "无线": (SHOP_HEAD, ("2026-11-09", "900", "7000"))}),
        ("两张工作表里有同一天、数不同", "one day on two sheets, with other figures"),
        ("不会以后面一张为准。", "The later sheet does not win."),
    ),
    case(
        "row-below-own",
        "业绩询单.csv",
        text(("日期", "询单人数", "最终付款人数"), ("2026-11-09", "90", "40"), ("2026-11-09", "60", "30")),
        ("本店下面的客服、同行", "agents and peers below the shop"),
        ("加进去就重复算了。", "Adding them would count people twice."),
    ),
    case(
        "slipped-row",
        "ExportOrderList202611120905.csv",
        text(
            TAOBAO_HEAD, ("3100000000000001", "10", SOLD, "2026-11-09 10:00:00", "2026-11-09 10:01:00", "1", "多出来的")
        ),
        ("错位的订单", "an order that has slipped"),
        (
            "地址里的逗号把一格变成了两格；内容不会显示。",
            "A comma in an address made two cells of one; nothing of it is shown.",
        ),
    ),
    case(
        "order-time",
        "ExportOrderList202611120905.csv",
        text(TAOBAO_HEAD, ("3100000000000001", "10", SOLD, "2026-11-09 10:00:00", "昨天", "1")),
        ("读不出付款时间的订单", "an order paid at no time"),
        ("不知道记在哪一天。", "Nothing says which day it is of."),
    ),
    case(
        "order-figure",
        "ExportOrderList202611120905.csv",
        text(TAOBAO_HEAD, ("3100000000000001", "", SOLD, "2026-11-09 10:00:00", "2026-11-09 10:01:00", "1")),
        ("没有金额的已付款订单", "a paid order without an amount"),
        ("当成 0 会让这一天偏小。", "Taken for 0 it would make the day too small."),
    ),
    case(
        "order-amounts",
        "ExportOrderList202611120905.xls",
        page(
            "".join(f"<th>{name}" for name in TAOBAO_HEAD),
            f"<td rowspan=2>3100000000000001<td>10<td>{SOLD}<td>2026-11-09 10:00:00<td>2026-11-09 10:01:00<td>1",
            f"<td>20<td>{SOLD}<td>2026-11-09 10:00:00<td>2026-11-09 10:01:00<td>1",
        ),
        ("一笔订单合并了几行，金额各不同", "an order over several rows, each with an amount"),
        (
            "只有一个金额、也合并在一起的订单照常计入，件数相加。",
            "An order whose amount is merged likewise is counted, its pieces added.",
        ),
    ),
    case(
        "spoilt-day",
        "ExportOrderList202611120905.csv",
        text(
            TAOBAO_HEAD,
            ("3100000000000001", "10", SOLD, "2026-11-09 10:00:00", "2026-11-09 10:01:00", "1"),
            ("3.1E+15", "20", SOLD, "2026-11-09 11:00:00", "2026-11-09 11:01:00", "1"),
        ),
        ("有坏订单的一天", "a day with an order that was lost"),
        ("少一笔的合计是错的，不如没有。", "A sum that lacks an order is wrong; none is better."),
    ),
    case(
        "lone-part",
        "店铺日报.csv",
        text(
            (*SHOP_HEAD, "终端"),
            ("2026-11-08", "1200", "8600", "所有终端"),
            ("2026-11-08", "200", "600", "PC端"),
            ("2026-11-09", "210", "650", "PC端"),
        ),
        ("一天只有一个终端的数", "a day of which only one terminal is there"),
        ("一个终端的数不是全店的数。", "One terminal is not the shop."),
    ),
    case(
        "order-twice",
        "ExportOrderList202611120905.csv",
        text(
            TAOBAO_HEAD,
            ("3100000000000001", "10", SOLD, "2026-11-09 10:00:00", "2026-11-09 10:01:00", "1"),
            ("3100000000000001", "20", SOLD, "2026-11-09 10:00:00", "2026-11-09 10:01:00", "1"),
        ),
        ("一个订单号两个金额", "one order with two amounts"),
        ("哪个是对的看不出来，所以这一天没有导入。", "Which is right cannot be seen, so the day is left out."),
    ),
    case(
        "other-currency",
        "orders_export_1.csv",
        text(
            SHOPIFY_HEAD,
            ("#1", "paid", "2026-11-09 10:00:00 +0800", "USD", "10", "1"),
            ("#2", "paid", "2026-11-09 11:00:00 +0800", "USD", "20", "1"),
            ("#3", "paid", "2026-11-09 12:00:00 +0800", "EUR", "9", "1"),
        ),
        ("夹着一笔别的货币的订单", "one order in another currency"),
        ("只少这一笔，其余照常导入。", "Only this one is missing; the others are imported."),
    ),
)

NOTES: tuple[Case, case, ...] = (
    case(
        "year-added",
        "店铺日报_2026.csv",
        shop(("11月9日", "12", "99")),
        ("没写年份，文件名里有", "dates without a year, which the file's name has"),
        ("照常导入。", "Imported as usual."),
    ),
    case(
        "partial-day",
        "店铺日报_20261109_153000.csv",
        WHOLE,
        ("当天下午导出的当天", "today, exported this afternoon"),
        ("记为「部分日」，不当作完整的一天去比目标。", "Marked as partial; it is not judged by its goal."),
    ),
    case(
        "future-day",
        "店铺日报_20261101_093000.csv",
        WHOLE,
        ("比下载还晚的日子", "a day after the download"),
        ("多半是日期写错了。", "The date is wrong, most likely."),
    ),
    case(
        "edge-day",
        "ExportOrderList202611120905.csv",
        text(
            TAOBAO_HEAD,
            *(
                (f"310000000000000{at}", "10", SOLD, f"2026-11-0{at} 10:00:00", f"2026-11-0{at} 10:01:00", "1")
                for at in (7, 8, 9)
            ),
        ),
        ("订单报表的头一天", "the first day of a list of orders"),
        ("前一天下单、当天付款的可能不在里面。", "Orders made the day before and paid then may be missing."),
    ),
    case(
        "rows-added",
        "计划报表_20261112_090530.csv",
        text(
            ("日期", "计划ID", "计划名字", "展现量", "点击量", "花费"),
            ("2026-11-09", "78", "计划B", "100", "10", "5"),
            ("2026-11-09", "78", "计划B", "80", "8", "4"),
        ),
        ("一个计划一天有几行", "a plan with several rows a day"),
        (
            "推广报表可以按人群、词或小时拆行，花费要相加。",
            "Ad reports may have a row per crowd, word or hour; spend is added.",
        ),
    ),
    case(
        "dated-by-creation",
        "orders_export_1.csv",
        text(
            (*SHOPIFY_HEAD, "Created at"),
            ("#1", "paid", "2026-11-09 10:00:00 +0800", "CNY", "10", "1", "2026-11-09 10:00:00 +0800"),
            ("#2", "paid", "", "CNY", "20", "1", "2026-11-09 11:00:00 +0800"),
        ),
        ("已付款、但没有付款时间的订单", "a paid order without a time of payment"),
        ("当作没付款会少算销售额。", "Taken for unpaid, sales would be too small."),
    ),
    case(
        "unsure-orders",
        "orders_export_1.csv",
        text(
            SHOPIFY_HEAD,
            ("#1", "paid", "2026-11-09 10:00:00 +0800", "CNY", "10", "1"),
            ("#2", "partially_paid", "", "CNY", "20", "1"),
        ),
        ("看不出付没付款的订单", "an order that may be paid or not"),
        ("付了一部分的订单，报表里只有全额。", "Of an order paid in part the export tells the whole amount only."),
    ),
    case(
        "late-payments",
        "ExportOrderList202611120905.csv",
        text(
            TAOBAO_HEAD,
            *(
                (f"310000000000000{at}", "10", SOLD, f"2026-11-0{at} 10:00:00", f"2026-11-0{at} 10:01:00", "1")
                for at in (6, 7)
            ),
            ("3100000000000008", "10", SOLD, "2026-11-07 23:00:00", "2026-11-08 00:10:00", "1"),
        ),
        ("只有晚付款的一天", "a day of late payments only"),
        ("那天自己的订单不在这个文件里。", "The day's own orders are not in this file."),
    ),
    case(
        "renamed-column",
        "店铺日报.csv",
        shop((*DAY, "70"), also=("支付买家人数",)),
        ("像是改了名的列", "a column that may be renamed"),
        ("不会自己猜着写进去。", "It is not filled on a guess."),
    ),
    case(
        "column-means",
        "店铺日报.csv",
        shop((*DAY, "70"), also=("消耗",)),
        ("换了叫法的列", "a column by another name"),
        ("报表里本来没有这一列，要你认一次。", "The report has no such column of its own: say once that it is meant."),
    ),
    case(
        "equal-rows",
        "店铺日报.csv",
        shop(DAY, DAY),
        ("完全相同的两行", "two rows equal in every column"),
        ("同一行粘了两次。", "One row, pasted twice."),
    ),
    case(
        "whole-row",
        "店铺日报.csv",
        shop((*DAY, "所有终端"), ("2026-11-09", "200", "600", "PC端"), also=("终端",)),
        ("分终端的报表", "a report by terminal"),
        ("「所有终端」「全部」「合计」那一行就是整体。", "The row of all terminals is the whole."),
    ),
    case(
        "unknown-columns",
        "店铺日报.csv",
        shop((*DAY, "7"), also=("种草指数",)),
        ("多出来的列", "further columns"),
        ("指数、人气不是金额和人数，从不当作它们。", "An index is never taken for an amount or for people."),
    ),
    case(
        "personal-columns",
        "店铺日报.csv",
        shop((*DAY, "某人"), also=("收货人姓名",)),
        ("客人的信息", "people's data"),
        (
            "在门口就丢掉，工作簿、历史、日志里都没有。",
            "Dropped at the door: neither workbook nor history nor log has it.",
        ),
    ),
    case(
        "scaled-column",
        "店铺日报.csv",
        text(("统计日期", "访客数", "支付金额（万元）"), ("2026-11-09", "1200", "0.86")),
        ("以万元计的列", "a column in units of 10,000 yuan"),
        (
            "表头、或表头上方的「单位：万元」说了单位；工作簿里一律是元。",
            "The header, or 单位：万元 above it, says so; the workbook is in yuan.",
        ),
    ),
    case(
        "repeated-columns",
        "店铺日报.csv",
        shop((*DAY, "900"), also=("访客数",)),
        ("重名的列", "columns of one name"),
        ("生意参谋先列整体，再列无线端。", "The platform lists the whole first, then the mobile part."),
    ),
    case(
        "foreign-money",
        "BusinessReport-2026-11-12.csv",
        text(("Date", "Ordered Product Sales", "Units Ordered", "Sessions - Total"), ("11/09/26", "$38.00", "2", "90")),
        ("外币", "foreign money"),
        ("不换算：汇率每天不同，该由你定。", "Not converted: the rate is yours to choose."),
    ),
    case(
        "new-source-tree",
        "来源.csv",
        text(SOURCE_HEAD, ("2026-11-09", "经营优势", "搜索", "手淘搜索", "10", "20", "20")),
        ("新版流量来源", "the new tree of sources"),
        ("平台改了渠道的分法。", "The platform divides its channels anew."),
    ),
    case(
        "cut-off",
        "商品_2026-11-09_2026-11-09.csv",
        text(ITEM_HEAD, ("2026-11-09", "601234567890", "四件套", "12", "99")) + b"\r\n" * 100_000,
        ("十万行的文件", "a file of 100,000 rows"),
        ("平台一个文件最多十万行，后面的悄悄不给。", "The platform stops at 100,000 rows and does not say so."),
    ),
)
