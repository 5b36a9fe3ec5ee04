"""From where on a change at competitors matters, as the operator set it."""

from opsbook.engine.workbook import Workbook
from opsbook.features.competitors.rules.event import EventRule
from opsbook.features.competitors.rules.season import SeasonRule
from opsbook.features.competitors.titles.same_style import StyleRule


def _set(workbook: Workbook, name: str, otherwise: float) -> float:
    """A setting; what it began with where its cell is gone, blank or no number from 0 up."""
    value = workbook.number(name) if workbook.has(name) else None
    return otherwise if value is None or value < 0 else value


def _share(workbook: Workbook, name: str, otherwise: float) -> float:
    """A setting from 0 to 1; what it began with where somebody wrote 50 for 50%."""
    value = _set(workbook, name, otherwise)
    return value if value <= 1 else otherwise


def event_rule(workbook: Workbook) -> EventRule:
    """What counts as an event."""
    start = EventRule()
    return EventRule(
        absent=max(1, round(_set(workbook, "peer_absent", start.absent))),
        jump=_set(workbook, "peer_jump", start.jump),
        jump_floor=_set(workbook, "peer_jump_floor", start.jump_floor),
        rank_step=round(_set(workbook, "peer_rank_step", start.rank_step)),
        image_distance=round(_set(workbook, "peer_image_distance", start.image_distance)),
        list_share=_share(workbook, "peer_list_share", start.list_share),
    )


def season_rule(workbook: Workbook) -> SeasonRule:
    """From where on it is time to launch."""
    start = SeasonRule()
    return SeasonRule(
        peers=round(_set(workbook, "season_peers", start.peers)),
        sales=_set(workbook, "season_sales", start.sales),
        weeks=round(_set(workbook, "season_weeks", start.weeks)),
    )


def style_rule(workbook: Workbook) -> StyleRule:
    """From where on two items look alike."""
    start = StyleRule()
    return StyleRule(
        similarity=_share(workbook, "style_similarity", start.similarity),
        image_likeness=_share(workbook, "style_image", start.image_likeness),
    )
