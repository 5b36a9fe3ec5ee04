"""Custom document properties of a workbook file."""

import re
import shutil
import zipfile

import openpyxl
import pytest
import xlsxwriter

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.shipped import template_path
from support.ooxml import assert_valid

PART = "docProps/custom.xml"


def _properties(book):
    with zipfile.ZipFile(book) as package:
        return package.read(PART).decode()


def test_a_property_of_the_template_takes_the_shops_name(tmp_path):
    """A name with signs that XML keeps for itself is stored whole, and the other properties stay."""
    host = FilesHost(template_path("zh"))
    host.write_property("opsbook_shop", "云上 & <家居>")
    host.save_as(tmp_path / "book.xlsx")
    before, after = _properties(template_path("zh")), _properties(tmp_path / "book.xlsx")
    assert _without_id(after) == before.replace("<vt:lpwstr>-<", "<vt:lpwstr>云上 &amp; &lt;家居&gt;<")


def _without_id(text):
    return re.sub(r'<property [^>]*name="opsbook_id"><vt:lpwstr>[0-9a-f]{12}</vt:lpwstr></property>', "", text)


def _openpyxl(path):
    openpyxl.load_workbook(path).save(path)


def _emptied(path):
    with zipfile.ZipFile(path) as package:
        held = {name: package.read(name) for name in package.namelist()}
    held[PART] = re.sub(rb"<vt:lpwstr>-</vt:lpwstr>", b"<vt:lpwstr/>", held[PART])
    with zipfile.ZipFile(path, "w") as package:
        for name, content in held.items():
            package.writestr(name, content)


def _bare(path):
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet()


@pytest.mark.filterwarnings("ignore::UserWarning")  # openpyxl tells what it drops
@pytest.mark.parametrize("spelled", [None, _openpyxl, _emptied, _bare])
def test_a_property_is_set_however_the_book_spells_them(spelled, tmp_path):
    """Whichever program saved the book last: a text is replaced or added, once, and other programs read it."""
    path = tmp_path / "book.xlsx"
    shutil.copy(template_path("zh"), path)
    if spelled:
        spelled(path)
    for value in ("first", "甲 & 乙"):
        host = FilesHost(path)
        host.write_property("opsbook_shop", value)
        host.write_property("a_new_one", value)
        host.save()
    assert (FilesHost(path).read_property("opsbook_shop"), FilesHost(path).read_property("a_new_one")) == (value, value)
    read = [(one.name, one.value) for one in openpyxl.load_workbook(path).custom_doc_props.props]
    assert [value for name, value in read if name in {"opsbook_shop", "a_new_one"}] == ["甲 & 乙"] * 2
    if spelled is not _openpyxl:  # which writes styles in an order of its own
        assert_valid(path)
