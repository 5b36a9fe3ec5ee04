"""A feature as another package would offer it: a sheet, a metric, a button and a worksheet function."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.heading import band
from opsbook.engine.feature import Feature
from opsbook.features import contents
from opsbook.metrics.expr import Ratio, Total
from opsbook.model.language import Label
from opsbook.model.records.button import Button
from opsbook.model.records.contribution import Add, Sheet
from opsbook.model.records.function import DECISIONS, Function
from opsbook.model.records.metric import Metric
from opsbook.model.units import Direction, Unit

NAME = Label("客", "Guest")
SOURCE = "the guest's own reports"
METRIC = Metric("gmv_per_order", Label("单均产出", "GMV per order"), Unit.PRICE, Direction.UP, Ratio(Total("gmv"), Total("orders")), SOURCE)  # fmt: skip
LINE = (NAME, *(Label(f"说明{n}", f"text {n}") for n in range(5)))
GUEST = Feature(
    "guest",
    NAME,
    "1",
    metrics=(METRIC,),
    adds=(Add("ShopDay", NAME, metric=METRIC.id),),
    sheets=(Sheet("guest", 20, "support.guest:sheet", guide=LINE),),
    buttons={"guests": (Button("welcome", NAME, NAME, NAME, "Refresh", run="support.guest:welcome"),)},
    functions=(Function("OPS_GUEST", NAME, (), DECISIONS, run="support.guest:OPS_GUEST"),),
)


def grown():
    """The product with the guest's feature."""
    return contents._catalog(GUEST)


def sheet(draft):
    """The guest's sheet."""
    canvas = Canvas("guest", NAME[draft.lang], "#000000", draft)
    band(canvas, NAME[draft.lang], 2)
    return canvas


def welcome(click):
    """What the guest's button does."""
    click.append("welcome")


def OPS_GUEST():  # noqa: N802 - a worksheet function
    """What the guest's function answers."""
    return 1
