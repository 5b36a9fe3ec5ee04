"""The day's paid promotion: eight plans over four scenes, and what keywords did inside their plans."""

from dataclasses import dataclass
from datetime import date

from opsbook.features.demo.facts.chance import split, wobble
from opsbook.features.demo.facts.seasons import mood
from opsbook.features.demo.facts.shop import SCENES, ShopDay


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan; `roi`, `cpc` (yuan) and `ctr` are those of an ordinary day, `share` is of its scene's spend."""

    id: str
    scene: str
    name: str
    share: float
    roi: float
    cpc: float
    ctr: float


@dataclass(frozen=True, slots=True)
class AdDay:
    """What a plan or a keyword did on one day; money in cents."""

    date: date
    plan: Plan
    keyword: str
    impressions: int
    clicks: int
    spend: int
    gmv: int
    orders: int
    direct_gmv: int
    direct_orders: int
    carts: int
    favs: int


SCENE_IDS = dict(zip(SCENES, ("9001", "371", "372", "436"), strict=True))

PLANS = (
    Plan("61820394417", "全站推广", "全站_水洗棉四件套", 0.70, 3.95, 1.85, 0.046),
    Plan("61820394452", "全站推广", "全站_牛奶绒四件套", 0.30, 3.30, 1.95, 0.042),
    Plan("60417752806", "关键词推广", "搜索_四件套_爆款", 0.50, 3.90, 2.05, 0.052),
    Plan("60417752833", "关键词推广", "搜索_被芯_冬被", 0.32, 3.30, 2.30, 0.048),
    Plan("60417752861", "关键词推广", "搜索_枕芯_精准", 0.18, 2.90, 1.60, 0.056),
    Plan("60588103927", "精准人群推广", "人群_收藏加购未买", 0.55, 4.10, 1.50, 0.044),
    Plan("60588103954", "精准人群推广", "人群_相似店铺拉新", 0.45, 2.35, 1.35, 0.036),
    Plan("60733920148", "智能场景", "智能_新品起量", 1.00, 2.60, 1.40, 0.033),
)

KEYWORDS = {
    "60417752806": (
        *("四件套", "水洗棉四件套", "床上四件套", "四件套纯棉", "床单被套四件套", "磨毛四件套", "牛奶绒四件套"),
        *("四件套冬季", "裸睡四件套", "宿舍三件套", "北欧风四件套", "结婚四件套", "四件套高级感", "床品套件"),
    ),
    "60417752833": (
        *("被子冬被", "大豆纤维被", "羽绒被", "蚕丝被", "被芯", "冬被加厚保暖", "子母被", "春秋被"),
        *("双人被子", "宿舍被子", "白鹅绒被", "棉被"),
    ),
    "60417752861": (
        *("枕头", "乳胶枕", "枕芯一对", "护颈枕", "荞麦枕", "酒店枕头", "枕头家用", "羽丝绒枕"),
        *("硬枕头", "枕头低枕", "助睡眠枕头", "枕头套", "记忆棉枕头", "单人枕头"),
    ),
}

_DIRECT = 0.74


def plan_days(shop: ShopDay) -> tuple[AdDay, ...]:
    """The day's plans; their spend adds up to the shop's spend scene by scene, to the cent."""
    spend: dict[Plan, int] = {}
    for scene, total in zip(SCENES, shop.spend, strict=True):
        plans = [plan for plan in PLANS if plan.scene == scene]
        weights = [plan.share * wobble(0.05, shop.sales.date, plan.id, "spend") for plan in plans]
        spend |= dict(zip(plans, split(total, weights), strict=True))
    return tuple(_plan_day(shop, plan, cents) for plan, cents in spend.items())


def keyword_days(shop: ShopDay) -> tuple[AdDay, ...]:
    """The keywords of the day's keyword plans; together they are their plan."""
    return tuple(word for plan in plan_days(shop) if plan.plan.id in KEYWORDS for word in _keyword_days(plan))


def _plan_day(shop: ShopDay, plan: Plan, spend: int) -> AdDay:
    day, it = shop.sales.date, mood(shop.sales.date)
    clicks = round(spend / 100 / (plan.cpc * it.visits**0.25 * wobble(0.04, day, plan.id, "cpc")))
    roi = plan.roi * it.paying**0.3 * wobble(0.06, day, plan.id, "roi")
    gmv = round(spend * max(2.05, min(4.9, roi)))
    orders = max(1, round(gmv / (shop.sales.gmv / shop.sales.buyers) / 0.96))
    return AdDay(
        date=day,
        plan=plan,
        keyword="",
        impressions=round(clicks / (plan.ctr * wobble(0.05, day, plan.id, "ctr"))),
        clicks=clicks,
        spend=spend,
        gmv=gmv,
        orders=orders,
        direct_gmv=round(gmv * _DIRECT * wobble(0.04, day, plan.id, "direct")),
        direct_orders=round(orders * _DIRECT),
        carts=round(clicks * 0.105 * wobble(0.06, day, plan.id, "cart")),
        favs=round(clicks * 0.034 * wobble(0.06, day, plan.id, "fav")),
    )


def _keyword_days(plan: AdDay) -> tuple[AdDay, ...]:
    words, day = KEYWORDS[plan.plan.id], plan.date
    # Each word keeps its own quality over the days; the broad words at the head take most of the money.
    clicks = split(plan.clicks, [wobble(0.15, day, word, "clicks") / (1 + n) ** 0.8 for n, word in enumerate(words)])
    spend = split(plan.spend, [n * wobble(0.15, word, "cpc") for n, word in zip(clicks, words, strict=True)])
    views = [n * wobble(0.2, word, "ctr") for n, word in zip(clicks, words, strict=True)]
    orders = split(plan.orders, [n * wobble(0.42, word, "cvr") for n, word in zip(clicks, words, strict=True)])
    gmv = split(plan.gmv, [n * wobble(0.1, day, word, "basket") for n, word in zip(orders, words, strict=True)])
    impressions, carts, favs = split(plan.impressions, views), split(plan.carts, clicks), split(plan.favs, clicks)
    return tuple(
        AdDay(
            date=day,
            plan=plan.plan,
            keyword=word,
            impressions=max(clicks[n], impressions[n]),
            clicks=clicks[n],
            spend=spend[n],
            gmv=gmv[n],
            orders=orders[n],
            direct_gmv=round(gmv[n] * _DIRECT),
            direct_orders=round(orders[n] * _DIRECT),
            carts=carts[n],
            favs=favs[n],
        )
        for n, word in enumerate(words)
    )
