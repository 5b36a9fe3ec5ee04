"""What every host promises, asked of each of them."""

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.host import Cached, Change, FormulaCell, Overwritten, OwnedPlace
from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.xml_text import shortened
from support.small_book import DAY, MINE, RATE, SHARE, TOTAL


def _column(rows, header):
    return [row[rows.headers.index(header)] for row in rows.rows]


def _log(number, **values):
    return {"日期": 46338.0, "编号": number, **values}


KEY = ("日期", "编号")


def test_tables_are_listed_in_the_order_of_the_tabs(shelf):
    """A host names every table."""
    assert list(shelf.host.tables()) == ["Day", "Side", "Log"]


def test_a_table_is_read_as_it_stands(shelf):
    """Headers, rows in sheet order, blank as None, dates as serial numbers, a formula nobody calculated as None."""
    rows = shelf.host.read_table("Day")
    assert (rows.headers, rows.sheet, rows.first_row, rows.first_column) == (DAY, "日报", 4, 1)
    assert shelf.host.read_table("Side").first_column == 8
    assert rows.rows == (
        (46338.0, 100.0, 250.0, "双11", 2.5, 200.0),
        (46336.0, 80.0, 160.0, None, 2.0, 160.0),
        (46337.0, None, None, "未导入", shelf.uncalculated, 0.0),
    )


def test_rows_are_found_by_key_wherever_they_stand(shelf):
    """Each of three unsorted days gets its own value; the rest of the row stays."""
    days = (46336.0, 46337.0, 46338.0)
    done = shelf.host.upsert_rows("Day", ["日期"], [{"日期": day, "访客数": day - 46000} for day in days])
    assert (done.added, done.updated, done.unchanged) == (0, 3, 0)
    after = shelf.reopened().read_table("Day")
    assert _column(after, "访客数") == [338.0, 336.0, 337.0]
    assert _column(after, "备注") == ["双11", None, "未导入"]


@pytest.mark.parametrize(
    ("value", "same"),
    [
        pytest.param(250.0, True, id="the same number"),
        pytest.param(250.0 * (1 + 1e-10), True, id="rounding noise"),
        pytest.param(250.0 * (1 + 1e-8), False, id="just another number"),
        pytest.param(None, True, id="nothing to say"),
        pytest.param("250", False, id="a text is not the number"),
        pytest.param("", False, id="blank on purpose"),
    ],
)
def test_the_same_value_is_no_change(shelf, value, same):
    """An upsert of what stands there already counts as unchanged."""
    done = shelf.host.upsert_rows("Day", ["日期"], [{"日期": 46338.0, "支付金额": value}])
    assert (done.updated, done.unchanged) == ((0, 1) if same else (1, 0))
    assert len(done.changes) == done.updated


def test_a_change_tells_old_and_new(shelf):
    """Every cell that changed is reported with its row's key."""
    done = shelf.host.upsert_rows("Day", ["日期"], [{"日期": 46336.0, "访客数": 81.0, "支付金额": 160.0, "备注": "改"}])
    assert done.changes == (Change((46336.0,), "访客数", 80.0, 81.0), Change((46336.0,), "备注", None, "改"))


def test_none_never_blanks_and_an_empty_text_does(shelf):
    """None leaves a cell alone; the empty text makes it blank."""
    shelf.host.upsert_rows("Day", ["日期"], [{"日期": 46338.0, "访客数": None, "备注": ""}])
    after = shelf.reopened().read_table("Day")
    assert after.rows[0][:4] == (46338.0, 100.0, 250.0, None)


def test_the_placeholder_row_is_filled_first(shelf):
    """A fresh table's blank row becomes the first row; the next ones are appended."""
    shelf.host.upsert_rows("Log", KEY, [_log("a", 金额=1.0), _log("b", 金额=2.0), _log("c", 金额=3.0)])
    after = shelf.reopened().read_table("Log")
    assert [row[:4] for row in after.rows] == [
        (46338.0, "a", None, 1.0),
        (46338.0, "b", None, 2.0),
        (46338.0, "c", None, 3.0),
    ]


