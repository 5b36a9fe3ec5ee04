"""Parcels: one growing table, a row a courier and day."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import DAY_LONG, MID
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.metrics.formula import formula
from opsbook.metrics.refer import same_row
from opsbook.model.language import Label
from opsbook_parcels.tables import PARCEL_DAY

GROUPS = (
    Group(Label("快递", "Courier"), ("date", "courier")),
    Group(Label("包裹", "Parcels"), ("parcels", "damaged", "damage_rate")),
)


def parcels(draft: Draft) -> Canvas:
    """The Parcels sheet."""
    canvas = Canvas("parcels", draft.say("快递", "Parcels"), MID, draft)
    canvas.columns([16])
    nodes = {
        name: formula(draft.catalog.metrics[name].expr, same_row(draft.catalog, "ParcelDay"))
        for name in PARCEL_DAY.metrics
    }
    drawing = Drawing(PARCEL_DAY, GROUPS, nodes, formats={"date": DAY_LONG}, reach=5000, filtered=True)
    place = draw_table(canvas, 2, 1, drawing)
    band(canvas, canvas.say("一天一家快递一行。", "One row per courier and day."), place.right + 1)
    way_back(canvas, place.right)
    canvas.freeze = (place.first, 2)
    printed(canvas, repeat=(place.head - 1, place.head))
    return canvas
