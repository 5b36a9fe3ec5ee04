"""Of many items a day the foremost stand in the workbook, the rest is one row of sums, and everything lies in the history."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from opsbook.engine.checks.checking import check
from opsbook.engine.history import every_row, own_rows
from opsbook.engine.imports.importing import import_files
from opsbook.engine.mapping.confirm_mapping import Answer, answer
from opsbook.engine.refresh import refresh
from opsbook.features.competitors.ledger.results import own_items
from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import WorkbookBrokenError
from support import inbox
from support.facts import NOW, day_number
from support.house import open_book
from support.memory_host import MemoryCell, MemoryName

DAY, NEXT = "2026-03-01", "2026-03-02"
OTHERS = "其余"


def _id(number):
    return f"60000000000{number}"


def _file(folder, sales, day=DAY, **words):
    """An export of items 1, 2, 3 … of a day, selling so many yuan each; None leaves an item out."""
    listed = {
        _id(number): {"支付金额": gmv, "商品访客数": 10 * number, "支付件数": 1, "商品名称": f"棉袄{number}"}
        for number, gmv in enumerate(sales, 1)
        if gmv is not None
    }
    return inbox.items(folder, day, listed, **words)


@pytest.fixture
def limited(memory_book):
    """A workbook in which three items of a day stand."""

    def make(most=3):
        workbook = open_book(memory_book().host)
        workbook.host._names["items_kept"] = MemoryName(MemoryCell(most))
        return workbook

    return make


def _poured(workbook, *paths):
    return import_files(workbook, paths, NOW)


def _here(workbook, day=DAY):
    """Sales by item of a day in the workbook; the rest under its name."""
    rows = [row for row in workbook.rows("ItemDay") if row["date"] == day_number(day)]
    assert len({row["item_id"] for row in rows}) == len(rows)
    return {str(row["item_id"])[-1:] if row["item_id"] != OTHERS else OTHERS: row["gmv"] for row in rows}


def _gone(workbook, day=DAY):
    """Sales by item of a day in the history."""
    rows = workbook.host.history.rows("ItemDay", {day_number(day)})
    return {parts[1][-1]: row["gmv"] for parts, row in rows.items()}


def _all(workbook, day=DAY):
    return {row["item_id"][-1]: row["gmv"] for row in every_row(workbook, "ItemDay", {day_number(day)})}


@pytest.mark.parametrize(
    ("sales", "here", "gone"),
    [
        pytest.param((30, 20), {"1": 30, "2": 20}, {}, id="fewer"),
        pytest.param((30, 20, 10), {"1": 30, "2": 20, "3": 10}, {}, id="exactly as many"),
        pytest.param((30, 20, 10, 5), {"1": 30, "2": 20, "3": 10, OTHERS: 5}, {"4": 5}, id="one more"),
        pytest.param((5, 5, 5, 5, 5), {"5": 5, "4": 5, "3": 5, OTHERS: 10}, {"1": 5, "2": 5}, id="ties: most visitors"),
    ],
)
def test_the_foremost_stand_and_the_rest_is_one_row(sales, here, gone, limited, tmp_path):
    """Three stand, the others lie whole in the history, and whoever reads the day reads every item once."""
    workbook = limited()
    report = _poured(workbook, _file(tmp_path, sales))
    assert (_here(workbook), _gone(workbook)) == (here, gone)
    assert _all(workbook) == {str(number): gmv for number, gmv in enumerate(sales, 1)}
    assert report.moved == ({"ItemDay": len(gone)} if gone else {})
    assert sum(file.added for file in report.files) == len(sales)


def test_two_files_of_a_day_count_together(limited, tmp_path):
    """Each has fewer than may stand; together they exceed it."""
    workbook = limited()
    _poured(workbook, _file(tmp_path, (30, 20)), _file(tmp_path, (None, None, 40, 10, 25), name="商品之二"))
    assert _here(workbook) == {"3": 40, "1": 30, "5": 25, OTHERS: 30}
    assert _gone(workbook) == {"2": 20, "4": 10}


def test_one_after_the_other_they_give_the_same(limited, tmp_path):
    """The second file pushes out of the workbook what the first one put there."""
    workbook = limited()
    _poured(workbook, _file(tmp_path, (30, 20, 10)))
    _poured(workbook, _file(tmp_path, (None, None, 40, 15), name="商品之二", made="2026-05-01"))
    assert (_here(workbook), _gone(workbook)) == ({"3": 40, "1": 30, "2": 20, OTHERS: 15}, {"4": 15})
    _poured(workbook, _file(tmp_path, (None, None, None, None, 18), name="商品之三", made="2026-05-02"))
    assert (_here(workbook), _gone(workbook)) == ({"3": 40, "1": 30, "2": 20, OTHERS: 33}, {"4": 15, "5": 18})


def test_a_file_that_comes_again_changes_the_order(limited, tmp_path):
    """An item rises out of the history above one that stands; both keep all their cells."""
    workbook = limited()
    _poured(workbook, _file(tmp_path, (30, 20, 10, 5)))
    (again,) = _poured(workbook, _file(tmp_path, (30, 20, 10, 25), name="再次", made="2026-05-01")).files
    assert (_here(workbook), _gone(workbook)) == ({"1": 30, "4": 25, "2": 20, OTHERS: 10}, {"3": 10})
    assert (again.added, again.updated, again.unchanged) == (0, 1, 3)
    titles = {row["item_id"][-1]: row["title"] for row in every_row(workbook, "ItemDay")}
    assert titles == {str(number): f"棉袄{number}" for number in range(1, 5)}


def test_the_same_file_again_changes_nothing(limited, tmp_path):
    """Workbook, history and counts stay as they are."""
    workbook, path = limited(), _file(tmp_path, (30, 20, 10, 5, 4))
    _poured(workbook, path)
    before = workbook.rows("ItemDay"), dict(workbook.host.history.rows("ItemDay"))
    report = _poured(workbook, path)
    assert (workbook.rows("ItemDay"), dict(workbook.host.history.rows("ItemDay"))) == before
    assert [(file.added, file.updated, file.unchanged) for file in report.files] == [(0, 0, 5)]
    assert report.moved == {}


@pytest.mark.parametrize(
    ("typed", "later", "here"),
    [
        pytest.param(
            "3", (30, 20, 1, 25), {"1": 30, "4": 25, "2": 20, "3": 1}, id="the last: it stays beside three others"
        ),
        pytest.param(
            "1", (30, 20, 10, 5, 4), {"1": 30, "2": 20, "3": 10, "4": 5, OTHERS: 4}, id="the first: it takes no place"
        ),
    ],
)
def test_a_row_somebody_typed_into_stays(typed, later, here, limited, tmp_path):
    """It is never dropped and does not count against the others."""
    workbook = limited()
    _poured(workbook, _file(tmp_path, (30, 20, 10)))
    table = workbook.host._tables["ItemDay"]
    at = next(at for at, row in enumerate(workbook.rows("ItemDay")) if row["item_id"] == _id(typed))
    table.rows[at][table.headers.index(workbook.header("ItemDay", "cvr"))] = MemoryCell("重点")
    _poured(workbook, _file(tmp_path, later, name="再次", made="2026-05-01"))
    assert _here(workbook) == here


def test_nobody_makes_a_ratio_of_the_rest(limited, tmp_path):
    """Its people are sums over items and are called so; every ratio of the row is blank, and stays so."""
    workbook = limited()
    _poured(workbook, _file(tmp_path, (30, 20, 10, 5, 4)))
    refresh(workbook)
    row = next(row for row in workbook.rows("ItemDay") if row["item_id"] == OTHERS)
    assert {name: value for name, value in row.items() if value is not None} == {
        "date": day_number(DAY),
        "item_id": OTHERS,
        "title": "其余 2 个商品（人数为各商品之和）",
        "visitors": 40 + 50,
        "items": 2,
        "gmv": 9,
    }
    table = workbook.host._tables["ItemDay"]
    at = next(at for at, row in enumerate(workbook.rows("ItemDay")) if row["item_id"] == OTHERS)
    assert not any(cell.formula for cell in table.rows[at])
    assert table.rows[0][table.headers.index(workbook.header("ItemDay", "unit_price"))].formula
    assert {one["unit_price"] for one in workbook.rows("ItemDay") if one["item_id"] == _id(1)} == {30}


def test_old_days_leave_without_their_sums(limited, tmp_path):
    """Rows of a day that left lie in the history, each once; the sum of its rest goes."""
    workbook = limited()
    workbook.host.write_name("window_items", 1)
    _poured(workbook, _file(tmp_path, (30, 20, 10, 5, 4)))
    _poured(workbook, _file(tmp_path, (1, 2, 3, 4), day=NEXT, name="次日"))
    assert (_here(workbook), _gone(workbook)) == ({}, {"1": 30, "2": 20, "3": 10, "4": 5, "5": 4})
    assert (_here(workbook, NEXT), _gone(workbook, NEXT)) == ({"4": 4, "3": 3, "2": 2, OTHERS: 1}, {"1": 1})


@pytest.mark.parametrize(("most", "rows"), [(0, 5), (None, 5), ("很多", 5), (5, 5), (4, 5), (1, 2), (2.9, 3)])
def test_the_setting_says_how_many(most, rows, limited, tmp_path):
    """0, blank and words keep all; so does as many as there are; a fraction is its whole part."""
    workbook = limited(most)
    _poured(workbook, _file(tmp_path, (50, 40, 30, 20, 10)))
    assert len(_here(workbook)) == rows
    assert sum(_here(workbook).values()) == 150


def test_another_setting_is_followed_at_the_next_import(limited, tmp_path):
    """More rows come back from the history, fewer leave for it, also of days no file tells of."""
    workbook = limited()
    _poured(workbook, _file(tmp_path, (50, 40, 30, 20, 10)))
    for most, here in ((4, {"1", "2", "3", "4", OTHERS}), (1, {"1", OTHERS}), (0, {"1", "2", "3", "4", "5"})):
        workbook.host.write_name("items_kept", most)
        _poured(workbook, _file(tmp_path, (7,), day=NEXT, name=f"次日{most}"))
        assert (_here(workbook).keys(), sum(_here(workbook).values())) == (here, 150)
        assert sum(_all(workbook).values()) == 150


def test_a_deleted_row_makes_room_for_the_next(limited, tmp_path):
    """What the operator deletes does not come back; the next item in the order takes the place."""
    workbook = limited()
    _poured(workbook, _file(tmp_path, (50, 40, 30, 20, 10)))
    headers = [workbook.header("ItemDay", name) for name in ("date", "item_id")]
    workbook.host.drop_rows("ItemDay", [(day_number(DAY), _id(1))], headers)
    _poured(workbook, _file(tmp_path, (7,), day=NEXT, name="次日"))
    assert _here(workbook) == {"2": 40, "3": 30, "4": 20, OTHERS: 10}


def test_without_its_history_a_day_keeps_its_sum(limited, tmp_path):
    """A workbook mailed alone still says what the rest came to, whatever is deleted from it."""
    workbook = limited()
    _poured(workbook, _file(tmp_path, (50, 40, 30, 20, 10)))
    workbook.host.history.drop("ItemDay", list(workbook.host.history.rows("ItemDay")))
    headers = [workbook.header("ItemDay", name) for name in ("date", "item_id")]
    workbook.host.drop_rows("ItemDay", [(day_number(DAY), _id(1))], headers)
    _poured(workbook, _file(tmp_path, (7,), day=NEXT, name="次日"))
    assert _here(workbook) == {"2": 40, "3": 30, OTHERS: 30}


def test_rows_that_cannot_leave_are_in_no_sum(limited, tmp_path):
    """Merged cells hold the sheet's rows in place: they stay, are told, and the row of the rest does not count them again."""
    workbook = limited()
    _poured(workbook, _file(tmp_path, (30, 20, 10)))

    def pinned(table, *_):
        raise WorkbookBrokenError("cells-pinned", table=table, cell="商品!B9:C9")

    workbook.host.drop_rows = pinned
    report = _poured(workbook, _file(tmp_path, (None, None, None, 40, 5), name="再次", made="2026-05-01"))
    assert [issue.seen["count"] for issue in report.all_issues if issue.code == "rows-stay"] == [1]
    assert (_here(workbook), _gone(workbook)) == ({"1": 30, "2": 20, "3": 10, "4": 40, OTHERS: 5}, {"5": 5})
    del workbook.host.drop_rows
    _poured(workbook, _file(tmp_path, (None, None, None, None, 6), name="又次", made="2026-05-02"))
    assert (_here(workbook), _gone(workbook)) == ({"1": 30, "2": 20, "4": 40, OTHERS: 16}, {"3": 10, "5": 6})


