"""A report nobody knows on the command line, from the question to the figure, in both languages and in Excel."""

import json
import shlex
from types import SimpleNamespace as Namespace

import pytest

from exports.writers import books
from opsbook.cli.main import main
from opsbook.features.books.commands import run_import
from opsbook.features.books.mapping_words import command_line
from opsbook.hosts.files.host import FilesHost
from support.books import wrong_codes
from support.facts import cell, day_number
from support.house import Console, open_book

DAY = "2026-03-18"
TEXT = '每日数据,\n日期,成交额（元）,UV,交易指数,关注人数\n2026-03-18,"1,200.5",30,99,7\n合计,"1,200.5",30,99,7\n'


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "每日 经营_20260401_093000.csv"
    path.write_text(TEXT, encoding="gb18030")
    return path


def _command(out):
    """The command that an answer offers, as a shell takes it apart."""
    (line,) = [line.strip() for line in out.splitlines() if line.strip().startswith("opsbook import")]
    return shlex.split(line)[1:]


@pytest.mark.parametrize(
    ("lang", "asked", "remembered", "used"),
    [
        (
            "zh",
            "认不出是哪种报表",
            "记住了「每日 经营」的对应，填到「日报」",
            "按「对应」表的「自定义 每日 经营」填到「日报」",
        ),
        (
            "en",
            "No known report",
            "Remembered for 每日 经营, which fills Daily",
            "read as Own: 每日 经营 of the Mapping sheet",
        ),
    ],
)
def test_a_report_is_refused_confirmed_and_read(lang, asked, remembered, used, file, new_file, run, tmp_path):
    """The refusal offers a command; run as it stands it imports the figures; the next file needs nothing."""
    book = tmp_path / "店 铺.xlsx"
    book.write_bytes(new_file(lang).read_bytes())
    refused = run("import", book, file)
    assert (refused.code, asked in refused.err) == (1, True)
    assert cell(open_book(FilesHost(book)), "ShopDay", DAY, "gmv") is None
    confirmed = run(*_command(refused.out), "--map", "关注人数=+")
    assert (confirmed.code, confirmed.err) == (0, "")
    assert remembered in confirmed.out
    workbook = open_book(FilesHost(book))
    figures = [cell(workbook, "ShopDay", DAY, name) for name in ("gmv", "visitors")]
    assert figures == [1200.5, 30]
    body = workbook.host.read_table("ShopDay")
    assert [row[-1] for row in body.rows if row[0] == day_number(DAY)] == [7]
    later = file.with_name("次日_20260401_093000.csv")
    later.write_text(TEXT.replace("03-18", "03-19"), encoding="utf-8")
    answer = run("import", book, later)
    assert (answer.code, used in answer.out) == (0, True)
    assert wrong_codes(run, book) == set()


def test_detect_proposes_with_reasons(file, run):
    """Field, how sure, why and an example per column; a placeholder stands for the workbook."""
    answer = run("detect", file)
    assert answer.code == 1
    lines = [line.split() for line in answer.out.splitlines() if line.startswith("    ")]
    assert [
        "成交额（元）",
        "→",
        "支付金额",
        "很可能",
        "90%",
        "常见的另一个叫法，即「支付金额」",
        "例：1,200.5",
    ] in lines
    assert ["交易指数", "→", "（不导入）", "–", "指数不是金额或人数，不对应", "例：99"] in lines
    assert _command(answer.out)[1] == "工作簿.xlsx"
    assert "--map" in answer.out


@pytest.mark.parametrize(
    ("head", "said", "offered"),
    [
        pytest.param("日期,成交额 💰,人数", "可以自己对应列名", True, id="a header like none"),
        pytest.param("日期,交易指数,搜索人气", "看到的列：日期、交易指数、搜索人气", False, id="nothing but indexes"),
    ],
)
def test_detect_does_not_contradict_itself(head, said, offered, tmp_path, run):
    """A sheet with a proposal is not said to have no header; where no figure is proposed no command is offered."""
    path = tmp_path / "每日_20260401_093000.csv"
    path.write_text(f"{head}\n2026-03-18,9,8\n", encoding="utf-8")
    answer = run("detect", path)
    assert ("opsbook import" in answer.out, "没有找到" in answer.err, said in answer.err) == (offered, False, True)


def test_detect_names_the_sheet(tmp_path, run):
    """Of several sheets every proposal says which one it is about."""
    path = tmp_path / "两张表_20260401_093000.xlsx"
    rows = [["2026-03-18", "9", "8"]]
    path.write_bytes(books({"每日": [["日期", "成交额", "UV"], *rows], "另外": [["日期", "成交额", "备注数"], *rows]}))
    said = run("detect", path).out
    assert [name in said for name in ("两张表_20260401_093000.xlsx · 每日", "两张表_20260401_093000.xlsx · 另外")] == [
        True,
        True,
    ]


def test_scripts_get_the_proposal(file, run):
    """The JSON holds every guess and the words that confirm it."""
    (record,) = json.loads(run("detect", file, "--json").out)["files"]
    assert [issue["code"] for issue in record["issues"]] == ["mapping-possible"]
    proposal = record["proposal"]
    assert (proposal["table"], proposal["header_row"]) == ("ShopDay", 2)
    assert proposal["map"] == ["日期=日期", "成交额=支付金额", "UV=访客数"]
    assert [column["field"] for column in proposal["columns"]] == ["date", "gmv", "visitors", "", ""]


