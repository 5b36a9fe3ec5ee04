"""What is typed reaches the function that runs the command, and the help shows how to type it."""

import importlib

import pytest

from opsbook.cli.arguments import program
from opsbook.cli.parameters import negatives_last
from opsbook.engine.console.columns import width, wrapped
from opsbook.model.language import LANGS, Label
from opsbook.model.records.command import Argument, Command, Flag, OneOf, Option
from support.house import CATALOG, COMMANDS

TYPED = {
    "options after": (
        "goal b.xlsx 100 --year 2026",
        {"book": "b.xlsx", "amount": "100", "year": 2026, "month": None, "refit": False},
    ),
    "options before": ("goal --refit --month 2026-01 b.xlsx 100", {"month": "2026-01", "year": None, "refit": True}),
    "options between": ("import b.xlsx --dry-run x y", {"book": "b.xlsx", "paths": ("x", "y"), "dry_run": True}),
    "a negative amount": ("goal b.xlsx --year 2026 -5.5", {"amount": "-5.5", "year": 2026}),
    "a negative amount before the options": ("goal b.xlsx -5万 --year 2026", {"amount": "-5万", "year": 2026}),
    "a negative amount behind dashes": ("goal --year 2026 -- b.xlsx -5", {"book": "b.xlsx", "amount": "-5"}),
    "a negative value": ("peers log b.xlsx --shop s --item 1 --price -5", {"price": "-5", "book": "b.xlsx"}),
    "a negative value with a sign": ("peers log b.xlsx --shop s --item 1 --price=-5", {"price": "-5"}),
    "a word with dashes behind dashes": ("detect -- -x --json", {"paths": ("-x", "--json"), "json": False}),
    "one letter": ("history b.xlsx -o out.csv", {"out": "out.csv", "table": None}),
    "other names": ("history b.xlsx --from 2026-01-01 --to 2026-01-02", {"first": "2026-01-01", "last": "2026-01-02"}),
    "several times": ("import b.xlsx x --map A=1 --map B=+", {"map": ("A=1", "B=+")}),
    "never": ("import b.xlsx x", {"map": (), "own": (), "table": None, "shop_alias": None, "dry_run": False}),
    "defaults": ("demo", {"folder": "opsbook-demo", "lang": "zh", "json": False, "quiet": False}),
    "everywhere": ("demo --json --quiet", {"json": True, "quiet": True}),
}


@pytest.mark.parametrize(("typed", "expected"), TYPED.values(), ids=TYPED)
def test_words_become_values(typed, expected):
    """Options stand before or after the other words, values keep their sign, what is left out has its default."""
    values = vars(program("en", CATALOG).main(typed.split(), "opsbook", standalone_mode=False).words)
    assert {name: values[name] for name in expected} == expected


def test_numbers_go_last():
    """Only numbers that no option takes move, and what stands behind `--` stays there."""
    typed = ["b.xlsx", "-5", "--price", "-1", "-.5", "--", "-x"]
    assert negatives_last(typed, {"--price"}) == ["b.xlsx", "--price", "-1", "--", "-5", "-.5", "-x"]


def test_a_usage_is_made_of_the_words():
    """What may be left out stands in brackets, what may be repeated has dots, of a choice one is given."""
    label = Label("", "")
    year, day = Option("--year", label, "YYYY"), Option("--day", label, "D")
    words = (
        Argument("book", label, "BOOK"),
        Argument("paths", label, "PATH", many=True),
        Argument("folder", label, "DIR", optional=True),
        Argument("action", label, "ACTION", choices=("go", "stop")),
        Flag("--dry-run", label),
        Option("--shop", label, "NAME", required=True),
        Option("--lang", label, choices=("zh", "en")),
        Option("--map", label, "A=B", repeated=True),
        OneOf((year, day)),
    )
    usage = Command("do", label, words, "module:function").usage
    assert usage == (
        "do BOOK PATH… [DIR] go|stop [--dry-run] --shop NAME [--lang zh|en] [--map A=B]… (--year YYYY | --day D)"
    )


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_be_run(command):
    """The text that names its function leads to one."""
    module, name = command.run.split(":")
    assert callable(getattr(importlib.import_module(module), name))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("command", ["", "peers", *(command.id for command in COMMANDS)])
def test_help_fits_the_screen(command, lang, run, monkeypatch):
    """No line is wider than 80 columns, a Chinese character counted as two, and meanings stand in one column."""
    monkeypatch.setenv("LC_ALL", {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}[lang])
    text = run(*command.split(), "--help").out
    assert max(map(width, text.splitlines())) <= 80
    rows = [line for line in text.splitlines() if line.startswith("  -") and "  " in line.strip()]  # with a meaning
    starts = {width(line) - width(line.lstrip().split("  ", 1)[1].lstrip()) for line in rows}
    assert len(starts) == 1


def test_lines_break_where_they_may():
    """English breaks between words, Chinese anywhere but before a closing sign or after an opening one."""
    assert wrapped("write a file", 8) == ["write a", "file"]
    assert wrapped("标价（元），再写", 4) == ["标价", "（元），", "再写"]
    assert wrapped("", 4) == [""]
    assert width("标价 ab") == 7
