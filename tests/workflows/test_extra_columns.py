"""Columns of a file that are kept: beside the table's own, filled by key, in the history and the next year's book too."""

import pytest

from opsbook.engine.carrying.carry_over import carry_over
from opsbook.engine.history import every_row
from opsbook.engine.imports.importing import import_files
from opsbook.engine.mapping.confirm_mapping import Answer, answer
from opsbook.hosts.files.host import FilesHost
from support.facts import NOW, day_number, told
from support.house import open_book, prepare
from support.sources import ROOT
from workflows.test_mappings import _file

DAY, NEXT = "2026-03-18", "2026-03-19"


def _keep(workbook, path, *pairs):
    answer(workbook, [path], [Answer(*pair) for pair in pairs])
    return import_files(workbook, [path], NOW)


def _column(workbook, table, header):
    body = workbook.host.read_table(table)
    day, at = body.headers.index(workbook.header(table, "date")), body.headers.index(header)
    return {row[day]: row[at] for row in body.rows if row[at] is not None}


def test_a_kept_column_stands_at_the_right_edge(shelf, tmp_path):
    """It has the file's header and the file's figures, as numbers, on the days of the file only."""
    file = _file(tmp_path / "in", (DAY, "5", "7", "12.5%", "好"), head=("日期", "访客数", "关注人数", "转粉率", "天气"))
    report = _keep(shelf.workbook, file, *((name, "+") for name in ("关注人数", "转粉率", "天气")))
    workbook, day = shelf.kept(), day_number(DAY)
    assert workbook.host.read_table("ShopDay").headers[-3:] == ("关注人数", "转粉率", "天气")
    assert [_column(workbook, "ShopDay", name) for name in ("关注人数", "转粉率", "天气")] == [
        {day: 7},
        {day: 0.125},
        {day: "好"},
    ]
    assert dict(report.extras) == {("ShopDay", name): 1 for name in ("关注人数", "转粉率", "天气")}


def test_a_second_file_fills_the_same_column(shelf, tmp_path):
    """Other days are added, a figure that differs is replaced and told, the same again is no change."""
    head = ("日期", "访客数", "关注人数")
    _keep(shelf.workbook, _file(tmp_path / "in", (DAY, "5", "7"), head=head), ("关注人数", "+"))
    more = _file(tmp_path / "in", (DAY, "5", "8"), (NEXT, "6", "9"), head=head, name="每日 2.csv")
    report = import_files(shelf.kept(), [more], NOW)
    assert _column(shelf.workbook, "ShopDay", "关注人数") == {day_number(DAY): 8, day_number(NEXT): 9}
    assert report.files[0].changes == [f"{DAY} 关注人数 7 → 8"]
    again = import_files(shelf.kept(), [more], NOW)
    assert (again.files[0].changes, dict(again.extras)) == ([], {})


def test_a_blank_never_replaces_what_stands_there(shelf, tmp_path):
    """What somebody typed into the column stays where the file says nothing."""
    head = ("日期", "访客数", "关注人数")
    _keep(shelf.workbook, _file(tmp_path / "in", (DAY, "5", "7"), head=head), ("关注人数", "+"))
    shelf.workbook.host.upsert_rows("ShopDay", ["日期"], [{"日期": day_number(NEXT), "关注人数": "停业"}])
    import_files(shelf.kept(), [_file(tmp_path / "in", (NEXT, "6", "-"), head=head, name="b.csv")], NOW)
    assert _column(shelf.workbook, "ShopDay", "关注人数")[day_number(NEXT)] == "停业"


def test_a_name_of_ours_gets_a_name_of_its_own(shelf, tmp_path):
    """A kept column called like a formula or a note of the book stands beside it under a longer name."""
    file = _file(tmp_path / "in", (DAY, "5", "3%", "促销"), head=("日期", "访客数", "支付转化率", "备注"))
    _keep(shelf.workbook, file, ("支付转化率", "+"), ("备注", "+"))
    headers = shelf.kept().host.read_table("ShopDay").headers
    assert headers[-2:] == ("支付转化率（导入）", "备注（导入）")
    assert _column(shelf.workbook, "ShopDay", "备注") == {}


