"""The laws of the house: what features may declare, and how records become the catalog."""

import ast
import subprocess
import sys
from dataclasses import fields, replace

import pytest

from opsbook.engine.feature import Feature, catalog_of
from opsbook.features import FEATURES, catalog
from opsbook.model.catalog import CatalogError
from opsbook.model.language import Label
from opsbook.model.records.contribution import Add, Laying, Step
from opsbook.model.reference import resolve
from opsbook.model.schema import Column, Table
from opsbook.model.units import Unit
from support.house import HEAVY
from support.sources import PACKAGE, imported, package_files, tree

NAME = Label("客", "Guest")
WEATHER = Column("weather", Label("天气", "Weather"), Unit.TEXT)
GUEST = Feature("guest", NAME, "1", adds=(Add("ShopDay", Label("客", "Guest"), WEATHER),))


def guest(**parts):
    """A feature from outside."""
    return Feature("guest", NAME, "1", **parts)


def step(name, reads=(), writes=()):
    return Step(name, reads, writes, "opsbook:none")


def test_a_column_of_another_feature_stands_in_its_owners_table():
    """A feature from outside adds to our tables as ours do, after the owner's own columns and before the metrics."""
    ids = [column.id for column in catalog_of([*FEATURES, GUEST]).columns["ShopDay"]]
    assert ids.index("weather") == ids.index("missing") + 1 == ids.index("cvr") - 1


def test_an_export_knows_the_columns_that_others_add():
    """What fills a table sees the table as it is with every feature."""
    grown = catalog_of([*FEATURES, GUEST])
    assert {one.table for one in grown.exports.values()} <= set(grown.tables.values())


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        pytest.param({"tables": (Table("ShopDay", ("date",), ()),)}, "declared-twice: table, ShopDay", id="a table"),
        pytest.param({"metrics": (catalog().metrics["cvr"],)}, "declared-twice: metric, cvr", id="a metric"),
        pytest.param(
            {"adds": (Add("ShopDay", NAME, catalog().tables["ShopDay"].columns[3]),)},
            "declared-twice: column of ShopDay, visitors",
            id="a column",
        ),
        pytest.param({"adds": (Add("Nowhere", NAME, WEATHER),)}, "unknown-table: Nowhere", id="no such table"),
        pytest.param(
            {"adds": (Add("ShopDay", NAME, metric="none"),)}, "unknown-metric: ShopDay, none", id="no such metric"
        ),
        pytest.param({"needs": ("weather",)}, "unknown-feature: guest, weather", id="a need that is not there"),
        pytest.param(
            {"steps": (step("a", ("T.q",), ("T.p",)), step("b", ("T.p",), ("T.q",)))}, "steps-circle: ", id="a circle"
        ),
        pytest.param(
            {"steps": (step("a", (), ("T.p",)), step("b", (), ("T.p",)))},
            "declared-twice: result, T.p",
            id="two writers",
        ),
        pytest.param(
            {"layings": (Laying("PlanDay", "x:y", reads=("ShopDay",)),)}, "layings-circle: ", id="layings in a circle"
        ),
        pytest.param({"commands": (catalog().commands["daily"],)}, "declared-twice: command, daily", id="a command"),
        pytest.param(
            {"messages": {"daily-goal": catalog().messages["daily-goal"]}},
            "declared-twice: message, daily-goal",
            id="a message",
        ),
    ],
)
def test_parts_that_do_not_fit_are_named(parts, told):
    """What does not fit together fails the build, with the names of the parts."""
    with pytest.raises(CatalogError) as refused:
        catalog_of([*FEATURES, guest(**parts)], {"daily-goal": catalog().messages["daily-goal"]})
    assert str(refused.value).startswith(told)


@pytest.mark.parametrize(
    ("reads", "after"),
    [
        pytest.param(("Stock.daily",), True, id="the column that another writes"),
        pytest.param(("Stock",), True, id="its whole table"),
        pytest.param(("Stock.daily_sales",), False, id="a column whose name begins alike"),
    ],
)
def test_a_step_runs_after_those_that_write_what_it_reads(reads, after):
    """Whatever the order of declaration; what does not depend on each other stays as declared."""
    steps = (step("first", reads, ("Stock.out",)), step("second", ("ItemDay",), ("Stock.daily",)))
    names = [one.name for one in catalog_of([guest(steps=steps)]).steps]
    assert names == (["second", "first"] if after else ["first", "second"])


def test_features_do_not_need_each_other_in_a_circle():
    """A circle of needs is told with its features."""
    circle = [replace(guest(), needs=("host",)), Feature("host", NAME, "1", needs=("guest",))]
    with pytest.raises(CatalogError, match="needs-circle: "):
        catalog_of(circle)


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.id)
def test_a_feature_needs_what_it_imports(feature):
    """A folder imports no other feature but those its record needs; the catalog is everybody's."""
    folder = PACKAGE / "features" / feature.id
    others = {
        name.split(".")[2]
        for file in package_files(f"features/{feature.id}")
        for name in imported(file)
        if name.startswith("opsbook.features.") and (PACKAGE / "features" / name.split(".")[2]).is_dir()
    }
    assert folder.is_dir()
    assert others - {feature.id} == set(feature.needs)


def references(one):
    """Everything a record names as text, however deep it lies."""
    if isinstance(one, str):
        return [one] if one.startswith("opsbook.") and ":" in one else []
    if isinstance(one, dict):
        return [name for part in one.values() for name in references(part)]
    if isinstance(one, tuple):
        return [name for part in one for name in references(part)]
    slots = fields(one) if hasattr(one, "__dataclass_fields__") and not isinstance(one, Label) else ()
    return [name for part in slots for name in references(getattr(one, part.name))]


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.id)
def test_what_records_name_as_text_is_there(feature):
    """Every reference leads to something that can be called."""
    named = references(feature)
    assert all(callable(resolve(name)) for name in named)


def test_the_catalog_loads_nothing_heavy():
    """Listing the product imports none of the libraries that only its work needs."""
    program = (
        f"import sys; from opsbook.features import catalog; catalog(); print(*sorted({HEAVY!r} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_every_folder_is_listed():
    """The table of contents names every folder of the features, and nothing else."""
    folders = {one.name for one in (PACKAGE / "features").iterdir() if (one / "feature.py").exists()}
    assert {one.id for one in FEATURES} == folders


# Whose business a table is that a module below the features may name: the engine keeps the books of imports and of
# columns nobody knew, and guessing a report needs to know what reports there are.
NAMED_BELOW = {
    "engine": {"Imports", "Mapping", "ShopDay"},
    "exports": {"ItemDay", "KeywordDay", "PeerLog", "PlanDay", "ShopDay", "SourceDay"},
}


def test_what_lies_below_the_features_names_none_of_their_tables():
    """What a layer must know of a table is told by the table's record; the exceptions are listed, and each is needed."""
    found = {}
    for part in ("book", "engine", "exports", "formulas", "hosts", "metrics", "model", "ooxml", "vba"):
        texts = {
            node.value
            for file in package_files(part)
            for node in ast.walk(tree(file))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        if named := texts & set(catalog().tables):
            found[part] = named
    assert found == NAMED_BELOW
