"""Ctrl+C is one sentence and exit code 130, whenever it comes."""

import os
import subprocess
import sys

import pytest

from opsbook.entrypoints import cli
from support.sources import ROOT

SAID = {"zh_CN.UTF-8": "已停止。", "en_US.UTF-8": "Stopped. "}
LOADED = (  # modules at whose loading it may come, from the first to the last
    "opsbook.entrypoints.cli",
    "argparse",
    "opsbook.vocabulary.commands",
    "opsbook.vocabulary.messages.catalog",
    "opsbook.entrypoints.files",
    "opsbook.hosts.files",
    "zipfile",
)


@pytest.mark.parametrize("lang", SAID)
@pytest.mark.parametrize("module", LOADED)
def test_while_the_program_is_loading(module, lang, book):
    """One sentence in the user's language, no traceback, and nothing on stdout."""
    program = """
import sys
planted = sys.argv.pop(1)

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        global planted
        if name == planted:
            planted = ""
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
sys.modules.pop(planted, None)
from opsbook.entrypoints.start import main
sys.exit(main())
"""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "addin"), "LC_ALL": lang}
    words = [sys.executable, "-c", program, module, "check", str(book)]
    ended = subprocess.run(words, env=env, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (ended.returncode, ended.stdout) == (130, "")
    assert len(ended.stderr.splitlines()) == 1
    assert SAID[lang] in ended.stderr


def test_while_a_command_runs(run, monkeypatch):
    """The command's boundary says it, without a log id."""

    def interrupted(_words, _console):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_find", lambda _: interrupted)
    answer = run("check", "b.xlsx")
    assert (answer.code, answer.out) == (130, "")
    assert answer.err == "✗ 已停止。工作簿是完整的：要么还是原样，要么已经存好。\n"


def test_a_library_that_meets_it_while_loading(run, monkeypatch):
    """A failure that Ctrl+C is behind is Ctrl+C; another failure is not."""

    def failing(cause):
        def command(_words, _console):
            raise ImportError from cause

        return lambda _: command

    monkeypatch.setattr(cli, "_find", failing(KeyboardInterrupt()))
    assert run("check", "b.xlsx").code == 130
    monkeypatch.setattr(cli, "_find", failing(None))
    assert run("check", "b.xlsx").code == 2
