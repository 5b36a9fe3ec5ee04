"""Marks of the price comparison: the lowest and the highest price of a row, where ours stands in the band, and no number without a row."""

from opsbook.book.kit.canvas import style
from opsbook.book.kit.format.cells import cell_name
from opsbook.book.kit.format.styles import ACCENT, GROUND, INK, MID, RATIO, TINT, Look
from opsbook.book.kit.place import Place
from opsbook.book.plan import Rule
from opsbook.features.competitors.tables import PRICES_OF_PEERS
from opsbook.formulas.node import Name, Node, both, call, is_num
from opsbook.formulas.text import text
from opsbook.model.language import Label, Lang

LOW, HIGH = Label("低 ", "low "), Label("高 ", "high ")  # the space stands where a program fills none in


def lowest(price: Node, prices: tuple[Node, ...]) -> Node:
    """Whether a price is the lowest of its row; of equal ones each is, of nothing but equal ones none."""
    return _extreme("MIN", price, prices)


def highest(price: Node, prices: tuple[Node, ...]) -> Node:
    """Whether a price is the highest of its row."""
    return _extreme("MAX", price, prices)


def _extreme(function: str, price: Node, prices: tuple[Node, ...]) -> Node:
    apart = call("MAX", *prices) > call("MIN", *prices)
    return both(is_num(price), apart, price.equals(call(function, *prices)))


def price_rules(place: Place, lang: Lang) -> tuple[Rule, ...]:
    """Mark the ends of each row with a word, a fill and the weight of the type: neither end is good or bad."""
    first, last = place.column["ours"], place.column[PRICES_OF_PEERS[-1]]
    box = (place.first, first, place.last, last)
    row = tuple(Name(cell_name(place.first, at, column_fixed=True)) for at in range(first, last + 1))
    price = Name(cell_name(place.first, first))
    low: Look = {"font_color": ACCENT, "bg_color": TINT, "bold": True}
    high: Look = {"font_color": INK, "bg_color": GROUND, "bold": True}
    return (
        Rule(box, text(lowest(price, row), _no_tables), style(**low, num_format=_marked(LOW[lang])), stop=True),
        Rule(box, text(highest(price, row), _no_tables), style(**high, num_format=_marked(HIGH[lang])), stop=True),
    )


def _marked(word: str) -> str:
    return f'_."{word}"* {RATIO}_0'


def _no_tables(table: str, column: str) -> str:
    raise KeyError(table, column)


def number_rules(place: Place, column: str) -> tuple[Rule, ...]:
    """A row that holds nothing yet shows no number either.

    Args:
        place: where the table stands; its first column numbers the rows.
        column: the one that is blank in such a row.
    """
    box = (place.first, place.left, place.last, place.left)
    cell = cell_name(place.first, place.column[column], column_fixed=True)
    return (Rule(box, f'{cell}=""', style(num_format=";;;")),)


def band_rules(place: Place) -> tuple[Rule, ...]:
    """A bar from the cheapest to the dearest."""
    at = place.column["band"]
    return (Rule((place.first, at, place.last, at), "", style(bar_color=MID, bar_only=False), bar=True),)
