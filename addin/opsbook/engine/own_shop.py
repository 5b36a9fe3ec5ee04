"""The names this book's shop goes by."""

from collections.abc import Callable, Sequence

from opsbook.engine.imports.gathering import plain_shop
from opsbook.engine.workbook import Opened

ALIAS_MARKS = "、;；,，\n"


def shops(opened: Opened) -> Sequence[str]:
    """The names this book's shop goes by."""
    aliases = opened.text("shop_aliases")
    for mark in ALIAS_MARKS:
        aliases = aliases.replace(mark, "\n")
    return [opened.text("shop"), *(alias.strip() for alias in aliases.split("\n") if alias.strip())]


def add_alias(opened: Opened, alias: str) -> None:
    """Accept another spelling of the shop's name from now on."""
    if alias not in shops(opened):
        opened.host.write_name("shop_aliases", "、".join([*shops(opened)[1:], alias]))


def is_own(opened: Opened) -> Callable[[str], bool]:
    """Whether a name is our own shop's, whatever the spelling; its items may stand in the peer log for comparison."""
    own = {plain_shop(name) for name in shops(opened) if name}
    return lambda shop: plain_shop(shop) in own
