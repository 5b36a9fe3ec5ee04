"""Page health: three figures against the thresholds, by the one rule of all lights."""

import pytest

from opsbook.features.daily.metrics import METRIC
from opsbook.features.diagnosis.page_health import DIRECTION, Bounds, page_health
from opsbook.features.thresholds.assess import assess
from opsbook.model.errors import FigureRefusedError
from opsbook.model.units import Direction
from support.house import THRESHOLDS

DEFAULTS = {
    one.metric: Bounds(one.green, one.red) for one in THRESHOLDS if one.scope == "shop" and one.metric in DIRECTION
}


def _lights(*values, bounds=DEFAULTS, **settings):
    result = page_health(dict(zip(DIRECTION, values, strict=True)), bounds, assess, **settings)
    return (*result.lights.values(), result.overall)


@pytest.mark.parametrize(
    ("figures", "lights"),
    [
        pytest.param((1.5, 0.5999, 3.5), (1, 1, 1, 1), id="all good, on the line where it counts"),
        pytest.param((1.4999, 0.6, 3.4999), (0, 0, 0, 0), id="all just short of good"),
        pytest.param((1.3, 0.6999, 2.5), (0, 0, 0, 0), id="all just short of bad"),
        pytest.param((1.2999, 0.7, 2.4999), (-1, -1, -1, -1), id="all bad"),
        pytest.param((1.6, 0.75, 3.0), (1, -1, 0, -1), id="the worst decides"),
        pytest.param((None, 0.5, None), (None, 1, None, 1), id="missing figures have no light"),
        pytest.param((None, None, None), (None, None, None, None), id="nothing known"),
    ],
)
def test_the_default_lines_judge_the_three_figures(figures, lights):
    """A light each, and the worst of them."""
    assert _lights(*figures) == lights


@pytest.mark.parametrize(
    ("figures", "lights"),
    [
        pytest.param((1.5, 0.4999, 4.0), (1, 1, 1, 1), id="good"),
        pytest.param((1.5, 0.5, 3.9999), (1, 0, 0, 0), id="just short of it"),
    ],
)
def test_returning_visitors_are_expected_to_stay_longer(figures, lights):
    """Bounce rate and depth have stricter green lines, order value has not."""
    assert _lights(*figures, many_returning=True) == lights


def test_a_stricter_line_of_the_operator_stays():
    """Returning visitors never make a line easier, and never make one where the operator wants none."""
    bounds = {"bounce_rate": Bounds(0.4, 0.6), "depth": Bounds(None, 2.5)}
    assert _lights(None, 0.45, 4.5, bounds=bounds, many_returning=True) == (None, 0, None, 0)


def test_the_directions_are_the_registrys():
    """Which way a figure is better is said once, and here the same."""
    signs = {Direction.UP: 1, Direction.DOWN: -1}
    assert {name: signs[METRIC[name].direction] for name in DIRECTION} == DIRECTION
    assert DEFAULTS.keys() == DIRECTION.keys()


@pytest.mark.parametrize("name", DIRECTION)
def test_a_negative_figure_is_refused(name):
    """No page has fewer than no visitors."""
    with pytest.raises(FigureRefusedError):
        page_health({name: -0.1}, DEFAULTS, assess)
