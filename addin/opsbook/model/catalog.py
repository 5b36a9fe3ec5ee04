"""Everything the product consists of, as the layers below the features see it. Knows no feature.

The ways in build it once and hand it down, inside the open workbook where there is one: nothing below the features keeps a
list of its own.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from opsbook.model.language import Label, Lang
from opsbook.model.records.button import Button
from opsbook.model.records.command import Command
from opsbook.model.records.contribution import (
    Add,
    CalcTable,
    CellCheck,
    Check,
    ColumnName,
    FigureList,
    InputCell,
    Judged,
    Laying,
    News,
    Report,
    Sentence,
    Sheet,
    Step,
    Tile,
    Typed,
)
from opsbook.model.records.export import Importer
from opsbook.model.records.field import Field
from opsbook.model.records.function import Function
from opsbook.model.records.message import Message
from opsbook.model.records.metric import Metric
from opsbook.model.records.part import Part, Renamed
from opsbook.model.records.setting import Setting, SettingGroup
from opsbook.model.records.threshold import Scope, Threshold
from opsbook.model.schema import Column, Kind, Table
from opsbook.model.units import Direction, Unit

T = TypeVar("T")


class CatalogError(Exception):
    """The parts do not fit together: a mistake of whoever wrote a feature.

    Args:
        what: what does not fit.
        names: the parts.
    """

    def __init__(self, what: str, *names: str) -> None:
        super().__init__(f"{what}: {', '.join(names)}" if names else what)


@dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """The product.

    Args:
        tables: by name, columns that other features add among them, in the order of the features.
        columns: by table, its columns with one formula column a metric, in reading order.
        fields: by id, every measured quantity.
        metrics: by id.
        judged: by id, what thresholds judge beside metrics.
        scopes: by id, what thresholds judge.
        thresholds: the rows a new workbook starts with.
        exports: by id.
        reports: what is exported every morning.
        settings: groups of named cells, top to bottom.
        options: settings that came later, each a row of the table Options.
        inputs: by name, other cells somebody types into.
        choices: functions of a plan that name the words its input cells may hold.
        sheets: in the order of the tabs.
        calc: tables of the sheet Calc, left to right.
        figures: single figures of the sheet Calc.
        tiles: places on the dashboard, by slot and rank.
        steps: results, each after those it reads.
        layings: rules by which rows of files are upserted into tables, each after the tables it reads.
        after_imports: what an import may bring for the first time.
        cell_checks: what is looked over cell by cell.
        closings: functions that say what an import offers.
        checks: what else is looked over, in the order it is told.
        brief: the morning's lines.
        starts: functions that prepare a new workbook.
        carries: functions that carry over what records do not say, into a workbook made from an older one.
        names: defined names that stand for columns.
        commands: by id, in the order in which they are listed.
        families: what the commands that share a first word are for.
        typed: what people fill in, by the name of its schema.
        buttons: by group of the ribbon.
        functions: worksheet functions that Python answers.
        adds: columns that features add to other features' tables.
        messages: by code.
        parts: what workbooks consist of, and since when.
        renamed: what was called otherwise before.
        versions: by feature, the version that workbooks of today have.
        founding: features that the first version had.
        plug_ins: ids of the features that other packages offer.
    """

    tables: Mapping[str, Table] = field(default_factory=dict)
    columns: Mapping[str, tuple[Column, ...]] = field(default_factory=dict)
    fields: Mapping[str, Field] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    judged: Mapping[str, Judged] = field(default_factory=dict)
    scopes: Mapping[str, Scope] = field(default_factory=dict)
    thresholds: tuple[Threshold, ...] = ()
    exports: Mapping[str, Importer] = field(default_factory=dict)
    reports: tuple[Report, ...] = ()
    settings: tuple[SettingGroup, ...] = ()
    options: tuple[Setting, ...] = ()
    inputs: Mapping[str, InputCell] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    calc: tuple[CalcTable, ...] = ()
    figures: tuple[FigureList, ...] = ()
    tiles: tuple[Tile, ...] = ()
    steps: tuple[Step, ...] = ()
    layings: Mapping[str, Laying] = field(default_factory=dict)
    after_imports: tuple[News, ...] = ()
    cell_checks: tuple[CellCheck, ...] = ()
    closings: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    brief: tuple[Sentence, ...] = ()
    starts: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    names: Mapping[str, ColumnName] = field(default_factory=dict)
    commands: Mapping[str, Command] = field(default_factory=dict)
    families: Mapping[str, Label] = field(default_factory=dict)
    typed: Mapping[str, Typed] = field(default_factory=dict)
    buttons: Mapping[str, tuple[Button, ...]] = field(default_factory=dict)
    functions: Mapping[str, Function] = field(default_factory=dict)
    adds: tuple[Add, ...] = ()
    messages: Mapping[str, Message] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    versions: Mapping[str, int] = field(default_factory=dict)
    founding: frozenset[str] = frozenset()
    plug_ins: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[Table, ...]:
        """Tables of figures by day, which exports fill."""
        return tuple(table for table in self.tables.values() if table.daily)

    @property
    def calendars(self) -> tuple[Table, ...]:
        """Tables of one row a day, which every workbook has."""
        return tuple(table for table in self.tables.values() if table.calendar)

    @property
    def filled(self) -> tuple[Table, ...]:
        """Tables that files fill."""
        names = {one.table.name for one in self.exports.values()}
        return tuple(table for table in self.tables.values() if table.name in names)

    @property
    def mappable(self) -> tuple[Table, ...]:
        """Tables that a report of one's own may fill."""
        return tuple(table for table in self.tables.values() if table.sheet is not None)

    @property
    def every_setting(self) -> tuple[Setting, ...]:
        """Settings in their groups, then options, as far as anything reads them."""
        return (*(one for group in self.settings for one in group.settings if not one.retired), *self.options)

    @property
    def retired(self) -> tuple[Setting, ...]:
        """Settings that older workbooks have and nothing reads any more."""
        return tuple(one for group in self.settings for one in group.settings if one.retired)

    @property
    def option_table(self) -> str:
        """The table whose rows are options; empty where there is none."""
        return next((table.name for table in self.tables.values() if table.options), "")

    def labels(self, lang: Lang) -> Callable[[str, str], str]:
        """Give the header of any column by table name and column id, in the workbook's language."""
        known = {(name, one.id): one.label[lang] for name, columns in self.columns.items() for one in columns}
        return lambda table, column: known[table, column]

    def found_column(self, table: str, column: str) -> str:
        """The column that holds what files said of a figure people may type; empty where there is none."""
        return next((one.id for one in self.columns.get(table, ()) if one.found_for == column), "")

    def report_of(self, table: str) -> Label:
        """What the report that fills a table is called; the sheet's name where none is exported every morning."""
        named = next((one.label for one in self.reports if one.table == table), None)
        known = self.tables[table]
        return named or known.label or known.sheet or Label(table, table)

    def label_of(self, name: str) -> Label:
        """What a metric, a judged figure or a field is called."""
        for known in (self.metrics, self.judged, self.fields):
            if name in known:
                return known[name].label
        raise CatalogError("unknown-figure", name)

    def unit_of(self, name: str) -> Unit:
        """What a metric, a judged figure or a field is measured in."""
        for known in (self.metrics, self.judged, self.fields):
            if name in known:
                return known[name].unit
        raise CatalogError("unknown-figure", name)

    def direction_of(self, name: str) -> int:
        """1 where more of a metric or figure is better, -1 where less is."""
        return -1 if name in self.metrics and self.metrics[name].direction is Direction.DOWN else 1


def columns_of(table: Table, metrics: Mapping[str, Metric]) -> tuple[Column, ...]:
    """List a table's columns in reading order: its own, then one formula column a metric."""
    calculated = (metrics[name] for name in table.metrics)
    return (*table.columns, *(Column(one.id, one.label, one.unit, Kind.FORMULA) for one in calculated))


def once(kind: str, named: Iterable[tuple[str, T]]) -> dict[str, T]:
    """By name; a name that stands twice is refused.

    Raises:
        CatalogError: two features use one name.
    """
    found: dict[str, T] = {}
    for name, one in named:
        if name in found:
            raise CatalogError("declared-twice", kind, name)
        found[name] = one
    return found
