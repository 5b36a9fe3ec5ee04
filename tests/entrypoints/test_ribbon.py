"""Every button of the ribbon, pressed in an open workbook; LibreOffice stands in for Excel, a list for its dialogs."""

import shutil
from datetime import date, datetime

import pytest
import xlwings as xw

from opsbook.engine.functions.language import addin_language
from opsbook.engine.imports.importing import import_files
from opsbook.features.books.commands import refresh_day
from opsbook.features.goals.goal_setting import set_year_goal
from opsbook.hosts.excel.host import ExcelHost
from opsbook.hosts.excel.quiet import QUIET
from opsbook.hosts.files.host import FilesHost
from opsbook.model.values import serial
from opsbook.ribbon import run as ribbon
from opsbook.ribbon.click import MOST_LINES, Speaker
from support import inbox, peer_files
from support.books import SHOP, YEAR
from support.dialog_answers import Answers
from support.house import BUTTONS, know_book, open_book
from support.small_book import print_book

pytestmark = pytest.mark.libreoffice
GOAL = 3_650_000
NOON = datetime(2026, 3, 4, 12)
DAYS = {f"2026-03-0{day}": {"支付金额": 1000 * day, "访客数": 100} for day in (1, 2, 3)}


class Desk:
    """An open workbook, and somebody who presses buttons."""

    def __init__(self, book):
        self.book = book

    def press(self, button, *answers, agreed=None):
        self.dialogs = Answers(*([agreed] if agreed is not None else []), *answers)
        ribbon.run(button, self.book, self.dialogs)
        assert {name: getattr(self.book.app, name) for name in QUIET} == {
            **dict.fromkeys(QUIET, True),
            "calculation": "automatic",
        }
        assert self.book.app.status_bar is False
        assert len(self.dialogs.told) <= 1
        return self.dialogs.told[0] if self.dialogs.told else ""

    @property
    def workbook(self):
        return know_book(ExcelHost(self.book))

    def row(self, table, day):
        rows = self.workbook.rows(table)
        return next(row for row in rows if row["date"] == serial(date.fromisoformat(day)))

    @property
    def kept(self):
        """How often it was saved, and how many backups there are."""
        return self.book.impl.saves, len(list(self.book.impl.path.parent.glob(".opsbook/*/backups/*")))


@pytest.fixture(scope="module")
def open_desk(excel, new_file, tmp_path_factory):
    """One book with three days and a goal, opened once: LibreOffice needs seconds for it."""
    folder = tmp_path_factory.mktemp("desk")
    path = shutil.copy(new_file("zh"), folder / "店铺.xlsx")
    workbook = open_book(FilesHost(path))
    import_files(workbook, [inbox.shop(folder / "first", DAYS)], NOON)
    set_year_goal(workbook, YEAR, GOAL, again=False)
    refresh_day(workbook, first=True)
    workbook.host.save()
    book = excel.books.open(path)
    book.impl.on_disk = False  # saving takes LibreOffice ten seconds; the host's tests save
    yield Desk(book)
    book.close()


@pytest.fixture
def desk(open_desk, monkeypatch, tmp_path):
    """The open book, its log and settings beside the test's files, Chinese spoken."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    addin_language.cache_clear()
    open_desk.book.app.impl.told.clear()
    yield open_desk
    addin_language.cache_clear()


@pytest.fixture
def foreign(desk, tmp_path):
    """A workbook that is none of OpsBook's."""
    book = desk.book.app.books.open(print_book(tmp_path / "别的.xlsx"))
    yield Desk(book)
    book.close()


def test_every_button_has_its_action():
    """Only restarting Python is left to VBA."""
    assert {button.id for button in BUTTONS if not button.run} == {"restart"}


def test_chosen_files_are_imported_once(desk, tmp_path):
    """The figures stand in the sheet, what the user typed stays, counts and backup are named; twice changes nothing."""
    desk.workbook.upsert("ShopDay", [{"date": serial(date(2026, 3, 4)), "note": "直播"}])
    before = desk.kept
    file = inbox.shop(tmp_path, {"2026-03-04": {"支付金额": 4000}})
    said = desk.press("import_files", [file])
    assert "新增 1 行" in said
    row = desk.row("ShopDay", "2026-03-04")
    assert (row["gmv"], row["note"]) == (4000.0, "直播")
    assert desk.kept == (before[0] + 1, before[1] + 1)
    assert "改动前的备份：" in said
    assert ".opsbook" in said
    assert desk.book.app.impl.told[0] == "OpsBook 正在导入……"
    assert any("1/1" in text for text in desk.book.app.impl.told)
    assert "新增 0 行，更新 0 行，未变 1 行" in desk.press("import_files", [file])


