"""A formula the user changed is the user's: kept, told, built upon, and put back only when asked."""

import json

import pytest

from opsbook.engine.checks.checking import check, repair
from opsbook.engine.imports.importing import import_files
from opsbook.engine.refresh import refresh
from opsbook.features.goals.goal_setting import set_year_goal
from opsbook.hosts.files.host import FilesHost
from opsbook.ooxml.addresses import cell_name
from support import inbox
from support.facts import NOW, day_number, row
from support.house import open_book
from support.memory_host import MemoryCell, MemoryHost

DAY, MONTH = "2026-03-18", "2026-03-01"
MINE = "SUM(100,23)"


def _type_over(host, place, value, formula=None):
    """What typing over a formula cell leaves: a value, or a formula with what it shows. Place: table, header, day."""
    table, header, day = place
    body = host.read_table(table)
    at = next(at for at, one in enumerate(body.rows) if one[0] == day_number(day))
    column = body.headers.index(header)
    if isinstance(host, MemoryHost):
        host._tables[table].rows[at][column] = MemoryCell(value, formula)
        return
    area = host.book.table(table).body
    sheet = host.book.sheet(body.sheet)
    if formula:
        host.book.write_formula(sheet, area.top + at, area.left + column, formula, value)
    else:
        host.book.write(sheet, area.top + at, area.left + column, value)


def _overwrite(workbook):
    """March's goal typed as a value, the 18th's as a formula, a card's goal typed as a value."""
    _type_over(workbook.host, ("GoalMonth", "月目标", MONTH), 310_000.0)
    _type_over(workbook.host, ("GoalDay", "日目标", DAY), 123.0, MINE)
    workbook.host.write_name("card_gmv_goal", 400.0)


@pytest.fixture
def changed(shelf, tmp_path):
    """A book with a goal and a day sold, three of whose formulas were typed over."""
    workbook = shelf.workbook
    set_year_goal(workbook, 2026, 1_200_000, again=False)
    import_files(workbook, [inbox.shop(tmp_path, {DAY: {"访客数": 10, "支付金额": 246}})], NOW)
    workbook.host.write_name("the_day", day_number(DAY))
    refresh(workbook)
    _overwrite(workbook)
    return shelf


def test_refresh_keeps_and_tells_what_the_user_typed(changed):
    """All three cells keep the user's content, and refresh names exactly them."""
    _, kept = refresh(changed.kept())
    workbook = changed.kept()
    assert sorted((one.place.table, one.place.header, one.place.name) for one in kept) == [
        ("", "", "card_gmv_goal"),
        ("GoalDay", "日目标", ""),
        ("GoalMonth", "月目标", ""),
    ]
    assert {one.found for one in kept} == {"310000", f"={MINE}", "400"}
    assert row(workbook, "GoalMonth", MONTH)["goal"] == 310_000
    assert row(workbook, "GoalDay", DAY)["goal"] == 123
    assert workbook.number("card_gmv_goal") == 400


def test_everything_downstream_follows_the_users_values(changed):
    """The days left share what the month the user typed leaves, the shop's day takes the day's goal, cards follow theirs."""
    refresh(changed.kept())
    workbook = changed.kept()
    month = [one for one in workbook.rows("GoalDay") if one["month"] == day_number(MONTH)]
    kept = sum(
        one["kept"] for one in workbook.rows("GoalKept") if one["grain"] == "day" and one["date"] >= day_number(MONTH)
    )
    assert {one["left_amount"] for one in month} == {310_000 - kept}
    assert sum(one["goal"] for one in month if one["date"] > day_number(DAY)) == 310_000 - kept
    assert row(workbook, "ShopDay", DAY)["goal"] == 123
    assert (row(workbook, "ShopDay", DAY)["attainment"], row(workbook, "GoalDay", DAY)["attainment"]) == (2, 2)
    assert workbook.number("card_gmv_share") == pytest.approx(246 / 400)


def test_check_lists_them_and_repair_puts_them_back(changed):
    """check names sheet, cell, what stands there and what belongs there; after repair nothing is left to name."""
    workbook = changed.kept()
    found = [issue for issue in check(workbook) if issue.code == "formula-overwritten"]
    assert {(issue.where.sheet, issue.seen["found"]) for issue in found} == {
        ("目标分解", "310000"),
        ("目标分解", f"={MINE}"),
        ("今日看板", "400"),
    }
    assert len({issue.where.cell for issue in found}) == 3
    assert len(repair(workbook).formulas) == 3
    workbook = changed.kept()
    assert [one.code for one in check(workbook)] == ["days-missing"]
    months = [one["goal"] for one in workbook.rows("GoalMonth")]
    assert sum(months) == 1_200_000
    assert workbook.number("card_gmv_goal") == row(workbook, "GoalDay", DAY)["goal"] != 123


def test_the_check_command_tells_repairs_and_backs_up(book, run, tmp_path):
    """check ends with 1 and names the cell; --repair ends with 0 and the old file is among the backups."""
    workbook = open_book(FilesHost(book))
    _type_over(workbook.host, ("GoalDay", "日目标", DAY), 123.0)
    workbook.host.save()
    before = book.read_bytes()
    spot = cell_name(*_spot(workbook))
    answer = run("check", book)
    assert answer.code == 1
    assert "目标分解" in answer.err
    assert spot in answer.err
    assert "123" in answer.err
    assert [one["code"] for one in json.loads(run("check", book, "--json").out)["issues"]] == ["formula-overwritten"]
    assert book.read_bytes() == before
    repaired = run("check", book, "--repair")
    assert (repaired.code, repaired.err) == (0, "")
    assert f"目标分解!{spot}" in repaired.out
    assert before in [file.read_bytes() for file in (tmp_path / ".opsbook").rglob("*.bak")]
    assert run("check", book).code == 0


def _spot(workbook):
    body = workbook.host.read_table("GoalDay")
    at = next(at for at, one in enumerate(body.rows) if one[0] == day_number(DAY))
    return body.first_row + at, workbook.host.book.table("GoalDay").body.left + body.headers.index("日目标")


def test_an_emptied_formula_cell_is_filled_again(shelf):
    """A formula the user deleted is no content of the user's: refresh writes it back without a word."""
    workbook = shelf.workbook
    workbook.host.write_name("card_gmv_goal", None)
    assert workbook.setting("card_gmv_goal") is None
    assert not refresh(workbook)[1]
    assert check(shelf.kept()) == ()
