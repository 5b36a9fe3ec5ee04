"""What another package offers is in the workbooks, on the buttons and in the worksheet functions that go without saying."""

import pytest

from opsbook import udf
from opsbook.book.compile.book import plan_book
from opsbook.features.demo.commands import make_demo
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.blank import blank_book
from opsbook.hosts.template.shipped import template_path
from opsbook.model.language import LANGS
from opsbook.ribbon import run as ribbon
from opsbook.udf import declared
from support import guest
from support.house import CATALOG, Console


@pytest.fixture(scope="module")
def grown():
    """The product with the guest's feature."""
    return guest.grown()


def test_without_other_packages_a_book_starts_from_the_shipped_template():
    """Nothing is drawn where nothing was added."""
    assert blank_book(CATALOG, "zh").path == template_path("zh")


@pytest.mark.parametrize("lang", LANGS)
def test_with_another_package_a_book_starts_from_a_template_with_its_parts(grown, lang, tmp_path):
    """Its sheet is there, its column is the last of ShopDay, and the file it was printed to is gone."""
    host = blank_book(grown, lang)
    assert not host.path.exists()
    assert host.read_table("ShopDay").headers[-1] == guest.METRIC.label[lang]
    assert host.locate("go_guest") == (guest.NAME[lang], "B1")
    host.save_as(tmp_path / "book.xlsx")


@pytest.mark.parametrize("lang", LANGS)
def test_the_demo_has_them_too(grown, lang, tmp_path):
    """The demo's workbook starts from the same template."""
    console = Console(lang, catalog=grown)
    make_demo(tmp_path, tmp_path / "book.xlsx", lang, console)
    assert FilesHost(tmp_path / "book.xlsx").read_table("ShopDay").headers[-1] == guest.METRIC.label[lang]


@pytest.mark.parametrize("lang", LANGS)
def test_the_guide_lists_its_sheet_and_its_metric(grown, lang):
    """The sheet's line is its own, and a metric names its source in the package's words."""
    cells = next(one for one in plan_book(grown, lang).sheets if one.id == "guide").cells.values()
    assert {*(text[lang] for text in guest.LINE[1:]), guest.SOURCE} <= {
        one.content for one in cells if isinstance(one.content, str)
    }
    assert "link_to_guest" in {one.name for one in cells}


def test_its_button_does_what_its_record_names(grown, monkeypatch):
    """The ribbon asks the catalog for every button."""
    monkeypatch.setattr(ribbon, "catalog", lambda: grown)
    done = []
    ribbon._action("welcome")(done)
    assert done == ["welcome"]


def test_its_worksheet_function_answers(grown, monkeypatch):
    """Excel's call finds it beside ours; what nobody offers is told as such."""
    monkeypatch.setattr(declared, "catalog", lambda: grown)
    assert udf.OPS_GUEST() == 1
    assert udf.OPS_CVR(1, 2) == 0.5
    with pytest.raises(AttributeError):
        udf.OPS_NOBODY  # noqa: B018 - asking is the test
