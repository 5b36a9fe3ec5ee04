"""`opsbook undo`: only what the last command wrote, and only where nobody changed it since."""

import json

import pytest

from opsbook.hosts.files.host import FilesHost
from support import inbox
from support.book_state import state_of, type_in
from support.books import wrong_codes
from support.facts import cell, day_number
from support.house import open_book
from support.own_folder import history_of

DAY, NEXT, LATER = "2026-03-18", "2026-03-19", "2026-04-20"
ITEM, OTHER = "600000000001", "600000000002"


def _shop(folder, day, gmv, made="2026-05-01"):
    return inbox.shop(folder, {day: {"访客数": 20, "支付金额": gmv}}, made=made)


def _items(folder, day, figures, made="2026-05-01"):
    listed = {item: {"商品访客数": 1, "支付金额": gmv} for item, gmv in figures.items()}
    return inbox.items(folder, day, listed, made=made, name=day)


def _book(book):
    return open_book(FilesHost(book))


@pytest.fixture
def filled(book, run, tmp_path):
    """A book of one day with two items."""
    assert run("import", book, _shop(tmp_path / "a", DAY, 300)).code == 0
    assert run("import", book, _items(tmp_path / "a", DAY, {ITEM: 5, OTHER: 7})).code == 0
    return book


def test_the_commands_go_back_one_by_one(filled, run, tmp_path):
    """Each undo takes back the command before the one that was taken back; at the end there is nothing left, exit 2."""
    states = [state_of(filled)]
    assert run("goal", filled, "--year", 2026, 1000).code == 0
    states.append(state_of(filled))
    assert run("peers", "add", filled, "甲店", "--note", "新店").code == 0
    states.append(state_of(filled))
    assert run("import", filled, _shop(tmp_path / "b", NEXT, 400)).code == 0
    for state in reversed(states):
        assert run("undo", filled).code == 0
        assert state_of(filled) == state
    assert [run("undo", filled).code for _ in range(3)] == [0, 0, 2]
    assert cell(_book(filled), "ShopDay", DAY, "gmv") is None
    assert "没有可以撤销的命令" in run("undo", filled).err


def test_an_updated_figure_gets_its_former_value(filled, run, tmp_path):
    """A newer export replaced 300 by 350; the undo brings 300 back, and the newer file can be imported again."""
    later = _shop(tmp_path / "b", DAY, 350, made="2026-05-03")
    assert run("import", filled, later).code == 0
    assert run("undo", filled).code == 0
    assert cell(_book(filled), "ShopDay", DAY, "gmv") == 300
    assert run("import", filled, later).code == 0
    assert cell(_book(filled), "ShopDay", DAY, "gmv") == 350


def test_what_was_changed_since_stays_and_is_told(filled, run, tmp_path):
    """Of two figures that the import wrote one was typed over: it stays, named by day and column, old and new; the other goes."""
    assert run("import", filled, _shop(tmp_path / "b", NEXT, 400)).code == 0
    type_in(filled, [("ShopDay", {"date": day_number(NEXT), "gmv": 444, "note": "改过"})])
    answer = run("undo", filled)
    assert "保留：店铺日报 2026-03-19 支付金额 现在是 444（那次写的是 400）" in answer.out
    book = _book(filled)
    assert [cell(book, "ShopDay", NEXT, name) for name in ("gmv", "visitors", "note")] == [444, None, "改过"]


@pytest.mark.parametrize(
    ("typed", "stays"),
    [
        pytest.param({}, None, id="untouched"),
        pytest.param({"title": "我写的"}, {"title": "我写的"}, id="a cell it left blank"),
        pytest.param({"gmv": 99}, {"gmv": 99}, id="a figure of its own"),
    ],
)
def test_a_row_it_added_goes_where_nobody_typed(filled, run, tmp_path, typed, stays):
    """A row in which somebody typed stays with what they typed, and nothing of the run."""
    assert run("import", filled, _items(tmp_path / "b", NEXT, {ITEM: 9})).code == 0
    if typed:
        type_in(filled, [("ItemDay", {"date": day_number(NEXT), "item_id": ITEM, **typed})])
    answer = run("undo", filled)
    rows = [row for row in _book(filled).rows("ItemDay") if row["date"] == day_number(NEXT)]
    known = [
        {name: value for name, value in row.items() if name in {"gmv", "title", "visitors"} and value} for row in rows
    ]
    assert known == ([] if stays is None else [stays])
    assert ("有人填过" in answer.out) is (stays is not None)
    assert len(_book(filled).rows("ItemDay")) == 2 + (stays is not None)


def test_rows_that_went_to_the_history_come_back(filled, run, tmp_path):
    """Two items left for the history when the 20th of April came; after the undo they stand in the book and in it alone."""
    before = state_of(filled)
    assert run("import", filled, _items(tmp_path / "b", LATER, {ITEM: 9})).code == 0
    assert len(history_of(filled).read("ItemDay", None)) == 2
    assert len(_book(filled).rows("ItemDay")) == 1
    answer = json.loads(run("undo", filled, "--json").out)
    assert (answer["returned"], answer["added"], answer["archived"]) == (
        2,
        2,
        2,
    )  # added: the item, the file's row in Imports
    assert history_of(filled).read("ItemDay", None) == {}
    assert state_of(filled) == before


