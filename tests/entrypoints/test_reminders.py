"""What a command reminds of: cells that may change results, goals that do not know the shop yet, each where it is due."""

from datetime import date, timedelta

import pytest

from opsbook.features.books.opening import open_file
from opsbook.features.goals.rules.weights import FEW_DAYS
from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import WorkbookBrokenError
from support import inbox
from support.facts import day_number
from support.house import Console, open_book


def _days(first, count):
    start = date.fromisoformat(first)
    return {f"{start + timedelta(at)}": {"访客数": 20, "支付金额": 200} for at in range(count)}


@pytest.mark.parametrize("command", ["import", "daily"])
def test_history_that_comes_after_the_goals_is_mentioned_once(command, book, run, tmp_path):
    """The day that makes history long enough brings the command that fits the weights; no day before or after does."""
    run("goal", book, "--year", 2026, 3_650_000)
    hint = f"opsbook goal {book} --year 2026 3650000 --refit"
    said = []
    for at, count in enumerate((FEW_DAYS - 1, FEW_DAYS, FEW_DAYS + 1)):
        folder = tmp_path / str(at)
        inbox.shop(folder, _days("2026-02-01", count), made=f"2026-04-0{at + 1}")
        said.append(hint in run(command, book, folder).out)
    assert said == [False, True, False]


def test_a_trial_import_reminds_of_nothing_to_run(book, run, tmp_path):
    """What was not written is no history yet."""
    run("goal", book, "--year", 2026, 3_650_000)
    inbox.shop(tmp_path / "in", _days("2026-02-01", FEW_DAYS))
    assert "--refit" not in run("import", book, tmp_path / "in", "--dry-run").out
    assert "--refit" in run("import", book, tmp_path / "in").out


def test_without_a_goal_there_is_nothing_to_fit(book, run, tmp_path):
    """History comes first as it should: the goal set later knows it."""
    inbox.shop(tmp_path / "in", _days("2026-02-01", FEW_DAYS))
    assert "--refit" not in run("import", book, tmp_path / "in").out


def test_the_fifth_line_counts_strange_cells(book, run, tmp_path):
    """A morning that ends with cells to look at does not say that there are no problems."""
    workbook = open_book(FilesHost(book))
    workbook.upsert("GoalDay", [{"date": day_number("2026-05-09"), "lock": "3万"}])
    workbook.host.save()
    inbox.shop(tmp_path / "in", _days("2026-03-18", 1))
    lines = [line for line in run("daily", book, tmp_path / "in").out.splitlines() if line.startswith("问题：")]
    assert len(lines) == 1
    assert lines[0].endswith("有 1 格内容可能影响结果")


@pytest.mark.parametrize(("lang", "locale"), [("zh", "en"), ("en", "zh")])
def test_a_book_that_is_refused_is_refused_in_its_own_language(lang, locale, new_file, tmp_path):
    """The workbook's language counts from the first word on, not the computer's."""
    path = tmp_path / "broken.xlsx"
    host = FilesHost(new_file(lang))
    workbook = open_book(host)
    workbook.upsert("ShopDay", [{"date": "合计"}])
    host.save_as(path)
    console = Console(locale)
    with pytest.raises(WorkbookBrokenError):
        open_file(str(path), console)
    assert console.lang == lang
