"""Words of the competitor ledger: what cells say in the workbook's language, and what the code calls it."""

from collections.abc import Mapping

from opsbook.model.answers import NO, YES
from opsbook.model.language import LANGS, Label
from opsbook.model.values import Value

EVENT_KINDS: Mapping[str, Label] = {
    "price_up": Label("涨价", "Price up"),
    "price_down": Label("降价", "Price down"),
    "coupon": Label("优惠变化", "Coupon change"),
    "launched": Label("上新", "New item"),
    "delisted": Label("下架", "Delisted"),
    "back": Label("重新上架", "Back on sale"),
    "sales_jump": Label("销量突增", "Sales jump"),
    "title": Label("标题变更", "Title changed"),
    "rewritten": Label("标题重写", "Title rewritten"),
    "image": Label("主图变更", "New image"),
    "rank_up": Label("排名上升", "Rank up"),
    "rank_down": Label("排名下降", "Rank down"),
}
"""What an event is, by its kind."""

VERDICTS: Mapping[str, Label] = {
    "hold": Label("先等等", "Hold"),
    "watch": Label("观察", "Watch"),
    "launch": Label("现在上", "Launch now"),
}
"""When to launch a season's goods."""

FEWEST_PEERS, MOST_PEERS = 3, 5
"""How many shops are advised: fewer tell little, more are hard to keep up with."""

ROLES: Mapping[str, Label] = {"leader": Label("标杆", "Leader"), "alike": Label("同类", "Alike")}
"""Why a shop is watched: it is ahead of us, or it is like us."""

SAME_STYLE: Mapping[str, Label] = {"yes": YES, "no": NO}
"""What the operator says of two items that look alike."""

COMPLAINTS: Mapping[str, Label] = {
    "open": Label("未处理", "Open"),
    "filed": Label("已投诉", "Filed"),
    "closed": Label("已关闭", "Closed"),
}
"""How far a complaint about a copy has come."""


def id_of(words: Mapping[str, Label], seen: Value) -> str | None:
    """Tell what a cell's word stands for.

    Args:
        words: one of the lists above.
        seen: what the cell holds, in any language of the workbook.

    Returns:
        The word's id; None when the list has no such word.

    >>> id_of(VERDICTS, "观察"), id_of(ROLES, " leader "), id_of(COMPLAINTS, None)
    ('watch', 'leader', None)
    """
    word = seen.strip().casefold() if isinstance(seen, str) else ""
    return next((one for one, label in words.items() if word in {label[lang].casefold() for lang in LANGS}), None)
