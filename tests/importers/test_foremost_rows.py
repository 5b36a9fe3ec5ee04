"""Which rows of a day stand in the workbook, and what the rest of them comes to, worked out by hand."""

import pytest

from opsbook.engine.imports.foremost_rows import foremost_of, others_row
from opsbook.features.contents import catalog
from opsbook.features.items.tables import ITEM_DAY

DAY = 46000.0
RULE = ITEM_DAY.foremost


def _rows(**figures):
    """Rows of one day by item, as (gmv, visitors)."""
    return {
        (DAY, item): {"date": DAY, "item_id": item, "gmv": gmv, "visitors": visitors}
        for item, (gmv, visitors) in figures.items()
    }


def _items(keys):
    return "".join(sorted(item for _, item in keys))


@pytest.mark.parametrize(
    ("rows", "most", "typed", "stand"),
    [
        pytest.param(_rows(a=(1, 1), b=(2, 1)), 3, "", "ab", id="a day with fewer"),
        pytest.param(_rows(a=(1, 1), b=(2, 1), c=(3, 1)), 3, "", "abc", id="exactly as many"),
        pytest.param(_rows(a=(1, 9), b=(2, 1), c=(3, 1), d=(4, 1)), 3, "", "bcd", id="one more: sales before traffic"),
        pytest.param(_rows(a=(5, 2), b=(5, 3), c=(5, 1)), 2, "", "ab", id="equal sales: traffic decides"),
        pytest.param(_rows(a=(5, 2), b=(5, 2), c=(5, 2)), 2, "", "ab", id="all equal: the id decides"),
        pytest.param(_rows(a=(None, 99), b=(0, 0), c=(0, 1)), 2, "", "bc", id="unknown sales come after none"),
        pytest.param(_rows(a=(0, None), b=(0, 0), c=("-", 5)), 2, "", "ab", id="unknown traffic comes after none"),
        pytest.param(_rows(a=(1, 1), b=(2, 1), c=(3, 1)), 1, "a", "ac", id="typed into: it stands beside the others"),
        pytest.param(_rows(a=(1, 1), b=(2, 1), c=(3, 1)), 1, "c", "bc", id="typed into and first: it takes no place"),
        pytest.param(_rows(a=(1, 1)), 1, "z", "a", id="typed into on another day"),
    ],
)
def test_the_foremost_of_a_day(rows, most, typed, stand):
    """Sales, then traffic, then the id; a row somebody typed into always stands and takes nobody's place."""
    assert _items(foremost_of(rows, RULE, most, {(DAY, item) for item in typed})) == stand


@pytest.mark.parametrize(("count", "left"), [(299, 0), (300, 0), (301, 1), (5000, 4700)])
def test_three_hundred_stand_as_a_rule(count, left):
    """Of more than 300 items those with most sales stand, whatever order they come in."""
    rows = _rows(**{f"{number:05}": (number * 7919 % count, 1) for number in range(count)})
    stand = foremost_of(rows, RULE, RULE.usual)
    gone = [row["gmv"] for key, row in rows.items() if key not in stand]
    assert (len(gone), sorted(gone)) == (left, list(range(left)))


def test_the_rest_is_added_up_as_each_field_allows():
    """Money, pieces and people are sums; means and texts are not; what no row says stays blank."""
    rest = [
        {"title": "棉袄", "sku_code": "A1", "visitors": 10.0, "stay_seconds": 20.0, "gmv": 0.1, "items": 1.0},
        {"title": "棉裤", "visitors": 5.0, "exit_rate": 0.5, "gmv": 0.2, "items": None, "refund_amount": None},
    ]
    row = others_row(rest, ITEM_DAY, catalog().fields, "zh")
    assert row.pop("title") == "其余 2 个商品（人数为各商品之和）"
    assert {name: value for name, value in row.items() if value != ""} == {"visitors": 15, "gmv": 0.3, "items": 1}
    assert not {"date", "item_id"} & row.keys()


def test_the_rest_says_in_english_how_many_it_is():
    """The words are those of the workbook's language; thousands are set apart."""
    row = others_row([{"gmv": 1.0}] * 4700, ITEM_DAY, catalog().fields, "en")
    assert (row["title"], row["gmv"]) == ("4,700 other items (people: sum over items)", 4700)
