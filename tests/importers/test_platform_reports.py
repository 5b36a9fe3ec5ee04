"""What is particular to the reports of each platform."""

from datetime import date

import pytest

from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.match_header import heading
from opsbook.features.daily.exports import service
from opsbook.model.issues import Level
from opsbook.model.values import serial
from support.house import read_sheet as parse

DAY = serial(date(2026, 6, 18))
ONE_DAY = "商品明细_20260618_全部渠道.xlsx"


def read(header, *rows, file="报表.csv", above=()):
    """A sheet from lines of cells apart by blanks."""
    lines = (*above, header, *rows)
    return parse(RawTable(file, "", tuple(tuple(line.split(" ")) for line in lines)))


def values(parsed):
    return [dict(fact.values) for facts in parsed.facts for fact in facts.rows]


def codes(parsed):
    return [issue.code for issue in parsed.issues]


TRADE = "统计时间 成交金额 较上周期 成交订单数 较上周期 成交买家数 较上周期 退款金额 较上周期"
GOODS = "统计时间 商品访客数 较上周期 商品浏览量 较上周期 商品收藏用户数 较上周期 成交金额 较上周期"


def test_pinduoduo_compares_in_columns_of_one_name():
    """A day is month first, 较上周期 is neither read nor reported, 退款金额 waits for 服务概况."""
    parsed = read(TRADE, "06-18-26 6,230.00 1% 77 2% 64 3% 88 4%")
    assert values(parsed) == [{"date": DAY, "gmv": 6230, "orders": 77, "buyers": 64, "partial": None}]
    assert (parsed.unknown, codes(parsed)) == ((), [])


@pytest.mark.parametrize(
    ("header", "row", "visitors"),
    [
        (GOODS, "06-18-26 2,135 1% 9,100 2% 55 3% 9 4%", 2135),
        (f"{GOODS} 店铺访客数", "06-18-26 2,135 1% 9,100 2% 55 3% 9 4% 2,900", 2900),
        (f"店铺访客数 {GOODS}", "- 06-18-26 2,135 1% 9,100 2% 55 3% 9 4%", None),
    ],
    ids=["items-are-all-there-is", "the-shop-s-own-count", "a-blank-is-not-filled-from-a-part"],
)
def test_visitors_of_items_stand_in_only_where_the_shop_has_none(header, row, visitors):
    """商品访客数 counts as the shop's visitors only in a file without 店铺访客数; its 成交金额 is left to 交易概况."""
    (day,) = values(read(header, row))
    assert (day.get("visitors"), "gmv" in day) == (visitors, False)


ADS = "日期 商品ID 商品名称 推广场景 推广名称 成交花费(元) 总花费(元) 交易额(元) 曝光量 点击量"


def test_pinduoduo_spend_is_counted_once():
    """总花费 is the spend, 成交花费 is not, and the 总计 row with dashes is no plan."""
    rows = (
        "2026-06-18 601 甲 商品推广 主推 180 200.05 900 1000 30",
        "2026-06-18 602 乙 商品推广 - 1 212.45 800 900 20",
    )
    total = "总计 - - - - 181 412.5 1700 1900 50"
    found = values(read(ADS, *rows, total))
    assert [(one["plan_id"], one["plan"], one["ad_spend"]) for one in found] == [
        ("601", "主推", 200.05),
        ("602", "乙", 212.45),
    ]


@pytest.mark.parametrize("mark", ["合计", "总计"])
def test_a_jd_total_in_the_first_row_is_no_item(mark):
    """The first data row adds the others up; the day comes from the file name."""
    header = "SKU SKU名称 商品访客数 成交金额"
    parsed = read(header, f"{mark} - 30 300", "1001 甲 10 100", "1002 乙 20 200", file=ONE_DAY)
    assert [(one["item_id"], one["gmv"], one["date"]) for one in values(parsed)] == [
        ("1001", 100, DAY),
        ("1002", 200, DAY),
    ]
    assert codes(parsed) == []


def test_a_row_per_sku_is_known_by_its_sku():
    """Two SKUs of one SPU are two rows; without a SKU column the SPU is the item."""
    two = read("SPU SKU 商品访客数 成交金额", "9 1001 10 100", "9 1002 20 200", file=ONE_DAY)
    assert [one["item_id"] for one in values(two)] == ["1001", "1002"]
    assert [one["item_id"] for one in values(read("SPU 商品访客数 成交金额", "9 10 100", file=ONE_DAY))] == ["9"]


HOURS = "点击时间 花费 展现数 点击数 总订单金额"


def test_the_hours_of_a_day_are_added():
    """京准通's hours make one plan's day; 汇总 is not added."""
    hours = [f"20260618{hour:02}0000~20260618{hour:02}5959 0.1 100 3 9.9" for hour in range(24)]
    (day,) = values(read(HOURS, *hours, "汇总 2.4 2400 72 237.6"))
    assert (day["date"], day["ad_spend"], day["impressions"], day["clicks"], day["ad_gmv"]) == (
        DAY,
        2.4,
        2400,
        72,
        237.6,
    )


