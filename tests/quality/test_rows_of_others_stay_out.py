"""Rows of other shops never go in, whatever files lie together, in whatever order."""

import csv

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opsbook.engine.imports.importing import import_files
from support import inbox
from support.books import SHOP
from support.facts import NOW, day_number

HEADER = ("统计日期", "店铺名称", "访客数", "支付金额")
OTHERS = ("别家的店", "小棉袄家居", "小棉袄家居店2", "甲店", "小棉祆家居店")  # some of them look nearly like ours
OURS = (SHOP, f" {SHOP} ", SHOP.replace("家居", " 家居"), f"{SHOP}\u200b")
OWNERS = st.sampled_from([*OURS[:2], *OTHERS, ""])
FILES = st.lists(st.lists(st.tuples(OWNERS, st.integers(0, 3)), min_size=1, max_size=4), min_size=1, max_size=4)
FIRST = day_number("2026-03-10")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=FILES, nameless=st.booleans(), single=st.booleans(), data=st.data())
def test_only_rows_of_the_own_shop_are_in_the_workbook(files, nameless, single, data, memory_book, tmp_path_factory):
    """Every amount tells its owner: what stands in the workbook is ours, and every row that is not is counted as refused."""
    folder, paths, owners = tmp_path_factory.mktemp("inbox"), [], {}
    for number, rows in enumerate(files):
        named = [(rows[0][0], at) for _, at in rows] if single else rows
        path = folder / f"店铺{number}_20260401_0905{number}0.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            for at, (owner, day) in enumerate(named):
                amount = 1000 * (number + 1) + at
                owners[amount] = owner
                writer.writerow((f"2026-03-{10 + day + 4 * number}", owner, 9, amount))
        paths.append(path)
    alone = inbox.sources(folder, "2026-03-30", {"付费推广": {"访客数": 1}}) if nameless else None
    ordered = data.draw(st.permutations([*paths, *([alone] if alone else [])]))
    workbook = memory_book()
    report = import_files(workbook, ordered, NOW)
    stored = {row["gmv"] for row in workbook.rows("ShopDay") if row["gmv"] is not None}
    theirs = {amount for amount, owner in owners.items() if owner and owner.strip() != SHOP}
    assert stored & theirs == set()
    if theirs:
        assert {issue.code for issue in report.all_issues} & {"other-shop", "several-shops", "rows-of-other-shops"}
        waited = any(row["date"] for row in workbook.rows("SourceDay"))
        foreign = any(map(_is_theirs, files))
        assert not (alone and foreign and waited)


def _is_theirs(rows):
    """Whether a file is another shop's as a whole."""
    named = {owner.strip() for owner, _ in rows if owner.strip()}
    return bool(named) and SHOP not in named


@pytest.mark.parametrize("owner", OURS)
def test_a_spelling_of_the_own_name_is_the_own_shop(owner, memory_book, tmp_path):
    """Blanks around and within it, and signs nobody sees, make no other shop."""
    workbook = memory_book()
    path = inbox.shop(tmp_path, {"2026-03-18": {"访客数": 1, "支付金额": 2}}, of=owner)
    import_files(workbook, [path], NOW)
    assert [row["gmv"] for row in workbook.rows("ShopDay") if row["gmv"]] == [2]