def test_a_folder_is_imported_and_its_newest_day_shown(desk, tmp_path):
    """Five lines of the morning; the dashboard shows the newest day."""
    inbox.shop(tmp_path / "inbox", {"2026-03-20": {"支付金额": 20000}})
    said = desk.press("import_inbox", tmp_path / "inbox")
    assert [line.split("：")[0] for line in said.splitlines()[:5]] == ["达标", "进度", "变化", "要做", "问题"]
    assert desk.workbook.number("the_day") == serial(date(2026, 3, 20))


def test_refresh_backs_up_saves_and_says_the_day(desk):
    """Results are written anew and the workbook is saved."""
    before = desk.kept
    assert "已重算 店铺.xlsx" in desk.press("refresh")
    assert desk.kept == (before[0] + 1, before[1] + 1)


def test_another_day_is_shown_without_saving(desk):
    """Only the view changes: no backup is spent on it, and saving is left to the user."""
    before = desk.kept
    assert "2026-03-01" in desk.press("go_to_date", " 2026/3/1 ")
    assert desk.workbook.number("the_day") == serial(date(2026, 3, 1))
    assert desk.kept == before


def test_the_newest_day_is_shown(desk):
    """The dashboard goes back to the last complete day."""
    desk.workbook.host.write_name("the_day", serial(date(2026, 3, 1)))
    newest = desk.workbook.number("as_of")
    desk.press("today")
    assert desk.workbook.number("the_day") == newest


def test_a_day_that_is_none_is_refused_in_words(desk):
    """The message repeats what was typed, says what to write, and carries a log id."""
    shown = desk.workbook.number("the_day")
    said = desk.press("go_to_date", "明天")
    assert "日期「明天」认不出" in said
    assert "日志编号" in said
    assert desk.workbook.number("the_day") == shown


def test_a_competitor_is_watched_logged_and_reported(desk):
    """List and log take what was typed, a role that is none leaves nothing half done; the report changes nothing."""
    assert "已关注竞店「甲店」（标杆），现在共 1 家" in desk.press("peers_add", "甲店", "标杆")
    assert "还没有保存" not in desk.press("peers_add", "乙店", "老板")
    said = desk.press("peers_log", "甲店", "https://item.example.com/i.htm?id=700000000001", "199", "1.2万", None)
    assert "券后价 199、月销量 12,000" in said
    assert "改动前的备份：" in said
    (peer,) = [row for row in desk.workbook.rows("Peers") if row["shop"]]
    assert (peer["shop"], peer["role"]) == ("甲店", "标杆")
    before = desk.kept
    assert "没有竞店动态" in desk.press("peers_report")
    assert desk.kept == before


def test_a_competitors_log_is_imported(desk, tmp_path):
    """A price that fell stands among the events of the sheet; who is not watched is offered by the button's name."""
    rows = [
        peer_files.seen(day, "乙店", peer_files.QUILT, price)
        for day, price in (("2026-03-05", 199), ("2026-03-12", 179))
    ]
    said = desk.press("peers_import", [peer_files.log(tmp_path, rows)])
    assert "记录 2 条" in said
    assert "按「关注竞店」" in said
    assert "opsbook peers" not in said
    assert [row["kind"] for row in desk.workbook.rows("PeerEvents") if row["shop"] == "乙店"] == ["降价"]


def test_a_years_goal_is_shared_out_to_the_cent(desk):
    """Old and new are said; the days of the year add up to the goal in the sheet itself."""
    said = desk.press("set_goal", "2026", "380万")
    assert "→ 3,800,000 元" in said
    assert sum(row["goal"] for row in desk.workbook.rows("GoalDay")) == 3_800_000


