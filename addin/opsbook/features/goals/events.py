"""The operator's own events, and names of the days' events beside the days."""

from opsbook.engine.workbook import Opened
from opsbook.features.goals.rules.events import event_label
from opsbook.features.goals.rules.own_events import OwnEvents, read_own_events
from opsbook.model.values import from_serial


def own_events(opened: Opened) -> OwnEvents:
    """The operator's rows of the Events table."""
    body = opened.host.read_table("Events")
    return read_own_events(opened.rows("Events"), body.sheet, body.first_row, opened.lang)


def write_events(opened: Opened) -> None:
    """Write the event of every day whose name is another one now."""
    own, shop = own_events(opened).promotions, opened.columns("ShopDay")
    changed = [
        {"date": day, "event": event}
        for day, old in zip(shop["date"], shop["event"], strict=True)
        if isinstance(day, int | float) and (event := event_label(from_serial(day), opened.lang, own)) != (old or "")
    ]
    if changed:
        opened.upsert("ShopDay", changed)