def test_extra_columns_of_the_rest_go_along(limited, tmp_path):
    """A column of the operator's own lies in the history with its row, and comes back to the sheet with it."""
    workbook = limited(1)
    listed = {
        _id(number): {"支付金额": gmv, "商品访客数": 9, "评分": score}
        for number, gmv, score in ((1, 30, 5), (2, 20, 3))
    }
    first = inbox.items(tmp_path, DAY, listed, name="一")
    answer(workbook, [first], [Answer("评分", "+")])
    _poured(workbook, first)
    assert {parts[1][-1]: row["评分"] for parts, row in workbook.host.history.rows("ItemDay").items()} == {"2": 3}
    later = {_id(1): {"支付金额": 1, "商品访客数": 9, "评分": 4}}
    _poured(workbook, inbox.items(tmp_path, DAY, later, name="二", made="2026-05-01"))
    assert [(row["item_id"][-1], row["评分"]) for row in own_rows(workbook, "ItemDay").values()] == [("2", 3)]
    assert {parts[1][-1]: row["评分"] for parts, row in workbook.host.history.rows("ItemDay").items()} == {"1": 4}


def test_look_alikes_are_sought_for_all_items(limited, tmp_path):
    """An item of the rest with much traffic is compared with the peers' like any other; the sum of the rest is no item."""
    workbook = limited()
    _poured(workbook, _file(tmp_path, (50, 40, 30, 20, 10)))
    assert [(one.item_id, one.traffic) for one in own_items(workbook, ())] == [
        (_id(number), 10.0 * number) for number in (5, 4, 3, 2, 1)
    ]


