"""From where on a change at competitors matters, as the operator set it."""

from opsbook.engine.workbook import Opened
from opsbook.features.competitors.rules.event import EventRule
from opsbook.features.competitors.rules.season import SeasonRule
from opsbook.features.competitors.titles.same_style import StyleRule


def _set(opened: Opened, name: str, otherwise: float) -> float:
    """A setting; what it began with where its cell is gone, blank or no number from 0 up."""
    value = opened.number(name) if opened.has(name) else None
    return otherwise if value is None or value < 0 else value


def _share(opened: Opened, name: str, otherwise: float) -> float:
    """A setting from 0 to 1; what it began with where somebody wrote 50 for 50%."""
    value = _set(opened, name, otherwise)
    return value if value <= 1 else otherwise


def event_rule(opened: Opened) -> EventRule:
    """What counts as an event."""
    start = EventRule()
    return EventRule(
        absent=max(1, round(_set(opened, "peer_absent", start.absent))),
        jump=_set(opened, "peer_jump", start.jump),
        jump_floor=_set(opened, "peer_jump_floor", start.jump_floor),
        rank_step=round(_set(opened, "peer_rank_step", start.rank_step)),
        image_distance=round(_set(opened, "peer_image_distance", start.image_distance)),
        list_share=_share(opened, "peer_list_share", start.list_share),
    )


def season_rule(opened: Opened) -> SeasonRule:
    """From where on it is time to launch."""
    start = SeasonRule()
    return SeasonRule(
        peers=round(_set(opened, "season_peers", start.peers)),
        sales=_set(opened, "season_sales", start.sales),
        weeks=round(_set(opened, "season_weeks", start.weeks)),
    )


def style_rule(opened: Opened) -> StyleRule:
    """From where on two items look alike."""
    start = StyleRule()
    return StyleRule(
        similarity=_share(opened, "style_similarity", start.similarity),
        image_likeness=_share(opened, "style_image", start.image_likeness),
    )
