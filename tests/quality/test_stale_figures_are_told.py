"""A figure that does not follow the facts is told, however many there are and wherever they stand, and repaired to what it was."""

import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from opsbook.engine.checks.checking import check
from opsbook.engine.refresh import refresh
from opsbook.hosts.files.host import FilesHost
from opsbook.ooxml.xml_text import unescaped
from support.facts import day_number
from support.house import open_book

FIRST, DAYS = day_number("2026-03-01"), 6
COLUMNS = ("客单价", "支付转化率")
CELLS = st.sets(st.tuples(st.sampled_from(COLUMNS), st.integers(0, DAYS - 1)), min_size=1)
FIXED, OLD = {"figures-fixed", "formula-overwritten"}, {"stale-figures"}  # neighbours in a column are one finding
BOOKS = settings(
    max_examples=6,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def sold(book):
    """A workbook file in which six days were sold and worked out; every call gives its bytes anew."""
    workbook = open_book(FilesHost(book))
    day = {"gmv": 1000.0, "buyers": 4.0, "visitors": 80.0}
    workbook.upsert("ShopDay", [{"date": FIRST + at, **day} for at in range(DAYS)])
    refresh(workbook)
    workbook.host.save()
    content = book.read_bytes()
    return lambda: book.write_bytes(content) and book


def _places(host):
    """Page, row by day, and column by header of Daily."""
    table = host.book.table("ShopDay")
    dates = [cells[0] for cells in host.book.values(table)]
    rows = [table.body.top + dates.index(FIRST + at) for at in range(DAYS)]
    return host.book.sheet(table.sheet), rows, {name: table.place.left + table.column(name) for name in COLUMNS}


def _shown(book):
    host = FilesHost(book)
    page, rows, columns = _places(host)
    raw = {(name, at): page.raw(row, column) for name, column in columns.items() for at, row in enumerate(rows)}
    return {
        place: re.search(r"<f.*?>(.*)</f>(?:<v>(.*)</v>)?", unescaped(text)).groups() for place, text in raw.items()
    }


def _counts(book):
    found = [one for one in check(open_book(FilesHost(book))) if one.code in FIXED | OLD]
    return {one.code for one in found}, sum(one.seen.get("count", 1) for one in found)


@BOOKS
@given(cells=CELLS, value=st.sampled_from([0.0, 77.0, "–"]))
def test_values_over_formulas_are_counted_and_repaired(cells, value, sold, run):
    """Each cell over which somebody put a value is counted; refresh ends with 1; repaired, every formula is what it was."""
    book = sold()
    before = _shown(book)
    host = FilesHost(book)
    page, rows, columns = _places(host)
    for name, at in cells:
        host.book.write(page, rows[at], columns[name], value)
    book.write_bytes(host.book.to_bytes())
    codes, count = _counts(book)
    assert codes <= FIXED
    assert count == len(cells)
    assert run("refresh", book).code == 1
    assert run("check", book).code == 1
    run("check", book, "--repair")
    assert _counts(book) == (set(), 0)
    assert _shown(book) == before


@BOOKS
@given(cells=CELLS, old=st.booleans())
def test_figures_that_another_program_left_are_counted_and_come_back(cells, old, sold, run):
    """Dropped, or those of other facts: each is counted, and a refresh brings all of them back."""
    book = sold()
    before = _shown(book)
    host = FilesHost(book)
    page, rows, columns = _places(host)
    for name, at in cells:
        kept = re.sub(r"<v>[^<]*</v>", "<v>0.123</v>" if old else "", page.raw(rows[at], columns[name]))
        page.put(rows[at], columns[name], kept)
    book.write_bytes(host.book.to_bytes())
    codes, count = _counts(book)
    assert codes == OLD
    assert count >= 1 if old else count == len(cells)
    assert run("check", book).code == 1
    assert run("refresh", book).code == 0
    assert _shown(book) == before
