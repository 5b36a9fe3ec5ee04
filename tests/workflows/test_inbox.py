"""An inbox that stays where it is: what was imported is known by its content, copies are named, missing reports too."""

import os
import shutil

import pytest

from opsbook.engine.imports.importing import import_files
from opsbook.engine.imports.inbox import import_inbox, sort_inbox
from opsbook.features.books.missing import expected_day, missing_for
from support import inbox
from support.facts import NOW, cell, day_number, facts

DAY, NEXT = "2026-03-18", "2026-03-19"
DAYS = {DAY: {"访客数": 20, "支付金额": 300}}
NOON = 1_774_000_000  # a moment of 20 March 2026, the same for both files


def _lines(report):
    return {issue.code: issue.seen for issue in report.issues}


def _items(folder, day=DAY, **more):
    return inbox.items(folder, day, {"600000000001": {"商品访客数": 1, "支付金额": 2}}, **more)


def test_what_was_imported_is_not_read_again(shelf, tmp_path):
    """The second morning reads the new file only; the inbox keeps every file as it was."""
    folder = tmp_path / "in"
    inbox.shop(folder, DAYS)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    first = import_inbox(shelf.workbook, [folder], NOW, again=False)
    workbook = shelf.kept()
    _items(folder)
    second = import_inbox(workbook, [folder], NOW, again=False)
    assert ([len(one.files) for one in (first, second)], first.known, second.known) == ([1, 1], 0, 1)
    assert second.files[0].kind == "sycm-items"
    assert before.items() <= {path.name: path.read_bytes() for path in folder.iterdir()}.items()


def test_skipping_gives_the_same_book(memory_book, tmp_path):
    """A book whose mornings read only what is new equals one that reads everything each morning."""
    books = {again: memory_book() for again in (True, False)}
    for day, visitors in ((DAY, 20), (NEXT, 30)):
        inbox.shop(tmp_path, {day: {"访客数": visitors, "支付金额": 300}}, name=f"店铺{day}")
        _items(tmp_path, day, name=f"商品{day}")
        for again, workbook in books.items():
            import_inbox(workbook, [tmp_path], NOW, again=again)
    assert facts(books[True]) == facts(books[False])


def test_an_unchanged_inbox_is_no_empty_one(memory_book, tmp_path):
    """Where everything is known already nobody is told to look for files."""
    workbook = memory_book()
    inbox.shop(tmp_path, DAYS)
    import_inbox(workbook, [tmp_path], NOW, again=False)
    report = import_inbox(workbook, [tmp_path], NOW, again=False)
    assert report.all_issues == ()


def test_a_file_whose_rows_are_gone_is_read_again(memory_book, tmp_path):
    """Rows that somebody deleted come back with the next morning."""
    workbook = memory_book()
    _items(tmp_path)
    import_inbox(workbook, [tmp_path], NOW, again=False)
    workbook.host.drop_rows(
        "ItemDay",
        [(day_number(DAY), "600000000001")],
        [workbook.header("ItemDay", "date"), workbook.header("ItemDay", "item_id")],
    )
    report = import_inbox(workbook, [tmp_path], NOW, again=False)
    assert (report.known, cell(workbook, "ItemDay", DAY, "visitors")) == (0, 1)


def test_rows_in_the_history_are_not_gone(memory_book, tmp_path):
    """A file whose rows left the workbook for its history stays known."""
    workbook = memory_book()
    for day in (DAY, "2026-05-18"):
        _items(tmp_path, day, made="2026-06-01", name=f"商品{day}")
    import_inbox(workbook, [tmp_path], NOW, again=False)
    assert sort_inbox(workbook, [tmp_path], again=False).known == 2


@pytest.mark.parametrize(
    "days",
    [
        pytest.param({**DAYS, "2024-03-18": {"访客数": 1, "支付金额": 1}}, id="other-year"),
        pytest.param({**DAYS, "不是日期": {"访客数": 1, "支付金额": 1}}, id="bad-row"),
    ],
)
def test_a_file_that_was_refused_in_part_is_read_again(memory_book, tmp_path, days):
    """What is wrong with a file is told every morning until it is mended."""
    workbook = memory_book()
    inbox.shop(tmp_path, days)
    for _ in range(2):
        report = import_inbox(workbook, [tmp_path], NOW, again=False)
        assert (len(report.files), report.known) == (1, 0)


def test_a_file_of_another_shop_is_taken_once_its_name_is_accepted(memory_book, tmp_path):
    """A refused file is no imported one."""
    workbook = memory_book()
    inbox.shop(tmp_path, DAYS, of="别名店")
    import_inbox(workbook, [tmp_path], NOW, again=False)
    workbook.host.write_name("shop_aliases", "别名店")
    import_inbox(workbook, [tmp_path], NOW, again=False)
    assert cell(workbook, "ShopDay", DAY, "gmv") == 300


