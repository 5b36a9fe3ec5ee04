"""Days added up from orders: beside the platform's report, over several exports, in any order."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opsbook.engine.imports.importing import import_files
from opsbook.engine.imports.inbox import import_inbox
from opsbook.model.values import is_number
from support import inbox
from support.facts import NOW, cell, day_number, facts, row, told
from support.order_exports import Sold, taobao

FIRST, DAY, NEXT = date(2026, 3, 17), date(2026, 3, 18), date(2026, 3, 19)
LATER = "2026-04-01"
QUIET = [HealthCheck.function_scoped_fixture]


def _poured(workbook, *paths):
    return import_files(workbook, paths, NOW)


def _orders(amount, pieces=1):
    """Two days of orders: the first is cut by the beginning of the export, the second, DAY, is whole."""
    return [Sold(1, FIRST, 5.0), Sold(2, DAY, amount / 2, pieces=pieces), Sold(3, DAY, amount / 2, pieces=pieces)]


def _shop(folder, day=DAY, **figures):
    return inbox.shop(folder, {f"{day}": figures})


def _days(workbook):
    """What each day holds that has sales: money and whether it is a part only."""
    rows = [one for one in workbook.rows("ShopDay") if is_number(one["gmv"])]
    return {date(1899, 12, 30) + timedelta(one["date"]): (one["gmv"], bool(one["partial"])) for one in rows}


def test_orders_fill_a_day_that_no_report_tells(shelf, tmp_path):
    """Money, pieces and buyers of paid orders stand on the day they were paid; visitors are never made up."""
    orders = [*_orders(100.0, 2), Sold(4, DAY, 7.0, later=None)]
    report = _poured(shelf.workbook, taobao(tmp_path, orders, downloaded=LATER))
    workbook = shelf.kept()
    told_of = row(workbook, "ShopDay", f"{DAY}")
    assert (told_of["gmv"], told_of["items"], told_of["buyers"], told_of["partial"] or "") == (100, 4, 2, "")
    assert [told_of[name] for name in ("visitors", "orders", "refund_amount", "order_buyers")] == [None] * 4
    assert (cell(workbook, "ShopDay", f"{FIRST}", "gmv"), cell(workbook, "ShopDay", f"{FIRST}", "partial")) == (5, "是")
    assert told(report) == []
    assert workbook.rows("Imports")[-1]["kind"] == "淘宝 订单报表（已扣退款）"


@pytest.mark.parametrize("order", ["orders first", "report first", "together"])
@pytest.mark.parametrize(
    ("sold", "differs"),
    [(100.0, False), (99.0, False), (98.98, True), (101.0, False), (101.02, True), (0.0, True)],
)
def test_the_platforms_figure_stays_and_over_one_percent_is_told(order, sold, differs, memory_book, tmp_path):
    """Of 100 the report tells, orders more than 1 % (of the larger) away are an issue that names both, in any order."""
    workbook = memory_book()
    report = _shop(tmp_path, 访客数=50, 支付金额=100, 支付件数=2)
    orders = taobao(tmp_path, _orders(sold), downloaded=LATER)
    commands = {"orders first": [[orders], [report]], "report first": [[report], [orders]]}
    issues = [one for paths in commands.get(order, [[orders, report]]) for one in _poured(workbook, *paths).all_issues]
    found = [one.seen for one in issues if one.code == "orders-differ"]
    assert [(one["day"], one["figure"]["zh"], one["platform"], one["orders"]) for one in found] == (
        [("2026-03-18", "支付金额", "100", f"{sold:,.10g}")] if differs else []
    )
    assert cell(workbook, "ShopDay", f"{DAY}", "gmv") == 100
    assert cell(workbook, "ShopDay", f"{DAY}", "visitors") == 50


def test_telling_again_does_not_turn_the_tables(memory_book, tmp_path):
    """Importing the orders a second time leaves the platform's figures where they are."""
    workbook = memory_book()
    orders = taobao(tmp_path, _orders(60.0), downloaded=LATER)
    for paths in ([orders], [_shop(tmp_path, 访客数=50, 支付金额=100)], [orders], [orders]):
        report = _poured(workbook, *paths)
    assert cell(workbook, "ShopDay", f"{DAY}", "gmv") == 100
    assert (report.changed, told(report)) == (False, ["orders-differ"])


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A report without pieces, its half day before, a list that has the day whole, and two that cut it."""
    folder = tmp_path_factory.mktemp("orders")
    half = {"访客数": 9, "支付金额": 30}
    return (
        _shop(folder / "whole", 访客数=50, 支付金额=100),
        inbox.shop(folder / "half", {f"{DAY}": half}, made=f"{DAY}"),
        taobao(folder / "a", _orders(100.0, 2), downloaded=LATER),
        taobao(folder / "b", [Sold(3, DAY, 50.0, pieces=2), Sold(9, NEXT, 8.0)], downloaded=LATER),
        taobao(folder / "c", [Sold(1, FIRST, 5.0), Sold(2, DAY, 50.0, pieces=2)], downloaded=f"{DAY}"),
    )


@pytest.mark.parametrize("picked", [(0, 2, 3), (0, 2, 4), (0, 3, 4), (1, 2, 4), (2, 3, 4), (0, 1, 2)], ids=str)
def test_order_does_not_matter(picked, memory_book, files):
    """Reports, whole days and cut days give the same book in every order of commands, and in one command."""
    chosen = [files[at] for at in picked]
    together = memory_book()
    _poured(together, *chosen)
    expected = facts(together, "ShopDay")
    for order in permutations(chosen):
        workbook = memory_book()
        for path in order:
            _poured(workbook, path)
        assert facts(workbook, "ShopDay") == expected, [path.parent.name for path in order]


def test_the_report_forgets_what_a_cut_day_told(memory_book, files):
    """Pieces of half a day do not stay beside the report's whole money; those of a whole day do."""
    workbook = memory_book()
    _poured(workbook, files[4])
    assert cell(workbook, "ShopDay", f"{DAY}", "items") == 2
    _poured(workbook, files[0])
    assert (cell(workbook, "ShopDay", f"{DAY}", "items") or "", cell(workbook, "ShopDay", f"{DAY}", "gmv")) == ("", 100)
    _poured(workbook, files[2])
    assert (cell(workbook, "ShopDay", f"{DAY}", "items"), cell(workbook, "ShopDay", f"{DAY}", "partial") or "") == (
        4,
        "",
    )