def test_a_row_with_the_users_words_is_no_placeholder(shelf):
    """A row without a key in which somebody typed something is kept as it is."""
    shelf.host.upsert_rows("Log", KEY, [_log("a"), _log("b")])
    shelf.host.upsert_rows("Log", KEY, [_log("b", 日期=46338.0, 文本="留着")])
    shelf.host.drop_rows("Log", [(46338.0, "a")], KEY)
    assert _column(shelf.reopened().read_table("Log"), "文本") == ["留着"]


def test_a_key_may_come_twice_in_one_go(shelf):
    """The second row of the same key updates what the first one added."""
    done = shelf.host.upsert_rows("Log", KEY, [_log("a", 金额=1.0), _log("a", 金额=2.0), _log("a", 金额=2.0)])
    assert (done.added, done.updated, done.unchanged) == (1, 1, 1)
    assert _column(shelf.reopened().read_table("Log"), "金额") == [2.0]


@pytest.mark.parametrize(
    ("stored", "asked"),
    [("123", 123.0), (123.0, "123"), (123.5, "123.5"), ("678901234567890123", "678901234567890123")],
)
def test_a_number_and_its_text_are_the_same_key(shelf, stored, asked):
    """Excel may have turned an id into a number; the row is found, and its key stays as it is."""
    shelf.host.upsert_rows("Log", KEY, [_log(stored)])
    done = shelf.host.upsert_rows("Log", KEY, [_log(asked, 金额=5.0)])
    assert (done.added, done.updated) == (0, 1)
    assert _column(shelf.reopened().read_table("Log"), "编号") == [stored]


@pytest.mark.parametrize(("one", "other"), [("0123", 123.0), ("a", "A"), ("123 ", "123")])
def test_keys_that_only_look_alike_are_different(shelf, one, other):
    """A leading zero, a capital letter or a space makes another key."""
    done = shelf.host.upsert_rows("Log", KEY, [_log(one), _log(other)])
    assert done.added == 2


def test_upserting_twice_changes_nothing(shelf):
    """The second import of the same rows is unchanged throughout."""
    rows = [_log(str(number), 金额=number / 7, 文本=f"第 {number} 行") for number in range(20)]
    shelf.host.upsert_rows("Log", KEY, rows)
    host = shelf.reopened()
    done = host.upsert_rows("Log", KEY, rows)
    assert (done.added, done.updated, done.unchanged, done.changes) == (0, 0, 20, ())


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0", "#N/A", "TRUE", "1E5", " x ", "a\nb"),
        *("<b>&amp;\"'</b>", "\x01\x0b\x1f", "_x000D_", "_x0041_x", "双11 🎉", "]]>", "\ufffe"),
        *("00123", "678901234567890123", "2024-5-1", "12%", "１２３", "一月", "'x", "true"),
    ],
)
def test_text_is_always_text(shelf, text):
    """Whatever a text begins with or holds, it comes back as that text."""
    shelf.host.upsert_rows("Log", KEY, [_log("1", 文本=text)])
    shelf.host.write_name("shop", text)
    after = shelf.reopened()
    assert _column(after.read_table("Log"), "文本") == [text]
    assert after.read_name("shop") == text


@pytest.mark.parametrize("text", ["\rx", "\ud83d"], ids=["a return", "half a character"])
def test_text_no_program_keeps_is_kept_in_files(stored_shelf, text):
    """LibreOffice, in Excel's place, makes another text of these; a file holds them as they are."""
    stored_shelf.host.upsert_rows("Log", KEY, [_log("1", 文本=text)])
    assert _column(stored_shelf.reopened().read_table("Log"), "文本") == [text]


@pytest.mark.parametrize(
    ("length", "kept"),
    [pytest.param(32767, 32767, id="the limit"), pytest.param(32768, 32767, id="one more")],
)
def test_text_is_cut_at_the_limit_of_a_cell(shelf, length, kept):
    """A cell holds 32767 characters; importing the longer text again is no change."""
    shelf.host.upsert_rows("Log", KEY, [_log("1", 文本="长" * length)])
    host = shelf.reopened()
    assert _column(host.read_table("Log"), "文本") == ["长" * kept]
    assert host.upsert_rows("Log", KEY, [_log("1", 文本="长" * length)]).unchanged == 1


