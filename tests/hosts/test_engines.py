"""Which engine calculates, by what is installed and what is asked for."""

import tomllib

import pytest

from opsbook.features.books.command_records import COMMANDS
from opsbook.hosts.office import ironcalc_engine, soffice
from opsbook.hosts.office.engines import ENGINES, find_engines
from opsbook.model.errors import ToolMissingError
from support.sources import ROOT


@pytest.fixture
def installed(monkeypatch, tmp_path):
    """A computer with these engines."""

    def install(*names):
        program = tmp_path / "soffice"
        program.touch()
        places = [str(program)] if "libreoffice" in names else []
        monkeypatch.setattr(soffice.find_soffice, "__defaults__", ((), places))
        monkeypatch.setattr(ironcalc_engine, "find_spec", lambda name: name if "ironcalc" in names else None)

    return install


CASES = {  # what is asked for, what is installed: who calculates, or what is missing
    (None, "libreoffice ironcalc"): ["libreoffice"],
    (None, "libreoffice"): ["libreoffice"],
    (None, "ironcalc"): ["ironcalc"],
    (None, ""): "no-engine",
    ("libreoffice", "libreoffice ironcalc"): ["libreoffice"],
    ("libreoffice", "ironcalc"): "no-libreoffice",
    ("ironcalc", "libreoffice ironcalc"): ["ironcalc"],
    ("ironcalc", "libreoffice"): "no-ironcalc",
    ("both", "libreoffice ironcalc"): ["libreoffice", "ironcalc"],
    ("both", "libreoffice"): "no-ironcalc",
    ("both", "ironcalc"): "no-libreoffice",
    ("both", ""): "no-libreoffice",
}


@pytest.mark.parametrize(("asked", "there"), CASES)
def test_an_engine_is_chosen(asked, there, installed):
    """LibreOffice where nobody asked, else IronCalc; what was asked for and is missing is named."""
    installed(*there.split())
    answer = CASES[asked, there]
    if isinstance(answer, str):
        with pytest.raises(ToolMissingError, match=answer):
            find_engines(asked)
    else:
        assert [engine.id for engine in find_engines(asked)] == answer


def test_the_command_offers_what_there_is():
    """Every engine by its name, and both."""
    verify = next(one for one in COMMANDS if one.id == "verify")
    (option,) = (one for one in verify.words if one.name == "--engine")
    assert set(option.choices) == {*ENGINES, "both"}


def test_the_extra_installs_what_the_message_names():
    """One requirement in pyproject.toml, in the test extra and in words."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert extras["verify"] == [ironcalc_engine.REQUIREMENT]
    assert ironcalc_engine.REQUIREMENT in extras["test"]


def test_an_engine_goes_by_its_name(installed):
    """What commands call an engine is what it calls itself."""
    installed("libreoffice", "ironcalc")
    assert {name: find().id for name, find in ENGINES.items()} == {name: name for name in ENGINES}