@pytest.mark.parametrize(
    ("text", "command", "below", "complete"),
    [
        pytest.param(
            "日期,支付金额,支付的金额数,浏览量表\n2026-03-18,9,8,7\n",
            ["日期=日期", "支付金额=支付金额"],
            ["浏览量表=浏览量"],
            True,
            id="a figure to check",
        ),
        pytest.param(
            "哪天,支付金额\n2026-03-18,9\n", ["支付金额=支付金额"], ["哪天=日期"], False, id="the day to check"
        ),
        pytest.param(
            "日期,支付的金额数\n2026-03-18,9\n", ["日期=日期"], ["支付的金额数=支付金额"], False, id="the only figure"
        ),
        pytest.param(
            "日期,支付金额\n2026-03-18,9\n", ["日期=日期", "支付金额=支付金额"], [], True, id="nothing to check"
        ),
    ],
)
def test_the_command_carries_what_is_sure(text, command, below, complete, tmp_path, run):
    """What is to be checked stands below the command with its reason, and apart from it for scripts."""
    path = tmp_path / "每日_20260401_093000.csv"
    path.write_text(text, encoding="utf-8")
    said = run("detect", path).out
    assert [word for word in _command(said) if "=" in word] == command
    assert ("有把握的还不够导入" in said, "没有把握、没写进命令" in said) == (not complete, bool(below))
    lines = [line.split() for line in said.splitlines() if line.startswith("    --map ")]
    assert [words[1] for words in lines] == below
    assert all(len(words) > 2 for words in lines)
    proposal = json.loads(run("detect", path, "--json").out)["files"][0]["proposal"]
    assert (proposal["map"], [one["map"] for one in proposal["unsure"]]) == (command, below)
    assert (proposal["complete"], all(one["reason"] for one in proposal["unsure"])) == (complete, True)


def test_the_sheet_confirms_nothing_and_says_what_to_check(book, run, tmp_path):
    """An unsure proposal stands on the Mapping sheet with how sure it is, unconfirmed like every other."""
    path = tmp_path / "每日_20260401_093000.csv"
    path.write_text("日期,支付金额,浏览量表\n2026-03-18,9,7\n", encoding="utf-8")
    offered = json.loads(run("import", book, path, "--json").out)["proposals"][0]
    rows = [row for row in open_book(FilesHost(book)).rows("Mapping") if row["header"]]
    assert [(row["field"], row["confirmed"], row["sure"] < 0.8) for row in rows] == [
        ("日期", None, False),
        ("支付金额", None, False),
        ("浏览量", None, True),
    ]
    assert [one["map"] for one in offered["unsure"]] == ["浏览量表=浏览量"]


def test_a_dry_run_remembers_nothing(file, book, run):
    """Answers are tried and told; the file stays as it was."""
    before = book.read_bytes()
    answer = run("import", book, file, "--map", "成交额=支付金额", "--dry-run")
    assert (answer.code, book.read_bytes() == before) == (0, True)
    assert "新增 1 行" in answer.out
    assert ("试算「每日 经营」的对应（还没记住）" in answer.out, "记住了" in answer.out) == (True, False)


def test_files_with_the_same_headers_are_asked_about_once(file, book, run):
    """A week of one unknown report is one question with one command; every file is named as not imported."""
    later = file.with_name("每日 经营_20260402_093000.csv")
    later.write_text(TEXT.replace("03-18", "03-19"), encoding="utf-8")
    other = file.with_name("别的_20260401_093000.csv")
    other.write_text(TEXT.replace("关注人数", "新增关注"), encoding="utf-8")
    answer = run("daily", book, file.parent)
    assert answer.out.count("确认的话运行") == 2
    assert all(path.name in answer.err for path in (file, later, other))
    reports = {row["report"] for row in open_book(FilesHost(book)).rows("Mapping")} - {None, ""}
    assert reports == {"每日 经营", "别的"}


def test_a_wrong_answer_is_refused_before_anything(file, book, run):
    """Exit 2, the nearest names, and not a byte written."""
    before = book.read_bytes()
    answer = run("import", book, file, "--map", "成交金=支付金额")
    assert (answer.code, book.read_bytes() == before) == (2, True)
    assert "最接近的：成交额（元）" in answer.err


def test_in_excel_the_sheet_asks(file, book, capsys):
    """Without a command line the refusal names the Mapping sheet, shows no command, and the proposal stands there."""
    host, voice = FilesHost(book), Console("zh")
    words = Namespace(
        book=host, paths=[str(file)], shop_alias=None, dry_run=False, map=(), table=None, add_up=False, own=()
    )
    assert run_import(words, voice) == 1
    said = capsys.readouterr()
    assert "「对应」表" in said.err
    assert "--map" not in said.out + said.err
    assert [row["field"] for row in open_book(host).rows("Mapping")] == ["日期", "支付金额", "访客数", None, None]


def test_a_table_alone_says_nothing(file, book, run):
    """--table without --map is refused with what to do."""
    answer = run("import", book, file, "--table", "日报")
    assert (answer.code, "--map" in answer.err) == (2, True)


@pytest.mark.parametrize(
    ("windows", "said"),
    [
        (False, "opsbook import a.xlsx '每日 (1).csv' --map 'a&b=支付金额' --map UV=+"),
        (True, 'opsbook import a.xlsx "每日 (1).csv" --map "a&b=支付金额" --map UV=+'),
    ],
    ids=["posix", "windows"],
)
def test_a_command_can_be_copied(windows, said):
    """What a shell would take apart stands in the quotes of that shell."""
    words = ["opsbook", "import", "a.xlsx", "每日 (1).csv", "--map", "a&b=支付金额", "--map", "UV=+"]
    assert command_line(words, windows=windows) == said


def test_the_option_explains_itself(capsys, monkeypatch):
    """Its help names leaving out and keeping."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(["import", "-h"]) == 0
    assert "列=+" in capsys.readouterr().out.replace("\n", "").replace(" ", "")
