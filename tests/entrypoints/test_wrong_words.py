"""A command typed wrongly is answered in the user's language: what was seen, how it is called, where to read more."""

import json
import re

import click
import pytest

from opsbook.cli.arguments import program
from opsbook.cli.wrong_words import in_our_words
from opsbook.model.errors import UsageError
from support.house import CATALOG, COMMANDS

CASES = {
    "a word is missing": ("import b.xlsx", "missing-words", ["PATH（导出文件、文件夹或压缩包）"]),
    "an option is missing": ("new b.xlsx", "missing-words", ["--shop（店铺名）", "--year（年份）"]),
    "everything is missing": ("refresh", "missing-words", ["BOOK（"]),
    "one of two is missing": ("goal b.xlsx 100", "one-word-of", ["--year、--month"]),
    "two that exclude each other": ("goal b.xlsx --year 2026 --month 2026-01 1", "not-together", ["--month", "--year"]),
    "an unknown option": ("daily b.xlsx in --foo x", "unknown-words", ["「--foo」"]),
    "half an option": (
        "peers log b.xlsx --li x",
        "ambiguous-option",
        ["「--li」可以是 --link、--list-price、--listed-on"],
    ),
    "half a flag": ("check b.xlsx --rep", "ambiguous-option", ["「--rep」可以是 --repair"]),
    "a word too many": ("refresh b.xlsx c.xlsx", "unknown-words", ["「c.xlsx」"]),
    "an unknown command": ("nonsense", "unknown-command", ["「nonsense」", "daily、goal"]),
    "a verb is missing": ("peers add", "missing-words", ["BOOK（", "SHOP（"]),
    "an unknown verb": ("peers watch", "unknown-command", ["「watch」", "add、log"]),
    "a verb's word too many": ("peers report b.xlsx c.xlsx", "unknown-words", ["「c.xlsx」"]),
    "an unknown language": ("demo --lang fr", "not-a-choice", ["「fr」", "zh、en"]),
    "a year in words": ("new b.xlsx --shop x --year soon", "not-whole", ["--year", "「soon」"]),
    "a word that is none of four": ("addin fly", "not-a-choice", ["「fly」", "build、install"]),
    "an option without its value": ("refresh b.xlsx --date", "word-without-value", ["--date"]),
    "an option before another": ("refresh b.xlsx --date --quiet", "word-without-value", ["--date"]),
    "an option before a number that is none of its": ("goal b.xlsx -5 --year", "word-without-value", ["--year"]),
    "an option before the words alone": ("history b.xlsx -o -- x", "word-without-value", ["-o"]),
    "a value nobody takes": ("refresh b.xlsx --quiet=1", "takes-no-value", ["--quiet", "「1」"]),
}


@pytest.mark.parametrize(("typed", "code", "named"), CASES.values(), ids=CASES)
def test_wrong_words_are_refused_in_chinese(typed, code, named, run):
    """Exit 2; what is wrong, the command's usage and its help are named, and none of the parser's English is left."""
    answer = run(*typed.split())
    assert (answer.code, answer.out) == (2, "")
    command = next((one.id for one in COMMANDS if f"{typed} ".startswith(f"{one.id} ")), typed.split()[0])
    family = {"peers": "opsbook peers VERB …"}
    called = next(
        (f"opsbook {one.usage}" for one in COMMANDS if one.id == command), family.get(command, "opsbook COMMAND …")
    )
    more = "opsbook --help" if command == "nonsense" else f"opsbook {command} --help"
    assert [word for word in [*named, called, more] if word not in answer.err] == []
    assert not re.search("argument|invalid|expected|required|such|error", answer.err, re.IGNORECASE)
    assert json.loads(run(*typed.split(), "--json").out)["error"] == code


def test_wrong_words_are_refused_in_english(run, monkeypatch):
    """An English system gets the same in English."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    answer = run("daily", "b.xlsx")
    assert "Still missing: INBOX (folder with the exports)." in answer.err
    assert "Usage: opsbook daily BOOK INBOX [--add-up] [--own FILE]… (more: opsbook daily --help)" in answer.err


def test_what_click_may_yet_say_is_passed_on():
    """A refusal without words of its own is quoted, so that nothing is ever refused in silence."""
    context, new = click.Context(program("zh", CATALOG), info_name="opsbook"), click.UsageError("something new")
    with pytest.raises(UsageError) as refused, in_our_words(context, ()):
        raise new
    assert (refused.value.code, refused.value.seen["seen"]) == ("refused-words", "something new")


@pytest.mark.parametrize("command", ["", "peers", *(command.id for command in COMMANDS)])
def test_help_in_chinese_is_chinese_throughout(command, run):
    """Headings, the first word and what every option does are Chinese, for each command and for the top."""
    text = run(*command.split(), "--help").out
    assert text.startswith("用法：opsbook")
    assert not re.search("usage|options|positional|arguments|show|exit", text, re.IGNORECASE)
    told = text.split("\n\n", 1)[1]  # what follows the usage
    told = re.sub(
        r"^  (--[a-z]+ )?[a-z]+(\|[a-z]+)+$", "", told, flags=re.MULTILINE
    )  # words to choose from, as they are typed
    assert [line for line in told.splitlines() if line and not re.search("[\u4e00-\u9fff]", line)] == []


@pytest.mark.parametrize(
    ("words", "named"), [(["build", "--out", "{dir}/file/x"], "x"), (["demo", "{dir}/file"], "file")]
)
def test_what_the_system_refuses_is_a_sentence(words, named, run, tmp_path):
    """A path through a file: exit 2 and the reason in the user's language, not a crash."""
    (tmp_path / "file").write_bytes(b"mine")
    answer = run(*(word.format(dir=tmp_path) for word in words))
    assert answer.code == 2
    assert named in answer.err
    assert "不是文件夹" in answer.err
    assert "程序出错" not in answer.err