def test_text_is_cut_between_characters():
    """A character of two units is not cut in half."""
    assert shortened("a" * 32766 + "🎉") == "a" * 32766


@pytest.mark.parametrize("value", [0.0, -1.5, 1e-300, 0.1, 1e16, 123456789.123, True, False])
def test_values_come_back_as_written(shelf, value):
    """Numbers keep every digit, truth values stay truth values."""
    shelf.host.upsert_rows("Log", KEY, [_log("1", 金额=value)])
    assert _column(shelf.reopened().read_table("Log"), "金额") == [value]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_no_cell_can_hold_is_refused(book, value):
    """Not-a-number would break the file."""
    with pytest.raises(ValueError, match="not a number a cell can hold"):
        FilesHost(book).upsert_rows("Log", KEY, [_log("1", 金额=value)])


def test_calculated_columns_are_continued(shelf):
    """A new row gets the column formulas, the user's own included; owned ones then match."""
    shelf.host.upsert_rows("Day", ["日期"], [{"日期": 46339.0, "访客数": 5.0}])
    owned = [FormulaCell(RATE, value) for value in (2.5, 2.0, "", 0.0)]
    mine = [FormulaCell(MINE, value) for value in (200.0, 160.0, 0.0, 10.0)]
    cached = Cached({("Day", "访客价值"): owned, ("Day", "翻倍"): mine})
    assert list(shelf.host.overwritten(cached)) == []
    assert list(shelf.host.set_cached(cached)) == []
    after = shelf.reopened()
    assert after.read_table("Day").rows[3] == (46339.0, 5.0, None, None, 0.0, 10.0)
    assert list(after.overwritten(cached)) == []


@pytest.mark.parametrize("text", ["=", "=1+1", "=A1"])
def test_a_text_that_looks_like_a_formula_is_continued_in_no_new_row(shelf, text):
    """Rows below a table of nothing but such texts begin blank."""
    shelf.host.upsert_rows("Log", KEY, [_log(number, 文本=text) for number in "abc"])
    shelf.host.upsert_rows("Log", KEY, [_log("next")])
    rows = shelf.reopened().read_table("Log")
    assert dict(zip(_column(rows, "编号"), _column(rows, "文本"), strict=True)) == {
        **dict.fromkeys("abc", text),
        "next": None,
    }


def test_tables_beside_are_unharmed(shelf):
    """A table that grows leaves the one on the same rows as it was."""
    before = shelf.host.read_table("Side")
    shelf.host.upsert_rows("Day", ["日期"], [{"日期": 46400.0 + day} for day in range(5)])
    after = shelf.reopened()
    assert len(after.read_table("Day").rows) == 8
    assert after.read_table("Side") == before


def test_dropped_rows_close_up(shelf):
    """Rows below move up with everything in them; the count tells how many went."""
    assert shelf.host.drop_rows("Day", [(46336.0,), (1.0,)], ["日期"]) == 1
    after = shelf.reopened()
    assert after.read_table("Day").rows == (
        (46338.0, 100.0, 250.0, "双11", 2.5, 200.0),
        (46337.0, None, None, "未导入", shelf.uncalculated, 0.0),
    )
    assert _column(after.read_table("Side"), "目标") == [1000.0, 2000.0, 3000.0]


def test_a_table_never_loses_its_last_row(shelf):
    """Dropping everything leaves one blank row, and the next row fills it."""
    shelf.host.upsert_rows("Log", KEY, [_log("a", 金额=1.0), _log("b", 金额=2.0)])
    assert shelf.host.drop_rows("Log", [(46338.0, "a"), (46338.0, "b")], KEY) == 2
    host = shelf.reopened()
    assert host.read_table("Log").rows == ((None,) * 5,)
    host.upsert_rows("Log", KEY, [_log("c")])
    assert len(host.read_table("Log").rows) == 1


