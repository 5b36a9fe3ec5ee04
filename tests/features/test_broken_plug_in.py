"""A package that extends OpsBook and does not work is named in one sentence, and nothing is done."""

import json
from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest

from opsbook.cli.main import main
from opsbook.features import contents
from opsbook.ribbon import run as ribbon

CASES = {
    "no_such_package.feature:FEATURE": "ModuleNotFoundError: No module named 'no_such_package'",
    "opsbook.features.daily.feature:NOTHING": "AttributeError: module 'opsbook.features.daily.feature'",
    "opsbook.features.daily.tables:SHOP_DAY": "TypeError: opsbook.features.daily.tables:SHOP_DAY is no Feature",
    "opsbook.features.daily.feature:FEATURE": "CatalogError: declared-twice: feature, daily",
}


@pytest.fixture
def installed(monkeypatch):
    """Make a package offer what stands at a place."""

    def offer(value):
        point = EntryPoint("weather", value, contents.PLUG_INS)
        monkeypatch.setattr(contents, "entry_points", lambda group: [point] if group == contents.PLUG_INS else [])
        contents.catalog.cache_clear()

    yield offer
    contents.catalog.cache_clear()


@pytest.mark.parametrize(("value", "reason"), CASES.items(), ids=CASES)
def test_every_command_names_the_package_and_why(value, reason, installed, capsys):
    """Exit 2, no traceback; what to do about it stands below."""
    installed(value)
    assert main(["check", "book.xlsx"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert value in said.err
    assert reason in said.err
    assert "pip uninstall" in said.err
    assert "Traceback" not in said.err


def test_a_script_gets_the_code(installed, capsys):
    """The answer in JSON is that of any failure."""
    installed("no_such_package.feature:FEATURE")
    assert main(["check", "book.xlsx", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"] == "plug-in-broken"


def test_a_button_tells_it_too(installed):
    """Without the catalog no button can run: Excel's user reads the same sentence."""
    installed("no_such_package.feature:FEATURE")
    told = []
    ribbon.run("refresh", SimpleNamespace(app=None), SimpleNamespace(tell=told.append))
    (said,) = told
    assert "no_such_package" in said