def _exported(orders, first, last):
    """What an export of the orders made between two days holds."""
    return [one for one in orders if first <= one.made <= last]


MONTH = st.lists(
    st.builds(
        lambda day, later, cents, pieces: (day, later, cents / 100, pieces),
        st.integers(0, 30),
        st.sampled_from([0, 0, 0, 1, 2]),
        st.integers(1, 99_999),
        st.integers(1, 3),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=12, suppress_health_check=QUIET)
@given(made=MONTH, reverse=st.booleans(), together=st.booleans())
def test_overlapping_exports_neither_double_nor_lose(made, reverse, together, memory_book, tmp_path_factory):
    """Jan 1-15 and then 10-31, in any order: every order counts once; the first day and late payments are marked.

    What was made before the 10th and paid after it is in the first export only, whose days are smaller in the second.
    """
    start, folder = date(2026, 1, 1), tmp_path_factory.mktemp("two")
    daily = [Sold(day + 1, start + timedelta(day), 10.0) for day in range(31)]  # no day is empty
    orders = daily + [
        Sold(100 + at, start + timedelta(day), amount, later, pieces)
        for at, (day, later, amount, pieces) in enumerate(made)
    ]
    spans = ((1, 15, "2026-01-16"), (10, 31, "2026-02-05"))
    paths = [
        taobao(folder, _exported(orders, date(2026, 1, first), date(2026, 1, last)), downloaded=when)
        for first, last, when in spans
    ]
    workbook = memory_book()
    for command in [paths] if together else [[path] for path in (reversed(paths) if reverse else paths)]:
        _poured(workbook, *command)
    truth = {}
    for one in orders:
        truth[one.paid] = round(truth.get(one.paid, 0) + one.amount, 2)
    cut = {start, *(day for day in truth if day > date(2026, 1, 31))}
    assert _days(workbook) == {day: (gmv, day in cut) for day, gmv in truth.items()}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["as made", "the later first"])
def test_a_day_between_two_exports_keeps_the_larger_part(order, memory_book, tmp_path):
    """A day cut by the end of one export and the beginning of the next is marked and holds the larger part, not the sum."""
    parts = (
        taobao(tmp_path / "a", [Sold(1, FIRST, 5.0), Sold(2, DAY, 30.0)], downloaded=f"{DAY}"),
        taobao(tmp_path / "b", [Sold(2, DAY, 30.0), Sold(3, DAY, 40.0), Sold(4, NEXT, 1.0)], downloaded=LATER),
    )
    workbook = memory_book()
    for at in order:
        _poured(workbook, parts[at])
    assert _days(workbook)[DAY] == (70, True)


def test_a_figure_of_last_years_book_stays(memory_book, tmp_path):
    """A day with visitors beside its sales was told by a report, though no record of it came along: orders change nothing."""
    workbook = memory_book()
    workbook.upsert("ShopDay", [{"date": day_number(f"{DAY}"), "gmv": 100, "visitors": 50}])
    orders = taobao(tmp_path, _orders(60.0), downloaded=LATER)
    assert [told(_poured(workbook, orders)) for _ in range(2)] == [["orders-differ"]] * 2
    assert cell(workbook, "ShopDay", f"{DAY}", "gmv") == 100


