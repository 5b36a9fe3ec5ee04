"""Read the Mapping sheet: confirmed columns, columns that wait for an answer, and contradictions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from opsbook.engine.own_shop import shops
from opsbook.engine.workbook import Workbook
from opsbook.exports.mapping.custom_report import Decided, Known
from opsbook.exports.mapping.proposal import KEPT, Remembered, missing_keys
from opsbook.exports.mapping.targets import ADD_UP, KEEP, LEAVE_OUT, field_named, fields, sheet_name, table_named
from opsbook.exports.platforms.no_field import INDEX
from opsbook.exports.platforms.normalize import clean, plain_header, plain_shop
from opsbook.exports.recognise.signature import header_key
from opsbook.model.answers import NO, YES
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.language import LANGS, Label, Lang
from opsbook.model.records.export import Importer
from opsbook.model.schema import Table
from opsbook.model.values import Value

BESIDE = Label("（导入）", " (file)")  # behind the name of an extra column that one of ours already has
NEAREST = 3
LONGEST = 200  # characters of a column's name; Excel takes 255


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet.

    Args:
        where: its place.
        report: name of the report.
        table: what it fills, as written.
        header: the column in the file.
        field: the field it is mapped to, as written in the cell.
        confirmed: yes or no, as written.
    """

    where: Where
    report: str
    table: str
    header: str
    field: str
    confirmed: str

    @property
    def wanted(self) -> bool:
        """Whether the column is to be imported, once confirmed."""
        return bool(self.field) and not _is(self.field, LEAVE_OUT)

    @property
    def agreed(self) -> bool:
        """Whether the operator said yes."""
        return self.wanted and _is(self.confirmed, YES)

    @property
    def waits(self) -> bool:
        """Whether the row is neither confirmed nor declined; 好的 or √ is neither, and `check` reports it."""
        return self.wanted and not _is(self.confirmed, YES) and not self.refused

    @property
    def refused(self) -> bool:
        """Whether the operator said no."""
        return _is(self.confirmed, NO)


