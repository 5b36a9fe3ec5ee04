"""The Mapping sheet: asked once, answered there or with the command, used from then on; nothing of the user's is lost."""

import csv

import pytest

from exports.writers import books
from opsbook.engine.checks.checking import check
from opsbook.engine.imports.importing import import_files
from opsbook.engine.mapping.confirm_mapping import Answer, answer, read_answer
from opsbook.engine.mapping.mappings import read_mappings
from opsbook.model.errors import UsageError
from opsbook.model.issues import Level
from support import inbox
from support.facts import NOW, cell, told

HEAD = ("日期", "成交额", "UV", "关注人数")
DAY = "2026-03-18"
ROW = (DAY, "1,200", "30", "7")


def _file(folder, *rows, head=HEAD, name="每日.csv"):
    folder.mkdir(exist_ok=True)
    path = folder / name.replace(".csv", "_20260401_093000.csv")  # made when its days were over, whatever day it is
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return path


def _import(workbook, *paths):
    return import_files(workbook, paths, NOW)


def _rows(workbook):
    return {row["header"]: row for row in workbook.rows("Mapping") if row["header"]}


def _say(workbook, **changes):
    """Type into the sheet: field and confirmed by header."""
    signature = next(row["signature"] for row in workbook.rows("Mapping") if row["header"] in changes)
    workbook.upsert(
        "Mapping",
        [
            {"signature": signature, "header": header, "field": field, "confirmed": confirmed}
            for header, (field, confirmed) in changes.items()
        ],
    )


def _answers(*pairs):
    return [Answer(*pair) for pair in pairs]


def test_an_unknown_report_is_asked_about_once(shelf, tmp_path):
    """A proposal per column, nothing confirmed, nothing imported; the same file again adds no row and waits."""
    file = _file(tmp_path / "in", ROW)
    asked = _import(shelf.workbook, file)
    rows = _rows(shelf.kept())
    assert told(asked) == ["mapping-asked"]
    assert [(row["field"], row["confirmed"], row["table"]) for row in rows.values()] == [
        ("日期", None, "日报"),
        ("支付金额", None, "日报"),
        ("访客数", None, "日报"),
        (None, None, "日报"),
    ]
    assert told(_import(shelf.workbook, file)) == ["mapping-waiting"]
    assert len(_rows(shelf.workbook)) == len(HEAD)
    assert cell(shelf.workbook, "ShopDay", DAY, "gmv") is None


def test_confirmed_in_the_sheet_it_is_imported(shelf, tmp_path):
    """With a yes beside every field the file goes in, and later files of the same headers in any order do too."""
    file = _file(tmp_path / "in", ROW)
    _import(shelf.workbook, file)
    _say(shelf.workbook, 日期=("日期", "是"), 成交额=("支付金额", "是"), UV=("", "否"))
    report = _import(shelf.kept(), file)
    assert told(report) == []
    assert (cell(shelf.workbook, "ShopDay", DAY, "gmv"), cell(shelf.workbook, "ShopDay", DAY, "visitors")) == (
        1200,
        None,
    )
    later = _file(
        tmp_path / "in", ("1", "2026-03-19", "", "900"), head=("UV", "日期", "关注人数", "成交额(元)"), name="次日.csv"
    )
    assert told(_import(shelf.workbook, later)) == []
    assert cell(shelf.workbook, "ShopDay", "2026-03-19", "gmv") == 900
    assert {row["kind"] for row in shelf.workbook.rows("Imports") if row["added"]} == {"自定义 每日"}


def test_a_field_without_an_answer_keeps_it_waiting(shelf, tmp_path):
    """As long as one proposed field has neither yes nor no, nothing is imported and the column is named."""
    file = _file(tmp_path / "in", ROW)
    _import(shelf.workbook, file)
    _say(shelf.workbook, 日期=("日期", "是"), 成交额=("支付金额", "是"))
    (issue,) = [one for one in _import(shelf.workbook, file).all_issues if one.level is Level.ERROR]
    assert (issue.code, issue.seen["columns"]) == ("mapping-waiting", ("UV",))
    assert "mapping-waits" in [one.code for one in check(shelf.workbook)]


