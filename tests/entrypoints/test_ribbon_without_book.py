"""A button pressed where no workbook is open."""

from types import SimpleNamespace

import pytest
import xlwings as xw

from opsbook.engine.console.log import log_file
from opsbook.engine.functions.language import addin_language
from opsbook.ribbon import run as ribbon


class Told:
    """A dialog that keeps what it was told."""

    def __init__(self):
        self.said = []

    def tell(self, text):
        self.said.append(text)


@pytest.fixture(autouse=True)
def _no_book(monkeypatch, tmp_path):
    def gone():
        message = "no such object"
        raise AttributeError(message)

    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setattr(xw.Book, "caller", staticmethod(gone))
    monkeypatch.setattr(xw, "apps", SimpleNamespace(active=None))
    addin_language.cache_clear()
    yield
    addin_language.cache_clear()


def test_a_button_without_a_workbook_says_what_to_do():
    """One sentence in the add-in's language with a log id; no traceback."""
    dialogs = Told()
    ribbon.run("refresh", dialogs=dialogs)
    (said,) = dialogs.said
    assert said.startswith("没有可以操作的工作簿。请先打开一本工作簿")
    assert f"{said[-8:]} AttributeError" in log_file().read_text("utf-8")


def test_without_excel_the_macro_hears_the_sentence():
    """Where no dialog can be shown the sentence itself is raised, for the macro that called to show."""
    with pytest.raises(RuntimeError, match=r"^没有可以操作的工作簿"):
        ribbon.run("refresh")
