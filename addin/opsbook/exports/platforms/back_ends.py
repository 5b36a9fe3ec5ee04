"""Back-ends that sellers export from, as messages list them."""

from collections.abc import Iterable

BACK_ENDS = (
    *("生意参谋", "万相台", "淘宝联盟", "京东商智", "京准通", "拼多多", "抖音千川", "抖店"),
    *("Amazon", "竞店", "淘宝", "Shopify", "京东"),
)


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Names of back-ends in the order of the list; those that are not on it come last."""
    known = {name: at for at, name in enumerate(BACK_ENDS)}
    return tuple(sorted(names, key=lambda name: known.get(name, len(known))))
