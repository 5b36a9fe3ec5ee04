"""Which versions a workbook tells, and which it is taken for."""

import pytest

from opsbook.model.versions import held_versions, told_versions
from support.house import CATALOG
from support.later import later

FIRST = {name: int(name in CATALOG.founding) for name in CATALOG.versions}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("", {}),
        ("goals=2", {"goals": 2}),
        ("frame=2 goals=2", {"frame": 2, "goals": 2}),
        ("stranger=7 goals=3", {"stranger": 7, "goals": 3}),
        ("goals=x 5 =3 goals", {}),
    ],
)
def test_a_workbook_tells_what_differs_from_the_first_version(text, held):
    """What it does not tell is of the first version; features of packages that are not installed are known, too."""
    assert held_versions(text, CATALOG) == FIRST | held


def test_a_feature_that_came_later_is_not_in_a_silent_workbook():
    """It is version 0: everything of it is new."""
    assert held_versions("", later())["later"] == 0
    assert held_versions("later=1", later())["later"] == 1


def test_what_is_told_is_read_again():
    """A workbook that was brought up to date has today's versions, and keeps those of strangers."""
    told = told_versions({"stranger": 7}, later())
    assert held_versions(told, later()) == dict(later().versions) | {"stranger": 7}
    assert "stock" not in told  # as the first version had it
    assert len(told_versions({}, CATALOG)) <= 255  # what Excel keeps of a property
