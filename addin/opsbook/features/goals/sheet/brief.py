"""The morning's lines about goals."""

from collections.abc import Mapping

from opsbook.engine.summary import Morning
from opsbook.model.values import day_words, is_number

SIGNS = {1: "▲", 0: "●", -1: "▼"}


def attained(morning: Morning) -> Mapping[str, object]:
    """Whether the day's goal was met."""
    light = morning.cells.name("card_gmv_light")
    sign = SIGNS.get(int(light), "") + " " if is_number(light) and isinstance(light, int | float) else ""
    day = day_words(morning.cells.name("the_day"))
    return {"day": day, "light": sign, "text": morning.text("dash_status_text")}


def pace(morning: Morning) -> Mapping[str, object]:
    """How the month stands."""
    return {"text": morning.text("dash_month")}
