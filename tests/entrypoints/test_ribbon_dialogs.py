"""What buttons ask of Excel on Windows, and of the system on a Mac."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from opsbook.ribbon.data import iso
from opsbook.ribbon.dialogs import ExcelDialogs, MacDialogs
from support.grid.object_model import AppApi


class Excel:
    """The part of xlwings' app that dialogs know."""

    def __init__(self, *answers, alert="ok"):
        self.api = AppApi()
        self.api.answers = list(answers)
        self.alerts, self._alert = [], alert

    def alert(self, prompt, title, buttons="ok", mode=None):
        self.alerts.append((prompt, title, buttons, mode))
        return self._alert


@pytest.mark.parametrize(
    ("answer", "files"),
    [
        pytest.param(("C:/a.xls", "C:/b.csv"), [Path("C:/a.xls"), Path("C:/b.csv")], id="two"),
        pytest.param(False, [], id="closed"),
    ],
)
def test_several_exports_may_be_chosen(answer, files):
    """The dialog offers the kinds of files that exports are."""
    excel = Excel(answer)
    assert ExcelDialogs(excel, "zh").choose_files("选择") == files
    asked = {"FileFilter": "导出文件 (*.xls;*.xlsx;*.csv;*.zip),*.xls;*.xlsx;*.csv;*.zip", "Title": "选择"}
    assert excel.api.asked == [("files", asked | {"MultiSelect": True})]


@pytest.mark.parametrize(("answer", "folder"), [("C:/inbox", Path("C:/inbox")), (False, None)])
def test_a_folder_is_chosen_from_a_place_on(answer, folder, tmp_path):
    """The folder dialog starts inside the place given."""
    excel = Excel(answer)
    assert ExcelDialogs(excel, "zh").choose_folder("选择", tmp_path) == folder
    assert excel.api.asked[0][1]["Title"] == "选择"
    assert excel.api.asked[0][1]["InitialFileName"].startswith(str(tmp_path))
    assert excel.api.asked[0][1]["InitialFileName"] != str(tmp_path)


@pytest.mark.parametrize(("answer", "text"), [("2026", "2026"), ("", ""), (False, None)])
def test_a_text_is_asked_for(answer, text):
    """A closed box is nothing; an empty answer is an empty text."""
    excel = Excel(answer)
    assert ExcelDialogs(excel, "en").ask_text("Which year?", "2025") == text
    assert excel.api.asked == [("text", {"Prompt": "Which year?", "Title": "OpsBook", "Default": "2025", "Type": 2})]


@pytest.mark.parametrize("kind", [lambda app: ExcelDialogs(app, "zh"), lambda app: MacDialogs(app, None)])
@pytest.mark.parametrize(("answer", "agreed"), [("yes", True), ("no", False)])
def test_a_question_is_answered_yes_or_no(kind, answer, agreed):
    """Only yes is yes; telling needs no answer."""
    excel = Excel(alert=answer)
    assert kind(excel).confirm("新建？") is agreed
    kind(excel).tell("好了")
    assert excel.alerts == [("新建？", "OpsBook", "yes_no", None), ("好了", "OpsBook", "ok", "info")]


class Script:
    """Stands in for osascript: keeps the lines, gives an answer."""

    def __init__(self, answer):
        self.answer, self.lines = answer, ()

    def __call__(self, lines):
        self.lines = tuple(lines)
        return self.answer


def test_a_mac_asks_through_the_system():
    """Files come one a line, folders and texts as they are; a closed dialog is nothing."""
    files = Script("/Users/a/一.xls\n/Users/a/二.csv\n")
    excel = SimpleNamespace()
    assert MacDialogs(excel, files).choose_files("选择") == [Path("/Users/a/一.xls"), Path("/Users/a/二.csv")]
    assert MacDialogs(excel, Script(None)).choose_files("选择") == []
    assert MacDialogs(excel, Script("/Users/a/")).choose_folder("选择", Path("/Users")) == Path("/Users/a")
    assert MacDialogs(excel, Script(None)).choose_folder("选择", Path("/Users")) is None
    assert MacDialogs(excel, Script("2026")).ask_text("年份", "2025") == "2026"
    assert MacDialogs(excel, Script(None)).ask_text("年份", "2025") is None


def test_quotes_and_line_ends_cannot_leave_a_script():
    """What a prompt or a default holds stays text."""
    script = Script("")
    MacDialogs(SimpleNamespace(), script).ask_text('a "b"\nc', "\\")
    assert script.lines == (
        'return text returned of (display dialog "a \\"b\\"" & linefeed & "c" default answer "\\\\" with title "OpsBook")',
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("2026-11-12", "2026-11-12"), (" 2026/1/5 ", "2026-01-05"), ("2026.1.5", "2026-01-05")),
        *(("2026年11月12日", "2026-11-12"), ("明天", "明天"), ("11-12", "11-12"), ("", "")),
    ],
)
def test_a_day_may_be_typed_in_many_ways(text, day):
    """What is a day comes out as the command line writes it; the rest stays for the refusal to repeat."""
    assert iso(text) == day
