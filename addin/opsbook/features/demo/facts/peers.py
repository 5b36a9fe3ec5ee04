"""The competitors of the made-up shop over three months: two leaders and two look-alikes, seen every Thursday.

Autumn goods come out in September and sell, winter goods follow in October; a price war runs up to 双11, one shop takes our
title over, summer goods go off sale.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from opsbook.features.demo.facts.chance import dice, wobble
from opsbook.features.demo.facts.story import LAST_DAY

WEEKS = 13
DAYS = tuple(LAST_DAY - timedelta(weeks=WEEKS - 1 - week) for week in range(WEEKS))  # 20 August to 12 November

LEADER, HOTEL, NEIGHBOUR, COPYCAT = "慕棉家纺旗舰店", "眠山居家旗舰店", "素里布艺旗舰店", "木槿生活旗舰店"

T = TypeVar("T")
Steps = Mapping[int, float]  # from a week (0 is the first) on


class Sighting(NamedTuple):
    """One item on one day; prices in yuan."""

    day: date
    shop: str
    item: str
    title: str
    list_price: float
    price: float
    sales: int
    reviews: int
    rank: int
    listed: date
    season: str
    image: str


@dataclass(frozen=True, slots=True)
class PeerItem:
    """One item of a competitor.

    Args:
        shop: whose it is.
        id: 12 digits.
        title: what buyers read.
        list_price: yuan before coupons, by the week from which it holds.
        price: yuan after coupons, likewise.
        sales: items sold in 30 days, by week; in between it climbs or falls evenly.
        reviews: at the first look.
        rank: place in the ranking, by the week from which it holds.
        listed: first day on sale.
        season: tag.
        retitled: later titles, by the week from which they hold.
        away: weeks in which it is not on sale.
        pictured_anew: the week from which its main image is another one, 0 for never.
    """

    shop: str
    id: str
    title: str
    list_price: Steps
    price: Steps
    sales: Steps
    reviews: int
    rank: Steps
    listed: date
    season: str = "四季"
    retitled: Mapping[int, str] = field(default_factory=dict)
    away: range = range(0)
    pictured_anew: int = 0

    def seen(self, week: int) -> Sighting | None:
        """What a look shows; None where it is not on sale."""
        day = DAYS[week]
        if day < self.listed or week in self.away:
            return None
        sales = round(_between(self.sales, week) * wobble(0.02, day, self.id, "sales"))
        weeks_on_sale = (day - max(self.listed, DAYS[0])).days // 7
        return Sighting(
            day=day,
            shop=self.shop,
            item=self.id,
            title=_since({0: self.title, **self.retitled}, week),
            list_price=_since(self.list_price, week),
            price=_since(self.price, week),
            sales=sales,
            reviews=self.reviews + round(sales * 0.06) * weeks_on_sale,
            rank=round(_since(self.rank, week)) + dice(day, self.id, "rank").randint(-2, 2),
            listed=self.listed,
            season=self.season,
            image=self._image(week),
        )

    def _image(self, week: int) -> str:
        """The name of the main image with its fingerprint, as the log keeps it."""
        version = 2 if self.pictured_anew and week >= self.pictured_anew else 1
        return f"主图{version}.jpg #{dice(self.id, version).getrandbits(64):016x}"


def _since(steps: Mapping[int, T], week: int) -> T:
    """What holds in a week."""
    return steps[max(first for first in steps if first <= week)]


def _between(steps: Steps, week: int) -> float:
    """A figure on its way from one known week to the next."""
    before = max(known for known in steps if known <= week)
    after = min((known for known in steps if known > week), default=before)
    part = (week - before) / (after - before) if after > before else 0
    return steps[before] + (steps[after] - steps[before]) * part


_LONG_AGO = date(2025, 3, 1)

PEER_ITEMS = (
    PeerItem(LEADER, "693015577201", "慕棉磨毛四件套秋冬加厚床上用品双人床单被罩", {0: 459}, {0: 279, 10: 259}, {2: 120, 5: 900, 12: 2600}, 86, {0: 44, 6: 21, 9: 8}, date(2026, 9, 3), "秋冬"),
    PeerItem(LEADER, "671220458830", "慕棉60支长绒棉四件套全棉床单款简约", {0: 659}, {0: 419}, {0: 860, 12: 910}, 14210, {0: 16}, _LONG_AGO),
    PeerItem(LEADER, "684470912655", "慕棉大豆纤维被冬被加厚保暖被芯双人", {0: 399}, {0: 269, 10: 239, 12: 259}, {0: 640, 7: 1500, 12: 2900}, 6320, {0: 33, 8: 19}, date(2025, 9, 12), "秋冬"),
    PeerItem(LEADER, "659903217748", "慕棉竹棉凉被夏凉被双人空调被", {0: 259}, {0: 159, 3: 129}, {0: 700, 6: 90}, 5120, {0: 28, 5: 52}, date(2025, 4, 20), "夏季", away=range(7, WEEKS)),
    PeerItem(LEADER, "702118834490", "慕棉牛奶绒四件套冬季加厚双面珊瑚绒", {0: 399}, {0: 249}, {7: 60, 9: 420, 12: 1150}, 12, {0: 61, 10: 34}, date(2026, 10, 8), "冬季"),
    PeerItem(HOTEL, "688240175562", "眠山水洗棉四件套纯色床单被套宿舍三件套", {0: 239, 10: 229, 11: 209, 12: 239}, {0: 139, 10: 129, 11: 119, 12: 139}, {0: 1500, 9: 1560, 12: 2150}, 9830, {0: 11}, date(2025, 4, 9)),
    PeerItem(HOTEL, "690117263904", "眠山95白鹅绒羽绒被冬季加厚酒店被芯", {0: 1999}, {0: 1099, 9: 999, 12: 1099}, {0: 60, 8: 110, 12: 240}, 2040, {0: 24}, date(2025, 9, 28), "冬季"),
    PeerItem(HOTEL, "677305518216", "眠山天丝四件套夏季凉感裸睡床单款", {0: 699}, {0: 429}, {0: 410, 12: 230}, 4460, {0: 30}, date(2025, 5, 6), retitled={5: "眠山天丝四件套四季通用裸睡床单款"}),
    PeerItem(HOTEL, "735120448817", "眠山石墨烯暖绒四件套2026冬新款保暖", {0: 499}, {0: 329}, {8: 18, 12: 84}, 0, {0: 88, 11: 70}, date(2026, 10, 15), "冬季"),
    PeerItem(NEIGHBOUR, "684120337756", "素里水洗棉四件套全棉床单款简约纯色", {0: 219, 8: 209, 9: 189, 11: 169, 12: 189}, {0: 119, 8: 109, 9: 99, 11: 89, 12: 99}, {0: 1900, 8: 2000, 10: 2500, 11: 4400, 12: 5200}, 6120, {0: 19, 11: 5}, date(2025, 2, 20)),
    PeerItem(NEIGHBOUR, "699415520037", "素里磨毛四件套秋冬款北欧简约床上用品", {0: 299}, {0: 199, 10: 189}, {4: 80, 7: 620, 12: 1650}, 34, {0: 57, 8: 38}, date(2026, 9, 17), "秋冬"),
    PeerItem(NEIGHBOUR, "672850914463", "素里法兰绒毛毯午睡沙发盖毯空调毯", {0: 139}, {0: 89}, {0: 320, 12: 980}, 3180, {0: 41}, date(2025, 8, 30), "秋冬"),
    PeerItem(NEIGHBOUR, "655714820391", "素里乳胶枕头护颈椎枕芯一对装", {0: 299}, {0: 169, 10: 159}, {0: 540, 12: 600}, 4075, {0: 26}, _LONG_AGO),
    PeerItem(COPYCAT, "695530128864", "木槿水洗棉四件套全棉素色床上用品", {0: 199}, {0: 105, 9: 99}, {0: 640, 9: 700, 12: 1500}, 2034, {0: 47, 11: 31}, date(2025, 5, 6), retitled={10: "木槿居家水洗棉四件套纯色床单被套裸睡三件套新款"}, pictured_anew=10),
    PeerItem(COPYCAT, "690077416205", "木槿法兰绒毛毯午睡沙发盖毯双层", {0: 119}, {0: 79, 6: 85}, {0: 210, 11: 450, 12: 880}, 1190, {0: 63}, date(2025, 8, 28), "秋冬"),
    PeerItem(COPYCAT, "681904463370", "木槿酒店羽丝绒枕头枕芯家用", {0: 109}, {0: 69}, {0: 480, 12: 520}, 2610, {0: 36}, _LONG_AGO, away=range(4, 7)),
    PeerItem(COPYCAT, "706622190458", "木槿牛奶绒四件套冬季双面绒珊瑚绒", {0: 259}, {0: 189, 12: 179}, {9: 9, 12: 55}, 0, {0: 93}, date(2026, 10, 22), "冬季"),
)  # fmt: skip


def sightings() -> Iterator[Sighting]:
    """Everything that was seen, week by week."""
    looks = (item.seen(week) for week in range(WEEKS) for item in PEER_ITEMS)
    return (look for look in looks if look is not None)
