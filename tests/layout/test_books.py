"""Templates and demo books as files: what Excel would open, and what LibreOffice calculates."""

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.model.language import LANGS
from support.house import open_book
from support.ooxml import assert_portable
from support.packages import parts
from support.sources import ROOT

pytestmark = pytest.mark.parametrize("lang", LANGS)


def test_templates_open_without_repair(lang):
    """No program finds anything to mend or to warn about in a template."""
    assert_portable(ROOT / "templates" / f"opsbook-{lang}.xlsx")


def test_charts_hold_no_figures_and_are_named_by_headers(lang):
    """What a chart shows stands in the sheet alone: no zeros of an empty template, no word that is not the sheet's."""
    charts = [text for name, text in parts(ROOT / "templates" / f"opsbook-{lang}.xlsx").items() if "/charts/" in name]
    assert len(charts) == 6
    for chart in charts:
        assert b"Cache>" not in chart
        assert chart.count(b"<c:tx><c:strRef><c:f>") == chart.count(b"<c:ser>")


def test_the_demo_book_opens_without_repair(lang, demo_folder):
    """Nor in a book filled by import."""
    assert_portable(demo_folder(lang) / "OpsBook-demo.xlsx")


def test_every_engine_calculates_the_same(lang, engine, verified):
    """Every one of more than 5,000 formulas shows what another engine calculates, and none is an error."""
    answer = verified(lang, engine.id)
    assert answer["formulas"] > 5000
    assert (answer["differences"], answer["users"]) == (0, 0)
    assert [one["engine"] for one in answer["engines"]] == [engine.id]
    assert {one["verdict"] for one in answer["cells"]} <= {"unchecked"}


def test_the_demo_book_speaks_one_language(lang, demo_folder):
    """Language, shop and the newest day are those of the demo."""
    workbook = open_book(FilesHost(demo_folder(lang) / "OpsBook-demo.xlsx"))
    assert (workbook.lang, workbook.number("year")) == (lang, 2026)
    assert workbook.number("the_day") == workbook.number("as_of") == 46338  # 2026-11-12
