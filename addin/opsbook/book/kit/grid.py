"""The dashboard's grid: 8 modules of 160 pixels, each 8 | 52 | 32 | 50 | 8 | gutter 10, between margins of 12."""

MODULE = (8, 52, 32, 50, 8, 10)
MODULES = 8
LAST = 6 * MODULES  # right margin column


def edges(first: int, modules: int) -> tuple[int, int]:
    """First and last column of a card that spans some modules.

    >>> edges(0, 1)
    (1, 5)
    """
    return 1 + 6 * first, 5 + 6 * (first + modules - 1)


def width(modules: int) -> int:
    """Pixels of a card that spans some modules."""
    return modules * sum(MODULE) - MODULE[-1]


def widths() -> tuple[int, ...]:
    """Every column of the dashboard."""
    return (12, *MODULE * (MODULES - 1), *MODULE[:-1], 12)


# Rows of the dashboard's slots.
STATUS_ROW, CONCLUSION_ROW = 1, 5
MET_ROWS, WHY_ROWS = (19, 30), (33, 44)
NOW_ROW, FOOT_ROW = 47, 55
