"""Which promotion a day belongs to: the usual calendar with the operator's own rows laid over it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from opsbook.features.frame.holes import CLOSED
from opsbook.features.goals.rules.market import CHINA
from opsbook.features.goals.rules.own_events import OwnEvent
from opsbook.features.goals.rules.promotions import KNOWN, PHASED, USUAL_LIFT, WHOLE, Promotion, promotions_of
from opsbook.model.language import Label, Lang

# An own row of the same event and phase this near to the usual one moves it rather than adding a second one.
_SAME_OCCASION_DAYS = 60


@dataclass(frozen=True, slots=True)
class EventPhase:
    """One phase of a promotion in one year.

    Args:
        event: name of the promotion.
        phase: name of the phase; empty when the operator left it blank.
        start: first day.
        end: last day, included.
        lift: paid amount as times an ordinary day.
        stated: the operator gave the lift: history does not change it.
    """

    event: Label
    phase: Label
    start: date
    end: date
    lift: float
    stated: bool = False

    def label(self, lang: Lang) -> str:
        """What the 活动 column shows, such as 双11 爆发."""
        return f"{self.event[lang]} {self.phase[lang]}".strip()


@lru_cache(maxsize=16)
def event_days(year: int, own: tuple[OwnEvent, ...] = (), market: str = CHINA) -> Mapping[date, EventPhase]:
    """Look up the promotion phase of each day of a year.

    Args:
        year: calendar year.
        own: the operator's rows; they win over the usual calendar, later rows over earlier ones, and a row with
            the event and phase of a usual one moves that one. A row that names a promotion with phases but neither
            phase nor lift only fills the days between its phases.
        market: whose usual calendar; of "none" only the operator's rows count.

    Returns:
        Phase by day, in date order; ordinary days are absent.
    """
    usual = [phase for phase in _usual(year, market) if not any(_moves(row, phase) for row in own)]
    beneath, above = ([_stated(row) for row in own if _is_frame(row) is frame] for frame in (True, False))
    layers = [*beneath, *reversed(usual), *above]
    painted = {day: phase for phase in layers for day in _days(phase) if day.year == year}
    return MappingProxyType(dict(sorted(painted.items())))


def event_label(day: date, lang: Lang, own: tuple[OwnEvent, ...] = (), market: str = CHINA) -> str:
    """Say which promotion a day belongs to.

    Args:
        day: the day.
        lang: language of the answer.
        own: the operator's rows.
        market: whose usual calendar.

    Returns:
        Event and phase, empty on an ordinary day.

    >>> from datetime import date
    >>> event_label(date(2027, 11, 11), "zh"), event_label(date(2027, 11, 11), "en")
    ('双11 爆发', 'Double 11 burst')
    """
    phase = event_days(day.year, own, market).get(day)
    return phase.label(lang) if phase else ""


def is_closed(day: date, own: tuple[OwnEvent, ...] = (), market: str = CHINA) -> bool:
    """Whether the operator's rows say that the shop sells nothing on a day.

    Args:
        day: the day.
        own: the operator's rows.
        market: whose usual calendar they lie over.
    """
    phase = event_days(day.year, own, market).get(day) if own else None
    return phase is not None and phase.phase == CLOSED


def _usual(year: int, market: str) -> Iterator[EventPhase]:
    """The usual phases that may touch a year, strongest first; 年货节 of an early Lunar New Year starts in December."""
    for promotion in promotions_of(market):
        for anchor in (year, year + 1):
            phase = _dated(promotion, anchor)
            if phase:
                yield phase


def _dated(promotion: Promotion, year: int) -> EventPhase | None:
    start, end = promotion.start.of(year), promotion.end.of(year)
    return EventPhase(promotion.event, promotion.phase, start, end, promotion.lift) if start and end else None


def _moves(row: OwnEvent, phase: EventPhase) -> bool:
    same = (row.event, row.phase) == (phase.event, phase.phase)
    return same and abs((row.start - phase.start).days) <= _SAME_OCCASION_DAYS


def _is_frame(row: OwnEvent) -> bool:
    """Whether a row only says 'we take part from here to there' in a promotion that has phases of its own."""
    return row.event in PHASED and row.phase == WHOLE and row.lift is None


def _stated(row: OwnEvent) -> EventPhase:
    wanted = (row.event, row.phase)
    usual = (promotion.lift for promotion in KNOWN if (promotion.event, promotion.phase) == wanted)
    lift = row.lift or next(usual, 1.0 if _is_frame(row) else USUAL_LIFT.get(row.phase, 1.0))
    return EventPhase(row.event, row.phase, row.start, row.end, lift, stated=row.lift is not None)


def _days(phase: EventPhase) -> Iterator[date]:
    return (phase.start + timedelta(offset) for offset in range((phase.end - phase.start).days + 1))