SITEWIDE = "日期 花费 全站交易额 全站订单行"


@pytest.mark.parametrize(
    ("header", "row", "plan"),
    [
        (SITEWIDE, "20260618 200 1000 30", "全站营销"),
        (f"{SITEWIDE} 产品线", "20260618 200 1000 30 快车", "快车"),
        (f"{SITEWIDE} 产品线", "20260618 200 1000 30 -", "全站营销"),
    ],
)
def test_a_report_without_plans_is_one_plan(header, row, plan):
    """What no column says is said by the importer, and the id follows the plan's name."""
    (day,) = values(read(header, row))
    assert (day["scene"], day["plan"], day["plan_id"]) == ("京准通", plan, f"京准通-{plan}")


def test_spend_of_nobody_is_refused():
    """A 千川 row without an account belongs to no plan: it is told, not given to a plan called None."""
    parsed = read(
        "日期 抖音号名称 整体消耗 整体展示次数 整体点击次数", "2026-06-18 - 5 100 3", "2026-06-18 示例号 5 100 3"
    )
    assert [one["plan_id"] for one in values(parsed)] == ["千川-示例号"]
    assert (parsed.rejected, codes(parsed), parsed.issues[0].where.row) == (1, ["missing-key"], 2)


def test_the_two_kinds_of_jd_promotion_are_two_plans():
    """全站营销 and the rest are charged apart: both on one day never replace each other."""
    ids = {
        values(read(SITEWIDE, "20260618 200 1000 30"))[0]["plan_id"],
        values(read(HOURS, "20260618 1 2 3 4"))[0]["plan_id"],
    }
    assert len(ids) == 2


def test_an_affiliate_day_ends_with_a_tab():
    """付款支出费用 is the spend and 付款金额 the sales; 结算 tells of other orders."""
    header = "日期 数据内容 点击量(即进店量) 付款金额(元) 付款佣金支出 付款支出费用 结算金额 结算支出费用"
    (day,) = values(
        read(header, "2026-06-18\t 通用计划 226 15,620.09 1200 1320 9 9", "2026-06-18\t 汇总 226 1 1 1 1 1")
    )
    assert day == {
        "date": DAY,
        "plan": "通用计划",
        "clicks": 226,
        "ad_gmv": 15620.09,
        "ad_spend": 1320,
        "scene": "淘宝联盟",
        "plan_id": "淘宝联盟-通用计划",
    }


def test_refunds_before_and_after_sending_are_one_amount():
    """抖店 tells refunds in two columns; one of them blank leaves the other."""
    header = "商品ID 商品点击人数 用户支付金额 发货前退款金额 发货后退款金额"
    rows = ("361 900 ¥1,234.5 ¥0.1 ¥0.2", "362 1 ¥1 - 5", "363 1 ¥1 - -")
    found = values(read(header, *rows, file="直播商品_2026-06-18_2026-06-18.csv"))
    assert [one.get("refund_amount") for one in found] == [0.3, 5, None]


ASKED = "日期 询单人数 最终付款人数"


@pytest.mark.parametrize("word", ["汇总", "全店", "同行均值", "同行", "合计", "店铺汇总值"])
@pytest.mark.parametrize("labelled", [False, True], ids=["in-the-date", "in-a-column-of-its-own"])
def test_the_shop_s_own_row_counts(word, labelled):
    """Rows of the whole, the average or peers are dropped in silence wherever they say so."""
    header = f"{ASKED} 范围" if labelled else ASKED
    other = f"2026-06-18 300 200 {word}" if labelled else f"{word} 300 200"
    (day,) = values(parsed := read(header, "2026-06-18 120 60 本店", other))
    assert (day["inquiries"], day["inquiry_buyers"]) == (120, 60)
    assert "row-below-own" not in codes(parsed)


def test_a_row_below_the_shop_s_own_is_told():
    """A second row of the day without a label is taken for an agent or a peer, and named; an equal one is not."""
    parsed = read(ASKED, "2026-06-18 120 60", "2026-06-18 120 60", "2026-06-18 88 40")
    assert [one["inquiries"] for one in values(parsed)] == [120]
    (issue,) = parsed.issues
    assert (issue.code, issue.level, issue.where.row, issue.seen["row"]) == ("row-below-own", Level.INFO, 4, 2)


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("日期 咨询人数 接待人数 未回复人数", "sycm-reception"),
        ("日期 销售额 销售量 销售人数 客单价 客件数 件均价", "sycm-service-sales"),
    ],
)
def test_a_known_report_without_a_place_says_so(header, kind):
    """Nothing of it is stored, nothing is refused, and one note tells it."""
    parsed = read(header, "2026-06-18 1 2 3 4 5 6")
    assert (parsed.kind, values(parsed), parsed.rejected, codes(parsed)) == (kind, [], 0, ["nothing-stored"])
    assert parsed.issues[0].level is Level.INFO