def test_a_months_goal_is_set(desk):
    """The month's own goal is locked, its days add up to it."""
    assert "2026-11 目标：" in desk.press("set_goal", "2026-11", "500000")
    november = [row["goal"] for row in desk.workbook.rows("GoalDay") if row["month"] == serial(date(2026, 11, 1))]
    assert sum(november) == 500_000


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        pytest.param(("2026", "很多"), "很多", id="amount"),
        pytest.param(("下个月", "100"), "下个月", id="month"),
    ],
)
def test_a_goal_that_cannot_be_read_is_refused_in_words(desk, answers, word):
    """What was typed is repeated; the goal stays, and nothing is saved."""
    before, saves = desk.workbook.number("year_goal"), desk.kept[0]
    assert word in desk.press("set_goal", *answers)
    assert (desk.workbook.number("year_goal"), desk.kept[0]) == (before, saves)


def test_weights_of_months_ahead_are_fitted(desk):
    """The message names the months; running and past ones are not among them."""
    said = desk.press("refit")
    assert "2026-12" in said
    assert "2026-03" not in said


def test_a_selected_day_is_locked_and_unlocked(desk):
    """Once writes the day's goal as its manual goal, twice clears it; both say old and new."""
    days = desk.workbook.host.read_table("GoalDay")
    goal = desk.row("GoalDay", "2026-12-31")["goal"]
    desk.book.sheets[days.sheet].range((days.first_row + 364, 3)).select()
    assert f"2026-12-31 手工目标：– → {goal:,.0f} 元" in desk.press("lock_day")
    row = desk.row("GoalDay", "2026-12-31")
    assert (row["lock"], row["goal"]) == (goal, goal)
    assert f"{goal:,.0f} → –" in desk.press("lock_day")
    assert desk.row("GoalDay", "2026-12-31")["lock"] is None


def test_without_a_selected_day_nothing_is_locked(desk):
    """A selection on another sheet is told with the sheet to go to."""
    before = desk.kept
    desk.book.sheets["今日看板"].range((1, 1)).select()
    assert "请先在「目标分解」" in desk.press("lock_day")
    assert desk.kept == before


@pytest.mark.parametrize(("button", "sheet"), [("dashboard", "今日看板"), ("guide", "使用说明")])
def test_a_sheet_comes_to_the_front(desk, button, sheet):
    """Looking says nothing and changes nothing."""
    desk.book.sheets["日报"].activate()
    before = desk.kept
    assert desk.press(button) == ""
    assert (desk.book.sheets.active.name, desk.kept) == (sheet, before)


ASKING = ("import_files", "import_inbox", "go_to_date", "set_goal", "new", "new_from", "clean_copy")


@pytest.mark.parametrize("button", [*ASKING, "peers_add", "peers_log", "peers_import"])
def test_a_closed_dialog_ends_it_quietly(desk, button):
    """Nothing was chosen, nothing is said, nothing is changed."""
    before = desk.kept
    assert desk.press(button, None) == ""
    assert desk.kept == before


def test_check_lists_and_changes_nothing(desk):
    """A formula typed over is named with its cell; it stays typed over, and nothing is saved."""
    sheet, address = desk.workbook.host.locate("dash_status_text")
    cell, before = desk.book.sheets[sheet].range(address), desk.kept
    formula = cell.formula
    desk.book.sheets[sheet].api.Unprotect(Password="")
    cell.raw_value = "我改的"
    said = desk.press("check")
    cell.formula = formula
    desk.book.sheets[sheet].api.Protect()
    assert f"{sheet} · {address}" in said
    assert "我改的" in said
    assert desk.kept == before


def test_a_new_book_is_made_and_opened(desk, tmp_path):
    """Shop and year make its name; it opens beside the one at hand."""
    said = desk.press("new", "新店/旗舰", "2027", tmp_path)
    assert "已新建" in said
    workbook = desk.book.app.books["新店-旗舰-2027.xlsx"]
    assert ExcelHost(workbook).read_name("shop") == "新店/旗舰"
    workbook.close()


def test_next_years_book_is_made_from_the_one_at_hand(desk, tmp_path):
    """Next year is offered; this year's figures go along, its goal does not; the one at hand stays as it is."""
    days = desk.workbook.rows("ShopDay")
    said = desk.press("new_from", str(YEAR + 1), tmp_path)
    assert desk.dialogs.asked[0] == str(YEAR + 1)
    assert ("店铺日报 3 行" in said, "没能带过来" in said) == (True, False)
    made = desk.book.app.books[f"{SHOP}-{YEAR + 1}.xlsx"]
    assert [ExcelHost(made).read_name(name) for name in ("shop", "year", "year_goal")] == [SHOP, YEAR + 1, None]
    made.close()
    assert desk.workbook.rows("ShopDay") == days


