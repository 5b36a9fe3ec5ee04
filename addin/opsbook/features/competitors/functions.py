"""Competing shops as worksheet functions: price index, look-alike titles."""

from opsbook.engine.functions.boundary import offered
from opsbook.engine.functions.elementwise import each
from opsbook.engine.functions.figures import figures, one_figure
from opsbook.engine.functions.inputs import Cell, Cells, text
from opsbook.features.competitors.function_help import FUNCTIONS
from opsbook.features.competitors.rules.price_index import price_index
from opsbook.features.competitors.titles.similarity import title_similarity

worksheet_function = offered(FUNCTIONS)


@worksheet_function
def OPS_PRICE_INDEX(price: Cells, peer_prices: Cells) -> float | None:
    """Say where our price stands among the peers' for the same style.

    Prices are what is paid after coupons; blanks among the peers' are passed over.

    Returns:
        Our price over the peers' median: 1.1 is ten percent dearer; "" when ours is missing or no peer has a price.

    Raises:
        FunctionRefusedError: shown as text: a cell is no price, or a row of the peers' is a total.
        FigureRefusedError: shown as text: a price is 0 or negative.
    """
    return price_index(one_figure("price", price), figures("peer_prices", peer_prices))


@worksheet_function
def OPS_TITLE_SIMILARITY(title: Cells, other: Cells) -> object:
    """Say how alike two item titles are.

    Returns:
        0 (nothing in common) to 1 (the same but for promotional words); "" where a title is missing or holds nothing but promotional
        words, years and punctuation.
    """
    return each(title_similarity, {"title": title, "other": other}, read=_title)


def _title(cell: Cell, *_: object) -> str | None:
    return text(cell)
