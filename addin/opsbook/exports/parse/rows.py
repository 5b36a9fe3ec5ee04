"""The rows below a header: facts and what is wrong with them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from opsbook.exports.parse.row_days import Days
from opsbook.exports.parse.shared import SharedFigures, last_header_row
from opsbook.exports.parse.totals import Totals, cell, named_in, says_again
from opsbook.exports.platforms import cells, pages
from opsbook.exports.platforms.dates import Span, lacks_year
from opsbook.exports.platforms.decimals import UNCLEAR, Decimals, decimals
from opsbook.exports.platforms.normalize import clean, plain_header
from opsbook.exports.privacy.people import mask
from opsbook.exports.privacy.scrub import hide_in_id, quote_cell
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.header_units import in_percent, says_unit, times, times_in_notes
from opsbook.exports.recognise.match_header import HeaderMatch
from opsbook.exports.recognise.stacked_header import is_caption, is_data
from opsbook.model.facts import Fact
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.schema import Table
from opsbook.model.units import Unit
from opsbook.model.values import Value, serial

WHOLE = "汇总"  # what 生意参谋 writes into the lower levels of a channel that is shown as a whole


@dataclass(slots=True)
class Reading:
    """Rows read so far.

    Args:
        raw: the sheet.
        matched: its header.
        fixed: the day of the whole sheet where no column says it.
        points: by position of a rate column, whether its bare numbers are percent points.
        times: by position of a column of figures in thousands or ten thousands, what its bare numbers are multiplied by.
        facts: rows that can be used.
        issues: problems in the order met.
        rejected: data rows refused.
        said: once-per-file problems already told, by code and subject.
        days: how its dates are read.
        decimals: how its figures are written.
        one: whether rows that share a figure are about one thing, see `SharedFigures`.
        kept: where no column is a figure, positions of those kept as they are: a row that fills one says something.
    """

    raw: RawTable
    matched: HeaderMatch
    fixed: Span | None
    points: dict[int, bool] = field(default_factory=dict)
    times: dict[int, int] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    rejected: int = 0
    said: set[tuple[str, str]] = field(default_factory=set)
    days: Days = field(default_factory=Days)
    decimals: Decimals = field(default_factory=Decimals)
    kept: frozenset[int] = frozenset()
    one: dict[tuple[int, int], bool] = field(default_factory=dict)

    @property
    def table(self) -> Table:
        """The table the rows are for."""
        return self.matched.importer.table

    def where(self, at: int, position: int | None = None) -> Where:
        """A place in the sheet; row and position count from 0."""
        header = "" if position is None else clean(self.matched.headers[position])
        return Where(self.raw.file, self.raw.sheet, at + 1, header)

    def counts(self, at: int, position: int) -> bool:
        """Whether the figure in a cell is its row's; one merged over rows about several things is reported."""
        if (at, position) not in self.raw.shared:
            return True
        keys = [place for name in self.table.key for place in self.matched.columns.get(name, ())]
        row = SharedFigures(self.raw, keys, self.one).row_of(at, position)
        if row is None:
            self._report_shared(at, position)
        return row == at

    def _report_shared(self, at: int, position: int) -> None:
        first, last = self.raw.shared[at, position]
        text, subject = cell(self.raw.rows[first], position), ("shared-figure", f"{first}, {position}")
        if subject not in self.said and not cells.is_missing(text):
            self.said.add(subject)
            where = self.where(first, position)
            self.report("shared-figure", Level.WARNING, where, value=quote_cell(text), first=first + 1, last=last + 1)

    def report(self, code: str, level: Level, where: Where, **seen: object) -> None:
        """Keep a problem."""
        self.issues.append(Issue(code, level, where, seen))

    def report_once(self, code: str, level: Level, where: Where, **seen: object) -> None:
        """Keep a problem that many rows share, at the first of them."""
        subject = (code, repr(seen))
        if subject not in self.said:
            self.said.add(subject)
            self.report(code, level, where, **seen)


def read_rows(raw: RawTable, matched: HeaderMatch, fixed: Span | None, kept: Iterable[int] = ()) -> Reading:
    """Read every row below the header.

    Args:
        raw: the sheet.
        matched: its header.
        fixed: the day the notes or the file name give; used when there is no date column.
        kept: positions of columns that are kept as they are.

    Returns:
        Facts and issues. Totals, blank rows, repeated headers, captions between the rows and rows without any number are
        skipped in silence.
    """
    figures = any(column.unit.is_number and column.id in matched.columns for column in matched.importer.table.columns)
    reading = Reading(raw, matched, fixed, kept=frozenset(() if figures else kept))
    reading.decimals = _decimals(reading)
    reading.points = dict(_rate_columns(reading))
    reading.times = dict(_scaled_columns(reading))
    reading.days = Days.of(raw, matched)
    totals, head = Totals.of(matched), [plain_header(text) for text in raw.rows[matched.row]]
    said_again = says_again(matched, raw.rows[matched.row + 1 :])
    top = last_header_row(raw, matched.row, matched.columns) + 1
    for at, row in enumerate(raw.rows[top:], top):
        if not any(map(clean, row)) or totals.has(row) or _repeats(head, row) or said_again(row):
            continue
        if reading.table.sightings or not is_caption(row):
            _read_row(reading, at, row)
    return reading


