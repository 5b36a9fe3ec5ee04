"""Sheets that nobody knows or can use, and files that do not fit a workbook or each other."""

from damaged import DAY, ITEM_HEAD, PLAN_HEAD, SHOP, SHOPIFY_HEAD, SOLD, TAOBAO_HEAD, Case, case, shop, text

SHEETS: tuple[Case, case, ...] = (
    case(
        "unknown-export",
        "会员.csv",
        text(("会员等级", "会员数", "成长值数量"), ("V1", "10", "3")),
        ("不认识的报表", "an unknown report"),
        ("列名和每一种认识的报表都对不上。", "Its columns fit no report that is known."),
    ),
    case(
        "no-header",
        "数据.csv",
        text(("2026-11-09", "1200", "8600")),
        ("没有表头的表", "a table without headers"),
        (
            "表头被删掉了；里面的内容不会显示出来，因为可能是客人的信息。",
            "Its header row is gone. Its cells are not quoted: they may be about people.",
        ),
    ),
    case(
        "missing-column",
        "店铺日报.csv",
        text(("统计日期", "访客数", "支付总金额"), DAY),
        ("少了一列的报表", "a report that lacks a column"),
        ("导出时没有勾选，或平台改了列名。", "It was not ticked on export, or the platform renamed it."),
    ),
    case(
        "ambiguous-export",
        "日报.csv",
        text(
            ("日期", "店铺访客数", "成交客户数", "成交金额", "成交订单数", "成交买家数"),
            ("2026-11-09", "9", "1", "8", "1", "1"),
        ),
        ("两种报表拼成的表", "two reports in one table"),
        ("猜错了会写错列，所以不猜。", "A wrong guess would fill wrong columns, so none is made."),
    ),
    case(
        "finer-rows",
        "商品.csv",
        text((*ITEM_HEAD, "SKU ID"), ("2026-11-09", "601234567890", "四件套", "12", "99", "1")),
        ("每个 SKU 一行的报表", "a report with a row per SKU"),
        ("一个访客看几个 SKU 就被数几次。", "A visitor is counted once for each SKU."),
    ),
    case(
        "several-shops",
        "店铺日报.csv",
        shop((*DAY, SHOP), ("2026-11-09", "3", "5", "另一家店"), also=("店铺名称",)),
        ("多家店的报表", "a report of several shops"),
        ("一本工作簿只记一家店。", "A workbook is of one shop."),
    ),
    case(
        "no-date",
        "商品.csv",
        text(ITEM_HEAD[1:], ("601234567890", "四件套", "12", "99")),
        ("不知道是哪天的报表", "a report of no day"),
        (
            "日期列、表头上方的说明、文件名里都没有日期。",
            "No date in a column, above the header or in the file's name.",
        ),
    ),
    case(
        "not-daily",
        "商品_2026-11-01_2026-11-09.csv",
        text(ITEM_HEAD[1:], ("601234567890", "四件套", "12", "99")),
        ("几天合计的报表", "a total of several days"),
        ("合计拆不回每一天。", "A total cannot be split into days again."),
    ),
    case(
        "open-dates",
        "店铺日报.csv",
        shop(("09/11/2026", "12", "99"), ("10/11/2026", "9", "8")),
        ("分不清月和日的日期", "dates of which nobody can tell day and month"),
        (
            "有一格的日大于 12，整个文件就清楚了；文件名里有起止日期也行。",
            "One cell with a day above 12 decides for the file, and so do the days in its name.",
        ),
    ),
    case(
        "mixed-dates",
        "店铺日报.csv",
        shop(("13/11/2026", "12", "99"), ("11/14/2026", "9", "8")),
        ("月和日的顺序前后不一", "dates in two orders"),
        ("多半是拼接的文件。", "The file was pasted together, most likely."),
    ),
    case(
        "no-rows",
        "店铺日报.csv",
        shop(),
        ("只有表头的报表", "a header and nothing else"),
        ("选的日期没有数据。", "There is no data for the dates chosen."),
    ),
    case(
        "undated-orders",
        "ExportOrderDetailList202611121048.csv",
        text(
            ("订单编号", "标题", "价格", "购买数量", "订单状态"),
            ("3100000000000001", "四件套", "99", "1", SOLD),
        ),
        ("没有付款时间的宝贝报表", "a list of items without times"),
        ("旧版宝贝报表不含时间，分不到各天。", "The older list of items tells no time, so no day."),
    ),
    case(
        "several-currencies",
        "orders_export_1.csv",
        text(
            SHOPIFY_HEAD,
            ("#1", "paid", "2026-11-09 10:00:00 +0800", "USD", "10", "1"),
            ("#2", "paid", "2026-11-09 11:00:00 +0800", "EUR", "9", "1"),
        ),
        ("两种货币的订单", "orders in two currencies"),
        ("不同货币的金额不能相加。", "Amounts in different currencies are not added."),
    ),
    case(
        "none-paid",
        "orders_export_1.csv",
        text(
            SHOPIFY_HEAD,
            ("#1", "pending", "", "CNY", "10", "1"),
            ("#2", "pending", "", "CNY", "9", "1"),
            ("#3", "voided", "", "CNY", "8", "1"),
        ),
        ("一笔都没付款的订单", "orders none of which is paid"),
        ("只有已付款的订单算销售额。", "Only paid orders are sales."),
    ),
    case(
        "nothing-stored",
        "客单价.csv",
        text(
            ("日期", "销售额", "销售量", "销售人数", "客单价", "客件数", "件均价"),
            ("2026-11-09", "1", "1", "1", "1", "1", "1"),
        ),
        ("认得、但没处存的报表", "a known report without a place"),
        ("以后的版本会用到；现在不导也行。", "A later version will use it; you need not export it now."),
    ),
)

