"""The names this book's shop goes by."""

from collections.abc import Callable, Sequence

from opsbook.engine.workbook import Workbook
from opsbook.exports.platforms.normalize import plain_shop

ALIAS_MARKS = "、;；,，\n"


def shops(workbook: Workbook) -> Sequence[str]:
    """The names this book's shop goes by."""
    aliases = workbook.text("shop_aliases")
    for mark in ALIAS_MARKS:
        aliases = aliases.replace(mark, "\n")
    return [workbook.text("shop"), *(alias.strip() for alias in aliases.split("\n") if alias.strip())]


def add_alias(workbook: Workbook, alias: str) -> None:
    """Accept another spelling of the shop's name from now on."""
    if alias not in shops(workbook):
        workbook.host.write_name("shop_aliases", "、".join([*shops(workbook)[1:], alias]))


def is_own(workbook: Workbook) -> Callable[[str], bool]:
    """Make the test for our own shop's name, in any spelling; the peer log may hold our own items for comparison."""
    own = {plain_shop(name) for name in shops(workbook) if name}
    return lambda shop: plain_shop(shop) in own