def test_dropping_nothing_changes_nothing(shelf):
    """Unknown keys drop no row."""
    before = shelf.host.read_table("Day")
    assert shelf.host.drop_rows("Day", [(1.0,)], ["日期"]) == 0
    assert shelf.host.read_table("Day") == before


@pytest.mark.parametrize(
    ("name", "value"),
    [("the_day", 46000.0), ("shop", "新店"), ("empty", 1.5), ("shop", None), ("shop", ""), ("THE_DAY", 1.0)],
)
def test_names_are_written_and_read(shelf, name, value):
    """A defined name's cell takes a value; nothing makes it blank; capitals make no difference."""
    shelf.host.write_name(name, value)
    assert shelf.reopened().read_name(name) == (value or None)


def test_names_are_read(shelf):
    """Values of typed, calculated and blank cells."""
    assert [shelf.host.read_name(name) for name in ("the_day", "shop", "total", "empty")] == [
        46338.0,
        "小店",
        410.0,
        None,
    ]


def test_a_name_tells_where_it_stands(shelf):
    """Sheet and address as Excel shows them, without dollar signs."""
    assert [shelf.host.locate(name) for name in ("the_day", "EMPTY")] == [("设 置", "B1"), ("设 置", "B4")]


@pytest.mark.parametrize("ask", ["read_name", "locate"])
@pytest.mark.parametrize("name", ["nowhere", "pair"])
def test_a_name_of_no_single_cell_is_refused(shelf, name, ask):
    """Unknown names and names of several cells are told by name."""
    with pytest.raises(WorkbookBrokenError) as refused:
        getattr(shelf.host, ask)(name)
    assert (refused.value.code, refused.value.seen["name"]) == ("missing-name", name)


def test_a_missing_table_is_told(shelf):
    """The message names the table and those that are there."""
    with pytest.raises(WorkbookBrokenError) as refused:
        shelf.host.read_table("Nope")
    assert refused.value.code == "missing-table"
    assert refused.value.seen == {"table": "Nope", "found": ("Day", "Side", "Log")}


@pytest.mark.parametrize(
    ("key", "row"),
    [pytest.param(["天"], {"天": 1.0}, id="key"), pytest.param(["日期"], {"日期": 46338.0, "访客": 1.0}, id="value")],
)
def test_a_renamed_header_is_told_before_anything_is_written(shelf, key, row):
    """The message names the header; the row before it is not written either."""
    before = shelf.host.read_table("Day")
    with pytest.raises(WorkbookBrokenError) as refused:
        shelf.host.upsert_rows("Day", key, [{"日期": 46336.0, "访客数": 1.0}, row] if key == ["日期"] else [row])
    assert refused.value.code == "missing-header"
    assert refused.value.seen["header"] in {"天", "访客"}
    assert shelf.host.read_table("Day") == before


def test_empty_owned_cells_get_their_formula(shelf):
    """Where an owned cell is blank, formula and value are written."""
    shelf.host.upsert_rows("Log", KEY, [_log("a", 金额=50.0)])
    cached = Cached({("Log", "占比"): [FormulaCell(SHARE, 0.5)]}, {"empty": FormulaCell(TOTAL, 410.0)})
    assert list(shelf.host.set_cached(cached)) == []
    after = shelf.reopened()
    assert _column(after.read_table("Log"), "占比") == [0.5]
    assert after.read_name("empty") == 410.0
    assert list(after.overwritten(cached)) == []


def test_what_is_written_after_the_cells_were_shown_is_kept(shelf):
    """Showing cells is the last thing a command does, but need not be."""
    cached = Cached({("Day", "访客价值"): [FormulaCell(RATE, 3.5)] * 3})
    shelf.host.set_cached(cached)
    shelf.host.upsert_rows("Day", ["日期"], [{"日期": 46336.0, "访客数": 77.0}])
    shelf.host.write_name("the_day", 46337.0)
    after = shelf.reopened()
    assert 77.0 in _column(after.read_table("Day"), "访客数")
    assert after.read_name("the_day") == 46337.0


