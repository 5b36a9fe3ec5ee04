"""Shops under a new name: told by the goods they show, and only by them."""

import pytest

from opsbook.features.competitors.rules.renamed import former_names, under_one_name
from support.sightings import seen, shelf

OLD = [*shelf(0, [1, 2, 3], "素里"), *shelf(7, [1, 2, 3], "素里")]


@pytest.mark.parametrize(
    ("later", "names"),
    [
        pytest.param(shelf(14, [1, 2, 3], "素里家居"), {"素里": "素里家居"}, id="all of its goods"),
        pytest.param(shelf(14, [3, 4], "素里家居"), {"素里": "素里家居"}, id="half of what is shown"),
        pytest.param(shelf(14, [3, 4, 5], "素里家居"), {}, id="less than half"),
        pytest.param(shelf(7, [1, 2], "素里家居"), {}, id="seen beside it that day"),
        pytest.param([*shelf(14, [1, 2], "木槿"), *shelf(21, [1], "素里")], {}, id="seen again later"),
        pytest.param([seen(14, "素里家居", item="12345678")], {}, id="numbers of the operator's own"),
        pytest.param(
            [*shelf(14, [1], "素里家居"), *shelf(21, [1, 9], "素里生活")],
            {"素里": "素里生活", "素里家居": "素里生活"},
            id="renamed twice",
        ),
    ],
)
def test_a_new_name_is_known_by_the_goods(later, names):
    """At least half of a new shop's goods were last seen at one that is not seen any more."""
    log = [*OLD, seen(0, item="12345678"), *later]
    assert former_names(log[::-1]) == names


@pytest.mark.parametrize(("item", "names"), [("12345678", {}), ("123456789", {"素里": "素里家居"})])
def test_a_number_of_nine_digits_is_the_platforms(item, names):
    """Shorter ones repeat from shop to shop."""
    assert former_names([seen(0, item=item), seen(7, "素里家居", item=item)]) == names


@pytest.mark.parametrize(
    ("watched", "shop"),
    [
        pytest.param(["素里家居"], "素里家居", id="the new one is watched"),
        pytest.param(["素里"], "素里", id="the old one still is"),
        pytest.param(["素里", "素里家居"], "素里家居", id="both are"),
        pytest.param([], "素里家居", id="neither is"),
    ],
)
def test_all_looks_at_a_shop_count_under_one_name(watched, shop):
    """That is the newest; the former while only that one is watched. Other shops keep theirs."""
    log = [*OLD, *shelf(14, [1, 2], "素里家居"), *shelf(14, [7], "木槿")]
    assert [row.shop for row in under_one_name(log, watched)] == [*[shop] * 8, "木槿"]
