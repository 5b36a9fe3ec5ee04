"""How the back-ends show figures: thousands separators, two decimals, percent signs, '-' for nothing."""

NOTHING = "-"


def count(number: int) -> str:
    """A whole number, 12345 as 12,345."""
    return f"{number:,}"


def yuan(cents: float) -> str:
    """Money, 1234550 cents as 12,345.50."""
    return f"{cents / 100:,.2f}"


def plain_yuan(cents: float) -> str:
    """Money without separators, as ad reports write it."""
    return f"{cents / 100:.2f}"


def percent(part: float, whole: float) -> str:
    """A share with two decimals, '-' when there is no whole."""
    return f"{part / whole:.2%}" if whole else NOTHING


def average(cents: float, people: float) -> str:
    """Yuan per head, '-' when there is nobody."""
    return yuan(cents / people) if people else NOTHING


def seconds(number: float) -> str:
    """A stay in seconds with two decimals."""
    return f"{number:.2f}"