BOOKS: tuple[Case, case, ...] = (
    case(
        "other-shop",
        "",
        b"",
        ("别家店的报表", "another shop's report"),
        ("文件里写着店铺名，和「设置」里的不同。", "The file names a shop, and it is not the one in Settings."),
    ),
    case(
        "shop-unnamed",
        "",
        b"",
        ("混在一起、没写店名的文件", "nameless files beside another shop's"),
        (
            "没写店名的文件没法核对，先不导入，等你说一声。",
            "Nothing in them tells whose they are: they wait for your word.",
        ),
    ),
    case(
        "rows-of-other-shops",
        "",
        b"",
        ("几家店在一个文件里", "several shops in one file"),
        (
            "只取本店的行，别家的数一数、写明是谁。",
            "Only this shop's rows are taken; the others are counted and named.",
        ),
    ),
    case(
        "outside-years",
        "",
        b"",
        ("另一年的行", "rows of another year"),
        ("一本工作簿只有今年和去年。", "A workbook holds this year and last year."),
    ),
    case(
        "before-years",
        "",
        b"",
        ("更早的年份", "earlier years"),
        ("同一批文件里的合起来说一次。", "Said once for all files of a run."),
    ),
    case(
        "after-years",
        "",
        b"",
        ("已经是新的一年", "a new year has begun"),
        ("该建新一年的工作簿了。", "It is time for the new year's workbook."),
    ),
    case(
        "older-export",
        "",
        b"",
        ("比已导入的更早下载", "downloaded earlier than what is known"),
        (
            "后下载的数更准，先后顺序不影响结果。",
            "What was downloaded later is right; the order of imports does not matter.",
        ),
    ),
    case(
        "same-content",
        "",
        b"",
        ("两个内容一样的文件", "two files that hold the same"),
        ("同一个文件下载了两次。", "One file, downloaded twice."),
    ),
    case(
        "known-content",
        "",
        b"",
        ("改了名的旧文件", "an old file under a new name"),
        ("按内容认，不按文件名。", "Files are known by content, not by name."),
    ),
    case(
        "orders-differ",
        "",
        b"",
        ("和平台报表对不上的订单", "orders that do not add up to the report"),
        ("订单没导全，或口径不同。", "Orders are missing, or it is another definition."),
    ),
    case(
        "refunds-beside-net",
        "",
        b"",
        ("已扣退款的日子，又来了退款金额", "a refund amount for a day net of refunds"),
        ("同一笔退款只扣一次。", "A refund is taken off once."),
    ),
    case(
        "net-beside-refunds",
        "",
        b"",
        ("已有退款金额的日子，又来了已扣退款的订单", "orders net of refunds for a day with a refund amount"),
        ("同一笔退款只扣一次。", "A refund is taken off once."),
    ),
    case(
        "spend-differs",
        "",
        b"",
        ("两处花费不一样", "two figures of one spend"),
        ("以计划合计为准：它能往下看到每个计划。", "The plans' sum counts: it can be looked into."),
    ),
)


def _orders(day: str, amount: str, *others: str) -> bytes:
    made = (*(others or ("2026-11-05", "2026-11-11")), day)
    rows = (
        (f"31000000000000{at}", amount, SOLD, f"{one} 10:00:00", f"{one} 10:01:00", "1") for at, one in enumerate(made)
    )
    return text(TAOBAO_HEAD, *rows)


def _refunds(day: str) -> bytes:
    return text(("统计时间", "成功退款金额", "成功退款订单数", "品质退款率"), (day, "30", "1", "0.1%"))


BEFORE = {
    "ExportOrderList202611010905.csv": _orders("2026-10-06", "60", "2026-10-05", "2026-10-07"),
    "服务概况_20261101_090000.csv": _refunds("2026-10-16"),
    "店铺日报_20261111_090000.csv": shop(DAY),
    "计划报表_20261112_090530.csv": text(PLAN_HEAD, ("2026-11-09", "9001", "计划一", "1000", "50", "300")),
}
INBOX = {
    "店铺日报_20261110_090000.csv": shop(("2026-11-09", "1100", "8000")),
    "计划.csv": BEFORE["计划报表_20261112_090530.csv"],
    "商品_20261110_090000.csv": text(ITEM_HEAD, ("2026-11-09", "601234567890", "四件套", "12", "99")),
    "商品 (1)_20261110_090000.csv": text(ITEM_HEAD, ("2026-11-09", "601234567890", "四件套", "12", "99")),
    "各店_20261112_090000.csv": shop((*DAY, SHOP), ("2026-11-09", "1", "2", "另一家店"), also=("店铺名称",)),
    "往年_20261112_090000.csv": shop(("2024-11-09", "1", "2"), ("2027-01-01", "1", "2")),
    "花费_20261112_090000.csv": shop((*DAY, "400"), also=("全站推广花费",)),
    "ExportOrderList202611120905.csv": _orders("2026-11-09", "9000"),
    "服务概况_20261102_090000.csv": _refunds("2026-10-06"),
    "ExportOrderList202611020905.csv": _orders("2026-10-16", "60", "2026-10-15", "2026-10-17"),
}

MIXED = {
    "别家_20261113_090000.csv": shop((*DAY, "另一家店"), also=("店铺名称",)),
    "没写店名_20261113_090000.csv": shop(("2026-11-08", "3", "5")),
}
