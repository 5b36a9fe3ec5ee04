"""Days of cover, safety stock and reorder point against textbook examples and their laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.stock.replenishment import days_of_cover, reorder_point, safety_stock
from opsbook.model.errors import FigureRefusedError

SIZES = st.floats(0, 1e4)


@pytest.mark.parametrize(
    ("level", "lead", "sales", "deviation", "lead_deviation", "stock", "point"),
    [
        # Heizer and Render, Operations Management, inventory chapter, demand and lead time both variable:
        # 150 x 5 + 1.65 sqrt(5 x 16^2 + 150^2 x 1^2) = 750 + 1.65 x 154 = 1,004
        pytest.param(0.95, 5, 150, 16, 1, 254, 1004, id="both vary"),
        # Stevenson, Operations Management, inventory chapter, demand variable: z 1.28, 50 x 2 + 1.28 x 3 sqrt 2 = 105.43
        pytest.param(0.90, 2, 50, 3, 0, 5.43, 105.43, id="sales vary"),
        # lead time alone varies: 1.6449 x 20 x 2 = 65.79
        pytest.param(0.95, 7, 20, 0, 2, 65.79, 205.79, id="lead time varies"),
        pytest.param(0.99, 7, 20, 0, 0, 0, 140, id="nothing varies"),
        pytest.param(0.5, 7, 20, 5, 2, 0, 140, id="half the time is enough"),
        pytest.param(0.99, 0, 20, 5, 0, 0, 0, id="there at once"),
    ],
)
def test_stock_figures_are_those_of_the_textbooks(level, lead, sales, deviation, lead_deviation, stock, point):
    """Safety stock, and with the sales of the lead time the reorder point."""
    safety = safety_stock(level, lead, sales, deviation, lead_deviation)
    tolerance = 0.5 if stock == 254 else 0.01
    assert safety == pytest.approx(stock, abs=tolerance)
    assert reorder_point(sales, lead, safety) == pytest.approx(point, abs=tolerance)


def test_punctual_delivery_is_the_default():
    """Without a deviation of the lead time it is 0."""
    assert safety_stock(0.95, 5, 150, 16) == safety_stock(0.95, 5, 150, 16, 0)


@given(st.floats(0.5, 0.999), SIZES, SIZES, SIZES, SIZES)
def test_more_uncertainty_needs_more_stock(level, lead, sales, deviation, lead_deviation):
    """A higher service level, wilder sales, later deliveries never need less."""
    plain = safety_stock(level, lead, sales, deviation, lead_deviation)
    assert plain >= 0
    slack = 1e-9 * plain
    assert safety_stock(min(level + 0.0005, 0.9999), lead, sales, deviation, lead_deviation) >= plain - slack
    assert safety_stock(level, lead + 1, sales, deviation, lead_deviation) >= plain - slack
    assert safety_stock(level, lead, sales, deviation + 1, lead_deviation) >= plain - slack
    assert safety_stock(level, lead, sales, deviation, lead_deviation + 1) >= plain - slack


@given(st.floats(0.5, 0.999), st.floats(0, 100), SIZES, SIZES, st.floats(0, 30), st.integers(-5, 5))
def test_stock_has_the_unit_of_sales(level, lead, sales, deviation, lead_deviation, power):
    """Counted in dozens, everything is a dozen times less."""
    rate = 2.0**power
    plain = safety_stock(level, lead, sales, deviation, lead_deviation)
    assert safety_stock(level, lead, sales * rate, deviation * rate, lead_deviation) == pytest.approx(plain * rate)
    assert reorder_point(sales * rate, lead, plain * rate) == pytest.approx(reorder_point(sales, lead, plain) * rate)


@pytest.mark.parametrize("missing", range(5))
def test_a_missing_figure_gives_no_safety_stock(missing):
    """All five are needed once they are given."""
    given_figures = [0.95, 5, 150, 16, 1]
    given_figures[missing] = None
    assert safety_stock(*given_figures) is None


@pytest.mark.parametrize("missing", range(3))
def test_a_missing_figure_gives_no_reorder_point(missing):
    """All three are needed."""
    given_figures = [150, 5, 254]
    given_figures[missing] = None
    assert reorder_point(*given_figures) is None


@pytest.mark.parametrize(
    ("stock", "sales", "days"),
    [
        pytest.param(120, 8, 15, id="stock over sales"),
        pytest.param(0, 8, 0, id="sold out"),
        pytest.param(120, 0, None, id="nothing sells"),
        pytest.param(0, 0, None, id="nothing there, nothing sells"),
        pytest.param(None, 8, None, id="stock unknown"),
        pytest.param(120, None, None, id="sales unknown"),
    ],
)
def test_cover_is_stock_over_daily_sales(stock, sales, days):
    """In days; endless cover is left empty."""
    assert days_of_cover(stock, sales) == days


@pytest.mark.parametrize(
    ("function", "figures", "code"),
    [
        pytest.param(safety_stock, (0.4999, 5, 150, 16), "rate-outside", id="service level below one half"),
        pytest.param(safety_stock, (1, 5, 150, 16), "rate-outside", id="certainty"),
        pytest.param(safety_stock, (95, 5, 150, 16), "rate-outside", id="percent where a rate belongs"),
        pytest.param(safety_stock, (0.95, -1, 150, 16), "figure-outside", id="negative lead time"),
        pytest.param(safety_stock, (0.95, 5, -1, 16), "figure-outside", id="negative sales"),
        pytest.param(safety_stock, (0.95, 5, 150, -1), "figure-outside", id="negative deviation"),
        pytest.param(safety_stock, (0.95, 5, 150, 16, -1), "figure-outside", id="negative deviation of lead time"),
        pytest.param(reorder_point, (-1, 5, 254), "figure-outside", id="reorder point of negative sales"),
        pytest.param(reorder_point, (150, 5, float("nan")), "figure-outside", id="safety stock not a number"),
        pytest.param(days_of_cover, (-1, 8), "figure-outside", id="negative stock"),
        pytest.param(days_of_cover, (120, -8), "figure-outside", id="cover by negative sales"),
    ],
)
def test_figures_that_cannot_be_are_refused(function, figures, code):
    """Negative figures, percents and certainty stop the calculation."""
    with pytest.raises(FigureRefusedError) as refused:
        function(*figures)
    assert refused.value.code == code
