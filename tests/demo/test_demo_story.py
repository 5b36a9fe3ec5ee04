"""The demo's figures hang together and tell the story of a home-textile shop around 双11."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

import pytest

LAST = date(2026, 11, 12)
SCENES = ("全站推广", "关键词推广", "精准人群推广", "智能场景")


def number(text):
    return Decimal(text.replace(",", "").removesuffix("%")) / (100 if text.endswith("%") else 1)


def total(rows, header):
    return sum(number(row[header]) for row in rows)


def rate(row, over, under):
    return number(row[over]) / number(row[under])


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("支付买家数", "下单买家数"),
        ("下单买家数", "访客数"),
        ("支付金额", "下单金额"),
        ("支付买家数", "支付子订单数"),
        ("支付子订单数", "支付件数"),
        ("支付件数", "下单件数"),
        ("老买家支付金额", "支付金额"),
        ("商品访客数", "访客数"),
        ("商品浏览量", "浏览量"),
    ],
)
def test_a_part_is_never_more_than_its_whole(inbox, less, more):
    """On every day of the shop the smaller figure is the smaller one."""
    assert [day for day, row in inbox.shop.items() if number(row[less]) > number(row[more])] == []


@pytest.mark.parametrize(
    ("parts", "whole"),
    [(("支付新买家数", "支付老买家数"), "支付买家数"), (("新访客数", "老访客数"), "访客数")],
    ids=["buyers", "visitors"],
)
def test_new_and_old_are_all(inbox, parts, whole):
    """New and returning people add up to all of them on every day."""
    assert [d for d, row in inbox.shop.items() if sum(number(row[p]) for p in parts) != number(row[whole])] == []


@pytest.mark.parametrize(
    ("over", "under", "low", "high"),
    [("支付金额", "支付买家数", 180, 230), ("浏览量", "访客数", 3, 4), ("加购人数", "访客数", "0.05", "0.13")],
    ids=["average order value", "depth", "carts"],
)
def test_ratios_stay_plausible(inbox, over, under, low, high):
    """Ratios of the shop's days stay in the range of such a shop."""
    ratios = {day: rate(row, over, under) for day, row in inbox.shop.items()}
    assert {day: x for day, x in ratios.items() if not Decimal(low) <= x <= Decimal(high)} == {}


def test_bounce_rates_stay_plausible(inbox):
    """The bounce rate stays between 50 % and 68 %."""
    assert all(Decimal("0.5") <= number(row["跳失率"]) <= Decimal("0.68") for row in inbox.shop.values())


@pytest.mark.parametrize(
    ("shown", "over", "under", "step"),
    [
        ("支付转化率", "支付买家数", "访客数", "0.0001"),
        ("下单转化率", "下单买家数", "访客数", "0.0001"),
        ("客单价", "支付金额", "支付买家数", "0.01"),
        ("UV价值", "支付金额", "访客数", "0.01"),
    ],
)
def test_printed_ratios_are_those_of_their_figures(inbox, shown, over, under, step):
    """A ratio in the report is its two figures divided, rounded as shown."""
    wrong = [d for d, row in inbox.shop.items() if abs(number(row[shown]) - rate(row, over, under)) > Decimal(step)]
    assert wrong == []


def test_plans_spend_what_the_shop_report_says(inbox):
    """Scene by scene the plans of a day spend the shop report's figure, to the cent."""
    spend = defaultdict(Decimal)
    for row in inbox.ads("计划报表"):
        spend[date.fromisoformat(row["日期"]), row["场景名字"]] += number(row["花费"])
    assert len(spend) == 14 * 4
    assert spend == {(day, scene): number(inbox.shop[day][f"{scene}花费"]) for day, scene in spend}


def test_plans_are_eight_over_four_scenes_and_earn_their_money(inbox):
    """Every day has the same eight plans over four scenes, each with an ROI of 2 to 5 that matches its money."""
    rows = inbox.ads("计划报表")
    plans = {(row["场景名字"], row["计划ID"]) for row in rows}
    assert (len(plans), len({scene for scene, _ in plans}), len(rows)) == (8, 4, 8 * 14)
    assert [r for r in rows if not 2 <= rate(r, "总成交金额", "花费") <= 5] == []
    assert [r for r in rows if abs(rate(r, "总成交金额", "花费") - number(r["投入产出比"])) > Decimal("0.005")] == []
    assert [r for r in rows if number(r["点击量"]) > number(r["展现量"])] == []


def test_ads_sell_a_part_of_the_shop(inbox):
    """On no day do ads claim more than 60 % of the shop's sales."""
    sold = defaultdict(Decimal)
    for row in inbox.ads("计划报表"):
        sold[date.fromisoformat(row["日期"])] += number(row["总成交金额"])
    assert [day for day, amount in sold.items() if amount > Decimal("0.6") * number(inbox.shop[day]["支付金额"])] == []


