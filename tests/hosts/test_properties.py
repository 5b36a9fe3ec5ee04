"""Custom document properties of a workbook file."""

import re
import zipfile

import openpyxl
import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.shipped import template_path
from support.ooxml import assert_valid
from support.packages import parts, write

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
    """The properties but for the id that every new workbook gets."""
    return re.sub(r'<property [^>]*name="opsbook_id"><vt:lpwstr [^>]*>[0-9a-f]{12}</vt:lpwstr></property>', "", text)


@pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")
def test_an_empty_text_is_set_however_it_is_spelled(tmp_path):
    """Some programs close the tag of an empty text at once: it is replaced, not added beside it."""
    kept = parts(template_path("zh"))
    kept[PART] = kept[PART].replace(b"<vt:lpwstr>-</vt:lpwstr>", b"<vt:lpwstr/>")
    write(tmp_path / "book.xlsx", kept)
    host = FilesHost(tmp_path / "book.xlsx")
    assert host.read_property("opsbook_shop") == ""
    host.write_property("opsbook_shop", "甲 & 乙")
    host.save()
    read = [
        one.value
        for one in openpyxl.load_workbook(tmp_path / "book.xlsx").custom_doc_props.props
        if one.name == "opsbook_shop"
    ]
    assert read == ["甲 & 乙"]


def test_a_property_the_book_lacks_is_added(tmp_path):
    """It is found again, beside the others, in a workbook that Excel opens."""
    host = FilesHost(template_path("zh"))
    host.write_property("a < b", "x & y")
    host.save_as(tmp_path / "book.xlsx")
    kept = FilesHost(tmp_path / "book.xlsx")
    assert (kept.read_property("a < b"), kept.read_property("opsbook_lang")) == ("x & y", "zh")
    assert kept.read_property("opsbook_nothing") == ""
    assert_valid(tmp_path / "book.xlsx")


@pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")
def test_properties_are_read_and_written_as_openpyxl_spells_them(tmp_path):
    """It declares the name space of every value anew."""
    openpyxl.load_workbook(template_path("zh")).save(tmp_path / "book.xlsx")
    host = FilesHost(tmp_path / "book.xlsx")
    assert host.read_property("opsbook_lang") == "zh"
    host.write_property("opsbook_lang", "en")
    host.write_property("opsbook_more", "1")
    host.save()
    kept = openpyxl.load_workbook(tmp_path / "book.xlsx").custom_doc_props
    assert {(one.name, one.value) for one in kept.props} >= {("opsbook_lang", "en"), ("opsbook_more", "1")}


def test_a_book_that_lost_all_its_properties_gets_one(tmp_path):
    """Some programs drop the part."""
    kept = parts(template_path("zh"))
    links = kept["_rels/.rels"].decode()
    kept["_rels/.rels"] = re.sub(r'<Relationship [^>]*custom-properties"[^>]*>', "", links).encode()
    types = kept["[Content_Types].xml"].decode()
    kept["[Content_Types].xml"] = re.sub(r'<Override PartName="/docProps/custom.xml"[^>]*>', "", types).encode()
    write(tmp_path / "book.xlsx", {name: content for name, content in kept.items() if name != PART})
    host = FilesHost(tmp_path / "book.xlsx")
    assert host.read_property("opsbook_lang") == ""
    host.write_property("opsbook_lang", "zh")
    host.save()
    assert FilesHost(tmp_path / "book.xlsx").read_property("opsbook_lang") == "zh"
    assert_valid(tmp_path / "book.xlsx")
