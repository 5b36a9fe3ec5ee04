"""An id is the same id however its cell writes it, and two ids are never one."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opsbook.engine.imports.importing import import_files
from opsbook.exports.reading.raw import RawTable
from support import inbox
from support.facts import NOW
from support.house import read_sheet as parse

HEADER = ("统计日期", "商品ID", "商品名称", "商品访客数", "支付金额")
WAYS = {
    "plain": str,
    "quoted": "'{}".format,
    "backtick": "`{}".format,
    "tab": "\t{}\t".format,
    "curly": "\u2018{}\u2019".format,
    "zero width": "\u200b{}\ufeff".format,
    "thousands": lambda number: f"{int(number):,}",
    "zeros behind": "{}.00".format,
    "full width": lambda number: number.translate({48 + at: 0xFF10 + at for at in range(10)}),
}
NUMBERS = st.integers(10**8, 10**19 - 1).map(str)
NEAR = st.tuples(st.integers(10**14, 10**15 - 1), st.sets(st.integers(0, 999), min_size=2, max_size=5)).map(
    lambda one: [f"{one[0]}{at:03}" for at in sorted(one[1])]
)  # alike in their first fifteen digits, which is all that a number in Excel holds


def _read(rows):
    parsed = parse(RawTable("商品.csv", "", (HEADER, *rows)))
    found = [(fact.values["item_id"], fact.values["gmv"]) for facts in parsed.facts for fact in facts.rows]
    return found, parsed


@given(numbers=st.lists(NUMBERS, min_size=1, max_size=6, unique=True) | NEAR, data=st.data())
def test_every_way_of_writing_is_the_same_item(numbers, data):
    """Each item on two days, written another way: the same text both times, digit by digit, and nothing is a problem."""
    rows = [
        (day, WAYS[data.draw(st.sampled_from(sorted(WAYS)))](number), "杯子", "9", f"{at}")
        for day in ("2026-11-09", "2026-11-10")
        for at, number in enumerate(numbers)
    ]
    found, parsed = _read(rows)
    assert found == [(number, at) for at, number in enumerate(numbers)] * 2
    assert (parsed.rejected, parsed.issues) == (0, ())


@given(
    numbers=st.lists(NUMBERS, min_size=2, max_size=4, unique=True), way=st.sampled_from(["{:.5E}", "{:.14e}", "{:.3E}"])
)
def test_digits_that_are_gone_are_no_item(numbers, way):
    """1.37359E+14 is refused by its cell, and the rows beside it are read."""
    rows = [("2026-11-09", number, "杯子", "9", "5") for number in numbers[1:]]
    found, parsed = _read([("2026-11-09", way.format(int(numbers[0])), "杯子", "9", "5"), *rows])
    assert found == [(number, 5) for number in numbers[1:]]
    assert (parsed.rejected, [issue.code for issue in parsed.issues]) == (1, ["damaged-id"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where exports are made."""
    return tmp_path_factory.mktemp("ids")


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=NEAR, data=st.data())
def test_items_alike_in_fifteen_digits_keep_their_own_figures(numbers, data, memory_book, folder):
    """In the workbook, imported twice: a row each, with its own amount, though Excel's sums could not tell them apart."""
    workbook = memory_book()
    listed = {number: {"商品访客数": 9, "支付金额": 100 + at} for at, number in enumerate(numbers)}
    for _ in range(2):
        order = data.draw(st.permutations(numbers))
        name = f"商品{len(list(folder.iterdir()))}"
        path = inbox.items(folder, "2026-03-18", {number: listed[number] for number in order}, name=name)
        import_files(workbook, [path], NOW)
    rows = [(row["item_id"], row["gmv"]) for row in workbook.rows("ItemDay") if row["date"]]
    assert sorted(rows) == [(number, 100 + at) for at, number in enumerate(numbers)]
    assert all(one < other for one, other in pairwise(sorted(rows)))
