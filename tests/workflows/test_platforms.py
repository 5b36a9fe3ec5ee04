"""Several reports of one platform make one row of the book."""

from itertools import permutations

import pytest

from exports.golden import HERE, sample
from exports.services import TAOBAOKE
from exports.writers import csv, filled
from opsbook.engine.imports.importing import import_files
from support import inbox
from support.facts import NOW, cell, day_number, row, told

DAY = "2026-03-18"
PDD_DAY = "2025-12-29"


def _commission(folder, spend):
    known = {"日期": f"{DAY}\t", "数据内容": "通用计划", "点击量(即进店量)": 500, "付款金额(元)": 3000}
    file = folder / "分天数据-推广概览_20260401_090530.csv"
    file.write_bytes(csv([TAOBAOKE, filled(TAOBAOKE, **known, 付款支出费用=spend)]))
    return file


@pytest.mark.parametrize("order", list(permutations(("trade", "goods", "service"))), ids="-".join)
def test_three_reports_of_pinduoduo_fill_one_day(order, memory_book):
    """交易概况, 商品概况 and 服务概况 fill different cells of a day and blank none, in whatever order they come."""
    workbook = memory_book()
    for kind in order:
        assert told(import_files(workbook, [sample(HERE / "pdd" / f"{kind}-built")], NOW)) == []
    day = row(workbook, "ShopDay", PDD_DAY)
    assert {
        name: day[name] for name in ("visitors", "pageviews", "fav_users", "buyers", "orders", "gmv", "refund_amount")
    } == {
        "visitors": 2135,
        "pageviews": 9100,
        "fav_users": 55,
        "buyers": 64,
        "orders": 77,
        "gmv": 6230,
        "refund_amount": 120.5,
    }


def test_inquiries_join_the_shop_report(memory_book, tmp_path):
    """The customer service report adds its two figures to the day and leaves the others alone."""
    workbook = memory_book()
    import_files(
        workbook, [inbox.shop(tmp_path, {"2026-06-17": {"访客数": 2000, "支付金额": 9000}}, made="2026-06-19")], NOW
    )
    import_files(workbook, [sample(HERE / "service" / "inquiries-built")], NOW)
    day = row(workbook, "ShopDay", "2026-06-17")
    assert (day["visitors"], day["gmv"], day["inquiries"], day["inquiry_buyers"]) == (2000, 9000, 120, 60)


@pytest.mark.parametrize("first", ["commission", "shop"])
def test_commission_stays_out_of_the_shop_s_spend(first, memory_book, tmp_path):
    """淘宝联盟 stands with the plans; the shop's spend and clicks stay what the shop report says, without a complaint."""
    workbook = memory_book()
    told_of = {DAY: {"访客数": 2000, "支付金额": 9000, "全站推广花费": 400}}
    files = [_commission(tmp_path, 320), inbox.shop(tmp_path / "shop", told_of)]
    for file in files if first == "commission" else files[::-1]:
        assert told(import_files(workbook, [file], NOW)) == []
    assert (cell(workbook, "ShopDay", DAY, "ad_spend"), cell(workbook, "ShopDay", DAY, "clicks") or None) == (400, None)
    (plan,) = workbook.rows("PlanDay")
    assert (plan["date"], plan["scene"], plan["plan_id"], plan["ad_spend"]) == (
        *(day_number(DAY), "淘宝联盟", "淘宝联盟-通用计划"),
        320,
    )


def test_plans_after_commission_are_still_compared_with_the_shop(memory_book, tmp_path):
    """A day that had commission only had no plans: its spend is compared with the first plans that come."""
    workbook = memory_book()
    import_files(workbook, [inbox.shop(tmp_path, {DAY: {"访客数": 1, "支付金额": 9, "全站推广花费": 400}})], NOW)
    import_files(workbook, [_commission(tmp_path, 320)], NOW)
    report = import_files(workbook, [inbox.plans(tmp_path, DAY, {"9001": {"花费": 250, "点击量": 3}})], NOW)
    assert told(report) == ["spend-differs"]
    assert cell(workbook, "ShopDay", DAY, "ad_spend") == 250