def test_a_report_with_a_no_everywhere_is_left_alone(shelf, tmp_path):
    """Then its files are neither imported nor a problem."""
    file = _file(tmp_path / "in", ROW)
    _import(shelf.workbook, file)
    _say(shelf.workbook, **dict.fromkeys(HEAD, ("不导入", None)))
    report = _import(shelf.workbook, file)
    assert (told(report), [issue.code for issue in report.all_issues]) == ([], ["report-left-out"])


def test_deleted_rows_are_gone(shelf, tmp_path):
    """A deleted row's column is left out; with all rows deleted the report is asked about again."""
    file = _file(tmp_path / "in", ROW)
    answer(shelf.workbook, [file], _answers(("成交额", "支付金额"), ("UV", "访客数")))
    key = next(row["signature"] for row in _rows(shelf.workbook).values())
    keys = ["签名", "文件里的列"]
    shelf.workbook.host.drop_rows("Mapping", [(key, "UV")], keys)
    assert told(_import(shelf.kept(), file)) == []
    assert cell(shelf.workbook, "ShopDay", DAY, "visitors") is None
    shelf.workbook.host.drop_rows("Mapping", [(key, header) for header in HEAD], keys)
    assert told(_import(shelf.kept(), file)) == ["mapping-asked"]


def test_a_changed_header_asks_again_with_the_old_answers(shelf, tmp_path):
    """A renamed column makes another report; what was said of the others is proposed as certain."""
    answer(shelf.workbook, [_file(tmp_path / "in", ROW)], _answers(("成交额", "下单金额"), ("关注人数", "+")))
    changed = _file(tmp_path / "in", ROW, head=("日期", "成交额", "来电", "关注人数"), name="新.csv")
    assert told(_import(shelf.workbook, changed)) == ["mapping-asked"]
    fresh = {row["header"]: row for row in shelf.workbook.rows("Mapping") if row["report"] == "新"}
    assert [(row["field"], row["confirmed"]) for row in fresh.values()] == [
        ("日期", None),
        ("下单金额", None),
        (None, None),
        ("留作附加列", None),
    ]
    assert fresh["成交额"]["reason"] == "上次确认过"


def test_an_answer_takes_own_names_along(shelf, tmp_path):
    """Columns that are called as in the workbook need no answer; others without one are left out."""
    (one,) = answer(shelf.workbook, [_file(tmp_path / "in", ROW)], _answers(("成交额", "GMV")))
    assert (one.table.name, one.answers) == ("ShopDay", (("日期", "日期"), ("成交额", "支付金额")))
    assert one.left == ("UV", "关注人数")


def test_a_changed_answer_is_told(shelf, tmp_path):
    """Another answer for a confirmed column names the old and the new one."""
    file = _file(tmp_path / "in", ROW)
    answer(shelf.workbook, [file], _answers(("成交额", "支付金额")))
    (one,) = answer(shelf.workbook, [file], _answers(("成交额", "下单金额")))
    assert one.changed == (("成交额", "支付金额", "下单金额"),)


def test_the_answers_choose_the_table(shelf, tmp_path):
    """Fields that only another table has, with its key, fill that one."""
    file = _file(tmp_path / "in", (DAY, "601234567890", "5"), head=("日期", "款式码", "量"))
    (one,) = answer(shelf.workbook, [file], _answers(("款式码", "商品ID"), ("量", "支付件数")))
    assert one.table.name == "ItemDay"
    assert told(_import(shelf.workbook, file)) == []
    assert cell(shelf.workbook, "ItemDay", DAY, "items") == 5


