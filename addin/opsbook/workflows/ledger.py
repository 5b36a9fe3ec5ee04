"""A fact table in memory: rows are laid over it file by file, then only what changed is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from opsbook.hosts.host import Key
from opsbook.vocabulary.tables import TABLE
from opsbook.vocabulary.values import Value, is_number
from opsbook.workflows.opened import Opened

Row = dict[str, Value]


def same(old: Value, new: Value) -> bool:
    """Whether two cells say the same; numbers within the noise of floats."""
    if is_number(old) and is_number(new):
        return abs(old - new) <= 1e-9 * max(1.0, abs(new))  # type: ignore[operator, arg-type]
    return (old if old is not None else "") == (new if new is not None else "")


@dataclass(slots=True)
class Ledger:
    """The rows of a fact table by key.

    Args:
        table: its name.
        rows: cells by column id.
        changed: by key, the cells to write.
    """

    table: str
    rows: dict[Key, Row]
    changed: dict[Key, Row] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, ...]:
        """Ids of the key columns."""
        return TABLE[self.table].key

    def lay(self, fact: Mapping[str, Value]) -> tuple[bool, dict[str, tuple[Value, Value]]]:
        """Lay one row over the table.

        Returns:
            Whether the row had no figures before, and the cells that changed with old and new value.
        """
        key = self._key(fact)
        known = self.rows.setdefault(key, {name: value for name, value in zip(self.key, key, strict=True)})
        fresh = not any(is_number(known.get(name)) for name in fact if name not in self.key)
        moved = {
            name: (known.get(name), value)
            for name, value in fact.items()
            if value is not None and name not in self.key and not same(known.get(name), value)
        }
        if moved or key not in self.changed and fresh:
            self.changed.setdefault(key, dict(zip(self.key, key, strict=True))).update(
                {name: new for name, (_, new) in moved.items()}
            )
        known.update({name: new for name, (_, new) in moved.items()})
        return fresh and bool(moved), moved

    def _key(self, fact: Mapping[str, Value]) -> Key:
        return tuple(_plain(fact.get(name)) for name in self.key)

    def days(self) -> set[Value]:
        """Days of which some row changed."""
        return {key[0] for key in self.changed}


def _plain(value: Value) -> Value:
    if value is None:
        return ""
    return float(value) if is_number(value) else value  # type: ignore[arg-type]


def read_ledger(opened: Opened, table: str) -> Ledger:
    """The table as it stands in the workbook; placeholder rows are left out."""
    names = [column.id for column in TABLE[table].columns]
    cells = opened.columns(table)
    rows: dict[Key, Row] = {}
    for values in zip(*(cells[name] for name in names), strict=True):
        row = dict(zip(names, values, strict=True))
        key = tuple(_plain(row[name]) for name in TABLE[table].key)
        if key[0] != "":
            rows[key] = row
    return Ledger(table, rows)


def write_ledger(opened: Opened, ledger: Ledger) -> None:
    """Write the changed cells, new rows in key order at the end."""
    if ledger.changed:
        opened.upsert(ledger.table, [row for _, row in sorted(ledger.changed.items(), key=lambda one: _order(one[0]))])


def _order(key: Key) -> tuple[tuple[bool, float, str], ...]:
    return tuple(
        (isinstance(part, str), 0.0 if isinstance(part, str) or part is None else float(part), str(part))
        for part in key
    )
