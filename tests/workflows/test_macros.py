"""The add-in's sources under `macros/`: what the code would write today."""

from opsbook.engine import building
from support.house import CATALOG
from support.sources import ROOT


def test_the_committed_sources_are_fresh(tmp_path):
    """Every source of the add-in is, byte for byte, what the lists give today, and there is no other."""
    building._write_macros(tmp_path, CATALOG)
    fresh = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert {file.name: file.read_bytes() for file in (ROOT / "macros").iterdir()} == fresh
