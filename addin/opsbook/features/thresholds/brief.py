"""The morning's line about what to do."""

from collections.abc import Mapping

from opsbook.engine.summary import Morning
from opsbook.model.values import is_number

NAMED = ("metric", "now", "bound", "owner", "advice")


def action(morning: Morning) -> Mapping[str, object]:
    """The most urgent lit threshold, who acts on it and how."""
    cells, say = morning.cells, morning.workbook.voice.say
    if cells.name("alert_1_metric"):
        return {"text": say("daily-lit", **{name: cells.name(f"alert_1_{name}") for name in NAMED})}
    return {"text": say("daily-nothing-lit" if is_number(cells.name("card_gmv")) else "daily-no-day")}
