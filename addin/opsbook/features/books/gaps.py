"""Days that the shown month lacks: what is made of the others is told as incomplete."""

from collections.abc import Iterator
from datetime import date

from opsbook.book.compile.calculate import BookCells
from opsbook.engine.refresh import cells_of
from opsbook.engine.workbook import Workbook
from opsbook.model.catalog import Catalog
from opsbook.model.day_spans import spans
from opsbook.model.issues import Issue, Level
from opsbook.model.values import from_serial


def missing_days(cells: BookCells) -> tuple[date, ...]:
    """Days of the shown month, up to the day shown, that the shop report does not speak of."""
    return tuple(from_serial(day) for day in cells.column("CalcHoles", "hole") if isinstance(day, int | float))


def missing_shop_days(cells: BookCells, catalog: Catalog) -> tuple[Issue, ...]:
    """One issue that names the missing days; none where the month is complete."""
    days = missing_days(cells)
    seen = {"report": catalog.report_of("ShopDay"), "count": len(days), "days": tuple(spans(days))}
    return (Issue("days-missing", Level.WARNING, seen=seen),) if days else ()


def gaps(workbook: Workbook) -> Iterator[Issue]:
    """What every report lacks: the shop's days of the month, then what others lack of the last week."""
    cells, catalog = cells_of(workbook), workbook.catalog
    yield from missing_shop_days(cells, catalog)
    for one in catalog.reports:
        count, day = cells.name(f"lack_{one.id}"), cells.name(f"lack_{one.id}_day")
        if one.table != "ShopDay" and isinstance(count, int | float) and count > 0:
            days = spans((from_serial(day),)) if count == 1 and isinstance(day, int | float) else ()
            seen = {"report": one.label, "count": int(count), "days": tuple(days)}
            yield Issue("report-gap-day" if seen["days"] else "report-gaps", Level.INFO, seen=seen)
