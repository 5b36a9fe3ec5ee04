"""What people and scripts see: help, languages, JSON, silence."""

import json
import os
import re
import subprocess
import sys

import pytest

from opsbook.cli.main import main
from opsbook.engine.console.printing import locale_language
from support import inbox, peer_files
from support.books import SHOP
from support.house import COMMAND, COMMANDS, Console
from support.sources import ROOT

CHINESE = re.compile("[\u4e00-\u9fff]")
NAMES = [command.id for command in COMMANDS]


def _help(monkeypatch, capsys, language, *words):
    monkeypatch.setenv("LC_ALL", language)
    assert main([*words, "-h"]) == 0
    return capsys.readouterr().out


def test_a_console_speaks_unless_asked_not_to(capsys):
    """In sentences: silence and JSON are what a user asks for."""
    Console("en").tell("dry-run")
    Console("en", quiet=True).tell("dry-run")
    Console("en", as_json=True).tell("dry-run")
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself_in_both_languages(name, monkeypatch, capsys):
    """-h says what the command does and what every option means, in the locale's language."""
    zh = _help(monkeypatch, capsys, "zh_CN.UTF-8", *name.split())
    en = _help(monkeypatch, capsys, "en_US.UTF-8", *name.split())
    assert COMMAND[name].label.zh in "".join(zh.split("\n"))
    assert COMMAND[name].label.en.replace(" ", "") in "".join(en.split())
    assert not CHINESE.search(re.sub("3800万|秋冬", "", en))
    options = r"^  (-\S+|[A-Z]+\b)"
    assert re.findall(options, zh, re.MULTILINE) == re.findall(options, en, re.MULTILINE)


@pytest.mark.parametrize("language", ["zh_CN.UTF-8", "en_US.UTF-8"])
def test_the_top_lists_every_command(language, monkeypatch, capsys):
    """-h without a command lists all of them; no words at all print the same and end with 0."""
    listed = _help(monkeypatch, capsys, language)
    assert all(re.search(rf"^  {name.split()[0]}\s", listed, re.MULTILINE) for name in NAMES)
    assert main([]) == 0
    assert capsys.readouterr().out == listed


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("zh_CN.UTF-8", "zh"), ("zh_TW", "zh"), ("en_US.UTF-8", "en"), ("C", "en"), ("de_DE", "en")],
)
def test_language_follows_the_locale(lang, expected, monkeypatch):
    """Chinese where LANG says Chinese, else English."""
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", lang)
    assert locale_language() == expected


@pytest.mark.parametrize("language", ["zh_CN.UTF-8", "en_US.UTF-8"])
def test_a_family_of_commands_lists_its_verbs(language, monkeypatch, capsys):
    """The first word alone explains its verbs, as -h does, and ends with 0."""
    listed = _help(monkeypatch, capsys, language, "peers")
    verbs = [name.split()[1] for name in NAMES if " " in name]
    assert re.findall(r"^  (\w+)\s", listed, re.MULTILINE) == verbs
    assert main(["peers"]) == 0
    assert capsys.readouterr().out == listed


@pytest.mark.parametrize(("lang", "chinese"), [("zh", True), ("en", False)])
def test_an_opened_book_speaks_its_own_language(lang, chinese, new_file, run, monkeypatch):
    """Whatever the locale, messages about a book come in the book's language."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8" if chinese else "zh_CN.UTF-8")
    fine, wrong = run("check", new_file(lang)), run("refresh", new_file(lang), "--date", "soon")
    assert (fine.code, wrong.code) == (0, 2)
    assert bool(CHINESE.search(fine.out)) is chinese
    assert bool(CHINESE.search(wrong.err)) is chinese


@pytest.fixture
def words(book, tmp_path):
    """Words that make each command work."""
    days = [f"2026-03-{day:02}" for day in range(1, 19)]
    path = inbox.shop(tmp_path / "in", {day: {"访客数": 20, "支付金额": 300} for day in days})
    return {
        "demo": [tmp_path / "demo"],
        "new": [tmp_path / "n.xlsx", "--shop", SHOP, "--year", 2026],
        "import": [book, path],
        "refresh": [book],
        "daily": [book, path.parent],
        "goal": [book, "--year", 2026, 100],
        "detect": [path],
        "check": [book],
        "schema": [],
        "build": ["--check", "--out", ROOT / "templates"],
        "history": [book],
        "log": [book],
        "undo": [book],
        "restore": [book],
        "upgrade": [book],
        "peers add": [book, "某店"],
        "peers log": [book, "--shop", "某店", "--item", "700000000001", "--price", 199],
        "peers import": [book, peer_files.log(tmp_path / "peers", [peer_files.seen("2026-03-18")])],
        "peers report": [book],
        "addin": ["build", "--out", tmp_path / "built"],
    }


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"verify", "demo"}])
def test_json_is_one_object_and_quiet_is_silent(name, words, run):
    """--json prints one JSON object and nothing else; --quiet prints nothing when there is no problem."""
    if name in {"undo", "restore"}:
        for amount in (100, 200):
            assert run("goal", words[name][0], "--year", 2026, amount).code == 0
    answer = run(*name.split(), *words[name], "--json")
    assert answer.code == 0
    assert isinstance(json.loads(answer.out), dict)
    if name == "new":
        words[name][0] = words[name][0].with_name("m.xlsx")
    silent = run(*name.split(), *words[name], "--quiet")
    assert (silent.code, silent.out) == (0, "")


def test_the_demo_answers_in_json(demo_folder):
    """The demo names its book, its inbox and how many files it wrote, and says the five lines."""
    folder = demo_folder("zh")
    answer = json.loads((folder.parent / "answer.json").read_text("utf-8"))
    assert answer["book"] == str(folder / "OpsBook-demo.xlsx")
    assert answer["files"] == len(list((folder / "inbox").iterdir())) > 100
    assert len(answer["lines"]) == 5


def test_the_module_runs_as_a_program(tmp_path):
    """python -m opsbook: answer on stdout, problems on stderr, exit code to the shell, UTF-8 whatever the console says."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "addin"), "LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "ascii"}
    env["XDG_STATE_HOME"] = str(tmp_path)
    command = [sys.executable, "-m", "opsbook"]
    fine = subprocess.run([*command, "--help"], capture_output=True, env=env, check=False)
    wrong = subprocess.run([*command, "check", "没有.xlsx"], capture_output=True, env=env, check=False)
    assert (fine.returncode, fine.stderr) == (0, b"")
    assert "店铺" in fine.stdout.decode()
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert "没有.xlsx" in wrong.stderr.decode()
