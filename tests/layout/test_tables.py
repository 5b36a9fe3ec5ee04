"""A table is drawn whole: each of its columns stands in one group."""

from dataclasses import replace

import pytest

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.features.daily.tables import DATE
from opsbook.model.catalog import columns_of
from opsbook.model.errors import FormulaError
from opsbook.model.language import Label
from opsbook.model.schema import Column, Table
from opsbook.model.units import Unit
from support.house import CATALOG, say

VISITS = Table(
    "Visits",
    ("date",),
    (
        DATE,
        Column("visitors", Label("访客数", "Visitors"), Unit.COUNT),
        Column("rainy", Label("下雨", "Rainy"), Unit.FLAG),
    ),
    metrics=("cvr",),
)


HOUSE = replace(CATALOG, columns={**CATALOG.columns, "Visits": columns_of(VISITS, CATALOG.metrics)})


def drawn(*groups):
    canvas = Canvas("visits", "访问", "#000000", Draft("zh", HOUSE))
    place = draw_table(canvas, 0, 0, Drawing(VISITS, tuple(Group(Label("组", "Group"), group) for group in groups)))
    return canvas.tables[0], place


def test_columns_stand_in_the_order_of_their_groups():
    """Groups, not the table, say where a column stands; a metric is a column like any other."""
    table, place = drawn(("rainy", "date"), ("cvr", "visitors"))
    assert [column.id for column in table.columns] == ["rainy", "date", "cvr", "visitors"]
    assert place.column == {"rainy": 0, "date": 1, "cvr": 2, "visitors": 3}


@pytest.mark.parametrize(
    ("groups", "code", "columns"),
    [
        pytest.param([("date", "visitors", "cvr")], "column-without-group", ("rainy",), id="a column in no group"),
        pytest.param([("date", "visitors", "rainy")], "column-without-group", ("cvr",), id="a metric in no group"),
        pytest.param([("date",)], "column-without-group", ("cvr", "rainy", "visitors"), id="all that are missing"),
        pytest.param(
            [("date", "visitors", "cvr"), ("rainy", "visitors")], "column-in-two-groups", ("visitors",), id="two groups"
        ),
        pytest.param(
            [("date", "visitors", "cvr", "rainy", "rainy")], "column-in-two-groups", ("rainy",), id="one group, twice"
        ),
        pytest.param(
            [("date", "visitors", "cvr", "rainy", "sunny")], "group-without-column", ("sunny",), id="an unknown name"
        ),
    ],
)
def test_a_column_that_is_not_in_exactly_one_group_stops_the_build(groups, code, columns):
    """A column forgotten in the layout would be missing from every workbook: the error names the table and the column."""
    with pytest.raises(FormulaError) as refused:
        drawn(*groups)
    assert (refused.value.code, refused.value.seen) == (code, {"table": "Visits", "columns": columns})
    said = say(code, "zh", refused.value.seen)
    assert "Visits" in said
    assert columns[0] in said
