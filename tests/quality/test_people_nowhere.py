"""Counts of people are never added up, and who they are is never kept, in whatever language and shape it stands there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opsbook.exports.mapping.custom_report import Decided
from opsbook.exports.platforms.normalize import plain_header
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from opsbook.model.units import Adding, Dimension
from support.house import CATALOG, TABLE, decided, propose
from support.house import read_sheet as parse

HEADS = {  # what a column of people may be called, and what may stand in it
    "Full Name": st.builds("{} {}".format, st.sampled_from(["Quentin", "Zork", "Wanda"]), st.sampled_from(["Testperson", "Sampleton"])),
    "Nombre del comprador": st.builds("Señora {}".format, st.text("abcdefg", min_size=4, max_size=9)),
    "Teléfono": st.integers(10**8, 10**10).map("+54{}".format),
    "氏名": st.text("見本花子次郎例", min_size=3, max_size=4),
    "收货人": st.text("欧阳示例某司马", min_size=2, max_size=4),
    "Anschrift": st.integers(1, 999).map("Beispielweg {}".format),
    "Имя клиента": st.text("абвгдеж", min_size=5, max_size=9),
    "备用": st.integers(0, 999_999_999).map("13{:09}".format),
    "Col B": st.integers(0, 10**6).map("nobody{}@example.com".format),
    "一": st.integers(1, 999).map("浙江省杭州市西湖区子虚路{}号".format),
}  # fmt: skip
KNOWN = ("统计日期", "访客数", "支付金额", "支付件数", "浏览量", "支付买家数")
UNKNOWN = ("Day", "Takings", "Guests")
PEOPLE = {"visitors", "buyers", "order_buyers", "fav_users", "cart_users", "new_buyers", "old_buyers", "new_visitors"}


def _sheet(names, header, people, at):
    """Days of figures with people in one column of them."""
    place = min(at, len(names))
    rows = [
        [f"2026-11-{day:02}", *(f"{day * 10 + column}" for column in range(1, len(names)))]
        for day in range(1, len(people) + 1)
    ]
    body = ((*row[:place], one, *row[place:]) for row, one in zip(rows, people, strict=True))
    return RawTable("表.csv", "", ((*names[:place], header, *names[place:]), *body))


@settings(max_examples=40)
@given(data=st.data(), header=st.sampled_from(sorted(HEADS)), at=st.integers(0, 6))
def test_who_they_are_is_in_no_answer(data, header, at):
    """Beside a known report and in one nobody knows the column counts as people's; neither facts nor proposals hold a cell of it."""
    people = data.draw(st.lists(HEADS[header], min_size=4, max_size=8, unique=True))
    parsed = parse(_sheet(KNOWN, header, people, at))
    assert len(parsed.facts[0].rows) == len(people)
    assert header not in parsed.unknown
    raw = _sheet(UNKNOWN, header, people, at)
    proposal, refused = propose(raw), parse(raw)
    assert header in proposal.sheet.personal
    assert header not in [guess.header for guess in proposal.guesses]
    told = repr((parsed, refused, proposal.table, proposal.guesses))
    assert [one for one in people if one in told] == []


@settings(max_examples=40)
@given(data=st.data(), header=st.sampled_from(sorted(HEADS)), at=st.integers(0, 6))
def test_who_they_are_is_not_kept_though_somebody_said_so(data, header, at):
    """A column of people that a mapping keeps, made by an older version or typed into the sheet, is left out all the same."""
    people = data.draw(st.lists(HEADS[header], min_size=4, max_size=8, unique=True))
    raw = _sheet(UNKNOWN, header, people, at)
    fields = {"day": "date", "takings": "gmv", "guests": "visitors"}
    known = {signature(raw.rows[0]): decided("自报", "ShopDay", fields, {plain_header(header): header})}
    parsed = parse(raw, known)
    assert [fact.values["gmv"] for fact in parsed.facts[0].rows] == [day * 10 + 1 for day in range(1, len(people) + 1)]
    assert [one for one in people if one in repr(parsed)] == []


@pytest.mark.parametrize("table", ["ShopDay", "ItemDay", "SourceDay"])
def test_counts_of_people_say_that_they_do_not_add_up(table):
    """No field of people of a table is one that parts of a day are added into."""
    ids = {column.id for column in CATALOG.columns[table]} & PEOPLE
    assert ids
    assert {CATALOG.fields[one].over(Dimension.PARTS) for one in ids} == {Adding.REFUSED}


@given(
    counts=st.lists(st.tuples(*[st.integers(1, 999)] * 3), min_size=2, max_size=5),
    names=st.permutations(["访客数", "支付买家数", "收藏人数", "加购人数", "下单买家数", "支付新买家数"]),
)
def test_counts_of_people_over_parts_are_blank(counts, names):
    """Whichever of them a report of the shop holds, in rows by terminal that are added up on request."""
    header = ("统计日期", "终端", "支付金额", *names[:3], *("访客数" if "访客数" not in names[:3] else "浏览量",))
    rows = [("2026-11-09", f"终端{at}", "10", *map(str, some), "7") for at, some in enumerate(counts)]
    known = {signature(header): Decided("", TABLE["ShopDay"], adds=True)}
    parsed = parse(RawTable("表.csv", "", (header, *rows)), known)
    (fact,) = parsed.facts[0].rows
    assert fact.values["gmv"] == 10 * len(counts)
    assert {name: value for name, value in fact.values.items() if name in PEOPLE and value is not None} == {}
