"""Ctrl+C is one sentence and exit code 130, whenever it comes."""

import os
import subprocess
import sys

import click
import pytest

from opsbook.cli import main as command_line
from opsbook.cli import start
from support.sources import ROOT

SAID = {"zh_CN.UTF-8": "已停止。", "en_US.UTF-8": "Stopped. "}
LOADED = (  # modules at whose loading it may come, from the first to the last
    "opsbook.cli.main",
    "click",
    "opsbook.model.records.command",
    "opsbook.messages.saying",
    "opsbook.features.books.files",
    "opsbook.hosts.files.host",
    "zipfile",
)
PLANTED = """
import sys
planted, way = sys.argv.pop(1), sys.argv.pop(1)

class Closing:
    def __del__(self):
        raise KeyboardInterrupt

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        global planted
        if name == planted:
            planted = ""
            if way == "raised":
                raise KeyboardInterrupt
            Closing()

sys.meta_path.insert(0, Interrupting())
sys.modules.pop(planted, None)
from opsbook.cli.start import main
sys.exit(main())
"""


@pytest.mark.parametrize("lang", SAID)
@pytest.mark.parametrize("module", LOADED)
def test_while_the_program_is_loading(module, lang, book):
    """One sentence in the user's language, no traceback, and nothing on stdout."""
    _is_stopped(_check(book, lang, module, "raised"), lang)


@pytest.mark.parametrize("lang", SAID)
@pytest.mark.parametrize("module", ["click", "opsbook.features.books.files"])
def test_where_python_drops_it(module, lang, book):
    """It comes again when it fell where Python lets nothing be raised, such as the callback after every import."""
    _is_stopped(_check(book, lang, module, "dropped"), lang)


def test_another_dropped_failure_is_told_as_python_does(capsys, monkeypatch):
    """Only Ctrl+C is kept off the console."""
    monkeypatch.setattr(sys, "unraisablehook", start._interrupt_again)

    class Closing:
        def __del__(self):
            raise LookupError

    Closing()
    assert "LookupError" in capsys.readouterr().err


def test_before_the_program_is_loaded():
    """Where nobody could answer it yet, nothing is loaded that takes time."""
    program = "import sys; known = {*sys.modules}; import opsbook.cli.start; print(*sorted({*sys.modules} - known))"
    ended = subprocess.run(
        [sys.executable, "-c", program], env=_environment(), capture_output=True, text=True, check=True
    )
    assert ended.stdout.split() == ["opsbook", "opsbook.cli", "opsbook.cli.start"]


def _environment(lang="en_US.UTF-8"):
    return {**os.environ, "PYTHONPATH": str(ROOT / "addin"), "LC_ALL": lang}


def _check(book, lang, module, way):
    words = [sys.executable, "-c", PLANTED, module, way, "check", str(book)]
    return subprocess.run(words, env=_environment(lang), capture_output=True, text=True, check=False, encoding="utf-8")


def _is_stopped(ended, lang):
    assert (ended.returncode, ended.stdout) == (130, "")
    assert len(ended.stderr.splitlines()) == 1
    assert SAID[lang] in ended.stderr


def test_while_a_command_runs(run, monkeypatch):
    """The command's boundary says it, without a log id."""

    def interrupted(_words, _console):
        raise KeyboardInterrupt

    monkeypatch.setattr(command_line, "_find", lambda _: interrupted)
    answer = run("check", "b.xlsx")
    assert (answer.code, answer.out) == (130, "")
    assert answer.err == "✗ 已停止。工作簿是完整的：要么还是原样，要么已经存好。\n"


def test_while_the_words_are_read(run, monkeypatch):
    """click turns it into an exception of its own; it is the same sentence."""

    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr(command_line, "program", lambda *_: click.Command("opsbook", callback=interrupted))
    answer = run()
    assert (answer.code, answer.out) == (130, "")
    assert answer.err.strip() == "✗ 已停止。工作簿是完整的：要么还是原样，要么已经存好。"


def test_a_library_that_meets_it_while_loading(run, monkeypatch):
    """A failure that Ctrl+C is behind is Ctrl+C; another failure is not."""

    def failing(cause):
        def command(_words, _console):
            raise ImportError from cause

        return lambda _: command

    monkeypatch.setattr(command_line, "_find", failing(KeyboardInterrupt()))
    assert run("check", "b.xlsx").code == 130
    monkeypatch.setattr(command_line, "_find", failing(None))
    assert run("check", "b.xlsx").code == 2
