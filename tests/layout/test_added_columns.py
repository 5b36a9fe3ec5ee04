"""Columns and metrics that a feature adds to another's table are drawn among them."""

from dataclasses import replace

import pytest

from opsbook.book.compile.book import plan_book
from opsbook.book.kit.added import with_added
from opsbook.book.kit.drawing import Drawing, Group
from opsbook.engine.feature import Feature, catalog_of
from opsbook.features import FEATURES
from opsbook.formulas.node import Literal
from opsbook.formulas.text import text
from opsbook.metrics.expr import Ratio, Total
from opsbook.model.language import LANGS, Label
from opsbook.model.records.contribution import Add
from opsbook.model.records.field import Field
from opsbook.model.records.metric import OPERATOR, Metric
from opsbook.model.schema import Column, Kind, Table
from opsbook.model.units import Adding, Direction, Unit
from support.house import CATALOG

SALES, WEATHER = Label("成交", "Sales"), Label("天气", "Weather")
RAIN = Column("rain", Label("雨量", "Rain"), Unit.COUNT, Kind.YOURS)
SKY = Column("sky", Label("天色", "Sky"), Unit.SCORE)
PER_RAIN = Metric("gmv_per_rain", Label("雨天产出", "GMV per rain"), Unit.PRICE, Direction.UP, Ratio(Total("gmv"), Total("rain")), OPERATOR)  # fmt: skip
ADDS = (
    Add("ShopDay", WEATHER, RAIN),
    Add("ShopDay", SALES, SKY),
    Add("ShopDay", WEATHER, metric="gmv_per_rain"),
)
MEASURED = Field("rain", RAIN.label, Unit.COUNT, Adding.SUM, Adding.REFUSED)
GUEST = Feature("guest", WEATHER, "1", fields=(MEASURED,), metrics=(PER_RAIN,), adds=ADDS)
VISITS = Table("Visits", ("n",), (Column("n", Label("序", "No"), Unit.COUNT),))
DATES = Label("日期", "Day")


def grown(*adds):
    """A catalog in which features add to the table Visits."""
    return replace(CATALOG, adds=adds, metrics={**CATALOG.metrics, "gmv_per_rain": PER_RAIN})


def drawn(groups, *adds, **parts):
    return with_added(Drawing(VISITS, groups, **parts), grown(*adds))


def columns(drawing):
    return [(group.title, group.columns) for group in drawing.groups]


@pytest.mark.parametrize(
    ("groups", "adds", "expected"),
    [
        pytest.param(
            [(DATES, "n"), (SALES, "gmv")],
            [Add("Visits", DATES, SKY)],
            [(DATES, ("n", "sky")), (SALES, ("gmv",))],
            id="a title that is there",
        ),
        pytest.param(
            [(DATES, "n")],
            [Add("Visits", WEATHER, RAIN), Add("Visits", SALES, SKY), Add("Visits", WEATHER, metric="gmv_per_rain")],
            [(DATES, ("n",)), (WEATHER, ("rain", "gmv_per_rain")), (SALES, ("sky",))],
            id="new titles, in the order of the features",
        ),
        pytest.param(
            [(Label("", ""), "n")],
            [Add("Visits", WEATHER, SKY)],
            [(Label("", ""), ("n", "sky"))],
            id="a table without bands",
        ),
        pytest.param(
            [(SALES, "gmv"), (Label("", ""), "n")],
            [Add("Visits", SALES, SKY)],
            [(SALES, ("gmv", "sky")), (Label("", ""), ("n",))],
            id="a title beside columns without one",
        ),
        pytest.param(
            [(DATES, "n", "sky")], [Add("Visits", WEATHER, SKY)], [(DATES, ("n", "sky"))], id="placed by the owner"
        ),
        pytest.param([(DATES, "n")], [Add("ShopDay", WEATHER, SKY)], [(DATES, ("n",))], id="another table's"),
    ],
)
def test_an_added_column_stands_in_the_group_of_its_title(groups, adds, expected):
    """The owner's group of that title takes it; else it gets one of its own after the owner's."""
    mine = tuple(Group(title, tuple(names)) for title, *names in groups)
    assert columns(drawn(mine, *adds)) == expected


@pytest.mark.parametrize(
    ("row", "padded"),
    [
        pytest.param((1, 2), (1, None, 2), id="the owner's cells stay under their columns"),
        pytest.param((1, None, 2), (1, None, 2), id="a row that has a cell for each column stays"),
    ],
)
def test_rows_that_stand_from_the_start_keep_their_cells(row, padded):
    """Added columns are blank in them, wherever they stand."""
    groups = (Group(DATES, ("n",)), Group(SALES, ("gmv",)))
    assert drawn(groups, Add("Visits", DATES, SKY), body=(row,)).body == (padded,)


def test_an_added_metric_is_calculated_from_its_row():
    """Unless the owner's drawing says otherwise."""
    add, groups = Add("Visits", DATES, metric="gmv_per_rain"), (Group(DATES, ("n",)),)
    assert "gmv_per_rain" in drawn(groups, add).nodes
    assert drawn(groups, add, nodes={"gmv_per_rain": Literal(1)}).nodes == {"gmv_per_rain": Literal(1)}


@pytest.mark.parametrize("lang", LANGS)
def test_the_workbook_is_drawn_with_what_a_guest_adds(lang):
    """The sheet Daily shows a guest's columns: the typed one, the fact and the metric with its formula."""
    catalog = catalog_of([*FEATURES, GUEST])
    table = next(table for table in plan_book(catalog, lang).tables if table.name == "ShopDay")
    ids = [column.id for column in table.columns]
    assert ids[-2:] == ["rain", "gmv_per_rain"]
    assert ids.index("sky") == ids.index("old_buyer_share") + 1
    formula = next(column.node for column in table.columns if column.id == "gmv_per_rain")
    assert RAIN.label[lang] in text(formula, catalog.labels(lang))
    assert {len(row) for row in table.body} == {len(ids)}