def _repeats(head: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row says the header again, or a part of one that stands on several rows: names, some of them below their own."""
    if len(row) >= len(head) and all(_alike(head, row)):
        return True
    return not is_data(row) and any(name and alike for name, alike in zip(head, _alike(head, row), strict=False))


def _alike(head: Sequence[str], row: Sequence[str]) -> Iterator[bool]:
    return (plain_header(text) == name for text, name in zip(row, head, strict=False))


def _decimals(reading: Reading) -> Decimals:
    """Decide for every column of figures, those that are kept as they are among them."""
    units = {
        position: column.unit
        for column in reading.table.columns
        if column.unit.is_number
        for position in reading.matched.columns.get(column.id, ())
    }
    below = reading.raw.rows[reading.matched.row + 1 :]
    columns = {position: [cell(row, position) for row in below] for position in units}
    return decimals(columns, [position for position, unit in units.items() if unit is Unit.COUNT])


def _rate_columns(reading: Reading) -> Iterator[tuple[int, bool]]:
    below = reading.raw.rows[reading.matched.row + 1 :]
    for column in reading.table.columns:
        if column.unit.is_share:
            for position in reading.matched.columns.get(column.id, ()):
                in_points = in_percent(reading.matched.headers[position])
                texts, comma = [cell(row, position) for row in below], position in reading.decimals.comma
                yield position, in_points or cells.in_points(texts, comma=comma)


def _scaled_columns(reading: Reading) -> Iterator[tuple[int, int]]:
    """Columns whose header, or the note above it, says that they are in thousands of yuan or more."""
    noted = times_in_notes(reading.raw.rows[: reading.matched.row])
    for column in reading.table.columns:
        if column.unit not in {Unit.AMOUNT, Unit.PRICE, Unit.COUNT}:
            continue
        for position in reading.matched.columns.get(column.id, ()):
            header = reading.matched.headers[position]
            factor = times(header) or (noted if column.unit is Unit.AMOUNT else 1)
            if factor > 1:
                yield position, factor
                seen = {"column": clean(header), "times": factor}
                reading.report("scaled-column", Level.INFO, reading.where(reading.matched.row, position), **seen)


def _read_row(reading: Reading, at: int, row: Sequence[str]) -> None:
    day = _read_date(reading, at, row)
    if day is None:
        reading.rejected += 1
        return
    values: dict[str, Value] = {"date": serial(day.first)}
    for column in reading.table.columns:
        positions = reading.matched.columns.get(column.id, ())
        if not positions or column.id == "date":
            continue
        if column.unit is Unit.ID and not _id_is_whole(reading, at, row, positions[0]):
            reading.rejected += 1
            return
        values[column.id] = _read_column(reading, at, row, column.id, column.unit)
    _fill(reading.matched.importer.fixed, values)
    _keep(reading, at, values, day)


def _fill(fixed: Iterable[tuple[str, str]], values: dict[str, Value]) -> None:
    """Say what the platform leaves unsaid; what names a value the row lacks stays unsaid."""
    for name, text in fixed:
        said = {one: value for one, value in values.items() if value is not None}
        if name not in said and named_in(text) <= said.keys():
            values[name] = text.format_map(said)


def _read_date(reading: Reading, at: int, row: Sequence[str]) -> Span | None:
    if "date" not in reading.matched.columns:
        return reading.fixed
    position, other = reading.matched.columns["date"][0], reading.days.other
    text = cell(row, position)
    span = reading.days.whole(text, "" if other is None else cell(row, other))
    if span is None:
        reading.report(reading.days.why_none(text), Level.ERROR, reading.where(at, position), value=quote_cell(text))
        return None
    if not span.one_day:
        reading.report_once(
            "not-daily", Level.ERROR, reading.where(at, position), first=f"{span.first}", last=f"{span.last}"
        )
        return None
    if lacks_year(text):
        reading.report_once("year-added", Level.INFO, reading.where(at, position), year=span.first.year)
    return span


def _id_is_whole(reading: Reading, at: int, row: Sequence[str], position: int) -> bool:
    text = cell(row, position)
    try:
        cells.identifier(_as_shown(reading, text, Unit.ID))
    except ValueError as error:
        reading.report(str(error), Level.ERROR, reading.where(at, position), value=quote_cell(text))
        return False
    return True


def _keep(reading: Reading, at: int, values: dict[str, Value], day: Span) -> None:
    """Keep a row that has numbers and a whole key."""
    for name in reading.matched.importer.tree[1:]:
        values[name] = values[name] or WHOLE
    if not _says_something(reading, values) and not _is_kept(reading, at):
        return
    gone = next((name for name in reading.table.key if values.get(name) is None), None)
    if gone is not None:
        reading.rejected += 1
        reading.report("missing-key", Level.ERROR, reading.where(at, *reading.matched.columns.get(gone, ())[:1]))
        return
    kept: dict[str, Value] = {name: value for name, value in values.items() if value is not None}
    made = reading.raw.exported
    partial = made is not None and day.first >= made
    if day.first == made and not reading.table.sightings:
        reading.report_once("partial-day", Level.INFO, reading.where(at), date=f"{day.first}")
    elif partial and day.first != made:
        code = "future-sighting" if reading.table.sightings else "future-day"
        reading.report_once(code, Level.WARNING, reading.where(at), date=f"{day.first}", made=f"{made}")
    if any(column.id == "partial" for column in reading.table.columns):
        kept["partial"] = partial or None
    reading.facts.append(Fact(kept, reading.where(at)))


def _says_something(reading: Reading, values: Mapping[str, Value]) -> bool:
    """Whether a row holds a number, or of a sighting anything at all, and is about what the table holds."""
    about = reading.matched.importer.about
    if about and values.get(about) is None:
        return False
    if reading.table.sightings:
        return any(value is not None for name, value in values.items() if name not in reading.table.key)
    return any(not isinstance(value, str | None) for name, value in values.items() if name != "date")


def _is_kept(reading: Reading, at: int) -> bool:
    return any(not cells.is_missing(cell(reading.raw.rows[at], position)) for position in reading.kept)


def _read_column(reading: Reading, at: int, row: Sequence[str], name: str, unit: Unit) -> Value:
    found = [_read_cell(reading, at, row, position, unit) for position in reading.matched.columns[name]]
    said = [value for value in found if value is not None]
    if name in reading.matched.adding and said:
        return added(value for value in said if isinstance(value, int | float))
    return said[0] if said else None


def added(numbers: Iterable[float]) -> float:
    """Add amounts without the dust of binary fractions: 0.1 + 0.2 is 0.3."""
    total = round(sum(numbers), 6)
    return int(total) if total == int(total) else total


def _read_cell(reading: Reading, at: int, row: Sequence[str], position: int, unit: Unit) -> Value:
    text = _as_shown(reading, cell(row, position), unit)
    if unit in _TEXT:
        return _TEXT[unit](text)
    if unit is Unit.DATE:
        return _read_other_date(reading, at, position, text)
    if not reading.counts(at, position):
        return None
    try:
        value = _figure(reading, position, text, unit)
    except ValueError as error:
        reading.report(str(error), Level.WARNING, reading.where(at, position), value=quote_cell(text))
        return None
    if value is not None and not 0 <= value <= unit.most:
        code = "out-of-range" if value < 0 or unit.is_share else "too-large-number"
        reading.report(code, Level.WARNING, reading.where(at, position), value=quote_cell(text))
        return None
    return value


def _figure(reading: Reading, position: int, text: str, unit: Unit) -> float | None:
    """A cell as a number, as its column is written.

    Raises:
        ValueError: `bad-number`, `unclear-number`.
    """
    if reading.decimals.is_open(position, text):
        raise ValueError(UNCLEAR)
    comma = position in reading.decimals.comma
    value = _read_number(text, unit, points=reading.points.get(position, False), comma=comma)
    if value is not None and position in reading.times and not says_unit(text):
        return added([value * reading.times[position]])
    return value


def _as_shown(reading: Reading, text: str, unit: Unit) -> str:
    """A cell without the words that an item's page puts around it."""
    if not reading.table.sightings or unit in {Unit.TEXT, Unit.DATE}:
        return text
    if unit is Unit.ID:
        return pages.item_id(text)
    return pages.count(text) if unit is Unit.COUNT else pages.price(text)


def _read_other_date(reading: Reading, at: int, position: int, text: str) -> Value:
    """A date beside the row's own day, such as the day an item was listed."""
    day = reading.days.span(text)
    if day is None or not day.one_day:
        if not cells.is_missing(text):
            reading.report("bad-other-date", Level.WARNING, reading.where(at, position), value=quote_cell(text))
        return None
    return serial(day.first)


def _kept_words(text: str) -> str | None:
    words = cells.words(text)
    return words and mask(words)


def _kept_id(text: str) -> str | None:
    name = cells.identifier(text)
    return name and hide_in_id(name)


_TEXT: dict[Unit, Callable[[str], str | None]] = {Unit.TEXT: _kept_words, Unit.ID: _kept_id}


def _read_number(text: str, unit: Unit, *, points: bool, comma: bool) -> float | None:
    if unit.is_share:
        return cells.share(text, points=points, comma=comma)
    return cells.seconds(text, comma=comma) if unit is Unit.SECONDS else cells.number(text, comma=comma)
