"""A table that has another beside it gets no more columns: older workbooks would have no place for them."""

import pytest

from opsbook.book.compile.draw_plan import draw_plan
from opsbook.engine.feature import Feature, catalog_of
from opsbook.features.contents import BELOW, FEATURES
from opsbook.model.catalog import CatalogError, once
from opsbook.model.language import Label
from opsbook.model.records.contribution import Add
from opsbook.model.schema import Kind, text_column

LABEL = Label("新", "New")


def growing(table: str, since: str = "9.9.0"):
    """The product with a feature that adds a column to a table."""
    column = text_column("extra", "额外", "Extra", Kind.YOURS)
    added = Feature("more", LABEL, since, adds=(Add(table, LABEL, column),))
    said = once("message", [pair for one in BELOW for pair in one.items()])
    return catalog_of((*FEATURES, added), said)


@pytest.mark.parametrize(
    ("table", "neighbour"),
    [("GoalMonth", "GoalDay"), ("PlanDay", "KeywordDay"), ("PeerLog", "PeerEvents"), ("Events", "Options")],
)
def test_a_table_with_a_neighbour_does_not_grow(table, neighbour):
    """The build says which table stands beside it, and which columns came too late."""
    with pytest.raises(CatalogError, match=f"growing-table-with-neighbour: {table}, {neighbour}, extra"):
        draw_plan(growing(table), "zh")


@pytest.mark.parametrize("table", ["ShopDay", "SourceDay", "ItemDay", "Thresholds"])
def test_a_table_with_a_free_right_edge_does(table):
    """Its column is drawn."""
    assert "extra" in draw_plan(growing(table), "zh").headers[table]