@pytest.mark.parametrize(
    ("pairs", "table", "code", "named"),
    [
        ((("成交金额", "支付金额"),), "", "map-column", "成交额"),
        ((("成交额", "支付金"),), "", "map-field", "支付金额"),
        ((("成交额", "支付转化率"),), "", "map-field", "支付"),
        ((("成交额", "访客数"), ("UV", "访客数")), "", "map-twice", "UV"),
        ((("交易指数", "支付金额"),), "", "map-index", "交易指数"),
        ((("联系电话", "+"),), "", "map-personal", "联系电话"),
        ((("成交额", "支付金额"),), "商品", "map-key", "商品ID"),
        ((("成交额", "支付金额"),), "月报", "unknown-table", "日报"),
    ],
    ids=["column", "field", "formula", "twice", "index", "people", "key", "table"],
)
def test_an_answer_that_cannot_be_is_refused(shelf, tmp_path, pairs, table, code, named):
    """Nothing is written, and the refusal names what is meant perhaps."""
    file = _file(tmp_path / "in", (*ROW, "9", "1"), head=(*HEAD, "交易指数", "联系电话"))
    with pytest.raises(UsageError) as refused:
        answer(shelf.workbook, [file], _answers(*pairs), table)
    assert refused.value.code == code
    assert named in repr(refused.value.seen)
    assert _rows(shelf.workbook) == {}


@pytest.mark.parametrize("text", ["成交额", "=支付金额", "", " =+"])
def test_an_answer_has_a_column_and_a_sign(text):
    """Without a column or an equals sign it is refused."""
    with pytest.raises(UsageError) as refused:
        read_answer(text)
    assert refused.value.code == "map-spelling"


def test_an_answer_is_parted_at_its_last_sign():
    """A header may hold an equals sign itself."""
    assert read_answer("a=b=支付金额") == Answer("a=b", "支付金额")
    assert read_answer("UV=") == Answer("UV", "")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"成交额": ("成交", "是")}, "map-field"),
        ({"UV": ("支付金额", "是")}, "map-twice"),
        ({"日期": ("", "否"), "UV": ("商品ID", "是")}, "map-field"),
    ],
    ids=["no field", "twice", "of another table"],
)
def test_a_confirmed_row_that_cannot_be_is_told(shelf, tmp_path, changes, code):
    """The import refuses the file with the row's place, and check lists it."""
    file = _file(tmp_path / "in", ROW)
    _import(shelf.workbook, file)
    given = {"日期": ("日期", "是"), "成交额": ("支付金额", "是"), "UV": ("访客数", "是")} | changes
    _say(shelf.workbook, **given)
    assert told(_import(shelf.workbook, file))[:2] == ["mapping-wrong", code]
    (issue,) = [one for one in check(shelf.workbook) if one.code == code]
    assert issue.where.sheet == "对应"
    assert issue.where.row > 0


def test_two_tables_in_one_report_are_told(shelf, tmp_path):
    """A report fills one sheet."""
    file = _file(tmp_path / "in", ROW)
    answer(shelf.workbook, [file], _answers(("成交额", "支付金额")))
    signature = next(row["signature"] for row in _rows(shelf.workbook).values())
    shelf.workbook.upsert("Mapping", [{"signature": signature, "header": "UV", "table": "商品"}])
    assert [issue.code for issue in read_mappings(shelf.workbook).wrong[signature]] == ["map-two-tables"]


def test_a_renamed_column_of_a_known_export_is_confirmed_once(shelf, tmp_path):
    """It is proposed when the rest is imported; with a yes it counts for every later file of that export."""
    figures = {"访客数": 20, "支付金额": 300, "支付买家人数": 6}
    export = inbox.shop(tmp_path / "in", {DAY: figures})
    assert told(_import(shelf.workbook, export)) == ["renamed-column"]
    assert [(row["report"], row["field"]) for row in _rows(shelf.workbook).values()] == [
        ("生意参谋 店铺整体", "支付买家数")
    ]
    assert cell(shelf.workbook, "ShopDay", DAY, "buyers") is None
    shelf.workbook.upsert("Mapping", [{"signature": "sycm-shop", "header": "支付买家人数", "confirmed": "是"}])
    assert told(_import(shelf.kept(), export)) == []
    assert cell(shelf.workbook, "ShopDay", DAY, "buyers") == 6


