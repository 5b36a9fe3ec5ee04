"""The operator's own rows of the Events table: promotions, days off and make-up working days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from pydantic import ValidationError

from opsbook.features.frame.holes import CLOSED
from opsbook.features.goals.rules import promotions
from opsbook.features.goals.rules.event_row import EventRow, cell_text, first_wrong
from opsbook.features.goals.rules.mark import Mark
from opsbook.features.goals.tables import EVENTS
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.language import Label, Lang
from opsbook.model.values import Value, from_serial

DAY_OFF = Label("放假", "day off")
WORK_DAY = Label("补班", "work day")
_MARKS = {DAY_OFF: Mark.REST, WORK_DAY: Mark.WORK}

# How else operators write the names above.
_ALIASES: dict[str, Label] = {
    "双十一": promotions.DOUBLE_11,
    "11.11": promotions.DOUBLE_11,
    "双十二": promotions.DOUBLE_12,
    "12.12": promotions.DOUBLE_12,
    "年中大促": promotions.MID_YEAR,
    "38": promotions.WOMENS_DAY,
    "三八节": promotions.WOMENS_DAY,
    "99": promotions.SEPTEMBER,
    "中秋节": promotions.MID_AUTUMN,
    "国庆节": promotions.NATIONAL_DAY,
    "定金": promotions.PRESALE,
    "付定金": promotions.PRESALE,
    "付尾款": promotions.BALANCE,
    "黑色星期五": promotions.BLACK_FRIDAY,
    "网一": promotions.CYBER_MONDAY,
    "会员日": promotions.PRIME_DAY,
    "正式": promotions.BURST,
    "调休": WORK_DAY,
    "上班": WORK_DAY,
    "休息": DAY_OFF,
    "停业": CLOSED,
    "歇业": CLOSED,
    "关店": CLOSED,
}
JUDGED = frozenset({"event", "phase", "start", "end", "lift"})  # a row without any of them is no event


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """One row of the Events table that can be used.

    Args:
        event: name of the promotion.
        phase: name of the phase; empty when left blank.
        start: first day.
        end: last day, included.
        lift: times an ordinary day; None when left to the default and the shop's history.
    """

    event: Label
    phase: Label
    start: date
    end: date
    lift: float | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """Every day from the first to the last."""
        return tuple(self.start + timedelta(offset) for offset in range((self.end - self.start).days + 1))


@dataclass(frozen=True, slots=True)
class OwnEvents:
    """What the Events table says.

    Args:
        promotions: the operator's promotions, in sheet order.
        marks: days off (放假) and working days (补班), stronger than the calendar library.
        issues: rows that cannot be used, in sheet order.
    """

    promotions: tuple[OwnEvent, ...] = ()
    marks: Mapping[date, Mark] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def known_label(text: str, known: Iterable[Label]) -> Label:
    """The known name an operator means, in either language; an unknown name stands for itself in both."""
    key = "".join(text.split()).casefold()
    names = {"".join(name.split()).casefold(): label for label in known for name in (label.zh, label.en)}
    return names.get(key) or _ALIASES.get(key) or Label(text.strip(), text.strip())


def read_own_events(rows: Iterable[Mapping[str, Value]], sheet: str, first_row: int, lang: Lang) -> OwnEvents:
    """Read the Events table.

    Args:
        rows: one mapping per row, in sheet order: event, phase, start, end (serial numbers), lift; blanks are None.
        sheet: name of the sheet, for messages.
        first_row: row number of the first row as Excel counts.
        lang: language of the workbook's headers, for messages.

    Returns:
        Promotions, marked days, and one issue per row that cannot be used. Blank rows are passed over.
    """
    events: list[OwnEvent] = []
    issues: list[Issue] = []
    for number, cells in enumerate(rows, first_row):
        row = {column: value for column, value in cells.items() if value not in (None, "")}
        if not row.keys() & JUDGED:
            continue
        try:
            events.append(_own(EventRow.model_validate(row)))
        except ValidationError as refused:
            column, code = first_wrong(refused)
            where = Where(sheet=sheet, row=number, column=_header(column, lang))
            seen = {"event": cell_text(row.get("event")), "seen": cell_text(row.get(column))}
            issues.append(Issue(code, Level.WARNING, where, seen))
    marks = {day: _MARKS[event.phase] for event in events if event.phase in _MARKS for day in event.days}
    return OwnEvents(tuple(event for event in events if event.phase not in _MARKS), marks, tuple(issues))


def _own(row: EventRow) -> OwnEvent:
    return OwnEvent(
        known_label(row.event, promotions.EVENTS),
        known_label(row.phase, (*promotions.PHASES, CLOSED, DAY_OFF, WORK_DAY)),
        from_serial(row.start),
        from_serial(row.start if row.end is None else row.end),
        row.lift,
    )


def _header(column: str, lang: Lang) -> str:
    return next(known.label[lang] for known in EVENTS.columns if known.id == column)
