"""The competitors' figures at a glance: how new the log is, how many shops, the price index, events, copies to handle."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.format.styles import DAY_LONG, RATIO
from opsbook.book.kit.heading import Tile, tiles
from opsbook.features.competitors.sheet.formulas import LOGGED_TO, NO_DAY, SPOILED, WEEK
from opsbook.features.competitors.sheet.sentences import counted_events, news, price_index, shops_watched
from opsbook.features.competitors.words import COMPLAINTS, FEWEST_PEERS, MOST_PEERS, SAME_STYLE
from opsbook.features.frame.dashboard.freshness import newest
from opsbook.features.frame.dashboard.words import say
from opsbook.formulas.node import Column, Name, Node, call, is_num, when
from opsbook.model.language import Label, Lang


def draw_peer_tiles(canvas: Canvas, row: int) -> None:
    """Five tiles."""
    lang = canvas.lang
    figures: tuple[tuple[tuple[int, int], str, Label, str, Node, Node], ...] = (
        ((1, 2), "peers_to", Label("日志已到", "Log to"), DAY_LONG, _logged_to(), _log_note(lang)),
        ((3, 3), "peer_count", Label("竞店", "Peers"), "0", shops_watched(), _shops_note(lang)),
        ((4, 6), "peer_index", Label("价格指数", "Price index"), RATIO, price_index(), _index_note(lang)),
        ((7, 9), "peer_moves", Label("近 7 日动态", "Moves of 7 days"), "0", _week(lang), _kinds(lang)),
        ((10, 12), "peer_copies", Label("抄款待处理", "Copies to handle"), "0", _copies(lang), _copies_note(lang)),
    )
    drawn = (
        Tile(*at, label[lang], value, number, note, name, f"{name}_note")
        for at, name, label, number, value, note in figures
    )
    tiles(canvas, row, tuple(drawn))


def _logged_to() -> Node:
    """The newest day of the log; none while a cell holds a number that no date can be, such as 20261112."""
    return when(call("MAX", Column("PeerLog", "date")) >= NO_DAY, "", newest("PeerLog"))


def _log_note(lang: Lang) -> Node:
    spoiled = say(lang, "日志里认不出的日期或价格：", "unreadable dates or prices in the log: ") & Name(
        "peer_strange_days"
    )
    rows = call("COUNT", Column("PeerLog", "price"))
    logged = say(lang, "有价格的记录 ", "rows with a price: ") & call("TEXT", rows, "#,##0")
    return when(SPOILED, spoiled, when(rows > 0, logged, say(lang, "还没有记录", "nothing logged yet")))


def _shops_note(lang: Lang) -> Node:
    shops = shops_watched()
    few = say(lang, "建议盯 3–5 家，再加几家", "3–5 are advised: add some")
    many = say(lang, "建议盯 3–5 家，太多看不过来", "3–5 are advised: hard to follow more")
    return when(shops < FEWEST_PEERS, few, when(shops > MOST_PEERS, many, say(lang, "数量合适", "a good number")))


def _index_note(lang: Lang) -> Node:
    compared = call("COUNT", Column("PeerPrices", "index"))
    level = say(lang, " 款；1 是持平，大于 1 是偏贵", "; 1 is level, above is dearer")
    said = say(lang, "有同款价的 ", "items compared: ") & compared & level
    return when(compared > 0, said, say(lang, "有了同款价才能比", "needs prices of the same style"))


def _week(lang: Lang) -> Node:
    return when(is_num(LOGGED_TO), news(lang, ">" & (LOGGED_TO - WEEK)))


def _kinds(lang: Lang) -> Node:
    """The important kinds, and how many events of shops that are not in the list stay out of the figure."""
    start, end = ">" & (LOGGED_TO - WEEK), "<=" & LOGGED_TO
    others = news(lang, start, end, watched=False)
    rest = when(others > 0, say(lang, " · 名单外 ", " · others ") & others)
    return when(is_num(LOGGED_TO), counted_events(start, end, lang) & rest)


def _copies(lang: Lang) -> Node:
    """Confirmed copies whose complaint is neither filed nor closed."""
    same = (Column("PeerMatches", "same"), SAME_STYLE["yes"][lang])
    status = Column("PeerMatches", "complaint")
    done = (call("COUNTIFS", *same, status, COMPLAINTS[one][lang]) for one in ("filed", "closed"))
    left: Node = call("COUNTIFS", *same)
    for one in done:
        left = left - one
    return left


def _copies_note(lang: Lang) -> Node:
    unjudged = call("COUNT", Column("PeerMatches", "similarity")) - call("COUNTA", Column("PeerMatches", "same"))
    waiting = (
        say(lang, "待判断 ", "to judge: ")
        & call("MAX", 0, unjudged)
        & say(lang, " 对，在「同款比对」", " on Same style")
    )
    return when(unjudged > 0, waiting, say(lang, "「同款比对」里没有待判断的", "nothing left to judge"))
