"""Files with several rows of one day on the command line: refused with a command, added up by it, and without it from then on."""

import json
import shlex

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.model.answers import NO, YES
from support.facts import cell
from support.house import open_book

DAY, NEXT = "2026-03-18", "2026-03-19"
SHOP = "统计日期,终端,访客数,支付件数,支付金额\n{0},PC端,100,6,500.5\n{0},无线端,900,54,4500\n"
SKUS = (
    "统计日期,商品ID,SKU ID,商品名称,商品访客数,支付件数,支付金额\n{0},6012,1,杯子,5,1,100\n{0},6012,2,杯子,5,2,200\n"
)
PLANS = "Day,Campaign,Device,Clicks,Cost\n{0},A,Computers,1,1.5\n{0},A,Phones,2,2.5\n"
SAID = {
    "zh": ("分得比这里细", "记住了：生意参谋 店铺整体 里分成几行的数相加", "没有相加、留空的：访客数"),
    "en": ("which are parts of it", "rows that are parts are added up in 生意参谋 店铺整体", "Left blank: Visitors"),
}


@pytest.fixture
def fresh(new_file, tmp_path):
    """A new workbook of one's own."""

    def made(lang="zh"):
        path = tmp_path / "book.xlsx"
        path.write_bytes(new_file(lang).read_bytes())
        return path

    return made


def _file(folder, text, day=DAY, name="店铺"):
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}_20260401_09300{day[-1]}.csv"
    path.write_text(text.format(day), encoding="utf-8-sig")
    return path


def _command(out):
    """The command that an answer offers, as a shell takes it apart."""
    (line,) = [line.strip() for line in out.splitlines() if line.strip().startswith("opsbook import")]
    return shlex.split(line)[1:]


def _figures(book, day=DAY):
    workbook = open_book(FilesHost(book))
    return [cell(workbook, "ShopDay", day, name) for name in ("gmv", "items", "visitors")]


@pytest.mark.parametrize("lang", SAID)
def test_a_day_of_terminals_is_refused_added_up_and_remembered(lang, fresh, run, tmp_path):
    """The refusal offers a command; run as it stands the day is 500.50 + 4,500; the next file needs no option."""
    book, (refused_word, remembered, blank) = fresh(lang), SAID[lang]
    refused = run("import", book, _file(tmp_path / "in", SHOP))
    assert (refused.code, refused_word in refused.err, _figures(book)) == (1, True, [None] * 3)
    added = run(*_command(refused.out))
    assert (added.code, remembered in added.out, _figures(book)) == (0, True, [5000.5, 60, None])
    assert blank in added.out + added.err
    later = run("import", book, _file(tmp_path / "in", SHOP, NEXT))
    assert (later.code, _figures(book, NEXT)) == (0, [5000.5, 60, None])
    found = run("check", book)
    assert {"zh": "对应", "en": "Mapping"}[
        lang
    ] not in found.out + found.err  # the row there is nothing to be asked about
    assert run("import", book, _file(tmp_path / "in", SHOP, NEXT), "--add-up").code == 0  # again changes nothing
    rows = [row for row in open_book(FilesHost(book)).rows("Mapping") if row["field"]]
    assert [(row["report"], row["field"]) for row in rows] == [
        ("生意参谋 店铺整体", {"zh": "相加", "en": "Add up"}[lang])
    ]


def test_the_morning_adds_up_as_well(fresh, run, tmp_path):
    """`daily --add-up` once; the mornings after it need no option."""
    book, inbox = fresh(), tmp_path / "in"
    _file(inbox, SHOP)
    assert "--add-up" in run("daily", book, inbox).out
    run("daily", book, inbox, "--add-up")
    assert _figures(book) == [5000.5, 60, None]
    _file(inbox, SHOP, NEXT)
    run("daily", book, inbox)
    assert _figures(book, NEXT) == [5000.5, 60, None]


@pytest.mark.parametrize("word", ["不导入", NO.zh])
def test_adding_up_ends_where_the_sheet_says_so(word, fresh, run, tmp_path):
    """The row on the Mapping sheet is the operator's: left out, or No instead of Yes, the next file is refused again."""
    book = fresh()
    run("import", book, _file(tmp_path / "in", SHOP), "--add-up")
    workbook = open_book(FilesHost(book))
    (row,) = [row for row in workbook.rows("Mapping") if row["field"] == "相加"]
    assert row["confirmed"] == YES.zh
    workbook.upsert("Mapping", [{**row, "confirmed" if word == NO.zh else "field": word}])
    workbook.host.save()
    assert run("import", book, _file(tmp_path / "in", SHOP, NEXT)).code == 1
    assert _figures(book, NEXT) == [None] * 3


def test_items_by_sku_are_added_up(fresh, run, tmp_path):
    """A report refused for its rows per SKU comes to 100 + 200 for the item, and its visitors stay blank."""
    book = fresh()
    refused = run("import", book, _file(tmp_path / "in", SKUS))
    assert refused.code == 1
    assert run(*_command(refused.out)).code == 0
    (item,) = [row for row in open_book(FilesHost(book)).rows("ItemDay") if row["item_id"]]
    assert (item["item_id"], item["gmv"], item["items"], item["visitors"]) == ("6012", 300, 3, None)


def test_a_report_nobody_knows_is_mapped_and_added_up_in_one_command(fresh, run, tmp_path):
    """The proposal's command says both; the next file needs neither."""
    book = fresh()
    asked = run("import", book, _file(tmp_path / "in", PLANS))
    words = _command(asked.out)
    assert words[-1] == "--add-up"
    assert run(*words).code == 0
    assert run("import", book, _file(tmp_path / "in", PLANS, NEXT)).code == 0
    plans = [row for row in open_book(FilesHost(book)).rows("PlanDay") if row["plan"]]
    assert [(row["plan"], row["clicks"], row["ad_spend"]) for row in plans] == [("A", 3, 4)] * 2


def test_scripts_are_told(fresh, run, tmp_path):
    """--json has the commands, and of a proposal whether the option belongs to it."""
    book, file = fresh(), _file(tmp_path / "in", SHOP)
    told = json.loads(run("import", book, file, "--json").out)
    assert told["add_up"] == [f"opsbook import {book} {file} --add-up"]
    assert [issue["code"] for issue in told["issues"]] == ["parts-share-key"]
    added = json.loads(run("import", book, file, "--add-up", "--json").out)
    assert (added["add_up"], [issue["code"] for issue in added["issues"]]) == (
        [],
        ["parts-summed-but"],
    )
    told = json.loads(run("import", book, _file(tmp_path / "in", PLANS, name="计划"), "--json").out)
    assert [one["add_up"] for one in told["proposals"]] == [True]


def test_where_nothing_is_to_be_added_the_option_does_nothing(fresh, run, tmp_path):
    """It says so, writes no row, and the file goes in as ever; a dry run remembers nothing."""
    book = fresh()
    plain = "统计日期,访客数,支付件数,支付金额\n{0},100,6,500\n"
    answer = run("import", book, _file(tmp_path / "in", plain), "--add-up")
    assert (answer.code, "--add-up 没有用到" in answer.out, _figures(book)) == (0, True, [500, 6, 100])
    run("import", book, _file(tmp_path / "in", SHOP, NEXT), "--add-up", "--dry-run")
    assert [row for row in open_book(FilesHost(book)).rows("Mapping") if row["field"]] == []