@pytest.mark.parametrize("value", [3.5, "", "高", True, -1e-7])
def test_owned_cells_show_the_new_value(stored_shelf, value):
    """A cached value may be a number, a text, an empty text or a truth value; a live book shows its own."""
    cells, shelf = [FormulaCell(RATE, value)] * 3, stored_shelf
    shelf.host.set_cached(Cached({("Day", "访客价值"): cells}))
    after = shelf.reopened()
    assert _column(after.read_table("Day"), "访客价值") == [value] * 3
    assert list(after.overwritten(Cached({("Day", "访客价值"): cells}))) == []


def test_what_the_user_put_into_an_owned_cell_is_kept_and_told(shelf):
    """Another formula and a typed value are reported with sheet, cell, expected and found; restoring replaces them."""
    shelf.host.write_name("total", 999.0)
    shelf.host.upsert_rows("Day", ["日期"], [{"日期": 46336.0, "访客价值": 7.0}])
    cached = Cached(
        {("Day", "访客价值"): [FormulaCell("1+1", 2.0), FormulaCell(RATE, 2.0), FormulaCell(RATE, "")]},
        {"total": FormulaCell(TOTAL, 410.0)},
    )
    told = [
        Overwritten("日报", "E4", "=1+1", f"={RATE}", OwnedPlace("Day", "访客价值", 0)),
        Overwritten("日报", "E5", f"={RATE}", "7", OwnedPlace("Day", "访客价值", 1)),
        Overwritten("设 置", "B3", f"={TOTAL}", "999", OwnedPlace(name="total")),
    ]
    assert list(shelf.host.overwritten(cached)) == told
    assert list(shelf.host.set_cached(cached)) == told
    host = shelf.reopened()
    assert _column(host.read_table("Day"), "访客价值") == [2.5, 7.0, ""]
    assert list(host.restore(cached)) == told
    assert list(host.overwritten(cached)) == []
    assert _column(host.read_table("Day"), "访客价值") == [2.0, 2.0, ""]


def test_a_column_is_added_at_the_right_edge(shelf):
    """The table is one column wider, every row blank in it; the others, their formulas too, are as before."""
    before = shelf.host.read_table("Day")
    shelf.host.add_column("Log", "关注人数", "金额")
    shelf.host.upsert_rows("Log", KEY, [_log("a", 金额=1.0, 关注人数=7.0), _log("b", 关注人数="无")])
    after = shelf.reopened().read_table("Log")
    assert after.headers == ("日期", "编号", "文本", "金额", "占比", "关注人数")
    assert _column(after, "关注人数") == [7.0, "无"]
    assert shelf.host.read_table("Day").rows == before.rows


def test_two_columns_are_added_one_after_the_other(shelf):
    """The second stands right of the first, whatever characters XML knows are in their names."""
    for header in ('A<B&"C"', "_x0041_"):
        shelf.host.add_column("Log", header, "金额")
        shelf.host.upsert_rows("Log", KEY, [_log("a", **{header: 3.0})])
    after = shelf.reopened().read_table("Log")
    assert after.headers[-2:] == ('A<B&"C"', "_x0041_")
    assert after.rows[0][-2:] == (3.0, 3.0)


def test_a_column_needs_free_cells_beside_the_table(shelf):
    """Where another table begins beside it nothing is added, and the table is as it was."""
    shelf.host.add_column("Day", "一", "访客数")
    with pytest.raises(WorkbookBrokenError) as refused:
        shelf.host.add_column("Day", "二", "访客数")
    assert refused.value.code == "no-column-free"
    assert shelf.reopened().read_table("Day").headers == (*DAY, "一")


def test_a_column_is_like_one_that_is_there(shelf):
    """A column to be like that is not there is named."""
    with pytest.raises(WorkbookBrokenError) as refused:
        shelf.host.add_column("Log", "新列", "没有")
    assert refused.value.code == "missing-header"