def test_equal_files_of_two_days_are_two(memory_book, tmp_path):
    """Where only the name tells the day, a day with the figures of the day before is no copy of it."""
    workbook = memory_book()
    rows = "商品ID,商品名称,商品访客数,支付金额\n600000000001,棉袄,1,2\n"
    for day in (DAY, NEXT):
        (tmp_path / f"商品_{day}_{day}.csv").write_text(rows, encoding="utf-8-sig")
    assert import_inbox(workbook, [tmp_path], NOW, again=False).issues == ()
    assert [cell(workbook, "ItemDay", day, "gmv") for day in (DAY, NEXT)] == [2, 2]
    assert import_inbox(workbook, [tmp_path], NOW, again=False).issues == ()


@pytest.mark.parametrize("together", [False, True])
def test_a_day_downloaded_again_unchanged_is_whole(memory_book, tmp_path, together):
    """The second file holds what the first did, and says that nothing more came: the day is no longer a partial one."""
    workbook = memory_book()
    inbox.shop(tmp_path, DAYS, made=DAY)
    if not together:
        import_inbox(workbook, [tmp_path], NOW, again=False)
        assert cell(workbook, "ShopDay", DAY, "partial")
    inbox.shop(tmp_path, DAYS, made=NEXT)
    import_inbox(workbook, [tmp_path], NOW, again=False)
    assert not cell(workbook, "ShopDay", DAY, "partial")


def test_a_link_that_leads_nowhere_stops_nothing(memory_book, tmp_path):
    """It is told by name, and the good file beside it is imported."""
    workbook = memory_book()
    inbox.shop(tmp_path, DAYS)
    (tmp_path / "链接.csv").symlink_to(tmp_path / "没有.csv")
    report = import_inbox(workbook, [tmp_path], NOW, again=False)
    assert [issue.code for issue in report.all_issues] == ["unreadable-file"]
    assert cell(workbook, "ShopDay", DAY, "gmv") == 300


def test_two_files_that_hold_the_same_count_once_and_are_named(memory_book, tmp_path):
    """A copy beside its original is left out, and both names are said."""
    workbook = memory_book()
    path = inbox.shop(tmp_path, DAYS)
    shutil.copy(path, tmp_path / "店铺 (1).csv")
    report = import_inbox(workbook, [tmp_path], NOW, again=True)
    assert [file.path.name for file in report.files] == ["店铺 (1).csv"]
    assert _lines(report) == {"same-content": {"pairs": (f"店铺 (1).csv 与 {path.name}",)}}


def test_a_copy_of_what_was_imported_before_is_named(memory_book, tmp_path):
    """The original is gone from the inbox; its name stands in the record of imports."""
    workbook = memory_book()
    path = inbox.shop(tmp_path, DAYS)
    import_inbox(workbook, [tmp_path], NOW, again=False)
    os.utime(path.rename(tmp_path / "另存.csv"), (NOW.timestamp(), NOW.timestamp()))
    report = import_inbox(workbook, [tmp_path], NOW, again=False)
    assert (report.files, report.known) == ((), 1)
    assert _lines(report) == {"known-content": {"pairs": (f"{path.name} 与 另存.csv",)}}


@pytest.mark.parametrize(("copies", "rest"), [(2, []), (3, []), (4, ["…"]), (5, ["…"])])
def test_many_copies_are_counted_rather_than_listed(memory_book, tmp_path, copies, rest):
    """Three pairs are named, any others are an ellipsis."""
    workbook = memory_book()
    path = inbox.shop(tmp_path, DAYS, name="0")
    for number in range(1, copies + 1):
        shutil.copy(path, tmp_path / f"{number}.csv")
    (seen,) = _lines(import_inbox(workbook, [tmp_path], NOW, again=True)).values()
    assert (len(seen["pairs"]) - len(rest), list(seen["pairs"][3:])) == (min(copies, 3), rest)


def _missing(workbook, day=DAY):
    return {issue.seen["table"]: issue.seen["source"] for issue in missing_for(workbook, day_number(day))}


def test_every_report_a_day_lacks_is_named_with_where_to_export_it(memory_book, tmp_path):
    """A shop on 淘宝 has five reports; the three that came are not asked for."""
    workbook = memory_book()
    import_files(
        workbook, [inbox.shop(tmp_path, DAYS), _items(tmp_path), inbox.plans(tmp_path, DAY, {"9": {"花费": 1}})], NOW
    )
    assert _missing(workbook) == {
        "SourceDay": "生意参谋 › 流量 › 店铺来源",
        "KeywordDay": "万相台 › 报表 › 关键词（勾选分日）",
    }


def test_a_day_that_came_in_part_is_still_asked_for(memory_book, tmp_path):
    """An export of the afternoon, or orders cut by their file's beginning, do not make up for the whole day's report."""
    workbook = memory_book()
    import_files(workbook, [inbox.shop(tmp_path, DAYS)], NOW)
    assert "ShopDay" not in _missing(workbook)
    workbook.upsert("ShopDay", [{"date": day_number(DAY), "partial": "是"}])
    assert _missing(workbook)["ShopDay"].startswith("生意参谋")