@dataclass(frozen=True, slots=True)
class Mappings:
    """What the workbook says of files, report by report; reports are named by their signature.

    Args:
        known: reports and renamed exports that can be read.
        remembered: own reports, for those that come with changed headers.
        waiting: columns without an answer.
        wrong: what keeps a confirmed report from being read.
        left_out: reports of which every column is left out.
        names: name of each report.
        year: the workbook's, of which days without a year are; None where it says none.
        own: the names its shop goes by, see `plain_shop`; of a sheet with the rows of several shops only its own are read.
    """

    known: Known
    remembered: tuple[Remembered, ...] = ()
    waiting: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wrong: Mapping[str, tuple[Issue, ...]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None
    own: frozenset[str] = frozenset()

    @property
    def told(self) -> Mapping[str, frozenset[str]]:
        """The columns of the shop's day that own reports may tell, by what the record of imports calls them."""
        own = (one for one in self.known.values() if one.fields and one.table.name == "ShopDay")
        return {one.name: frozenset(one.fields.values()) for one in own}


NO_MAPPINGS = Mappings({})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What lines with a yes mean together, and what is wrong with them."""

    fields: Mapping[str, str]
    kept: Mapping[str, str]
    issues: tuple[Issue, ...]


def _is(word: str, label: Label) -> bool:
    return plain_header(word) in {plain_header(label[lang]) for lang in LANGS}


def is_left_out(word: str) -> bool:
    """Whether a word in the place of a field says that the column is not imported."""
    return word in {"", "-"} or _is(word, LEAVE_OUT) or _is(word, NO)


def is_kept(word: str) -> bool:
    """Whether a word in the place of a field says that the column is kept as it is."""
    return word == KEPT or _is(word, KEEP)


def read_mappings(workbook: Workbook) -> Mappings:
    """Read the sheet; rows somebody deleted are as if they had never been."""
    by_report, adding = _by_report(workbook)
    known: dict[str, Decided] = {}
    remembered: list[Remembered] = []
    waiting, wrong, left_out = {}, {}, set()
    for signature, lines in by_report.items():
        agreed = [line for line in lines if line.agreed]
        importer = workbook.catalog.exports.get(signature)
        table, issues = (importer.table, ()) if importer else _table(workbook, lines)
        meaning = meant(workbook, agreed, table, importer) if table else Meaning({}, {}, ())
        issues = (*issues, *meaning.issues)
        if importer is None and agreed and table and not issues:
            issues = _lacking(table, meaning, agreed[0], workbook.lang)
        report = workbook.voice.say("own-report", report=lines[0].report or "–")
        decided = Decided(report, table, meaning.fields, meaning.kept) if table else None
        if issues:
            wrong[signature] = issues
        answered = any(line.agreed or line.refused or _is(line.field, LEAVE_OUT) for line in lines)
        waits = tuple(line.header for line in lines if line.waits) or (
            () if answered else tuple(line.header for line in lines)
        )
        if waits:
            waiting[signature] = waits
        if decided and (importer or (agreed and not issues and not waits)):
            known[signature] = decided
        if importer is None and not agreed and not waits:
            left_out.add(signature)
        if importer is None and agreed and decided:
            remembered.append(_remembered(decided, lines))
    known |= _added_up(workbook, adding, known, by_report)
    names = {signature: lines[0].report for signature, lines in by_report.items()}
    year = int(workbook.number("year") or 0) or None
    own = frozenset(plain_shop(name) for name in shops(workbook) if name)
    return Mappings(known, tuple(remembered), waiting, wrong, frozenset(left_out), names, year, own)


def _by_report(workbook: Workbook) -> tuple[Mapping[str, list[Line]], Mapping[str, Line]]:
    """The rows about columns, report by report, and the agreed ones that have parts added up."""
    by_report: dict[str, list[Line]] = defaultdict(list)
    adding: dict[str, Line] = {}
    for signature, line in _lines(workbook):
        if not _is(line.field, ADD_UP):
            by_report[signature].append(line)
        elif line.agreed:
            adding[signature] = line
    return by_report, adding


def _added_up(workbook: Workbook, adding: Mapping[str, Line], known: Known, own: Collection[str]) -> dict[str, Decided]:
    """The headers below which several rows of one key are parts, with what is known of their columns."""
    found: dict[str, Decided] = {}
    for signature, line in adding.items():
        table = table_named(line.table, workbook.catalog)
        if signature in known:
            found[signature] = replace(known[signature], adds=True)
        elif signature not in own and table is not None:
            found[signature] = Decided("", table, adds=True)
    return found


def _lines(workbook: Workbook) -> Iterator[tuple[str, Line]]:
    """Every row that names a report and a column."""
    body = workbook.host.read_table("Mapping")
    for at, row in enumerate(workbook.rows("Mapping"), body.first_row):
        words = {name: _word(row.get(name)) for name in ("report", "table", "header", "field", "confirmed")}
        signature = _word(row.get("signature"))
        if signature and words["header"]:
            yield signature, Line(Where(sheet=body.sheet, row=at), **words)


def _word(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a header or signature of digits that somebody's Excel made a number of
    return "" if value is None else str(value).strip()


def _table(workbook: Workbook, lines: Sequence[Line]) -> tuple[Table | None, tuple[Issue, ...]]:
    """The one table a report fills."""
    found: dict[str, Line] = {}
    for line in lines:
        if line.table:
            table = table_named(line.table, workbook.catalog)
            if table is None:
                known = tuple(map(sheet_name, workbook.catalog.mappable))
                return None, (Issue("map-table", Level.ERROR, line.where, {"seen": line.table, "known": known}),)
            found.setdefault(table.name, line)
    if len(found) > 1:
        seen = {"report": lines[0].report, "tables": tuple(sheet_name(workbook.catalog.tables[name]) for name in found)}
        return None, (Issue("map-two-tables", Level.ERROR, lines[0].where, seen),)
    if not found:
        return None, (Issue("map-no-table", Level.ERROR, lines[0].where, {"report": lines[0].report}),)
    return workbook.catalog.tables[next(iter(found))], ()


def meant(workbook: Workbook, agreed: Iterable[Line], table: Table, importer: Importer | None = None) -> Meaning:
    """What confirmed lines mean together.

    Args:
        workbook: the open workbook.
        agreed: lines with a field.
        table: fact table they fill.
        importer: the known export whose columns they are; None for a custom report.
    """
    found: dict[str, str] = {}
    kept: dict[str, str] = {}
    takers: dict[str, Line] = {}
    issues: list[Issue] = []
    for line in agreed:
        if is_kept(line.field):
            kept[header_key(line.header)] = column_name(workbook, table, line.header)
            continue
        name = field_id(table, line.field, importer)
        if name is None:
            issues.append(Issue("map-field", Level.ERROR, line.where, unknown_field(table, line, workbook.lang)))
        elif INDEX.search(line.header) and next(one for one in fields(table) if one.id == name).unit.is_number:
            seen = {"header": line.header, "field": line.field}
            issues.append(Issue("map-index", Level.ERROR, line.where, seen))
        elif name in takers:
            seen = {"field": line.field, "header": line.header, "other": takers[name].header}
            issues.append(Issue("map-twice", Level.ERROR, line.where, seen))
        else:
            takers[name] = line
            found[header_key(line.header)] = name
    return Meaning(found, kept, tuple(issues))


def field_id(table: Table, word: str, importer: Importer | None = None) -> str | None:
    """The column of a table that a word names; of a known export its own names of columns count too."""
    column = field_named(table, word)
    if column is not None or importer is None:
        return column.id if column else None
    plain = plain_header(word)
    return next((source.id for source in importer.columns if plain in map(plain_header, source.headers)), None)


def unknown_field(table: Table, line: Line, lang: Lang) -> dict[str, object]:
    """What a message says of a word that names no field."""
    known = [column.label[lang] for column in fields(table)]
    return {"seen": line.field, "table": sheet_name(table), "header": line.header, "near": nearest(line.field, known)}


def nearest(word: str, known: Sequence[str]) -> tuple[str, ...]:
    """The known words most like another."""
    from rapidfuzz import process  # noqa: PLC0415  (slow to load, rarely wanted)

    return tuple(name for name, _, _ in process.extract(word, known, processor=plain_header, limit=NEAREST))


def _lacking(table: Table, meaning: Meaning, line: Line, lang: Lang) -> tuple[Issue, ...]:
    """Key fields a report still lacks to identify its rows; the day may come from the file name."""
    gone = missing_keys(table, set(meaning.fields.values()), dated=True)
    if not gone and not meaning.kept and set(meaning.fields.values()) <= set(table.key):
        return (Issue("map-no-figure", Level.ERROR, line.where, {"report": line.report}),)
    if not gone:
        return ()
    names = {column.id: column.label[lang] for column in (*table.columns, *fields(table))}
    seen = {"report": line.report, "table": sheet_name(table), "missing": tuple(names[name] for name in gone)}
    return (Issue("map-key", Level.ERROR, line.where, seen),)


def column_name(workbook: Workbook, table: Table, header: str) -> str:
    """What an extra column is called: as in the file, unless the table has a column of that name that is ours."""
    name = clean(header)[:LONGEST]
    ours = {own.casefold() for own in workbook.plan.headers[table.name].values()}
    return name + BESIDE[workbook.lang] if name.casefold() in ours else name


def _remembered(decided: Decided, lines: Sequence[Line]) -> Remembered:
    answers = {**decided.fields, **dict.fromkeys(decided.kept, KEPT)}
    return Remembered(decided.table, frozenset(header_key(line.header) for line in lines), answers)


def kept_columns(workbook: Workbook, table: str) -> tuple[str, ...]:
    """Extra columns of a table that imports fill, in the order of the table."""
    if "Mapping" not in workbook.host.tables():
        return ()  # a workbook from before there were mappings
    known = read_mappings(workbook).known.values()
    names = {name.casefold() for one in known if one.table.name == table for name in one.kept.values()}
    return tuple(header for header in workbook.host.read_table(table).headers if header.casefold() in names)


def mapping_issues(workbook: Workbook) -> Iterator[Issue]:
    """Issues of the Mapping sheet for `check`: contradictory rows, and reports that wait for an answer."""
    found = read_mappings(workbook)
    for issues in found.wrong.values():
        yield from issues
    sheet = workbook.host.read_table("Mapping").sheet
    for signature, columns in found.waiting.items():
        seen = {"report": found.names[signature], "columns": columns}
        yield Issue("mapping-waits", Level.INFO, Where(sheet=sheet), seen)