@pytest.mark.parametrize("header", ["展现量", "点击量", "花费", "总成交金额", "总成交笔数", "总购物车数", "总收藏数"])
def test_keywords_are_their_plans(inbox, header):
    """A plan's forty-odd keywords together are the plan, in every figure."""
    words, plans = defaultdict(Decimal), {}
    for row in inbox.ads("关键词报表"):
        words[row["日期"], row["计划ID"]] += number(row[header])
    for row in inbox.ads("计划报表"):
        plans[row["日期"], row["计划ID"]] = number(row[header])
    assert len(words) == 7 * 3
    assert words == {key: plans[key] for key in words}
    assert len(inbox.ads("关键词报表")) == 7 * 40


@pytest.mark.parametrize("start", ["计划报表", "关键词报表"])
def test_ad_reports_end_with_their_total(inbox, start):
    """The last row of every ad report is 总计 and repeats the sum of the others."""
    for name in inbox.names(start):
        header, *rows, last = inbox.raw[name]
        spend = header.index("花费")
        assert (last[0], number(last[spend])) == ("总计", sum(number(row[spend]) for row in rows))


@pytest.mark.parametrize("header", ["支付金额", "下单金额", "支付买家数", "下单买家数"])
def test_leaf_sources_add_up_to_the_shop(inbox, header):
    """What was sold through the leaf sources is what the shop sold, to the cent."""
    wrong = [d for d, rows in inbox.leaves.items() if total(rows, header) != number(inbox.shop[d][header])]
    assert wrong == []


def test_sources_overlap_a_little(inbox):
    """Visitors over the leaf sources exceed the shop's by 5 to 15 %: people arrive through several."""
    over = {day: total(rows, "访客数") / number(inbox.shop[day]["访客数"]) for day, rows in inbox.leaves.items()}
    assert {day: x for day, x in over.items() if not Decimal("1.05") <= x <= Decimal("1.15")} == {}
    assert {len(rows) for rows in inbox.leaves.values()} == {16}


def test_every_source_row_is_a_funnel(inbox):
    """No row, total or leaf, has more buyers than orderers or more orderers than visitors."""
    for name in inbox.names("【生意参谋平台】无线店铺流量来源"):
        header, *rows = inbox.raw[name][5:]
        seen, ordered, paid = (header.index(word) for word in ("访客数", "下单买家数", "支付买家数"))
        assert [r for r in rows if not number(r[paid]) <= number(r[ordered]) <= number(r[seen])] == []


def test_first_level_sources_total_their_leaves(inbox):
    """First-level rows carry the money of their leaves, so that adding every row would count it again."""
    for name in inbox.names("【生意参谋平台】无线店铺流量来源")[-3:]:
        header, *rows = inbox.raw[name][5:]
        gmv = header.index("支付金额")
        top = [row for row in rows if row[1:3] == ["汇总", "汇总"]]
        assert sum(number(row[gmv]) for row in top) == number(inbox.shop[date.fromisoformat(name[-14:-4])]["支付金额"])
        assert [row[0] for row in top] == [
            *("手淘搜索", "手淘推荐", "付费推广", "我的淘宝", "购物车", "内容", "活动", "其他")
        ]


@pytest.mark.parametrize("header", ["支付金额", "支付件数", "成功退款金额"])
def test_items_add_up_to_the_shop(inbox, header):
    """Money, pieces and refunds of the day's items are the shop's."""
    assert {d: total(rows, header) for d, rows in inbox.items.items()} == {
        day: number(inbox.shop[day][header]) for day in inbox.items
    }


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("支付买家数", "下单买家数"),
        ("下单买家数", "商品访客数"),
        ("支付买家数", "支付件数"),
        ("支付件数", "下单件数"),
        ("支付金额", "下单金额"),
        ("商品加购人数", "商品加购件数"),
        ("月累计支付金额", "年累计支付金额"),
        ("支付金额", "月累计支付金额"),
    ],
)
def test_item_figures_fit_each_other(inbox, less, more):
    """In every item row the smaller figure is the smaller one."""
    rows = [row for rows in inbox.items.values() for row in rows]
    assert [row for row in rows if number(row[less]) > number(row[more])] == []


def test_items_have_ids_and_lives(inbox):
    """Ids have twelve digits; one item is new since 11-02, one fades, one leads."""
    assert {len(row["商品ID"]) for rows in inbox.items.values() for row in rows} == {12}
    names = {day: {row["货号"]: row for row in rows} for day, rows in inbox.items.items()}
    assert [day for day, rows in names.items() if "YS-S4058" not in rows] == [
        *(date(2026, 10, 30), date(2026, 10, 31), date(2026, 11, 1))
    ]
    assert {len(rows) for rows in names.values()} == {23, 24}
    fading = [number(names[day]["YS-B2022"]["商品访客数"]) for day in (date(2026, 10, 30), LAST)]
    assert fading[1] < fading[0] / 2
    assert {max(rows, key=lambda code: number(rows[code]["支付金额"])) for rows in names.values()} == {"YS-S4001"}