def test_a_needed_column_that_was_renamed_is_answered_with_the_command(shelf, tmp_path):
    """An export that misses what it needs is itself again once the new name is known."""
    rest = dict.fromkeys(("浏览量", "跳失率", "平均停留时长", "加购人数", "下单金额", "下单买家数"), 1)
    export = inbox.shop(tmp_path / "in", {DAY: {"访客数": 20, "支付金额": 300, **rest}})
    text = export.read_text("utf-8-sig").replace("支付金额", "实际到账")
    export.write_text(text, encoding="utf-8-sig")
    assert told(_import(shelf.workbook, export)) == ["missing-column"]
    (one,) = answer(shelf.workbook, [export], _answers(("实际到账", "支付金额")))
    assert (one.report, one.answers) == ("生意参谋 店铺整体", (("实际到账", "支付金额"),))
    report = _import(shelf.workbook, export)
    assert (told(report), report.files[0].kind) == ([], "sycm-shop")
    assert cell(shelf.workbook, "ShopDay", DAY, "gmv") == 300


@pytest.mark.parametrize("no", [{"confirmed": "否"}, {"field": "不导入", "confirmed": "是"}])
def test_a_column_that_a_known_export_leaves_unused_is_asked_about_until_somebody_says_no(shelf, tmp_path, no):
    """消耗 means 花费, which the report has no column for; a no in either spelling ends the asking, and nothing is stored."""
    export = inbox.shop(
        tmp_path / "in", {DAY: {"访客数": 20, "支付金额": 300, "消耗": 6, "净支付金额": 5, "消耗指数": 4}}
    )
    assert told(_import(shelf.workbook, export)) == ["column-means"]
    assert [(row["header"], row["field"]) for row in _rows(shelf.workbook).values()] == [("消耗", "花费")]
    shelf.workbook.upsert("Mapping", [{"signature": "sycm-shop", "header": "消耗", **no}])
    assert told(_import(shelf.kept(), export)) == []
    assert cell(shelf.workbook, "ShopDay", DAY, "ad_spend") is None


def test_a_column_that_a_known_export_leaves_unused_is_taken_once_confirmed(shelf, tmp_path):
    """With a yes its figures stand beside those of the export."""
    export = inbox.shop(tmp_path / "in", {DAY: {"访客数": 20, "支付金额": 300, "支付人数": 4, "消耗": 6}})
    (one,) = answer(shelf.workbook, [export], _answers(("消耗", "花费")))
    assert (one.report, one.answers) == ("生意参谋 店铺整体", (("消耗", "花费"),))
    assert told(_import(shelf.workbook, export)) == []
    assert [cell(shelf.workbook, "ShopDay", DAY, name) for name in ("buyers", "ad_spend")] == [4, 6]


def test_a_needed_column_of_another_name_is_proposed(shelf, tmp_path):
    """抖店罗盘 says 支付人数 where 拼多多 says 成交买家数: not spelled alike, but the same."""
    head = ["日期", "成交金额", "成交订单数", "支付人数", "客单价", "成交转化率", "退款金额", "退款单数"]
    path = tmp_path / "罗盘.csv"
    path.write_text(f"{','.join(head)}\n{DAY},300,6,4,75,20%,0,0\n", encoding="utf-8-sig")
    report = _import(shelf.workbook, path)
    assert told(report) == ["missing-column"]
    assert report.files[0].issues[0].seen["near"] == ("支付人数 → 成交买家数",)
    assert [(row["header"], row["field"]) for row in _rows(shelf.workbook).values()] == [("支付人数", "支付买家数")]


def test_a_column_the_export_has_already_cannot_be_another(shelf, tmp_path):
    """支付金额 is in the file: no other column of it can be it too."""
    export = inbox.shop(tmp_path / "in", {DAY: {"访客数": 20, "支付金额": 300, "实际到账": 6}})
    with pytest.raises(UsageError) as refused:
        answer(shelf.workbook, [export], _answers(("实际到账", "支付金额")))
    assert refused.value.code == "map-twice"


