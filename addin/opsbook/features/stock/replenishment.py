"""When to order again: days of cover, safety stock, reorder point.

Source: Silver, Pyke and Thomas (2017), Inventory and Production Management in Supply Chains; the formulas are those of
every textbook of operations management for demand and lead time that vary independently.
"""

from math import sqrt

from opsbook.model.figures import NOT_NEGATIVE, SERVICE_SHARE, require


def days_of_cover(stock: float | None, daily_sales: float | None) -> float | None:
    """Say how many days the stock lasts.

    Args:
        stock: pieces on hand that can be sold.
        daily_sales: average pieces sold per day.

    Returns:
        Days; None when a figure is missing or nothing is sold.

    Raises:
        FigureRefusedError: a figure is negative or not finite.

    >>> days_of_cover(120, 8)
    15.0
    """
    require("stock", stock, NOT_NEGATIVE)
    require("daily_sales", daily_sales, NOT_NEGATIVE)
    return stock / daily_sales if stock is not None and daily_sales else None


def safety_stock(
    service_level: float | None,
    lead_days: float | None,
    daily_sales: float | None,
    sales_deviation: float | None,
    lead_deviation: float | None = 0.0,
) -> float | None:
    """Say how many pieces to keep against surprises while an order is on its way.

    Args:
        service_level: share of order cycles (0.5 to below 1) that should end without running out, such as 0.95.
        lead_days: average days from ordering to having the goods on the shelf (L).
        daily_sales: average pieces sold per day (d).
        sales_deviation: standard deviation of a day's sales in pieces (s_d).
        lead_deviation: standard deviation of the lead time in days (s_L); 0 when deliveries are punctual.

    Returns:
        z * sqrt(L * s_d^2 + d^2 * s_L^2) pieces, not rounded; None when a figure is missing.

    Raises:
        FigureRefusedError: the service level is not within 0.5-1, or another figure is negative.

    >>> round(safety_stock(0.95, 5, 150, 16, 1))
    254
    """
    from scipy.stats import norm  # noqa: PLC0415 - slow to load

    require("service_level", service_level, SERVICE_SHARE)
    for name, value in (
        ("lead_days", lead_days),
        ("daily_sales", daily_sales),
        ("sales_deviation", sales_deviation),
        ("lead_deviation", lead_deviation),
    ):
        require(name, value, NOT_NEGATIVE)
    if (
        service_level is None
        or lead_days is None
        or daily_sales is None
        or sales_deviation is None
        or lead_deviation is None
    ):
        return None
    deviation = sqrt(lead_days * sales_deviation**2 + (daily_sales * lead_deviation) ** 2)
    return float(norm.ppf(service_level)) * deviation


def reorder_point(daily_sales: float | None, lead_days: float | None, safety_stock: float | None) -> float | None:
    """Say at how many pieces in stock (and on order) to order again.

    Args:
        daily_sales: average pieces sold per day (d).
        lead_days: average days from ordering to having the goods on the shelf (L).
        safety_stock: pieces kept against surprises.

    Returns:
        d * L + safety stock, in pieces, not rounded; None when a figure is missing.

    Raises:
        FigureRefusedError: a figure is negative or not finite.

    >>> reorder_point(150, 5, 254)
    1004
    """
    for name, value in (("daily_sales", daily_sales), ("lead_days", lead_days), ("safety_stock", safety_stock)):
        require(name, value, NOT_NEGATIVE)
    if daily_sales is None or lead_days is None or safety_stock is None:
        return None
    return daily_sales * lead_days + safety_stock