def test_a_file_without_a_setting_keeps_three_hundred(shelf, tmp_path):
    """On disk: 300 and one row, kept by the save and found again; nobody's formula counts as typed over."""
    listed = {f"6{number:011}": {"支付金额": number, "商品访客数": 5} for number in range(1, 304)}
    _poured(shelf.workbook, inbox.items(tmp_path, DAY, listed))
    workbook = shelf.kept()
    rows = {row["item_id"]: row["gmv"] for row in workbook.rows("ItemDay")}
    assert (len(rows), rows.pop(OTHERS), min(rows.values())) == (301, 1 + 2 + 3, 4)
    assert sum(row["gmv"] for row in every_row(workbook, "ItemDay")) == 303 * 304 / 2
    refresh(workbook)
    workbook = shelf.kept()
    last = workbook.rows("ItemDay")[-1]
    assert (last["item_id"], last["unit_price"], last["uv_value"], last["refund_rate"]) == (OTHERS, None, None, None)
    assert [one.code for one in check(workbook) if one.code.startswith("formula")] == []


@pytest.mark.filterwarnings("ignore::UserWarning")  # openpyxl, of what it does not keep
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("sales", "kept", "shown"),
    [
        pytest.param((30, 20, 10, 5, 4), 3, 3, id="three of five, and their rest"),
        pytest.param((30, 20, 10), 3, 3, id="no rest"),
        pytest.param((30, 20), 1, 1, id="one, and a rest of one"),
    ],
)
def test_the_tile_counts_items_and_not_their_rest(lang, sales, kept, shown, new_file, tmp_path):
    """What a saved workbook shows above the items, on the day shown and on one without items."""
    path = Path(shutil.copyfile(new_file(lang), tmp_path / "book.xlsx"))
    workbook = open_book(FilesHost(path))
    workbook.host.write_name("items_kept", kept)
    _poured(workbook, _file(tmp_path, sales))
    for day, count in ((DAY, shown), (NEXT, None)):
        workbook.host.write_name("the_day", day_number(day))
        refresh(workbook)
        workbook.host.save()
        book = openpyxl.load_workbook(path, data_only=True)
        ((sheet, cell),) = book.defined_names["tile_items"].destinations
        assert (book[sheet][cell].value or None) == count
        workbook = open_book(FilesHost(path))
    assert book[sheet][cell.replace("$", "")].offset(-1, 0).value in {"商品数（表内）", "Items (in the table)"}
