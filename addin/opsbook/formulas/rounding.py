"""Rounding as worksheets do it: on the decimal figure, half away from zero."""

from decimal import ROUND_HALF_UP, ROUND_UP, Context, Decimal

WIDE = Context(prec=400)  # a cell's largest number has 308 digits before its point


def round_half(value: float, places: int) -> float:
    """Excel's ROUND.

    >>> round_half(1.005, 2), round_half(-2.5, 0), round_half(1250, -2)
    (1.01, -3.0, 1300.0)
    """
    return _quantized(Decimal(repr(float(value))), places, ROUND_HALF_UP)


def round_up(value: float, places: int) -> float:
    """Excel's ROUNDUP: away from zero, but only from what 15 digits show.

    >>> round_up(0.1 + 0.2, 1), round_up(-2.01, 0)
    (0.3, -3.0)
    """
    return _quantized(decimal(value), places, ROUND_UP)


def decimal(value: float) -> Decimal:
    """A number's 15 digits, as the spreadsheet sees them."""
    return Decimal(f"{value:.15g}")


def _quantized(value: Decimal, places: int, rule: str) -> float:
    return float(value.quantize(Decimal(1).scaleb(-places), rounding=rule, context=WIDE)) + 0.0  # no negative zero