def _jd(folder, day, visitors=5):
    folder.mkdir(exist_ok=True)
    path = folder / f"京东{day}_20260401_090530.csv"
    path.write_text(f"时间,成交金额,成交客户数,店铺访客数\n{day},100,2,{visitors}\n", encoding="utf-8-sig")
    return path


def test_a_shop_elsewhere_is_asked_for_what_it_brought_before(memory_book, tmp_path):
    """A shop on 京东 has no keyword report; it is asked for the one it brings, under its own name."""
    workbook = memory_book()
    import_files(workbook, [_jd(tmp_path, DAY)], NOW)
    assert (_missing(workbook), _missing(workbook, NEXT)) == ({}, {"ShopDay": "京东商智 › 店铺"})


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param("2026-03-21", "2026-03-20", id="over-when-it-was-exported"),
        pytest.param("2026-03-20", "2026-03-19", id="still-running"),
        pytest.param("2026-03-18", DAY, id="dates-ahead-of-the-export"),
    ],
)
def test_a_day_that_any_report_tells_of_is_expected_from_the_others(memory_book, tmp_path, made, expected):
    """Items of a later day ask for the shop's report of it, unless that day was not over when they were exported."""
    workbook = memory_book()
    import_files(workbook, [inbox.shop(tmp_path, DAYS), _items(tmp_path, "2026-03-20", made=made)], NOW)
    assert expected_day(workbook, day_number(DAY)) == day_number(expected)


def test_a_refused_file_expects_nothing(memory_book, tmp_path):
    """The days of another shop's file are not waited for."""
    workbook = memory_book()
    import_files(workbook, [inbox.shop(tmp_path, DAYS, of="别家店")], NOW)
    assert expected_day(workbook, 0.0) == 0.0


def test_daily_says_what_is_missing_what_is_known_and_what_is_a_copy(book, run, tmp_path):
    """The morning names the day, the report and where to export it, and counts what it did not read again."""
    folder = tmp_path / "in"
    path = inbox.shop(folder, DAYS)
    run("daily", book, folder)
    shutil.copy(path, folder / "店铺 (1).csv")
    answer = run("daily", book, folder)
    assert answer.code == 1
    assert (
        "问题：2026-03-18 还缺：流量来源、商品、推广计划、推广关键词；本月缺 17 天：2026-03-01…2026-03-17" in answer.out
    )
    assert "新读 0 个文件，另有 1 个以前导入过、内容没变：新增 0 行" in answer.out
    assert "没有 2026-03-18 的「商品」报表。请到 生意参谋 › 品类 › 全量商品 导出" in answer.err
    assert f"{path.name} 与 店铺 (1).csv 内容相同，只导入一次。" in answer.err


def test_a_known_report_of_which_nothing_is_stored_is_told(book, run, tmp_path):
    """Import says in one line that it knows the report and has no place for it."""
    path = tmp_path / "客服.csv"
    path.write_text("日期,销售额,销售量,销售人数,客单价,客件数,件均价\n2026-03-18,1,1,1,1,1,1\n", encoding="utf-8-sig")
    answer = run("import", book, path)
    assert answer.code == 0
    assert [line for line in answer.err.splitlines() if "认得，是「生意参谋 客服客单价」" in line]


def test_a_second_morning_gives_no_file_the_word_again(memory_book, tmp_path):
    """Two files of one day contradict each other; the first is read every morning for its bad row, the second has the word."""
    workbook = memory_book()
    inbox.shop(tmp_path, {DAY: {"访客数": 1, "支付金额": 100}, "不是日期": {"访客数": 1, "支付金额": 1}}, name="a")
    inbox.shop(tmp_path, {DAY: {"访客数": 2, "支付金额": 200}}, name="b")
    figures = []
    for _ in range(2):
        import_inbox(workbook, [tmp_path], NOW, again=False)
        figures.append([cell(workbook, "ShopDay", DAY, name) for name in ("visitors", "gmv")])
    assert figures == [[2, 200]] * 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("店铺.csv", "店铺 (1).csv", id="chrome"),
        pytest.param("店铺.csv", "店铺(1).csv", id="firefox"),
        pytest.param("店铺.csv", "店铺（1）.csv", id="full-width"),
        pytest.param("店铺 (2).csv", "店铺 (10).csv", id="ten-times"),
        pytest.param("店铺a (3).csv", "店铺b.csv", id="other-names"),
    ],
)
def test_of_two_downloads_of_one_day_the_second_has_the_word(memory_book, tmp_path, first, second):
    """A report downloaded again the same day, more complete, is not overwritten by the first download beside it."""
    workbook = memory_book()
    made = tmp_path / "made"
    for name, figures in ((first, {"访客数": 15, "支付金额": 70}), (second, {"访客数": 26, "支付金额": 200})):
        folder = tmp_path / "in"
        folder.mkdir(exist_ok=True)
        path = inbox.shop(made, {DAY: figures}).rename(folder / name)
        os.utime(path, (NOON, NOON))
    import_inbox(workbook, [tmp_path / "in"], NOW, again=False)
    assert [cell(workbook, "ShopDay", DAY, name) for name in ("visitors", "gmv")] == [26, 200]