def test_a_typed_figure_yields_to_orders_on_record(memory_book, tmp_path):
    """Sales typed by hand yield to those the orders add up to, and the old figure stands in the record."""
    workbook = memory_book()
    workbook.upsert("ShopDay", [{"date": day_number(f"{DAY}"), "gmv": 77}])
    report = _poured(workbook, taobao(tmp_path, _orders(100.0), downloaded=LATER))
    assert cell(workbook, "ShopDay", f"{DAY}", "gmv") == 100
    assert "2026-03-18 支付金额 77 → 100" in report.files[0].changes


def _refunds(folder, day, amount, made="20260401"):
    """A report of another kind that tells what was given back on a day, and no sales."""
    folder.mkdir(exist_ok=True)
    path = folder / f"服务概况_{made}_090000.csv"
    path.write_text(f"统计时间,成功退款金额,成功退款订单数,品质退款率\n{day},{amount},1,0.1%\n", encoding="utf-8-sig")
    return path


def _with_refunds(folder, downloaded=LATER):
    """The same list with a column of what was given back: what is left of 100, and the rest."""
    path = taobao(folder, _orders(40.0), downloaded=downloaded, name="ExportOrderList")
    lines = path.read_text(encoding="gb18030").splitlines()
    back = {1: "", 2: "30.00", 3: "30.00"}
    rows = [f"{line},{back[at] if at else '退款金额'}" for at, line in enumerate(lines)]
    path.write_text("\r\n".join(rows), encoding="gb18030")
    return path


@pytest.mark.parametrize("order", [0, 1, 2], ids=["orders first", "refunds first", "together"])
def test_refunds_are_taken_off_once(order, memory_book, tmp_path):
    """Beside orders that are net of refunds no refund stands: the one that comes second is left out and told."""
    workbook = memory_book()
    orders, refunds = taobao(tmp_path, _orders(40.0), downloaded=LATER), _refunds(tmp_path / "r", DAY, 60)
    runs = ([[orders], [refunds]], [[refunds], [orders]], [[orders, refunds]])[order]
    codes = [issue.code for paths in runs for issue in _poured(workbook, *paths).all_issues]
    day = row(workbook, "ShopDay", f"{DAY}")
    assert (day["gmv"], day["refund_amount"]) == ((40, None), (None, 60), (None, 60))[order]
    assert [code for code in codes if "beside" in code] == [("refunds-beside-net", "net-beside-refunds")[order > 0]]
    assert day["items"] == 2  # only money is net


@pytest.mark.parametrize("order", [0, 1, 2], ids=["orders first", "refunds first", "together"])
def test_refunds_stand_beside_what_was_paid_at_first(order, memory_book, tmp_path):
    """20 left and 30 given back of each of two orders is 100 sold: net sales are 40 by hand, in any order of import."""
    workbook = memory_book()
    orders, refunds = _with_refunds(tmp_path), _refunds(tmp_path / "r", DAY, 60)
    for paths in ([[orders], [refunds]], [[refunds], [orders]], [[orders, refunds]])[order]:
        report = _poured(workbook, *paths)
    day = row(workbook, "ShopDay", f"{DAY}")
    assert (day["gmv"], day["refund_amount"], day["gmv"] - day["refund_amount"]) == (100, 60, 40)
    assert "net-beside-refunds" not in told(report)
    assert workbook.rows("Imports")[-1]["kind"] in {"淘宝 订单报表（含退款金额）", "拼多多 服务概况"}


def test_a_list_with_refunds_mends_a_day_that_was_net(memory_book, tmp_path):
    """40 were left; the same orders with what was given back make it 100, and then the refunds of the day may stand beside."""
    workbook = memory_book()
    _poured(workbook, taobao(tmp_path / "old", _orders(40.0), downloaded="2026-03-25"))
    assert cell(workbook, "ShopDay", f"{DAY}", "gmv") == 40
    _poured(workbook, _with_refunds(tmp_path / "new"))
    _poured(workbook, _refunds(tmp_path / "r", DAY, 60))
    day = row(workbook, "ShopDay", f"{DAY}")
    assert (day["gmv"], day["refund_amount"]) == (100, 60)


def test_lists_that_earlier_versions_imported_count_as_net(memory_book, tmp_path):
    """The record of imports calls them by their former name: what they told lacks refunds, and they are no new files."""
    workbook = memory_book()
    orders = taobao(tmp_path / "inbox", _orders(40.0), downloaded=LATER)
    _poured(workbook, orders)
    before = workbook.rows("Imports")[-1]
    workbook.upsert("Imports", [{**before, "kind": "淘宝 订单报表"}])
    assert import_inbox(workbook, [tmp_path / "inbox"], NOW, again=False).known == 1
    assert told(_poured(workbook, _refunds(tmp_path / "r", DAY, 60))) == ["refunds-beside-net"]