@pytest.mark.parametrize(("year", "word"), [("明年", "明年"), ("1999", "1999")])
@pytest.mark.parametrize("asked", [("new", "新店"), ("new_from",)], ids=["empty", "from this one"])
def test_a_year_that_is_none_makes_no_book(desk, tmp_path, asked, year, word):
    """The message repeats it; the folder stays empty."""
    assert word in desk.press(*asked, year, tmp_path)
    assert [file for file in tmp_path.iterdir() if file.suffix == ".xlsx"] == []


def test_a_copy_without_macros_is_saved_once(desk, tmp_path):
    """The copy is an OpsBook of its own; a second one of the same name is refused."""
    said = desk.press("clean_copy", tmp_path)
    assert "店铺-副本.xlsx" in said
    assert FilesHost(tmp_path / "店铺-副本.xlsx").read_name("shop") == SHOP
    assert "已经存在" in desk.press("clean_copy", tmp_path)


def test_every_formula_is_verified_on_a_copy(desk):
    """Our formulas show what LibreOffice calculates; the workbook is not saved."""
    before = desk.kept
    said = desk.press("verify")
    assert "OpsBook 的公式 0 处不一致" in said
    assert desk.kept == before


@pytest.mark.parametrize("button", ["import_files", "refresh", "today", "lock_day", "dashboard", "check"])
def test_a_foreign_workbook_gets_an_offer(foreign, button):
    """No error: a question, and nothing changed when the answer is no."""
    assert foreign.press(button, agreed=False) == ""
    assert "要新建一本吗" in foreign.dialogs.asked[0]
    assert foreign.kept == (0, 0)


def test_the_offer_leads_to_a_new_book(foreign, tmp_path):
    """Yes asks for shop, year and place."""
    assert "1999" in foreign.press("refresh", "新店", "1999", tmp_path, agreed=True)


def test_a_failure_on_the_way_says_what_is_left(desk, tmp_path):
    """Cells in the way stop an import: the message names them, the backup, and how to get back."""
    body = desk.workbook.host.read_table("Imports")
    blocked = desk.book.sheets[body.sheet].range((body.first_row + len(body.rows), body.first_column))
    blocked.raw_value = "我的话"
    saves = desk.kept[0]
    said = desk.press("import_files", [inbox.shop(tmp_path, {"2026-03-06": {"支付金额": 6000}})])
    blocked.clear_contents()
    assert blocked.address.replace("$", "") in said
    assert "不保存就关闭" in said
    assert desk.kept[0] == saves


def test_a_crash_is_a_sentence_with_a_log_id(desk, tmp_path):
    """No traceback in a dialog; the log knows the lines of code."""
    said = desk.press("import_files", 7)
    assert said.startswith("程序出错（TypeError）")
    log = (tmp_path / "state" / "opsbook" / "log" / "opsbook.log").read_text(encoding="utf-8")
    assert "data.py" in log


def test_the_doctor_answers_where_there_is_no_excel(desk):
    """The add-in's doctor speaks in the message, here that this system has no Excel for add-ins."""
    said = desk.press("doctor")
    assert "Windows" in said
    assert "程序出错" not in said


def test_about_says_versions_and_licences(desk):
    """OpsBook, Python and xlwings are named."""
    said = desk.press("about")
    assert f"xlwings {xw.__version__}" in said
    assert "MIT" in said


def test_the_button_acts_on_the_workbook_it_was_pressed_in(desk, monkeypatch):
    """Without a workbook given, it is the one that calls."""
    monkeypatch.setattr(xw.Book, "_mock_caller", desk.book, raising=False)
    desk.book.sheets["日报"].activate()
    ribbon.run("dashboard", dialogs=Answers())
    assert desk.book.sheets.active.name == "今日看板"


def test_a_long_message_is_cut_for_the_screen(excel):
    """What does not fit is counted."""
    voice = Speaker("zh", excel)
    for number in range(MOST_LINES + 3):
        voice.line(str(number))
    assert voice.text().splitlines()[-2:] == [str(MOST_LINES - 1), "……另有 3 行。"]
