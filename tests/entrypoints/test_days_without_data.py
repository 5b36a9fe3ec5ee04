"""A day without data is said to be one, and never looks like a good day."""

import json

import pytest

from opsbook.hosts.files.host import FilesHost
from support import inbox


def test_refresh_says_that_a_day_has_no_data(book, run, tmp_path):
    """The last whole day with data is named; a day with data, even half of one, is shown without a word."""
    day, half = {"访客数": 20, "支付金额": 200}, {"访客数": 5, "支付金额": 9}
    refresh = ["refresh", book, "--date"]
    assert "请先导入报表" in run(*refresh, "2026-03-05").out
    path = inbox.shop(tmp_path / "in", {"2026-03-18": day, "2026-03-19": half}, made="2026-03-19")
    run("import", book, path)
    assert "2026-03-05 还没有数据；数据完整的最后一天是 2026-03-18。" in run(*refresh, "2026-03-05").out
    answer = json.loads(run(*refresh, "2026-03-05", "--json").out)
    assert (answer["has_data"], answer["last_with_data"]) == (False, "2026-03-18")
    assert "没有数据" not in run(*refresh, "2026-03-19").out
    assert json.loads(run(*refresh, "2026-03-18", "--json").out)["has_data"] is True


@pytest.mark.parametrize("typed", [None, 20261112])
def test_refresh_says_that_no_day_is_shown(typed, book, run, tmp_path):
    """A date cell that is blank or holds no date is named, with the last whole day."""
    run("import", book, inbox.shop(tmp_path / "in", {"2026-03-18": {"访客数": 20, "支付金额": 200}}))
    host = FilesHost(book)
    host.write_name("the_day", typed)
    host.save()
    assert "查看日期空着，或者不是日期；请在那里选一天。数据完整的最后一天是 2026-03-18。" in run("refresh", book).out


def test_a_morning_without_data_does_not_say_all_is_well(book, run, tmp_path):
    """A day nothing is known of has no light on, and that is no praise."""
    (tmp_path / "empty").mkdir()
    run("refresh", book, "--date", "2026-03-05")
    answer = run("daily", book, tmp_path / "empty")
    assert "要做：先导入这一天的店铺报表" in answer.out
    assert "照计划走" not in answer.out
