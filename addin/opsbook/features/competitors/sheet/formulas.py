"""What the log says of a price, as formulas: newest prices, the same style at the peers, index and place in the band.

Rows typed by hand count like imported ones: no formula here needs the add-in.
"""

from opsbook.features.competitors.rules.renamed import PLATFORM_DIGITS
from opsbook.features.competitors.tables import PRICES_OF_PEERS
from opsbook.features.competitors.words import SAME_STYLE
from opsbook.features.frame.reading import ratio, row
from opsbook.formulas.node import Column, Name, Node, Operand, both, call, either, has, is_num, lookup, when
from opsbook.model.language import Lang

COMPARED = len(PRICES_OF_PEERS)
WEEK = 7
CRITERION_DIGITS = 15
ANYTHING = "<>"  # a criterion that any cell but a blank one meets
OWN_SHOP = Name("shop")
LOGGED_TO, DAYS_KEPT = Name("peers_to"), call("SUM", Name("peer_price_days"))  # SUM: a text there is no limit
SPOILED = (
    Name("peer_strange_days") > 0
)  # a text among the log's dates or an error among its prices would be every look-up's


def peer(number: int) -> Name:
    """Name of the cell that says who stands in a column of the comparison."""
    return Name(f"peer_{number}")


def watched(number: int) -> Node:
    """The peer in a row of the list; empty where there is none."""
    shops = Column("Peers", "shop")
    return when(call("ROWS", shops) < number, "", call("INDEX", shops, number) & "")


def newest_seen(shop: Node, item: Node, until: Node | None = None) -> Node:
    """The last day on which the log has a price of an item; 0 where it has none."""
    return call("SUMPRODUCT", call("MAX", _priced(shop, item, until) * Column("PeerLog", "date")))


def first_seen(shop: Node, item: Node, start: Node) -> Node:
    """The first day from a day on with a price; 0 where there is none."""
    days = Column("PeerLog", "date")
    since = call("SUMPRODUCT", call("MAX", _priced(shop, item) * (days >= start) * (NO_DAY - days)))
    return when(since.equals(0), 0, NO_DAY - since)


NO_DAY = 2958466  # the day after the last one a workbook knows


def _priced(shop: Node, item: Node, until: Node | None = None) -> Node:
    """1 in the log's rows that hold a price of the item; ids may be texts or numbers there.

    Numbers are less than any text, and a blank is not: so every engine tells a price, also of those that ask ISNUMBER once only.
    """
    ours = (Column("PeerLog", "shop").equals(shop) + _unique(item)) > 0
    same = (Column("PeerLog", "item_id") & "").equals(item)
    priced = ours * same * (Column("PeerLog", "price") < "")
    return priced if until is None else priced * (Column("PeerLog", "date") <= until)


def price_on(shop: Node, item: Node, day: Node) -> Node:
    """The log's price of an item on a day that has one."""
    prices = Column("PeerLog", "price")
    seen = (*_of_item("PeerLog", item), Column("PeerLog", "date"), day)
    own = call("AVERAGEIFS", prices, Column("PeerLog", "shop"), shop, *seen)
    return when(_unique(item), call("AVERAGEIFS", prices, *seen), own)


def _of_item(table: str, item: Node) -> tuple[Operand, ...]:
    """Criteria for the rows of an id, whether it stands there as a text or a number.

    To a criterion digits are a number of 15 places, so ids of 16 digits and more may be one. Those that are have as many digits,
    and of them only one begins with the whole id; an id of that many digits is no number in any cell.
    """
    ids = Column(table, "item_id")
    return (ids, item, ids, when(call("LEN", item) > CRITERION_DIGITS, item & "*", ANYTHING))


def _unique(item: Node) -> Node:
    """Whether an id is the platform's: then its goods are the same whatever their shop is called by now."""
    return call("LEN", item) >= PLATFORM_DIGITS


def _fresh(day: Node) -> Node:
    """Whether a price of a day still counts: goods that were not seen again may be gone."""
    return either(DAYS_KEPT.equals(0), day > LOGGED_TO - DAYS_KEPT)


def own_price(item: Node) -> Node:
    """Our price: the newest the log has under our shop's name, else what a piece brought in the newest week of items."""
    logged = newest_seen(OWN_SHOP, item)
    last = Name("items_to")
    week = (*_of_item("ItemDay", item), Column("ItemDay", "date"), ">" & (last - WEEK))
    sold = call("SUMIFS", Column("ItemDay", "items"), *week)
    piece = when(sold > 0, call("ROUND", call("SUMIFS", Column("ItemDay", "gmv"), *week) / sold, 2))
    else_sold = when(is_num(last), piece)
    price = when(logged > 0, when(_fresh(logged), price_on(OWN_SHOP, item, logged), else_sold), else_sold)
    return when(either(item.equals(""), SPOILED), "", price)


def taken(item: Node, shop: Node, column: str) -> Node:
    """A figure of the peer's item that stands for one of ours; empty where none does."""
    picks, key = Column("PeerMatches", "pick"), item & "|" & shop
    found = when(has(picks, key), lookup(Column("PeerMatches", column), key, picks) & "")
    if column == "price":
        price = lookup(Column("PeerMatches", column), key, picks)
        found = when(has(picks, key), price)
    return when(either(item.equals(""), shop.equals("")), "", found)


def price_nodes() -> dict[str, Node]:
    """Formulas of the price comparison."""
    item, ours = row("PeerPrices", "item_id") & "", row("PeerPrices", "ours")
    peers = tuple(row("PeerPrices", name) for name in PRICES_OF_PEERS)
    low, high = call("MIN", ours, *peers), call("MAX", ours, *peers)
    compared = both(is_num(ours), call("COUNT", *peers) > 0)
    return {
        "ours": own_price(item),
        **{name: taken(item, peer(number), "price") for number, name in enumerate(PRICES_OF_PEERS, 1)},
        "median": when(call("COUNT", *peers) > 0, call("MEDIAN", *peers)),
        "index": ratio(ours, row("PeerPrices", "median")),
        "band": when(compared, when(high > low, (ours - low) / (high - low))),
    }


def match_nodes(lang: Lang) -> dict[str, Node]:
    """Formulas of the list of alike items."""
    item, shop, theirs = (row("PeerMatches", name) & "" for name in ("item_id", "shop", "peer_item_id"))
    seen, price, ours = (row("PeerMatches", name) for name in ("seen", "price", "ours"))
    newest = newest_seen(shop, theirs)
    score = row("PeerMatches", "score")
    said = row("PeerMatches", "same")
    first = when(said.equals(SAME_STYLE["yes"][lang]), 2, 0) + call("COUNT", price)
    ranked = call("ROUND", first + call("SUM", row("PeerMatches", "similarity")), 4)  # it becomes text in a criterion
    rivals = (*_of_item("PeerMatches", item), Column("PeerMatches", "shop"), shop)
    better = call("COUNTIFS", *rivals, Column("PeerMatches", "score"), ">" & score)
    known = both(item.differs(""), shop.differs(""), theirs.differs(""))
    return {
        "ours": own_price(item),
        "seen": when(either(shop.equals(""), theirs.equals(""), SPOILED), "", when(newest > 0, newest)),
        "price": when(is_num(seen), when(_fresh(seen), price_on(shop, theirs, seen))),
        "gap": when(both(is_num(price), is_num(ours)), when(ours > 0, price / ours - 1)),
        "score": when(known, when(said.equals(SAME_STYLE["no"][lang]), "", ranked)),
        "pick": when(is_num(score), when(better.equals(0), item & "|" & shop)),
    }
