"""Sentences about the competitors as formulas."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.format.styles import ACCENT, PAPER, SOFT, Look
from opsbook.book.kit.grid import FOOT_ROW, LAST
from opsbook.book.kit.heading import link
from opsbook.features.competitors.sheet.drawings import PEERS_SHOWN
from opsbook.features.competitors.words import EVENT_KINDS
from opsbook.features.frame.dashboard.words import day_text, say
from opsbook.features.frame.reading import number, ratio
from opsbook.formulas.node import Column, Name, Node, call, either, has, is_num, lookup, when
from opsbook.model.answers import NO
from opsbook.model.language import Lang

NAMED = ("price_down", "price_up", "launched")  # the events a sentence counts one by one


def price_index() -> Node:
    """Our prices over the peers' medians, of all items compared together."""
    indexed = (Column("PeerPrices", "index"), ">0")
    ours, theirs = (call("SUMIFS", Column("PeerPrices", name), *indexed) for name in ("ours", "median"))
    return ratio(ours, theirs)


def shops_watched() -> Node:
    """How many shops the list names."""
    return call("COUNTIFS", Column("Peers", "shop"), "?*")


def more_peers(lang: Lang) -> Node:
    """Below the list: where its further rows are."""
    shops = shops_watched()
    first = PEERS_SHOWN + 1
    named = say(
        lang,
        f" 家；第 {first} 家起若看不见，点这一行最左边的 ＋",
        f" shops; if those from number {first} on are out of sight, click + at the left of this line",
    )
    room = say(
        lang,
        f"第 {first} 家起的空行收着，点这一行最左边的 ＋",
        f"rows for shop {first} and more: click + at the left of this line",
    )
    return when(shops > PEERS_SHOWN, say(lang, "共 ", "") & shops & named, room)


def news(lang: Lang, *bounds: Node, watched: bool = True) -> Node:
    """How many events happened within bounds such as ">46338": of the shops that are watched, or of the others.

    While the list is empty every shop counts as watched.
    """
    days = (part for bound in bounds for part in (Column("PeerEvents", "date"), bound))
    return call("COUNTIFS", *days, *_told(lang, watched=watched))


def _told(lang: Lang, *, watched: bool = True) -> tuple[Node, str]:
    return Column("PeerEvents", "watched"), f"<>{NO[lang]}" if watched else NO[lang]


def counted_events(start: Node, end: Node, lang: Lang) -> Node:
    """How many events of each important kind happened between two bounds, such as ">46338" and "<=46345"."""
    days = Column("PeerEvents", "date")
    parts: list[Node] = []
    for kind in NAMED:
        label = EVENT_KINDS[kind][lang]
        found = call("COUNTIFS", days, start, days, end, Column("PeerEvents", "kind"), label, *_told(lang))
        parts.append(say(lang, f"{label} ", f"{label.lower()} ") & found)
    said = parts[0]
    for one in parts[1:]:
        said = said & " · " & one
    return said


def _yuan(price: Node) -> Node:
    """A price in a sentence: 199 or 199.5."""
    return call("ROUND", price, 2) & ""


def _of_line(column: str, line: int = 1) -> Node:
    return lookup(Column("CalcPeerLines", column), line, Column("CalcPeerLines", "n"))


def finding(lang: Lang) -> Node:
    """Above the chart: where our price stands, and how far back the log goes."""
    item, ids = Name("peer_item_id"), Column("PeerPrices", "item_id")
    ours, median = _of_line("price"), lookup(Column("PeerPrices", "median"), item, ids)
    firsts = Column("CalcPeerLines", "first")
    said = say(lang, "本店 ", "ours ") & _yuan(ours)
    compared = when(is_num(median), say(lang, "，同款中位价 ", ", median ") & _yuan(median))
    since = when(
        call("COUNT", firsts) > 0, say(lang, "；记录始于 ", "; logged since ") & day_text(call("MIN", firsts), lang)
    )
    flat = when(
        is_num(_of_line("first")), "", say(lang, "；本店没有记录，按现价画平线", "; ours not logged: drawn level")
    )
    nothing = say(lang, "日志里还没有这一款和同款的价格", "no prices of this item in the log yet")
    unchosen = say(
        lang,
        "价格对比里还没有商品：导入商品报表后，流量高的款列在下面",
        "no items yet: import the item report, those with most traffic are listed below",
    )
    known = when(
        is_num(ours),
        said & compared & since & flat,
        when(call("COUNT", firsts) > 0, _theirs(median, lang) & since, nothing),
    )
    return when(either(item.equals("")), unchosen, _instead(lang) & known)


def _instead(lang: Lang) -> Node:
    """That the item chosen is not there and another is shown: traffic changes, and with it what is compared."""
    chosen, titles = Name("peer_item"), Column("PeerPrices", "title")
    said = say(
        lang,
        "选的款现在不在价格对比里，先看第一款：",
        "the item chosen is not compared now; this is the first: ",
    )
    return when(chosen.equals(""), "", when(has(titles, chosen), "", said))


def _theirs(median: Node, lang: Lang) -> Node:
    unknown = say(lang, "还不知道本店价", "our price is unknown")
    return unknown & when(is_num(median), say(lang, "；同款中位价 ", "; median ") & _yuan(median))


def dashboard_line(lang: Lang) -> Node:
    """One line on the dashboard: price index, and what moved since the day shown."""
    day, index = Name("shown_day"), Name("peer_index")
    since, until = ">=" & day, "<=" & (day + 1)
    found = news(lang, since, until)
    compared = call("COUNT", Column("PeerPrices", "index"))
    priced = when(
        is_num(index),
        say(lang, "价格指数 ", "price index ")
        & number(index, "0.00")
        & say(lang, "（", " (items: ")
        & compared
        & say(lang, " 款）", ")"),
        say(lang, "价格指数待算", "no price index yet"),
    )
    moved = (
        say(lang, "起动态 ", " on, moves: ")
        & found
        & say(lang, " 条：", ", of which ")
        & counted_events(since, until, lang)
    )
    still = say(lang, "起没有新动态", " on: no moves")
    events = when(is_num(day), "　　" & day_text(day, lang) & when(found > 0, moved, still))
    logged = "　　" & (say(lang, "日志已到 ", "log to ") & day_text(Name("peers_to"), lang))
    nothing = say(
        lang,
        "还没有竞店日志：在「竞店」填 3–5 家，价格记在「竞品日志」",
        "No peer log yet: name 3–5 shops on Competitors, note prices on Peer log",
    )
    return when(is_num(Name("peers_to")), priced & events & logged, nothing)


def draw_line(canvas: Canvas) -> None:
    """A line of the dashboard: how our prices stand beside the peers', and what moved there."""
    canvas.area((FOOT_ROW, 1, FOOT_ROW, LAST - 1), bg_color=PAPER)
    canvas.frame((FOOT_ROW, 1, FOOT_ROW, LAST - 1))
    label: Look = {"bg_color": SOFT, "font_color": PAPER, "bold": True, "align": "center"}
    canvas.put(FOOT_ROW, 1, canvas.say("竞店", "Peers"), to=(FOOT_ROW, 2), **label)
    canvas.put(FOOT_ROW, 3, dashboard_line(canvas.lang), name="dash_peers", indent=1, align="left")
    words = canvas.say("竞店 →", "Competitors →")
    to_sheet = link("go_competitors", words)
    canvas.put(FOOT_ROW, LAST - 2, to_sheet, name="dash_to_peers", font_size=9, font_color=ACCENT, align="right")
