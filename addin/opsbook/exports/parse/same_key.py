"""Several rows of one key in one file: the whole is taken, parts are added where they may be, all others are refused."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from opsbook.exports.parse.adding_up import Labels, Sums, sum_of, whole_of
from opsbook.exports.parse.repeats import Key, add_parts, key_of, named
from opsbook.exports.parse.rows import Reading
from opsbook.exports.parse.totals import cell
from opsbook.exports.platforms import cells
from opsbook.exports.platforms.dates import is_any_date
from opsbook.exports.platforms.normalize import clean, plain_header
from opsbook.exports.privacy.scrub import is_about_people, is_personal, quote
from opsbook.exports.recognise.match_header import plain_headers
from opsbook.model.facts import Fact
from opsbook.model.issues import Issue, Level
from opsbook.model.records.export import Repeat
from opsbook.model.units import Unit

_WHOLE = re.compile(
    r"(?:所有|全部)(?:终端|渠道|设备|规格|时段)?|全天|合计|总计|汇总|整体|all(?: (?:devices|terminals|channels))?|total",
    re.IGNORECASE,
)
# The same clicks, with the sales of more or fewer days after them: such rows are no parts of each other.
_WINDOWS = plain_headers(("转化周期", "归因周期", "效果周期", "Attribution window"))
_FIGURE = re.compile(r"-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?%?")
_DAY = re.compile(
    r"(?:20\d\d[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d\d|\d{5})(?:[ T]0?0:00(?::00)?)?"
)
_ALL = re.compile(r"全|所有|总|合计|汇总|整|不限|\b(?:all|total|overall)\b", re.IGNORECASE)
_NO_PART = re.compile(r"备注|说明|下载|导出|更新|note|remark|comment|updated|exported")
_PARTS = ("parts-share-key", "most-parts-share-keys")
_ROWS = ("rows-share-key", "most-rows-share-keys")
_CENT = 0.01
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Same:
    """The rows of one key.

    Args:
        key: what names them.
        rows: those that may count, in file order; none is the same as another.
        parts: how many were left out as parts of these.
    """

    key: Key
    rows: tuple[Fact, ...]
    parts: int


def settle_keys(reading: Reading, facts: Sequence[Fact], sums: Sums | None = None) -> list[Fact]:
    """Let one row of a key stand, or the sum of its parts.

    A row that says 所有终端 or the like where the others name a part is the whole. Parts are added where the importer says that
    they may be. Which of any other rows is right, and whether visitors are counted twice in their sum, nobody knows.

    Args:
        reading: the sheet; what is left out is reported and counted there.
        facts: rows in file order.
        sums: what adds up where the operator said that parts are to be added; None where nobody did.

    Returns:
        One row per key.
    """
    sheet = _Sheet(reading)
    keys: dict[Key, list[Fact]] = defaultdict(list)
    for fact in facts:
        keys[key_of(fact, reading.table.key)].append(fact)
    found = sheet.without_lone_parts([sheet.whole(key, sheet.once(rows)) for key, rows in keys.items()])
    sheet.tell_again()
    apart = {same.key for same in found if not sheet.adds or sheet.differs_in_window(same.rows)}
    sheet.tell_added([same for same in found if same.key not in apart])
    if sums is not None and not sheet.adds:
        found = sheet.summed(found, sums)
    shared = [same for same in found if len(same.rows) > 1 and same.key in apart]
    reading.rejected += sum(len(same.rows) + same.parts for same in shared)
    reading.issues += sheet.refusals(shared, len(found))
    kept = [fact for same in found if len(same.rows) == 1 or same.key not in apart for fact in same.rows]
    return add_parts(kept, reading.table.key) if sheet.adds else kept


class _Sheet:
    """The cells the facts were read from, those without a place in the tables too."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.adds = reading.matched.importer.repeat in {Repeat.PARTS, Repeat.SCENES}
        self.again: list[tuple[Fact, Fact]] = []
        self.wholes: set[int] = set()  # columns in which some row was the whole of others
        self.units = {column.id: column.unit for column in reading.table.columns}
        self.days = frozenset(reading.matched.columns.get("date", ()))
        self.matched = {at: self.units[name] for name, hits in reading.matched.columns.items() for at in hits}

    def row(self, fact: Fact) -> Sequence[str]:
        return self.reading.raw.rows[fact.where.row - 1]

    def header(self, at: int) -> str:
        return quote(cell(self.reading.matched.headers, at)) or "–"

    @cached_property
    def columns(self) -> range:
        """All columns; a long list whose rows were added up by day already is not gone through for them."""
        return range(max(map(len, self.reading.raw.rows), default=0))

    @cached_property
    def people(self) -> frozenset[int]:
        """Columns of which nothing is quoted; what stands in those of the tables was masked by what they are."""
        matched = self.reading.matched
        below = self.reading.raw.rows[matched.row + 1 :]
        return frozenset(
            at
            for at in self.columns
            if at not in self.matched and (self._is_personal(at) or is_about_people(below, at))
        )

    def _is_personal(self, at: int) -> bool:
        name = clean(cell(self.reading.matched.headers, at))
        return name in self.reading.matched.personal or is_personal(name)

    def once(self, rows: Sequence[Fact]) -> list[Fact]:
        """Let rows of one key that are equal in every column count once."""
        # Two equal rows of an ad plan are two parts of it: what tells them apart may not be in the export.
        if len(rows) == 1 or self.reading.matched.importer.repeat is Repeat.PARTS:
            return list(rows)
        kept: dict[tuple[str, ...], Fact] = {}
        for fact in rows:
            first = kept.setdefault(self._cells(fact), fact)
            if first is not fact:
                self.again.append((first, fact))
        return list(kept.values())

    def tell_again(self) -> None:
        """Say once how many rows stand there twice."""
        if self.again:
            first, fact = min(self.again, key=lambda pair: pair[1].where.row)
            seen = {"rows": len(self.again), "first": first.where.row}
            self.reading.report("equal-rows", Level.INFO, fact.where, **seen)

    def tell_added(self, added: Sequence[Same]) -> None:
        """Say once how many rows were added up to how many."""
        several = [same for same in added if len(same.rows) > 1]
        if several:
            seen = {"rows": sum(len(same.rows) for same in several), "keys": len(several)}
            self.reading.report("rows-added", Level.INFO, several[0].rows[1].where, **seen)

    def differs_in_window(self, rows: Sequence[Fact]) -> bool:
        """Whether rows of one key tell the same clicks by different windows of attribution."""
        at = next((at for at, name in enumerate(self.reading.matched.headers) if plain_header(name) in _WINDOWS), None)
        return at is not None and len({clean(cell(self.row(fact), at)) for fact in rows}) > 1

    def _cells(self, fact: Fact) -> tuple[str, ...]:
        return tuple(self._spelled(at, self.row(fact)) for at in self.columns)

    def _spelled(self, at: int, row: Sequence[str]) -> str:
        """A cell as it is compared: 1,200.0 is 1200, and the key's own day is no difference, but its hour is."""
        bare = clean(cell(row, at))
        if at in self.days:
            return "" if _DAY.fullmatch(bare) else bare
        if not _FIGURE.fullmatch(bare):
            return bare
        figure = bare.replace(",", "")
        return figure.rstrip("0").rstrip(".") if "." in figure and not figure.endswith("%") else figure

    def whole(self, key: Key, rows: Sequence[Fact]) -> Same:
        """Leave out the rows that are parts of another with the same key: it is the whole in every column in which any row is."""
        if len(rows) == 1:
            return Same(key, tuple(rows), 0)
        at_whole = [{at for at in self.columns if self._says_whole(fact, at)} for fact in rows]
        some = set[int]().union(*at_whole)
        telling = {at for at in some if not all(at in said for said in at_whole) and at not in self.people}
        kept = [fact for fact, said in zip(rows, at_whole, strict=True) if telling <= said]
        parts = [fact for fact, said in zip(rows, at_whole, strict=True) if not telling <= said]
        if not kept or not parts or not self._holds(kept, parts):
            return Same(key, tuple(rows), 0)
        self.wholes |= telling
        for at in sorted(telling):
            seen = {"column": self.header(at), "word": quote(cell(self.row(kept[0]), at))}
            self.reading.report_once("whole-row", Level.INFO, kept[0].where, **seen)
        return Same(key, tuple(kept), len(parts))

    def without_lone_parts(self, found: Sequence[Same]) -> list[Same]:
        """Leave out keys of which the sheet has a part only, where it has the whole of others: a day of PC端 is no day."""
        kept: list[Same] = []
        for same in found:
            at = next((at for at in self.wholes if not self.adds and not self._says_whole(same.rows[0], at)), None)
            if at is None or not clean(cell(self.row(same.rows[0]), at)):
                kept.append(same)
                continue
            seen = {"key": named(same.key), "column": self.header(at), "word": quote(cell(self.row(same.rows[0]), at))}
            self.reading.report("lone-part", Level.ERROR, same.rows[0].where, **seen)
            self.reading.rejected += len(same.rows)
        return kept

    def _says_whole(self, fact: Fact, at: int) -> bool:
        return _WHOLE.fullmatch(clean(cell(self.row(fact), at))) is not None

    def _holds(self, wholes: Sequence[Fact], parts: Sequence[Fact]) -> bool:
        """Whether rows can be the whole of others: 全部 may also be a setting of an ad, beside ads with another one."""
        for name, unit in self.units.items():
            if unit not in {Unit.AMOUNT, Unit.COUNT}:
                continue
            all_of, some = _figures(wholes, name), _figures(parts, name)
            if self.adds and abs(sum(all_of) - sum(some)) > _CENT * len(parts):
                return False
            if max(some, default=0) > max(all_of, default=0) + _CENT:
                return False
        return True

    def summed(self, found: Sequence[Same], sums: Sums) -> list[Same]:
        """Add up the parts of every key, or take the row that is their sum already; say so once."""
        settled: list[Same] = []
        several: list[Same] = []
        added, left = set[str](), set[str]()
        for same in found:
            by = self.parted_by(same.rows)
            if not by:
                settled.append(same)
            elif (whole := self._sum_already(same, by, sums)) is not None:
                settled.append(whole)
            else:
                one, told, blank = sum_of(self.reading, same.rows, sums)
                added, left = added | told, left | blank
                settled.append(Same(same.key, (one,), same.parts))
                several.append(same)
        if several:
            self._tell_summed(several, sums.labels(added), sums.labels(left))
        return settled

    def _sum_already(self, same: Same, by: Sequence[int], sums: Sums) -> Same | None:
        """The row of a key that is the sum of its parts, by its name and its figures."""
        named = [fact for fact in same.rows if all(self._may_be_whole(fact, at) for at in by)]
        if (whole := whole_of(same.rows, named, sums)) is None:
            return None
        seen = {"column": self.header(by[0]), "word": quote(cell(self.row(whole), by[0])) or "–"}
        self.reading.report_once("whole-row", Level.INFO, whole.where, **seen)
        return Same(same.key, (whole,), same.parts + len(same.rows) - 1)

    def _tell_summed(self, several: Sequence[Same], added: Labels, left: Labels) -> None:
        """Say how many rows were added up, by what they were parted, what was added and what stays blank."""
        first = several[0].rows
        columns = tuple(self.header(at) for at in self.parted_by(first)[:_MOST_NAMED])
        counts = {"rows": sum(len(same.rows) for same in several), "keys": len(several)}
        code = "parts-summed-but" if left else "parts-summed"
        figures = {"added": added or "–", "left": left}
        self.reading.report(code, Level.INFO, first[1].where, columns=columns, **counts, **figures)

    def parted_by(self, rows: Sequence[Fact]) -> list[int]:
        """The columns that tell every row of a key from every other: a device, an hour, a size; none where they are no parts.

        Two downloads of one day differ in figures, and in when they were made: they are no parts of each other.
        """
        if len(rows) < 2 or self.differs_in_window(rows):
            return []
        texts = {at: [self._spelled(at, self.row(fact)) for fact in rows] for at in self.columns}
        telling = [at for at, cells in texts.items() if len(set(cells)) > 1 and self._may_part(at, cells)]
        if any(self._says_whole(fact, at) for at in telling for fact in rows):
            return []  # one of them says that it is all of the others, and their figures contradict it
        told = {tuple(texts[at][number] for at in telling) for number in range(len(rows))}
        return telling if telling and len(told) == len(rows) else []

    def _may_be_whole(self, fact: Fact, at: int) -> bool:
        """Whether a cell that says which part a row is may say that it is none, or all of them."""
        text = cell(self.row(fact), at)
        return at not in self.days and (cells.is_missing(text) or _ALL.search(clean(text)) is not None)

    def _may_part(self, at: int, texts: Sequence[str]) -> bool:
        """Whether a column may say which part a row is."""
        if at in self.matched:
            return at in self.days or self.matched[at] is Unit.ID
        if at in self.people or _NO_PART.search(plain_header(self.header(at))):
            return False
        return self._is_worded(at, *texts) and not all(is_any_date(text) for text in texts if text)

    def refusals(self, shared: Sequence[Same], keys: int) -> Iterator[Issue]:
        """Say which keys are left out, those apart whose rows may be added; one word for the file where most of it is."""
        parts = [same for same in shared if not self.adds and self.parted_by(same.rows)]
        keyed = {same.key for same in parts}
        others = [same for same in shared if same.key not in keyed]
        for group, one, most in ((parts, *_PARTS), (others, *_ROWS)):
            if len(group) * 2 > keys > 1:
                seen = {"keys": len(group), "of": keys, **self._seen(group[0])}
                yield Issue(most, Level.ERROR, group[0].rows[1].where, seen)
                continue
            for same in group:
                yield Issue(one, Level.ERROR, same.rows[1].where, self._seen(same))

    def _seen(self, same: Same) -> dict[str, object]:
        one, other, *_ = same.rows
        return {
            "key": named(same.key),
            "rows": len(same.rows),
            "first": one.where.row,
            "second": other.where.row,
            "columns": tuple(self._differences(self.row(one), self.row(other))),
        }

    def _differences(self, one: Sequence[str], other: Sequence[str]) -> Iterator[str]:
        """The columns that tell two rows apart: those of words and names, else of figures; of people no cell."""
        differ = [at for at in self.columns if self._spelled(at, one) != self._spelled(at, other)]
        worded = [at for at in differ if self._is_worded(at, cell(one, at), cell(other, at))]
        for at in (worded or differ)[:_MOST_NAMED]:
            values = " / ".join(quote(text) or "–" for text in (cell(one, at), cell(other, at)))
            yield self.header(at) if at in self.people else f"{self.header(at)} ({values})"

    def _is_worded(self, at: int, *texts: str) -> bool:
        if at in self.matched:
            return not self.matched[at].is_number
        if plain_header(self.header(at)).endswith(("id", "编号", "编码", "小时", "时段")):
            return True
        return at not in self.people and not all(
            _FIGURE.fullmatch(clean(text)) or cells.is_missing(text) for text in texts
        )


def _figures(facts: Sequence[Fact], name: str) -> list[float]:
    values = (fact.values.get(name) for fact in facts)
    return [value for value in values if isinstance(value, int | float)]
