"""The sources that the dashboard's chart names."""

from collections import defaultdict
from collections.abc import Mapping

from opsbook.engine.workbook import Workbook
from opsbook.features.traffic.tables import SOURCES
from opsbook.model.language import Label
from opsbook.model.values import Value

OTHERS = Label("其他", "Others")
WEEK = 7


def write_largest(workbook: Workbook) -> None:
    """Write the first-level sources with most visitors in the newest week of source data, then all the others."""
    visitors = _newest_week(workbook)
    largest = sorted(visitors, key=lambda source: (-visitors[source], source))[: SOURCES - 1]
    names = [*largest, *[""] * (SOURCES - 1 - len(largest)), OTHERS[workbook.lang] if largest else ""]
    shown: list[Mapping[str, Value]] = [{"n": number, "source": name} for number, name in enumerate(names, 1)]
    workbook.upsert("CalcSource", shown)


def _newest_week(workbook: Workbook) -> Mapping[str, float]:
    """Visitors by first-level source over the newest days of source data."""
    rows = workbook.columns("SourceDay")
    newest = max((day for day in rows["date"] if isinstance(day, int | float)), default=0)
    visitors: dict[str, float] = defaultdict(float)
    for day, source, count in zip(rows["date"], rows["source1"], rows["visitors"], strict=True):
        if isinstance(day, int | float) and day > newest - WEEK and isinstance(source, str):
            visitors[source] += count if isinstance(count, int | float) else 0
    return visitors
