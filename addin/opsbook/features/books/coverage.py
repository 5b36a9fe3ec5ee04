"""Which days a workbook has figures for."""

from opsbook.engine.workbook import Workbook
from opsbook.model.values import Value, is_number

TOLD_BY = ("visitors", "gmv")  # a day the shop report has told of has one of them


def has_data(workbook: Workbook, day: Value, *, whole: bool = False) -> bool:
    """Say whether the shop report has told of a day.

    Args:
        workbook: the open workbook.
        day: serial number of the day.
        whole: a day marked as partial does not count.
    """
    shop = workbook.columns("ShopDay")
    told = zip(shop["date"], shop["partial"], *(shop[name] for name in TOLD_BY), strict=True)
    return any(
        one == day and any(map(is_number, figures)) and not (whole and partial) for one, partial, *figures in told
    )
