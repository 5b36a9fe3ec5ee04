"""Several rows of one day, item or plan: the whole counts, or their sum, or none of them; never one of them."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.mapping.custom_report import Decided
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from opsbook.model.values import from_serial
from support.house import TABLE
from support.house import read_sheet as parse

PARTS = ("PC端", "无线端", "红", "蓝", "08:00", "M")
DAYS = ("2026-11-09", "2026-11-10", "2026-11-11")
WHOLE = ("所有终端", "合计", "全部")
SHAPES = {  # header, what stands between day and part, table
    "shop": (("统计日期", "终端", "访客数", "支付金额", "支付件数"), (), "ShopDay"),
    "items": (("统计日期", "商品ID", "规格", "商品访客数", "支付金额", "支付件数"), ("601234567890123",), "ItemDay"),
}
ROW = st.tuples(st.integers(0, 999), st.integers(1, 10**6), st.integers(0, 99))  # people, cents, pieces
LISTS = st.dictionaries(
    st.sampled_from(DAYS), st.dictionaries(st.sampled_from(PARTS), ROW, min_size=1, max_size=4), min_size=1
)


def _cells(shape, day, part, figures):
    people, cents, pieces = figures
    return (day, *SHAPES[shape][1], part, f"{people}", f"{cents / 100:.2f}", f"{pieces}")


def _read(shape, rows, *, adds):
    header, _, table = SHAPES[shape]
    known = {signature(header): Decided("", TABLE[table], adds=adds)}
    parsed = parse(RawTable("表.csv", "", (header, *rows)), known)
    found = defaultdict(list)
    for facts in parsed.facts:
        for fact in facts.rows:
            day = f"{from_serial(fact.values['date'])}"
            found[day].append(tuple(fact.values.get(name) for name in ("visitors", "gmv", "items")))
    assert all(len(same) == 1 for same in found.values())
    return {day: same[0] for day, same in found.items()}, parsed


def _money(day):
    return round(sum(cents for _, cents, _ in day.values()) / 100, 2)


@pytest.mark.parametrize("shape", SHAPES)
@given(listed=LISTS, chance=st.randoms())
def test_parts_are_refused_as_long_as_nobody_says_that_they_add_up(shape, listed, chance):
    """A day with one row is read, one with more is not, and every row that was left out is counted and told."""
    rows = [_cells(shape, day, part, one) for day, parts in listed.items() for part, one in parts.items()]
    chance.shuffle(rows)
    read, parsed = _read(shape, rows, adds=False)
    single = {day: parts for day, parts in listed.items() if len(parts) == 1}
    assert read == {
        day: (people, cents / 100, pieces) for day, parts in single.items() for people, cents, pieces in parts.values()
    }
    assert parsed.rejected == len(rows) - len(single)
    assert any("share-key" in issue.code for issue in parsed.issues) == (len(single) < len(listed))


@pytest.mark.parametrize("shape", SHAPES)
@given(listed=LISTS, chance=st.randoms())
def test_parts_that_add_up_are_all_in_the_sum(shape, listed, chance):
    """Money and pieces are the sum over all rows of the day, to the cent; people of several rows are blank."""
    rows = [_cells(shape, day, part, one) for day, parts in listed.items() for part, one in parts.items()]
    chance.shuffle(rows)
    read, parsed = _read(shape, rows, adds=True)
    people = {day: next(iter(parts.values()))[0] if len(parts) == 1 else None for day, parts in listed.items()}
    assert read == {
        day: (people[day], _money(parts), sum(pieces for *_, pieces in parts.values())) for day, parts in listed.items()
    }
    assert parsed.rejected == 0


@pytest.mark.parametrize("adds", [False, True], ids=["as ever", "adding up"])
@pytest.mark.parametrize("shape", SHAPES)
@given(listed=LISTS, word=st.sampled_from(WHOLE), chance=st.randoms())
def test_the_whole_beside_its_parts_is_taken_as_it_stands(shape, adds, listed, word, chance):
    """The row of all terminals (sizes) holds fewer people than its parts together: its own figure is read."""
    rows, right = [], {}
    for day, parts in listed.items():
        rows += [_cells(shape, day, part, one) for part, one in parts.items()]
        whole = (
            max(people for people, *_ in parts.values()),
            sum(cents for _, cents, _ in parts.values()),
            sum(pieces for *_, pieces in parts.values()),
        )
        rows.append(_cells(shape, day, word, whole))
        right[day] = (whole[0], whole[1] / 100, whole[2])
    chance.shuffle(rows)
    read, parsed = _read(shape, rows, adds=adds)
    assert (read, parsed.rejected) == (right, 0)


@given(
    listed=st.lists(st.tuples(*[st.integers(0, 9)] * 4, st.sampled_from(["", "PC端", "无线端", "全部"])), max_size=8),
    adds=st.booleans(),
    chance=st.randoms(),
)
def test_the_order_of_rows_never_decides(listed, adds, chance):
    """Whatever rows of one day stand there, alike, contradicting or blank: turned about they say the same."""
    rows = [
        (DAYS[day % 3], part, f"{people}", f"{money}", f"{pieces}" if pieces else "")
        for day, people, money, pieces, part in listed
    ]
    turned = list(rows)
    chance.shuffle(turned)
    assert _said(rows, adds=adds) == _said(turned, adds=adds)


def _said(rows, *, adds):
    header = SHAPES["shop"][0]
    parsed = parse(
        RawTable("表.csv", "", (header, *rows)), {signature(header): Decided("", TABLE["ShopDay"], adds=adds)}
    )
    return sorted(repr(sorted(fact.values.items(), key=str)) for facts in parsed.facts for fact in facts.rows)
