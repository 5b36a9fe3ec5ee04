"""Counts of people are never added up, and who they are is never kept, in whatever language and shape it stands there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opsbook.exports.mapping.custom_report import Decided
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from opsbook.model.units import Adding, Dimension
from support.house import CATALOG, TABLE, propose
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


@settings(max_examples=30)
@given(data=st.data(), header=st.sampled_from(sorted(HEADS)), known=st.booleans(), at=st.integers(0, 6))
def test_who_they_are_is_in_no_answer(data, header, known, at):
    """A column of people beside a known report or one nobody knows: not in facts, notes, proposals nor examples."""
    people = data.draw(st.lists(HEADS[header], min_size=4, max_size=8, unique=True))
    names = KNOWN if known else UNKNOWN
    place = min(at, len(names))
    rows = [
        [f"2026-11-{day:02}", *(f"{day * 10 + column}" for column in range(1, len(names)))]
        for day in range(1, len(people) + 1)
    ]
    head = (*names[:place], header, *names[place:])
    raw = RawTable("表.csv", "", (head, *((*row[:place], one, *row[place:]) for row, one in zip(rows, people, strict=True))))  # fmt: skip
    parsed = parse(raw)
    told = repr(parsed) + ("" if known else repr(_answer(propose(raw))))
    assert [one for one in people if one in told] == []
    assert (len(parsed.facts[0].rows) == len(people)) if known else parsed.issues


def _answer(proposal):
    """What a proposal tells; the sheet it holds is the file's own."""
    return (proposal.table, proposal.guesses) if proposal else ()


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
