"""Facts on their way from a file into a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from opsbook.model.issues import Issue, Where
from opsbook.model.values import Value


@dataclass(frozen=True, slots=True)
class Fact:
    """One row for a table.

    Args:
        values: value by column id; dates as serial numbers; a column that is absent or None is left alone.
        where: the row it came from.
        extra: value by name of an extra column that the operator keeps beside the table's own.
    """

    values: Mapping[str, Value]
    where: Where
    extra: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows for one table, in file order.

    Args:
        table: its name.
        rows: what is said of each key.
        orders: the rows were added up from orders: the platform's own figures count more.
    """

    table: str
    rows: tuple[Fact, ...]
    orders: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one sheet of one file says.

    Args:
        kind: importer id, empty when nobody claims the sheet.
        shop: shop name found inside, empty when the export carries none.
        header_row: row number of the header as Excel counts, 0 when none was found.
        mapping: column id by header as written in the file.
        unknown: headers nobody knows, kept aside.
        facts: rows by table.
        rejected: how many data rows were refused.
        issues: problems, in file order.
        name: what the export is called.
        signature: what tells its header from others, empty without one.
    """

    kind: str
    shop: str
    header_row: int
    mapping: Mapping[str, str]
    unknown: tuple[str, ...]
    facts: tuple[Facts, ...]
    rejected: int
    issues: tuple[Issue, ...]
    name: str = ""
    signature: str = ""
