"""What cells say in the new workbook's language: chosen words in its own, what nobody changed as it starts there, all else as typed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from opsbook.book.compile.compiled_plan import CompiledPlan
from opsbook.book.compile.input_rule import InputRule
from opsbook.engine.workbook import Workbook, know_book
from opsbook.hosts.template.blank import blank_book
from opsbook.model.answers import NO, YES
from opsbook.model.catalog import Catalog
from opsbook.model.language import Label
from opsbook.model.schema import Table
from opsbook.model.values import Value

ANYTHING = InputRule("")
Key = tuple[Value, ...]


class Wording:
    """How one workbook says what another one says.

    Args:
        old: the workbook that something comes from.
        new: the workbook it goes to.
    """

    def __init__(self, old: Workbook, new: Workbook) -> None:
        self._old, self._new = old, new
        self.same = old.lang == new.lang

    def named(self, name: str, value: Value) -> Value:
        """What a named cell says."""
        return value if self.same else self._said(value, *(rule_of_name(one.plan, name) for one in self._both))

    def starts_so(self, name: str, value: Value) -> bool:
        """Whether a named cell says only what it says in every new workbook of the other language: nobody changed it."""
        return not self.same and self._start.has(name) and self._start.setting(name) == value

    def cell(self, table: str, column: str, value: Value) -> Value:
        """What a cell of a table says."""
        return (
            value if self.same else self._said(value, *(rule_of_column(one.plan, table, column) for one in self._both))
        )

    def beside(self, table: Table, key: Key, cells: Mapping[str, Value]) -> Mapping[str, Value]:
        """What somebody typed beside a row that every workbook has; what was cleared is an empty text."""
        start = {} if self.same else self._rows.get((table.name, key), {})
        told = {name: value for name, value in cells.items() if name not in start or start[name] != value}
        return {name: self.cell(table.name, name, "" if value is None else value) for name, value in told.items()}

    def allows(self, table: str, cells: Mapping[str, Value]) -> bool:
        """Whether every cell of a row holds one of the words that its column takes, where it takes some only."""
        rules = ((rule_of_column(self._new.plan, table, name), value) for name, value in cells.items())
        return all(not rule.choices or value in {*rule.choices, None, ""} for rule, value in rules)

    @property
    def _both(self) -> tuple[Workbook, Workbook]:
        return self._old, self._new

    def _said(self, value: Value, there: InputRule, here: InputRule) -> Value:
        """A word of those that a cell takes, in the new workbook's language."""
        if not isinstance(value, str) or not there.choices or value not in there.choices:
            return value
        meant = [one for one in self._labels[value] if one in here.choices]
        if meant or value in here.choices:
            return (meant or [value])[0]
        return here.choices[there.choices.index(value)] if len(there.choices) == len(here.choices) else value

    @cached_property
    def _labels(self) -> Mapping[str, Sequence[str]]:
        """What the new workbook's language calls things, by what the old one's calls them."""
        known: dict[str, list[str]] = defaultdict(list)
        for label in _labels_of(self._new.catalog):
            known[label[self._old.lang]].append(label[self._new.lang])
        return known

    @cached_property
    def _start(self) -> Workbook:
        """A new workbook in the old one's language."""
        return know_book(blank_book(self._old.catalog, self._old.lang), self._old.catalog)

    @cached_property
    def _rows(self) -> Mapping[tuple[str, Key], Mapping[str, Value]]:
        """The rows of a new workbook in the old one's language."""
        tables = (one for one in self._start.catalog.tables.values() if not one.daily)
        return {
            (table.name, tuple(row.get(name) for name in table.key)): row
            for table in tables
            for row in self._start.rows(table.name)
        }


def _labels_of(catalog: Catalog) -> Iterator[Label]:
    """Everything that cells may name."""
    yield from (YES, NO)
    for things in (catalog.metrics, catalog.judged, catalog.fields, catalog.scopes):
        yield from (one.label for one in things.values())
    yield from (column.label for columns in catalog.columns.values() for column in columns)
    yield from (table.sheet for table in catalog.mappable if table.sheet)


def rule_of_name(plan: CompiledPlan, name: str) -> InputRule:
    """What a named cell must hold."""
    return next((one.names[name] for one in plan.sheet_rules if name in one.names), ANYTHING)


def rule_of_column(plan: CompiledPlan, table: str, column: str) -> InputRule:
    """What the cells of a column must hold."""
    found = (one.columns[table] for one in plan.sheet_rules if table in one.columns)
    return next(found, {}).get(column, ANYTHING)
