"""A capability as one record, and how records become the catalog."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter
from itertools import chain

from opsbook.engine.parts import FIRST, parts_of, renamed_of
from opsbook.model.catalog import Catalog, CatalogError, columns_of, once
from opsbook.model.language import Label
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
from opsbook.model.records.setting import Setting, SettingGroup
from opsbook.model.records.threshold import Scope, Threshold
from opsbook.model.schema import Table


@dataclass(frozen=True, slots=True)
class Feature:
    """One capability: one folder. Every part is optional.

    Args:
        id: name of the folder.
        label: what it is called.
        since: version of the product that brought it.
        version: counts up whenever workbooks get something new of it; what is new names it as `since`.
        needs: features whose Python it imports; formulas name columns by id and need none.
        tables: its tables; one of another's name is refused.
        adds: columns and metrics for other features' tables.
        fields: quantities it measures.
        metrics: figures it defines; each is a column of the tables that list it.
        judged: figures that thresholds judge beside metrics.
        scopes: what thresholds may judge.
        thresholds: rows a new workbook starts with.
        exports: literals of the files that fill its tables.
        reports: what is exported every morning.
        settings: named cells the operator may change.
        options: settings that came later; rows of the table Options.
        inputs: other named cells somebody types into.
        choices: functions of a plan that name the words input cells may hold.
        names: defined names that refer to a table column.
        sheets: its sheets.
        calc: its tables of the sheet Calc.
        figures: its single figures of the sheet Calc.
        tiles: its places on the dashboard.
        steps: results it works out at every refresh.
        layings: rules of its own by which rows of files are upserted into a table.
        after_imports: what an import may bring for the first time.
        cell_checks: what it looks over cell by cell.
        closings: functions of an import's report, the workbook's path and the console that say what the import offers.
        checks: what else it looks over.
        brief: its lines of the morning.
        starts: functions that prepare a new workbook.
        carries: functions that carry over what its records do not say, into a workbook made from an older one.
        commands: its verbs.
        families: first words that its commands share, with what they are for.
        typed: cells that people fill in.
        buttons: its buttons, by group of the ribbon.
        functions: worksheet functions that Python answers.
        messages: its sentences, by code.
    """

    id: str
    label: Label
    since: str
    version: int = 1
    needs: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    adds: tuple[Add, ...] = ()
    fields: tuple[Field, ...] = ()
    metrics: tuple[Metric, ...] = ()
    judged: tuple[Judged, ...] = ()
    scopes: tuple[Scope, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    exports: tuple[Importer, ...] = ()
    reports: tuple[Report, ...] = ()
    settings: tuple[SettingGroup, ...] = ()
    options: tuple[Setting, ...] = ()
    inputs: tuple[InputCell, ...] = ()
    choices: tuple[str, ...] = ()
    names: Mapping[str, ColumnName] = field(default_factory=dict)
    sheets: tuple[Sheet, ...] = ()
    calc: tuple[CalcTable, ...] = ()
    figures: tuple[FigureList, ...] = ()
    tiles: tuple[Tile, ...] = ()
    steps: tuple[Step, ...] = ()
    layings: tuple[Laying, ...] = ()
    after_imports: tuple[News, ...] = ()
    cell_checks: tuple[CellCheck, ...] = ()
    closings: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    brief: tuple[Sentence, ...] = ()
    starts: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    commands: tuple[Command, ...] = ()
    families: Mapping[str, Label] = field(default_factory=dict)
    typed: tuple[Typed, ...] = ()
    buttons: Mapping[str, tuple[Button, ...]] = field(default_factory=dict)
    functions: tuple[Function, ...] = ()
    messages: Mapping[str, Message] = field(default_factory=dict)


def catalog_of(features: Sequence[Feature], messages: Mapping[str, Message] | None = None) -> Catalog:
    """Put features together.

    Args:
        features: in the order of the operator's day.
        messages: sentences of the layers below.

    Raises:
        CatalogError: a name stands twice, something named is not there, needs or steps go round in a circle.
    """
    _check_needs(features)
    return replace(
        _collected(features, messages or {}),
        parts=parts_of(features),
        renamed=renamed_of(features),
        versions={feature.id: feature.version for feature in features},
        founding=frozenset(feature.id for feature in features if feature.since == FIRST),
    )


def _collected(features: Sequence[Feature], messages: Mapping[str, Message]) -> Catalog:
    """What features declare, kind by kind."""
    metrics = once("metric", ((one.id, one) for feature in features for one in feature.metrics))
    tables = _tables(features, metrics)
    said = [messages.items(), *(feature.messages.items() for feature in features)]
    return Catalog(
        tables=tables,
        columns={name: columns_of(table, metrics) for name, table in tables.items()},
        fields=once("field", ((one.id, one) for feature in features for one in feature.fields)),
        metrics=metrics,
        judged=once("figure", ((one.id, one) for feature in features for one in feature.judged)),
        scopes=once("scope", ((one.id, one) for feature in features for one in feature.scopes)),
        thresholds=tuple(once("threshold", ((one.key, one) for f in features for one in f.thresholds)).values()),
        exports=once("export", ((one.id, _filling(one, tables)) for feature in features for one in feature.exports)),
        reports=tuple(one for feature in features for one in feature.reports),
        settings=tuple(sorted((one for f in features for one in f.settings), key=lambda one: one.rank)),
        options=tuple(one for feature in features for one in feature.options),
        inputs=once("input", ((one.name, one) for feature in features for one in feature.inputs)),
        choices=tuple(one for feature in features for one in feature.choices),
        names=once("name", ((name, place) for feature in features for name, place in feature.names.items())),
        sheets=tuple(sorted((one for f in features for one in f.sheets), key=lambda one: one.rank)),
        calc=tuple(sorted((one for f in features for one in f.calc), key=lambda one: one.rank)),
        figures=tuple(sorted((one for f in features for one in f.figures), key=lambda one: one.rank)),
        tiles=tuple(sorted((one for f in features for one in f.tiles), key=lambda one: (one.slot, one.rank))),
        steps=_in_order([step for feature in features for step in feature.steps]),
        layings={one.table: one for one in _layings([one for feature in features for one in feature.layings])},
        after_imports=tuple(one for feature in features for one in feature.after_imports),
        cell_checks=tuple(one for feature in features for one in feature.cell_checks),
        closings=tuple(one for feature in features for one in feature.closings),
        checks=tuple(sorted((one for f in features for one in f.checks), key=lambda one: one.rank)),
        brief=tuple(sorted((one for f in features for one in f.brief), key=lambda one: one.rank)),
        starts=tuple(one for feature in features for one in feature.starts),
        carries=tuple(one for feature in features for one in feature.carries),
        commands=once("command", ((one.id, one) for one in _listed(features))),
        families=once("family", chain.from_iterable(one.families.items() for one in features)),
        typed=once("schema", ((one.name, one) for feature in features for one in feature.typed)),
        buttons=_buttons(features),
        functions=once("function", ((one.name, one) for feature in features for one in feature.functions)),
        adds=tuple(add for feature in features for add in feature.adds),
        messages=once("message", chain.from_iterable(said)),
    )


def _listed(features: Sequence[Feature]) -> list[Command]:
    return sorted((one for feature in features for one in feature.commands), key=lambda one: one.rank)


def _check_needs(features: Sequence[Feature]) -> None:
    known = once("feature", ((one.id, one) for one in features))
    for one in features:
        for need in one.needs:
            if need not in known:
                raise CatalogError("unknown-feature", one.id, need)
    _sorted({one.id: one.needs for one in features}, "needs-circle")


def _tables(features: Sequence[Feature], metrics: Mapping[str, Metric]) -> dict[str, Table]:
    """Every table, with the columns that other features add after its own."""
    tables = once("table", ((table.name, table) for feature in features for table in feature.tables))
    for add in (add for feature in features for add in feature.adds):
        if add.table not in tables:
            raise CatalogError("unknown-table", add.table)
        tables[add.table] = _with(tables[add.table], add)
    for table in tables.values():
        if strangers := [name for name in table.metrics if name not in metrics]:
            raise CatalogError("unknown-metric", table.name, *strangers)
        once(f"column of {table.name}", ((column.id, column) for column in columns_of(table, metrics)))
    return tables


def _with(table: Table, add: Add) -> Table:
    if add.column is not None:
        return replace(table, columns=(*table.columns, add.column))
    return replace(table, metrics=(*table.metrics, add.metric))


def _filling(export: Importer, tables: Mapping[str, Table]) -> Importer:
    """An export with the table it fills as it is with the columns of other features."""
    return replace(export, table=tables[export.table.name])


def _buttons(features: Sequence[Feature]) -> Mapping[str, tuple[Button, ...]]:
    """The buttons of every group, in the order of the features."""
    groups: dict[str, tuple[Button, ...]] = defaultdict(tuple)
    for feature in features:
        for group, buttons in feature.buttons.items():
            groups[group] += buttons
    once("button", ((one.id, one) for buttons in groups.values() for one in buttons))
    return dict(groups)


def _in_order(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Every step after those that write what it reads; one writer a result."""
    writer = once("result", ((name, step.name) for step in steps for name in step.writes))
    named = once("step", ((step.name, step) for step in steps))
    before = {
        step.name: [other for name in _written(step.reads, writer) if (other := writer[name]) != step.name]
        for step in steps
    }
    return tuple(named[name] for name in _sorted(before, "steps-circle"))


def _written(reads: Iterable[str], writer: Mapping[str, str]) -> list[str]:
    """The results a step reads; a table named as a whole means all its result columns, `*` those of all others."""
    return [name for name in writer for read in reads if read in {name, "*"} or name.startswith(f"{read}.")]


def _layings(layings: Sequence[Laying]) -> list[Laying]:
    named = once("laying", ((one.table, one) for one in layings))
    order = _sorted({one.table: one.reads for one in layings}, "layings-circle")
    return [named[name] for name in order if name in named]


def _sorted(before: Mapping[str, Iterable[str]], trouble: str) -> list[str]:
    """What comes first, first; what does not depend on each other stays as it was declared."""
    try:
        return list(TopologicalSorter(before).static_order())
    except CycleError as error:
        raise CatalogError(trouble, *error.args[1]) from error
