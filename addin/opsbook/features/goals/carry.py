"""What a new workbook takes along of goals beyond what people typed: weights of the same year; another year's are fitted anew."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from opsbook.engine.carrying.years import same_year
from opsbook.engine.imports.importing import years
from opsbook.engine.workbook import Workbook
from opsbook.features.goals.goal_setting import refit_weights
from opsbook.features.goals.tables import GOAL_DAY, GOAL_MONTH
from opsbook.model.issues import Issue
from opsbook.model.schema import Table
from opsbook.model.values import Value


def carry(new: Workbook, old: Workbook) -> Sequence[Issue]:
    """Let the same year's goals stay as they are split; fit the weights of another year on what was sold."""
    if not same_year(new, old):
        return refit_weights(new, tuple(date(years(new)[1], month, 1) for month in range(1, 13)))
    for table in (GOAL_MONTH, GOAL_DAY):
        new.upsert(table.name, _weights(old, table))
    return ()


def _weights(old: Workbook, table: Table) -> Iterable[Mapping[str, Value]]:
    key = table.key[0]
    rows = old.rows(table.name)
    return [
        {key: row[key], "weight": row["weight"]} for row in rows if row[key] is not None and row["weight"] is not None
    ]