def test_this_year_grows_by_an_eighth(inbox):
    """Up to the same day this year sold 10 to 14 % more than last year."""
    sold = defaultdict(Decimal)
    for day, row in inbox.shop.items():
        sold[day.year] += number(row["支付金额"]) if (day.month, day.day) <= (11, 12) else 0
    assert Decimal("1.10") <= sold[2026] / sold[2025] <= Decimal("1.14")


def mean(inbox, first, last, header="支付金额"):
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    return total([inbox.shop[day] for day in days], header) / len(days)


@pytest.mark.parametrize("year", [2025, 2026])
def test_campaigns_peak_on_payment_nights(inbox, year):
    """11-11 is the year's best day, 11-01 the second; 06-18 beats every other day of its month."""
    gmv = {day: number(row["支付金额"]) for day, row in inbox.shop.items() if day.year == year}
    assert sorted(gmv, key=gmv.get)[:-3:-1] == [date(year, 11, 11), date(year, 11, 1)]
    assert max((day for day in gmv if day.month == 6), key=gmv.get) == date(year, 6, 18)


@pytest.mark.parametrize("year", [2025, 2026])
@pytest.mark.parametrize(("start", "days"), [((5, 24), 7), ((10, 20), 11)], ids=["before 618", "before 11-11"])
def test_presale_pays_little(inbox, year, start, days):
    """During a presale fewer than two thirds as many visitors pay as in the ordinary week before."""
    first = date(year, *start)
    spans = (first - timedelta(7), first - timedelta(1)), (first, first + timedelta(days - 1))
    before, presale = (mean(inbox, *span, "支付买家数") / mean(inbox, *span, "访客数") for span in spans)
    assert presale < before * 2 / 3


@pytest.mark.parametrize("new_year", [date(2025, 1, 29), date(2026, 2, 17)], ids=str)
def test_lunar_new_year_is_quiet(inbox, new_year):
    """Around Lunar New Year the shop sells less than half of what it sold three weeks earlier."""
    quiet = mean(inbox, new_year - timedelta(1), new_year + timedelta(3))
    assert quiet < mean(inbox, new_year - timedelta(25), new_year - timedelta(19)) / 2


def test_weekends_bring_more_visitors(inbox):
    """In ordinary months Sundays have more visitors than Wednesdays."""
    days = [day for day in inbox.shop if day.month in {4, 7, 8}]
    wednesday, sunday = (
        total([inbox.shop[day] for day in days if day.weekday() == n], "访客数") / sum(d.weekday() == n for d in days)
        for n in (2, 6)
    )
    assert sunday > wednesday


def test_refunds_come_back_after_the_peak(inbox):
    """Refunds stay below 5 % of sales on ordinary days and rise above it on the day after 双11."""
    refund = {day: rate(row, "成功退款金额", "支付金额") for day, row in inbox.shop.items()}
    assert refund[LAST] > Decimal("0.05")
    assert all(refund[day] < Decimal("0.05") for day in refund if day.month in {4, 7, 8})


def test_two_leaders_and_two_look_alikes_are_seen_every_thursday(inbox):
    """Thirteen weeks up to the story's last day; every shop shows something every week."""
    rows = inbox.rows("竞品日志", 0)
    days = [str(LAST - timedelta(weeks=back)) for back in range(12, -1, -1)]
    assert sorted({row["日期"] for row in rows}) == days
    shops = {row["店铺"] for row in rows}
    assert len(shops) == 4
    assert {(row["日期"], row["店铺"]) for row in rows} == {(day, shop) for day in days for shop in shops}


def test_one_of_them_takes_the_heros_title_over(inbox):
    """Two weeks before the end a look-alike's title becomes that of our best seller, all but the shop's name."""
    titles = [row["标题"] for row in inbox.rows("竞品日志", 0) if row["商品ID"] == "695530128864"]
    (hero,) = {row["商品名称"] for rows in inbox.items.values() for row in rows if row["商品ID"] == "684210937561"}
    assert len(set(titles[:10])) == 1
    assert hero.removeprefix("云上居家") not in titles[0]
    assert all(hero.removeprefix("云上居家") in title for title in titles[10:])


def test_prices_fall_up_to_the_festival(inbox):
    """The neighbour's price goes down from look to look until 双11 and up again after it."""
    prices = [float(row["券后价"]) for row in inbox.rows("竞品日志", 0) if row["商品ID"] == "684120337756"]
    war, after = prices[7:12], prices[12]
    assert war == sorted(war, reverse=True)
    assert war[0] > 1.3 * war[-1]
    assert after > war[-1]
