"""Rows that are parts of one: they can be added up where somebody says so."""

from damaged import DAY, ITEM_HEAD, Case, case, shop, text

PARTED: tuple[Case, ...] = (
    case(
        "parts-share-key",
        "店铺日报.csv",
        shop(
            (*DAY, "所有终端"),
            ("2026-11-10", "300", "2000", "PC端"),
            ("2026-11-10", "900", "6000", "无线端"),
            ("2026-11-11", "1100", "7000", "所有终端"),
            also=("终端",),
        ),
        ("一天按终端分成两行", "a day in two rows, one per terminal"),
        (
            "两行的金额可以相加，人数不行：同一个人两个终端都来过。",
            "The money of both can be added, people cannot: one may come by both terminals.",
        ),
    ),
    case(
        "most-parts-share-keys",
        "商品.csv",
        text(
            (*ITEM_HEAD, "规格"),
            *(
                (f"2026-11-{day:02}", "601234567890", "四件套", "12", "99", colour)
                for day in (9, 10)
                for colour in ("红", "蓝")
            ),
        ),
        ("一个商品按规格分成几行", "several rows per item, one per variant"),
        ("这份报表分得太细；整个文件只说一次。", "The report is too detailed; said once for the file."),
    ),
)
