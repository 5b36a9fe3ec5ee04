"""What a new year's workbook takes along of goals: the operator's events; the new weights follow what was sold."""

from collections.abc import Sequence
from datetime import date

from opsbook.engine.carrying_over import typed
from opsbook.engine.imports.importing import years
from opsbook.engine.workbook import Workbook
from opsbook.features.goals.goal_setting import refit_weights
from opsbook.model.issues import Issue


def carry(new: Workbook, old: Workbook) -> Sequence[Issue]:
    """Carry the events over, and fit the weights of the new year."""
    new.upsert("Events", typed(old, "Events"))
    return refit_weights(new, tuple(date(years(new)[1], month, 1) for month in range(1, 13)))
