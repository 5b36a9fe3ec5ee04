"""What a run of files has in common, said once: rows of other years, and files that may be another shop's."""

from collections.abc import Iterator, Sequence
from itertools import chain

from opsbook.engine.imports.reports import FileReport
from opsbook.model.issues import Issue, Level

NAMED = 3  # files a sentence names


def left_out(reports: Sequence[FileReport], years: tuple[int, int]) -> tuple[Issue, ...]:
    """Sum up, over all files, what was not imported and what cannot be checked.

    Args:
        reports: the files, after their facts were accepted or not.
        years: the book's first and last year.

    Returns:
        Files without a shop's name beside files of another shop, a warning; rows before the book's years, a note; rows
        after them, a warning.
    """
    return tuple(chain(_nameless(reports), _other_years(reports, years)))


def _nameless(reports: Sequence[FileReport]) -> Iterator[Issue]:
    """A folder with another shop's files may hold more of them, which do not say so."""
    if not any(issue.code == "other-shop" for report in reports for issue in report.issues):
        return
    rows = {
        report: sum(len(facts.rows) for one in report.parsed if not one.shop for facts in one.facts)
        for report in reports
    }
    files = [report.name for report, count in rows.items() if count]
    if files:
        seen = {"files": len(files), "rows": sum(rows.values()), "named": tuple(files[:NAMED])}
        yield Issue("shop-unnamed", Level.WARNING, seen=seen)


def _other_years(reports: Sequence[FileReport], years: tuple[int, int]) -> Iterator[Issue]:
    """Rows of years the book does not hold, those before it and those after it."""
    for code, level, early in (("before-years", Level.INFO, True), ("after-years", Level.WARNING, False)):
        found = {report: [year for year in report.other_years if (year < years[0]) is early] for report in reports}
        seen_years = sorted({year for rows in found.values() for year in rows})
        if seen_years:
            seen = {
                "files": sum(bool(rows) for rows in found.values()),
                "rows": sum(map(len, found.values())),
                "years": tuple(seen_years),
                "book": f"{years[0]}–{years[1]}",
            }
            yield Issue(code, level, seen=seen)
