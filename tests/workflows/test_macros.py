"""The add-in's sources under `macros/`: what the code would write today."""

from opsbook.workflows.building import build, stale
from support.sources import ROOT


def test_the_committed_sources_are_fresh(tmp_path):
    """Every source of the add-in is, byte for byte, what the lists give today."""
    build(tmp_path / "templates")
    fresh = {file.name: file.read_bytes() for file in (tmp_path / "macros").iterdir()}
    assert {file.name: file.read_bytes() for file in (ROOT / "macros").iterdir()} == fresh


def test_a_changed_source_is_stale(tmp_path):
    """A source that was edited, lost its CRLF or is gone is named."""
    build(tmp_path / "templates")
    macros = tmp_path / "macros"
    (macros / "OpsRibbon.bas").write_bytes((macros / "OpsRibbon.bas").read_bytes().replace(b"\r\n", b"\n"))
    (macros / "customUI14-en.xml").unlink()
    assert stale(tmp_path / "templates", tmp_path / "fresh") == ("OpsRibbon.bas", "customUI14-en.xml")
