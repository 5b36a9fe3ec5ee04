"""Custom document properties of a workbook file."""

import zipfile

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.shipped import template_path

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
    assert after == before.replace("<vt:lpwstr>-<", "<vt:lpwstr>云上 &amp; &lt;家居&gt;<")


def test_a_property_the_book_lacks_changes_nothing(tmp_path):
    """A team's template that lost its properties is left as it is."""
    host = FilesHost(template_path("zh"))
    host.write_property("nobody_knows_this", "x")
    host.save_as(tmp_path / "book.xlsx")
    assert (tmp_path / "book.xlsx").read_bytes() == template_path("zh").read_bytes()