def test_a_row_of_the_history_that_was_replaced_returns(filled, run, tmp_path):
    """A later export told of an archived day: the row is put right where it lies, and back by the undo."""
    assert run("import", filled, _items(tmp_path / "b", LATER, {ITEM: 9})).code == 0
    before = history_of(filled).read("ItemDay", None)
    assert run("import", filled, _items(tmp_path / "c", DAY, {ITEM: 6, "600000000003": 1}, made="2026-05-09")).code == 0
    assert {row["gmv"] for row in history_of(filled).read("ItemDay", None).values()} == {6, 7, 1}
    assert run("undo", filled).code == 0
    assert history_of(filled).read("ItemDay", None) == before


def test_a_duplicated_row_is_not_dropped(filled, run, tmp_path):
    """Somebody copied the row the import added: neither of the two is taken for the run's own."""
    assert run("import", filled, _items(tmp_path / "b", NEXT, {ITEM: 9})).code == 0
    host = FilesHost(filled)
    body = host.read_table("ItemDay")
    host.upsert_rows("ItemDay", ["商品ID"], [dict(zip(body.headers[:2], (day_number(NEXT), "x"), strict=True))])
    at = body.headers.index("商品ID")
    host.upsert_rows("ItemDay", ["商品ID"], [{"商品ID": "x"}])
    table = host.book.table("ItemDay")
    row = next(i for i, one in enumerate(host.read_table("ItemDay").rows) if one[at] == "x")
    host.book.write_cells(table, {(row, at): ITEM})
    filled.write_bytes(host.book.to_bytes())
    assert run("undo", filled).code == 0
    assert [one["date"] for one in _book(filled).rows("ItemDay")].count(day_number(NEXT)) == 2


def test_a_typed_column_of_the_operators_own_keeps_its_row(filled, run, tmp_path):
    """A note beside the row, in a column the operator added, is something typed."""
    host = FilesHost(filled)
    host.add_column("ItemDay", "我的备注", "商品名称")
    filled.write_bytes(host.book.to_bytes())
    assert run("import", filled, _items(tmp_path / "b", NEXT, {ITEM: 9, OTHER: 3})).code == 0
    host = FilesHost(filled)
    host.upsert_rows("ItemDay", ["日期", "商品ID"], [{"日期": day_number(NEXT), "商品ID": OTHER, "我的备注": "看看"}])
    filled.write_bytes(host.book.to_bytes())
    assert run("undo", filled).code == 0
    rows = [row for row in _book(filled).rows("ItemDay") if row["date"] == day_number(NEXT)]
    assert [(row["item_id"], row["gmv"]) for row in rows] == [(OTHER, None)]


def test_repaired_formulas_are_given_back_to_whoever_replaced_them(filled, run):
    """`check --repair` wrote over a typed value and over a formula of the operator's; the undo brings both back."""
    host = FilesHost(filled)
    (sheet, _), table = host.locate("shop"), host.book.table("ShopDay")
    del sheet
    header = _book(filled).header("ShopDay", "cvr")
    page = host.book.sheet(table.sheet)
    column = table.body.left + table.column(header)
    host.book.write(page, table.body.top, column, 0.5)
    host.book.write_formula(page, table.body.top + 1, column, "1+1", 2.0)
    filled.write_bytes(host.book.to_bytes())
    assert run("check", filled, "--repair").code == 0
    assert wrong_codes(run, filled) == set()
    assert run("undo", filled).code == 1  # a fixed value stands over a formula again
    page = FilesHost(filled).book.sheet(table.sheet)
    assert page.value(table.body.top, column) == 0.5
    assert "<f>1+1</f>" in page.raw(table.body.top + 1, column)


def test_after_an_undo_everything_is_calculated_anew(filled, run, tmp_path, verified):
    """Cached values are those of the figures that stand there: `check` finds nothing, the month's sum is the former one."""
    del verified
    shown = _book(filled).columns("GoalMonth")
    assert run("import", filled, _shop(tmp_path / "b", NEXT, 400)).code == 0
    assert run("undo", filled).code == 0
    assert _book(filled).columns("GoalMonth") == shown
    assert wrong_codes(run, filled) == set()


def test_an_undo_of_a_restore_is_refused(filled, run):
    """A whole file cannot be taken back cell by cell: the sentence names the way."""
    assert run("restore", filled).code == 0
    answer = run("undo", filled, "--json")
    assert (answer.code, json.loads(answer.out)["error"]) == (2, "undo-restore")
    assert "restore" in json.loads(answer.out)["hint"]


def test_a_command_that_changed_nothing_is_no_run(filled, run, tmp_path):
    """The same file twice: nothing is saved, nothing to take back but the import before."""
    runs = len(history_of(filled).runs())
    assert run("refresh", filled).code == 0
    assert run("import", filled, tmp_path / "a").code == 0
    assert len(history_of(filled).runs()) == runs
