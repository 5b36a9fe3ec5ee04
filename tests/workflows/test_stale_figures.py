"""A figure that does not follow the facts any more is told before all others, and is no success."""

import pytest

from opsbook.engine.checks.checking import check
from opsbook.engine.refresh import refresh
from opsbook.hosts.files.host import FilesHost
from support.facts import day_number
from support.house import open_book

DAYS = [day_number("2026-03-01") + at for at in range(3)]


@pytest.fixture
def sold(book):
    """A workbook in which three days were sold and worked out."""
    workbook = open_book(FilesHost(book))
    workbook.upsert("ShopDay", [{"date": day, "gmv": 100.0, "buyers": 4.0} for day in DAYS])
    refresh(workbook)
    workbook.host.save()
    return book


def _over(book, header, *, days, formula=""):
    """Somebody puts fixed values, or a formula of their own, over one of ours."""
    host = FilesHost(book)
    table = host.book.table("ShopDay")
    page, column = host.book.sheet(table.sheet), table.place.left + table.column(header)
    dates = [row[0] for row in host.book.values(table)]
    for day in days:
        row = table.body.top + dates.index(day)
        if formula:
            host.book.write_formula(page, row, column, formula, 7.0)
        else:
            host.book.write(page, row, column, 77.0)
    host.save()


def _codes(book):
    return [(one.code, one.where.cell, one.seen.get("count")) for one in check(open_book(FilesHost(book)))]


@pytest.mark.parametrize(
    ("command", "more"), [(["refresh"], []), (["goal"], ["--year", "2026", "100万"]), (["peers", "add"], ["素里"])]
)
def test_fixed_values_are_told_first_and_are_no_success(sold, run, command, more):
    """Every command that works figures out says so in its first line, and ends with 1."""
    _over(sold, "客单价", days=DAYS)
    ran = run(*command, sold, *more)
    assert ran.code == 1
    assert (ran.out + ran.err).startswith("注意：有 3 格公式被换成了固定的数（日报）")


def test_a_formula_of_ones_own_is_ones_own(sold, run):
    """It follows what its owner wants: kept, told at the end, and no failure."""
    _over(sold, "客单价", days=DAYS[:1], formula="1+6")
    ran = run("refresh", sold)
    assert ran.code == 0
    assert "保留了你的内容" in ran.out + ran.err


def test_a_column_of_fixed_values_is_one_finding(sold, run):
    """It stands before the others, with how many and where; repaired, nothing is left to say."""
    _over(sold, "客单价", days=DAYS)
    (found,) = _codes(sold)
    assert found[0] == "figures-fixed"
    assert found[2] == 3
    assert run("check", sold, "--repair").code == 0
    assert _codes(sold) == []


def test_values_that_another_program_dropped_are_told_and_come_back(sold, run):
    """A program that cannot calculate stores no figures: one line with their number, and a refresh mends it."""
    host = FilesHost(sold)
    page = host.book.sheet("日报")
    table = host.book.table("ShopDay")
    column = table.place.left + table.column("客单价")
    for row, shown in zip(range(table.body.top, table.body.bottom + 1), host.book.values(table), strict=True):
        if shown[0] in DAYS:
            page.put(row, column, page.raw(row, column).replace("<v>25</v>", ""))
    host.save()
    assert _codes(sold) == [("stale-figures", "", 3)]
    assert run("check", sold).code == 1
    assert run("refresh", sold).code == 0
    assert _codes(sold) == []


def test_an_old_figure_is_told(sold):
    """A stored figure that is not what its formula comes to, after somebody changed a fact elsewhere."""
    host = FilesHost(sold)
    table = host.book.table("ShopDay")
    dates = [row[0] for row in host.book.values(table)]
    row, column = table.body.top + dates.index(DAYS[0]), table.place.left + table.column("支付买家数")
    host.book.write(host.book.sheet(table.sheet), row, column, 5.0)
    host.save()
    assert _codes(sold)[0][0] == "stale-figures"
