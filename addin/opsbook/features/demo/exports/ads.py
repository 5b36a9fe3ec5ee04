"""The ad reports (万相台无界 计划报表, 关键词报表): .csv in two encodings, one inside a .zip, and an .xlsx.

Source: names and order as read by programs, 名字 and not 名称.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from opsbook.features.demo.exports import shown
from opsbook.features.demo.exports.files import Export, csv_text, stamp, xlsx, zipped
from opsbook.features.demo.facts.ads import SCENE_IDS, AdDay, keyword_days, plan_days
from opsbook.features.demo.facts.shop import ShopDay, shop_by_date
from opsbook.features.demo.facts.story import last_days

PLAN_DAYS, KEYWORD_DAYS = 14, 7
TOTAL = "总计"

PLAN_NAMES = ("日期", "场景ID", "场景名字", "原二级场景ID", "原二级场景名字", "计划ID", "计划名字")
KEYWORD_NAMES = (*PLAN_NAMES, "词名字/词包名字")
METRICS = (
    *("展现量", "点击量", "花费", "点击率", "平均点击花费", "千次展现花费", "总预售成交金额", "总预售成交笔数"),
    *("直接预售成交金额", "直接预售成交笔数", "间接预售成交金额", "间接预售成交笔数", "直接成交金额", "间接成交金额"),
    *("总成交金额", "总成交笔数", "直接成交笔数", "间接成交笔数", "点击转化率", "投入产出比", "含预售投产比"),
    *("总成交成本", "总购物车数", "直接购物车数", "间接购物车数", "加购率", "加购成本", "收藏宝贝数", "收藏店铺数"),
    *("店铺收藏成本", "总收藏加购数", "总收藏加购成本", "宝贝收藏加购数", "宝贝收藏加购成本", "总收藏数"),
    *("宝贝收藏成本", "宝贝收藏率", "直接收藏宝贝数", "间接收藏宝贝数", "拍下订单笔数", "拍下订单金额"),
    *("优惠券领取量", "购物金充值笔数", "购物金充值金额", "旺旺咨询量", "引导访问量", "引导访问人数"),
    *("引导访问潜客数", "引导访问潜客占比", "入会率", "入会量", "引导访问率", "深度访问量", "平均访问页面数"),
    *("成交新客数", "成交新客占比", "会员首购人数", "会员成交金额", "会员成交笔数", "成交人数", "人均成交笔数"),
    *("人均成交金额", "自然流量转化金额", "自然流量曝光量"),
)
_BLANK = "\\N"  # the platform's own sign for a figure it does not have


def ad_exports() -> Iterator[Export]:
    """Plans: a week in a .zip, six days and the last day as .csv; keywords: six days as .csv, the last as .xlsx."""
    days = last_days(PLAN_DAYS)
    for part in (days[:7], days[7:-1], days[-1:]):
        name, content = f"计划报表_{stamp(part[-1])}", csv_text(_table(part, PLAN_NAMES, plan_days), "gb18030")
        if part[0] == days[0]:
            yield Export(f"{name}.zip", zipped({f"{name}.csv": content}, part[-1]), part[-1])
        else:
            yield Export(f"{name}.csv", content, part[-1])
    *earlier, last = last_days(KEYWORD_DAYS)
    rows = _table(earlier, KEYWORD_NAMES, keyword_days)
    yield Export(f"关键词报表_{stamp(earlier[-1])}.csv", csv_text(rows, "utf-8-sig"), earlier[-1])
    rows = _table([last], KEYWORD_NAMES, keyword_days)
    yield Export(f"关键词报表_{stamp(last)}.xlsx", xlsx("关键词报表", rows), last)


def _table(days: Sequence[date], names: Sequence[str], cut: Callable[[ShopDay], Iterable[AdDay]]) -> list[list[str]]:
    rows = [row for day in days for row in cut(shop_by_date()[day])]
    body = [[*_named(row)[: len(names)], *_measured([row])] for row in rows]
    return [[*names, *METRICS], *body, [TOTAL, *[""] * (len(names) - 1), *_measured(rows)]]


def _named(row: AdDay) -> tuple[str, ...]:
    scene = (SCENE_IDS[row.plan.scene], row.plan.scene)
    return (str(row.date), *scene, *scene, row.plan.id, row.plan.name, row.keyword)


def _measured(rows: Sequence[AdDay]) -> list[str]:
    impressions, clicks, spend = (
        sum(pick) for pick in zip(*((r.impressions, r.clicks, r.spend) for r in rows), strict=True)
    )
    gmv, orders, carts, favs = (
        sum(pick) for pick in zip(*((r.gmv, r.orders, r.carts, r.favs) for r in rows), strict=True)
    )
    direct_gmv, direct_orders = sum(row.direct_gmv for row in rows), sum(row.direct_orders for row in rows)
    figures: Mapping[str, str] = {
        "展现量": str(impressions),
        "点击量": str(clicks),
        "花费": shown.plain_yuan(spend),
        "点击率": _percent(clicks, impressions),
        "平均点击花费": _price(spend, clicks),
        "千次展现花费": _price(spend * 1000, impressions),
        "直接成交金额": shown.plain_yuan(direct_gmv),
        "间接成交金额": shown.plain_yuan(gmv - direct_gmv),
        "总成交金额": shown.plain_yuan(gmv),
        "总成交笔数": str(orders),
        "直接成交笔数": str(direct_orders),
        "间接成交笔数": str(orders - direct_orders),
        "点击转化率": _percent(orders, clicks),
        "投入产出比": _price(gmv * 100, spend),
        "总成交成本": _price(spend, orders),
        "总购物车数": str(carts),
        "加购率": _percent(carts, clicks),
        "加购成本": _price(spend, carts),
        "收藏宝贝数": str(favs),
        "总收藏数": str(favs),
        "总收藏加购数": str(carts + favs),
        "总收藏加购成本": _price(spend, carts + favs),
        "宝贝收藏率": _percent(favs, clicks),
    }
    return [figures.get(metric, _BLANK) for metric in METRICS]


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.2%}" if whole else "0.00%"


def _price(cents: int, under: int) -> str:
    return shown.plain_yuan(cents / under) if under else "0.00"