def test_capitals_make_no_other_column(shelf, tmp_path):
    """Excel allows no two headers that differ by capitals only: a column of that name is the one."""
    shelf.workbook.host.add_column("ShopDay", "VIP数", "访客数")
    _keep(
        shelf.workbook,
        _file(tmp_path / "in", (DAY, "5", "7", "3"), head=("日期", "访客数", "vip数", "gmv")),
        ("vip数", "+"),
    )
    assert shelf.kept().host.read_table("ShopDay").headers[-1] == "VIP数"
    assert _column(shelf.workbook, "ShopDay", "VIP数") == {day_number(DAY): 7}


def test_without_room_the_rest_is_imported(shelf, tmp_path):
    """Plans have keywords to their right: one column fits between, a second is refused with the place."""
    file = _file(tmp_path / "in", (DAY, "甲", "5", "7", "8"), head=("日期", "计划", "花费", "新客", "老客"))
    report = _keep(shelf.workbook, file, ("计划", "计划名称"), ("新客", "+"), ("老客", "+"))
    assert told(report) == ["no-column-free"]
    assert "推广!" in report.issues[0].seen["cell"]
    assert _column(shelf.kept(), "PlanDay", "新客") == {day_number(DAY): 7}
    assert shelf.workbook.rows("PlanDay")[0]["ad_spend"] == 5


def test_a_column_of_formulas_is_left_alone(shelf, tmp_path):
    """A column the operator calculates is not filled, and that is told."""
    head = ("日期", "访客数", "关注人数")
    shelf.workbook.host.add_column("ShopDay", "关注人数", "访客数")
    if not hasattr(shelf, "path"):  # a file needs Excel to make a calculated column
        table = shelf.workbook.host._tables["ShopDay"]
        table.calculated = {**table.calculated, "关注人数": "1+1"}
        for row in table.rows:
            row[-1].formula, row[-1].value = "1+1", 2.0
        report = _keep(shelf.workbook, _file(tmp_path / "in", (DAY, "5", "7"), head=head), ("关注人数", "+"))
        assert told(report) == ["extra-is-formula"]
        assert set(_column(shelf.workbook, "ShopDay", "关注人数").values()) == {2.0}


def test_rows_that_leave_take_their_extra_cells_along(shelf, tmp_path):
    """Items older than their window go to the history with what was kept of them, and come back with it."""
    head = ("日期", "商品ID", "支付金额", "讲解次数")
    old = _file(tmp_path / "in", ("2026-03-01", "601234567890", "5", "3"), head=head)
    _keep(shelf.workbook, old, ("讲解次数", "+"))
    new = _file(tmp_path / "in", (DAY, "601234567890", "6", "4"), head=head, name="新.csv")
    report = import_files(shelf.kept(), [new], NOW)
    assert dict(report.moved) == {"ItemDay": 1}
    told_of = {row["date"]: row["讲解次数"] for row in every_row(shelf.kept(), "ItemDay")}
    assert told_of == {day_number("2026-03-01"): 3, day_number(DAY): 4}
    shelf.workbook.host.write_name("window_items", 90)
    again = _file(tmp_path / "in", ("2026-03-01", "601234567890", "7", ""), head=head, name="旧.csv")
    import_files(shelf.kept(), [again], NOW)
    assert _column(shelf.kept(), "ItemDay", "讲解次数") == told_of


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_next_years_book_knows_the_answers(lang, new_file, tmp_path):
    """new --from carries the Mapping sheet over, and with the days their extra columns."""
    old = open_book(FilesHost(new_file(lang)))
    file = _file(tmp_path / "in", (DAY, "5", "7"), head=("日期", "UV", "关注人数"))
    _keep(old, file, ("日期", "日期" if lang == "zh" else "Date"), ("UV", "visitors"), ("关注人数", "+"))
    host = FilesHost(ROOT / "templates" / f"opsbook-{lang}.xlsx")
    prepare(host, old.text("shop"), 2027)
    new = open_book(host)
    carry_over(new, old)
    assert [row["header"] for row in new.rows("Mapping")] == ["日期", "UV", "关注人数"]
    assert _column(new, "ShopDay", "关注人数") == {day_number(DAY): 7}
    later = _file(tmp_path / "in", (NEXT, "6", "8"), head=("日期", "UV", "关注人数"), name="次日.csv")
    assert told(import_files(new, [later], NOW)) == []
    assert _column(new, "ShopDay", "关注人数")[day_number(NEXT)] == 8
