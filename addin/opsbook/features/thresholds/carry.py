"""What a new year's workbook takes along of thresholds: what the operator set."""

from collections.abc import Mapping, Sequence

from opsbook.engine.carrying_over import typed
from opsbook.engine.workbook import Workbook
from opsbook.features.thresholds.tables import THRESHOLDS
from opsbook.model.issues import Issue
from opsbook.model.schema import Kind
from opsbook.model.values import Value


def carry(new: Workbook, old: Workbook) -> Sequence[Issue]:
    """Carry the lines over that the new workbook has, too."""
    known = {row["key"] for row in new.rows(THRESHOLDS.name)}
    new.upsert(THRESHOLDS.name, (_lines(row) for row in typed(old, THRESHOLDS.name) if row["key"] in known))
    return ()


def _lines(row: Mapping[str, Value]) -> Mapping[str, Value]:
    """What the operator set of a threshold; what they cleared stays clear."""
    yours = [column.id for column in THRESHOLDS.columns if column.kind is Kind.YOURS and column.id in row]
    return {"key": row["key"], **{name: "" if row[name] is None else row[name] for name in yours}}
