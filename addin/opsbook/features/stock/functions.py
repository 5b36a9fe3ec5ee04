"""Stock as worksheet functions: how long it lasts, when to order again."""

from opsbook.engine.functions.boundary import offered
from opsbook.engine.functions.elementwise import each
from opsbook.engine.functions.inputs import Cells
from opsbook.features.stock.function_help import FUNCTIONS
from opsbook.features.stock.replenishment import days_of_cover, reorder_point, safety_stock

worksheet_function = offered(FUNCTIONS)

PUNCTUAL, SERVICE_LEVEL = 0.0, 0.95
_DEFAULTS = (PUNCTUAL, SERVICE_LEVEL)


@worksheet_function
def OPS_DAYS_OF_COVER(pieces: Cells, daily_sales: Cells) -> object:
    """Say how many days the stock lasts.

    Returns:
        Days; "" where a figure is missing or nothing is sold.
    """
    return each(days_of_cover, {"pieces": pieces, "daily_sales": daily_sales})


@worksheet_function
def OPS_SAFETY_STOCK(
    daily_sales: Cells,
    daily_sd: Cells,
    lead_days: Cells,
    lead_sd: Cells = PUNCTUAL,
    service_level: Cells = SERVICE_LEVEL,
) -> object:
    """Say how many pieces to keep against surprises while an order is on its way.

    A service level is at least 0.5 and below 1.

    Returns:
        Pieces, not rounded; "" where a figure is missing.

    Source: Silver, Pyke and Thomas (2017), Inventory and Production Management in Supply Chains.
    """
    given = _given(daily_sales, daily_sd, lead_days, lead_sd, service_level)
    return each(_safety_stock, given, defaults=_DEFAULTS)


@worksheet_function
def OPS_REORDER_POINT(
    daily_sales: Cells,
    daily_sd: Cells,
    lead_days: Cells,
    lead_sd: Cells = PUNCTUAL,
    service_level: Cells = SERVICE_LEVEL,
) -> object:
    """Say at how many pieces in stock (and on order) to order again.

    The figures are those of OPS_SAFETY_STOCK.

    Returns:
        What is sold meanwhile plus the safety stock, in pieces, not rounded; "" where a figure is missing.
    """

    def point(sales: float | None, deviation: float | None, lead: float | None, *rest: float | None) -> float | None:
        return reorder_point(sales, lead, _safety_stock(sales, deviation, lead, *rest))

    return each(point, _given(daily_sales, daily_sd, lead_days, lead_sd, service_level), defaults=_DEFAULTS)


def _given(*cells: Cells) -> dict[str, Cells]:
    return dict(zip(("daily_sales", "daily_sd", "lead_days", "lead_sd", "service_level"), cells, strict=True))


def _safety_stock(
    sales: float | None, deviation: float | None, lead: float | None, lead_sd: float | None, level: float | None
) -> float | None:
    return safety_stock(level, lead, sales, deviation, lead_sd)
