"""What a yuan of promotion must bring back to pay for itself."""

from opsbook.features.daily.metrics import METRIC
from opsbook.metrics.derived import in_terms_of
from opsbook.metrics.evaluate import evaluate
from opsbook.model.figures import MARGIN, require

_BREAKEVEN = in_terms_of(METRIC["breakeven_roi"].expr, ["gross_margin"], METRIC)


def breakeven_roi(gross_margin: float | None) -> float | None:
    """Say how many yuan a yuan of promotion must sell to break even.

    Args:
        gross_margin: of the goods sold, as a share of their payments (0.3 is 30 %).

    Returns:
        Payments per yuan spent; None when the margin is missing or not above 0: nothing breaks even.

    Raises:
        FigureRefusedError: the margin is not finite or above 1.

    >>> breakeven_roi(0.25)
    4.0
    """
    require("gross_margin", gross_margin, MARGIN)
    return evaluate(_BREAKEVEN, {"gross_margin": gross_margin})