SCORES = ("日期 接待人数 总  邀请  自主  ", "  发出 满意率 发出 满意率 发出 满意率")


def test_two_header_rows_make_one_name():
    """A group stands over its fields: 自主 above 新指标 is 自主新指标, and the header is two rows long."""
    parsed = read(SCORES[0] + "  ", SCORES[1] + " 新指标", "2026-06-18 280 5 1 5 1 5 1 9")
    assert (parsed.kind, parsed.header_row, parsed.unknown) == ("sycm-service-scores", 2, ("自主新指标",))


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        pytest.param("日期 总 ", "日期 发出 收到", ("日期", "总发出", "总收到"), id="a-cell-told-in-both-rows"),
        pytest.param("日期 总 ", " 发出 收到", ("日期", "总发出", "总收到"), id="a-cell-over-both-rows"),
        pytest.param(" 总", "日期 发出 收到", ("日期", "总发出", "总收到"), id="a-shorter-row-of-groups"),
        pytest.param("日期 总 ", " 发出", ("日期", "总发出", ""), id="nothing-below-a-group"),
    ],
)
def test_a_group_spans_the_fields_below_it(above, below, names):
    """A group stands over its first field only; a cell of both rows is one name, a blank column has none."""
    assert heading(service.SCORES, [above.split(" "), below.split(" ")], 0) == names


BY_DATE = "Date|Ordered Product Sales|Units Ordered|Sessions – Total"


def abroad(*rows, file="BusinessReport-06-19-26.csv"):
    return parse(RawTable(file, "", tuple(tuple(line.split("|")) for line in (BY_DATE, *rows))))


@pytest.mark.parametrize(
    ("rows", "days", "currency"),
    [
        (["6/7/26|$1|1|1"], [date(2026, 6, 7)], ("$",)),
        (["6/7/26|£1|1|1"], [date(2026, 7, 6)], ("£",)),
        (["13/6/26|$1|1|1", "6/7/26|$1|1|1"], [date(2026, 6, 13), date(2026, 7, 6)], ("$",)),
        (["6/13/26|€1|1|1", "6/7/26|€1|1|1"], [date(2026, 6, 13), date(2026, 6, 7)], ("€",)),
        (["6/13/26|1|1|1"], [date(2026, 6, 13)], ("—",)),
        (["09.11.2026|1.234,56 €|1|1"], [date(2026, 11, 9)], ("€",)),
    ],
    ids=["america", "britain", "the-dates-before-the-currency", "american-dates-in-euro", "no-sign", "germany"],
)
def test_money_from_abroad_is_told_once_and_dates_are_read_as_there(rows, days, currency):
    """One note names the currency seen; whether 6/7 is June or July is decided by the column, else by the currency."""
    parsed = abroad(*rows, "Total|9|9|9")
    assert [one["date"] for one in values(parsed)] == [serial(day) for day in days]
    assert [(issue.code, issue.seen["currency"]) for issue in parsed.issues] == [("foreign-money", currency)]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        pytest.param("日期 进店客户数 进店同比 加购客户数 下单客户数 成交客户数 复购客户数", "", id="jd-customers"),
        pytest.param("日期 推广计划 关键词 花费 展现数 点击数 总订单金额", "", id="jd-keywords"),
        pytest.param("日期 花费(元) 交易额(元) 曝光量 点击量", "", id="pdd-brand-ads-without-items"),
        pytest.param("商品ID 商品名称 商品访客数 商品浏览量 成交金额 成交件数", "", id="pdd-items"),
        pytest.param("日期 抖音号名称 素材ID 整体消耗 整体展示次数 整体点击次数", "", id="qianchuan-materials"),
        pytest.param("日期 客服昵称 询单人数 最终付款人数", "", id="service-by-agent"),
        pytest.param("日期 商品ID 付款支出费用 付款金额 点击量(即进店量)", "", id="affiliates-by-item"),
        pytest.param(
            "统计日期 访客数 支付金额 询单人数 最终付款人数", "sycm-shop", id="the-shop-report-with-inquiries"
        ),
    ],
)
def test_a_relative_of_a_report_is_not_taken_for_it(header, kind):
    """Reports at another level, of agents, keywords, materials or customers, are not the daily report."""
    assert read(header, "1 1 1 1 1 1 1").kind == kind


def test_a_missing_mark_is_named():
    """A report that lacks a column it is known by says which."""
    (issue,) = read("统计时间 成功退款金额 成功退款订单数", "06-18-26 1 2").issues
    assert (issue.code, issue.seen["kind"], issue.seen["missing"]) == (
        "missing-column",
        "拼多多 服务概况",
        ("品质退款率",),
    )