def _two_sheets(folder, name="两张表_20260401_093000.xlsx"):
    """A workbook of one's own: the shop's days on one sheet, its items on another, words on the last."""
    path = folder / name
    daily = [["日期", "成交额", "UV"], [DAY, "1200", "30"]]
    items = [["日期", "商品编码", "销售额", "UV"], [DAY, "600000000001", "100", "5"]]
    path.write_bytes(books({"每日": daily, "单品": items, "说明": [["由运营维护"]]}))
    return path


def test_a_sheet_without_an_answer_is_told_beside_one_that_is_read(shelf, tmp_path):
    """Of two reports in one workbook the confirmed one is read; the other waits aloud, and a No makes it silent."""
    file = _two_sheets(tmp_path)
    assert told(_import(shelf.workbook, file)) == ["mapping-asked", "mapping-asked"]
    _say(shelf.workbook, 成交额=("支付金额", "是"), UV=("访客数", "是"), 日期=("日期", "是"))
    report = _import(shelf.workbook, file)
    (waiting,) = [issue for one in report.files for issue in one.issues if issue.code == "mapping-waiting"]
    assert (cell(shelf.workbook, "ShopDay", DAY, "gmv"), waiting.where.sheet) == (1200, "单品")
    (items,) = {row["signature"] for row in shelf.workbook.rows("Mapping") if row["header"] == "商品编码"}
    for header in ("日期", "商品编码", "销售额", "UV"):
        shelf.workbook.upsert("Mapping", [{"signature": items, "header": header, "confirmed": "否"}])
    assert [one for one in told(_import(shelf.workbook, file)) if one != "report-left-out"] == []


def test_an_unknown_sheet_beside_a_known_export_is_asked_about(shelf, tmp_path):
    """Figures beside a platform's report are not passed over in silence; words and notes are."""
    path = tmp_path / "生意参谋_20260401_093000.xlsx"
    known = [["统计日期", "访客数", "支付金额"], [DAY, "30", "1200"]]
    own = [["日期", "商品编码", "销售额"], [DAY, "600000000001", "100"]]
    path.write_bytes(books({"店铺": known, "单品": own, "指数": [["日期", "交易指数"], [DAY, "9"]]}))
    report = _import(shelf.workbook, path)
    (asked,) = [issue for one in report.files for issue in one.issues if issue.code == "mapping-asked"]
    assert (cell(shelf.workbook, "ShopDay", DAY, "gmv"), asked.where.sheet) == (1200, "单品")


@pytest.mark.parametrize("word", ["好的", "√", "1", "ok"])
def test_a_word_that_is_neither_yes_nor_no_keeps_it_waiting(shelf, tmp_path, word):
    """好的 under Confirmed is no No: the file waits aloud instead of being left out in silence."""
    file = _file(tmp_path / "in", ROW)
    _import(shelf.workbook, file)
    _say(shelf.workbook, 日期=("日期", word), 成交额=("支付金额", word), UV=("访客数", word))
    assert told(_import(shelf.workbook, file)) == ["mapping-waiting"]


def test_a_report_of_which_only_the_day_is_wanted_is_told(shelf, tmp_path):
    """Days alone would store nothing: sheet and command say so instead of reading the file for nothing."""
    file = _file(tmp_path / "in", ROW)
    _import(shelf.workbook, file)
    _say(shelf.workbook, 日期=("日期", "是"), 成交额=("支付金额", "否"), UV=("访客数", "否"))
    assert told(_import(shelf.workbook, file))[:2] == ["mapping-wrong", "map-no-figure"]
    with pytest.raises(UsageError) as refused:
        answer(shelf.workbook, [file], _answers(("日期", "日期"), ("成交额", "-"), ("UV", "-")))
    assert refused.value.code == "map-no-figure"


def test_a_report_with_nothing_but_extra_columns_is_kept(shelf, tmp_path):
    """An index is no amount, but beside its day it may be kept as it is, with no other figure in the file."""
    file = _file(tmp_path / "in", (DAY, "8,888"), head=("日期", "交易指数"))
    answer(shelf.workbook, [file], _answers(("日期", "日期"), ("交易指数", "+")))
    report = _import(shelf.workbook, file)
    assert (told(report), dict(report.extras)) == ([], {("ShopDay", "交易指数"): 1})
