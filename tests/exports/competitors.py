"""Built samples of the competitor ledger: its own layout, and customers lost as 生意参谋 gives them."""

from exports.writers import csv, filled, names, xlsx

LOG = names("日期,店铺,商品ID,标题,链接,标价,券后价,月销量,评价数,排名,上架日期,季节标签,主图")
ENGLISH = names("Date,Shop,Item ID,Title,Price,Monthly sales")
LOST = names("统计日期,店铺名称,商品ID,商品标题,时间类型,退款场景,退款后状态,流失商家ID,流失商品ID,竞品流失金额")
BY_HAND = names("日期,店铺,流失人数,流失金额")
OURS, THEIRS, OTHER = "600000000001", "700000000001", "700000000002"


def seen(day: object, shop: str, number: object, price: object, **more: object) -> list[object]:
    """One sighting."""
    known = {"标题": "示例四件套 秋冬加厚", "标价": "￥299", "月销量": "1.2万+", "评价数": "3,456", "排名": 7}
    return filled(LOG, **{"日期": day, "店铺": shop, "商品ID": number, "券后价": price, **known, **more})


def lost(day: str, item: str, amount: object, counted: str = "退款时间", seller: str = "2200000001") -> list[object]:
    """One loss of one of our items; without a seller the buyer stayed with us."""
    scene = {"退款场景": "全部", "退款后状态": "流失到竞店" if seller else "本店再次购买"}
    to = {"流失商家ID": seller or "-", "流失商品ID": THEIRS if seller else "-", "竞品流失金额": amount}
    ours = {"店铺名称": "示例旗舰店", "商品ID": item, "商品标题": "示例商品"}
    return filled(LOST, **{"统计日期": day, "时间类型": counted, **ours, **scene, **to})


CASES: dict[str, tuple[str, bytes]] = {
    "peers/log": (
        "竞品日志_2026-06.csv",
        csv(
            [
                LOG,
                seen(
                    "2026-06-04", "示例竞店甲", THEIRS, "199", 上架日期="2026/5/20", 季节标签="秋冬、保暖", 主图="a.jpg"
                ),
                seen("2026/6/4", "示例竞店乙", OTHER, "￥1,099.00", 链接="https://example.com/item?id=700000000002"),
                seen("2026-06-11", "示例竞店甲", THEIRS, "189.5", 标题="示例四件套 夏季清凉"),
                seen("2026-06-11 09:30:00", "示例竞店乙", OTHER, "-", 标价="-", 月销量="-", 评价数="-", 排名="-"),
            ]
        ),
    ),
    "peers/log-bad-cells": (
        "竞品日志_2026-06.csv",
        csv(
            [
                LOG,
                seen("2026-06-04", "示例竞店甲", THEIRS, "面议", 上架日期="去年"),
                seen("2026-06-04", "示例竞店甲", "7.00001E+11", "199"),
                seen("六月", "示例竞店甲", THEIRS, "199"),
                seen("2026-06-04", "-", THEIRS, "199"),
            ]
        ),
    ),
    "peers/log-english": (
        "peers.csv",
        csv([ENGLISH, ["2026-06-04", "Example shop", THEIRS, "Example set", "199", 20]]),
    ),
    "peers/lost-by-hand": (
        "流失.xlsx",
        xlsx([BY_HAND, ["2026-06-17", "示例竞店甲", 12, 2388], ["2026-06-17", "示例竞店乙", "-", "1,200.50"]]),
    ),
    "sycm/lost": (
        "商品-流失竞店分布-分日-全部商品-全部时间类型-全部退款场景-全部退款后状态-2026-06-16-2026-06-17.xlsx",
        xlsx(
            [
                LOST,
                *(lost("2026-06-16", OURS, 120.5, counted) for counted in ("支付时间", "退款时间")),
                lost("2026-06-17", OURS, "1,300.00"),
                lost("2026-06-17", "600000000002", 99.5),
                lost("2026-06-17", OURS, 500, seller=""),
            ]
        ),
    ),
    "sycm/lost-by-payment-only": ("商品-流失竞店分布.xlsx", xlsx([LOST, lost("2026-06-16", OURS, 120.5, "支付时间")])),
}
