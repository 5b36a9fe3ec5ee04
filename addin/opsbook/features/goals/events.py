"""The operator's own events, the market, and names of the days' events beside the days."""

from opsbook.engine.workbook import Workbook
from opsbook.features.frame.holes import CLOSED
from opsbook.features.goals.closing import close_days
from opsbook.features.goals.market_setting import MARKET
from opsbook.features.goals.rules.events import event_label, is_closed
from opsbook.features.goals.rules.market import CHINA, read_market
from opsbook.features.goals.rules.own_events import OwnEvents, read_own_events
from opsbook.model.values import from_serial


def own_events(workbook: Workbook) -> OwnEvents:
    """The operator's rows of the Events table."""
    body = workbook.host.read_table("Events")
    return read_own_events(workbook.rows("Events"), body.sheet, body.first_row, workbook.lang)


def market_of(workbook: Workbook) -> str:
    """The market that the workbook sets; China where it sets none, or what is no market, which `check` tells.

    Returns:
        A code or "none".
    """
    return (read_market(workbook.text(MARKET.name)) if workbook.has(MARKET.name) else None) or CHINA


def write_events(workbook: Workbook) -> None:
    """Write the event of every day whose name is another one now, and take days without business out of the goals."""
    own, market, shop = own_events(workbook).promotions, market_of(workbook), workbook.columns("ShopDay")
    days = {day: old for day, old in zip(shop["date"], shop["event"], strict=True) if isinstance(day, int | float)}
    events = {day: event_label(from_serial(day), workbook.lang, own, market) for day in days}
    closed = {from_serial(day) for day in days if is_closed(from_serial(day), own, market)}
    were = {
        from_serial(day) for day, old in days.items() if isinstance(old, str) and old.endswith(CLOSED[workbook.lang])
    }
    close_days(workbook, closed, were - closed)
    changed = [{"date": day, "event": event} for day, event in events.items() if event != (days[day] or "")]
    if changed:
        workbook.upsert("ShopDay", changed)
