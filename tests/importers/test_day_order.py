"""The order of day and month is decided once for a file, by what all its dates show; else the file is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.platforms.dates import Span
from opsbook.exports.platforms.day_order import Order, day_order
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from opsbook.model.values import from_serial
from support.house import decided, tell
from support.house import read_sheet as parse

FIRST, SECOND = Order(day_first=True), Order(day_first=False)
OPEN = Order(open=(0,))


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["06/07/2026", "13/07/2026"], FIRST),
        (["06/07/2026", "07/13/2026"], SECOND),
        (["06/07/2026", "12/12/2026"], OPEN),
        (["06-07-2026"], OPEN),
        (["09.11.2026"], FIRST),
        (["09.11.2026", "11.13.2026"], SECOND),
        (["09.11.26"], OPEN),
        (["13/11/26"], FIRST),
        pytest.param(["26-11-09", "26-11-10"], OPEN, id="rather a year in front than the 26th"),
        (["11/13/26", "6/7/26"], SECOND),
        (["13/11/2026", "06/07/2026", "11/13/2026"], Order(open=(0, 2))),
        (["", "06/07/2026 10:00 PM"], Order(open=(1,))),
        (["06/07/2026 - 13/07/2026"], FIRST),
        (["Total", "2026-06-18", "Nov 9, 2026", "20261109"], Order()),
        (["13/13/2026"], OPEN),
        ([], Order()),
    ],
)
def test_a_file_tells_its_order(cells, order):
    """A number above 12 is a day; dots before a whole year stand behind a day; two ways in one file are none."""
    assert day_order(cells) == order


@pytest.mark.parametrize(
    ("cells", "more", "order"),
    [
        (["09/11/2026"], {"usual": True}, FIRST),
        (["09/11/2026"], {"usual": False}, SECOND),
        (["13/11/2026"], {"usual": False}, FIRST),
        (["12-29-25", "1-2-26"], {"at_home": True}, Order()),
        (["6/7/26"], {"at_home": True}, Order()),
        (["06/07/2026"], {"at_home": True}, OPEN),
        (["09/11/2026"], {"named": Span(date(2026, 11, 9), date(2026, 11, 9))}, FIRST),
        (["11/09/2026", "11/10/2026"], {"named": Span(date(2026, 11, 9), date(2026, 11, 10))}, SECOND),
        pytest.param(["11/09/2026"], {"named": Span(date(2026, 9, 1), date(2026, 11, 30))}, OPEN, id="both lie within"),
        pytest.param(["11/09/2026"], {"named": Span(date(2025, 9, 1), date(2025, 9, 2))}, OPEN, id="neither does"),
        pytest.param(
            ["13/11/2026"],
            {"named": Span(date(2026, 1, 1), date(2026, 1, 2))},
            FIRST,
            id="the cells go before the name",
        ),
    ],
)
def test_the_files_name_and_its_country_tell_where_the_cells_do_not(cells, more, order):
    """Days named elsewhere leave one way or none; the usual way is asked last."""
    assert day_order(cells, **more) == order


@given(days=st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), min_size=1), first=st.booleans())
def test_what_is_decided_is_how_it_was_written(days, first):
    """Dates written one way are read that way or not at all."""
    cells = [f"{day:%d/%m/%Y}" if first else f"{day:%m/%d/%Y}" for day in days]
    found = day_order(cells)
    assert found.day_first is (first if any(day.day > 12 for day in days) else None)
    assert bool(found.open) == all(day.day <= 12 for day in days)


HEAD = ("统计日期", "访客数", "浏览量", "支付买家数", "支付件数", "支付金额")


def shop(*days, file="店铺.csv", head=HEAD, known=None):
    raw = RawTable(file, "", (head, *((day, "10", "30", "5", "6", "50") for day in days)))
    return parse(raw) if known is None else parse(raw, known)


def days_of(parsed):
    return [f"{from_serial(fact.values['date'])}" for facts in parsed.facts for fact in facts.rows]


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (("09/11/2026", "13/11/2026"), ["2026-11-09", "2026-11-13"]),
        (("11/09/2026", "11/13/2026"), ["2026-11-09", "2026-11-13"]),
        (("09.11.2026", "10.11.2026"), ["2026-11-09", "2026-11-10"]),
    ],
)
def test_all_cells_follow_the_one_that_tells(days, read):
    """One cell decides for its file."""
    parsed = shop(*days)
    assert (days_of(parsed), parsed.rejected, parsed.issues) == (read, 0, ())


def test_an_undecided_file_is_refused_whole():
    """The first cell that may be two days is named, once, with what to do, in both languages."""
    parsed = shop("2026-11-08", "09/11/2026", "10/11/2026")
    assert (days_of(parsed), parsed.rejected) == ([], 3)
    (issue,) = parsed.issues
    assert (issue.code, issue.where.row, issue.where.column) == ("open-dates", 3, "统计日期")
    assert all("09/11/2026" in tell(issue, lang) for lang in ("zh", "en"))
    named = shop("09/11/2026", "10/11/2026", file="店铺_2026-11-09_2026-11-10.csv")
    assert days_of(named) == ["2026-11-09", "2026-11-10"]


def test_two_ways_in_one_file_are_both_named():
    """One cell of each way, and nothing of the file is taken."""
    parsed = shop("13/11/2026", "06/07/2026", "11/14/2026")
    (issue,) = parsed.issues
    assert (issue.code, issue.where.row, days_of(parsed)) == ("mixed-dates", 2, [])
    assert issue.seen == {"value": "13/11/2026", "other": "11/14/2026", "row": 4}


@pytest.mark.parametrize(
    ("days", "read"), [(("6/7/26", "6/13/26"), ["2026-06-07", "2026-06-13"]), (("6/7/26",), []), (("06/07/2026",), [])]
)
def test_a_report_nobody_knows_has_no_usual_way(days, read):
    """What platforms at home usually write says nothing of a report of one's own."""
    head = ("天", "人", "看", "买", "件", "钱")
    known = {signature(head): decided("自报", "ShopDay", {"天": "date", "钱": "gmv"})}
    assert days_of(shop(*days, head=head, known=known)) == read
