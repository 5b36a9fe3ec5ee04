"""Custom properties of a workbook that is open in Excel: set where Excel lets them be set."""

from types import SimpleNamespace

import pytest

from opsbook.hosts.excel.properties import write_property


class Properties(list):
    """As Excel's object model has them."""

    def Item(self, name):  # noqa: N802 - Excel's word
        return next(one for one in self if one.Name == name)

    def Add(self, Name, LinkToContent, Type, Value):  # noqa: N802, N803 - Excel's words
        assert (LinkToContent, Type) == (False, 4)
        self.append(SimpleNamespace(Name=Name, Value=Value))


@pytest.mark.parametrize("held", [[], [("opsbook_id", "old")], [("other", "x")]])
def test_a_property_is_set_or_added(held):
    """One there is changed, one that is not is added; the others stay."""
    properties = Properties(SimpleNamespace(Name=name, Value=value) for name, value in held)
    book = SimpleNamespace(api=SimpleNamespace(CustomDocumentProperties=properties))
    assert write_property(book, "opsbook_id", "new")
    found = {one.Name: one.Value for one in properties}
    assert found == {**dict(held), "opsbook_id": "new"}
    assert len(properties) == len(found)


def test_where_excel_lets_nobody_set_them_it_is_told():
    """On a Mac there is no such collection: the caller hears of it, nothing is raised."""
    assert not write_property(SimpleNamespace(api=object()), "opsbook_id", "new")
