"""What a run of files has in common, said once: rows of other years, and files that may be another shop's."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from opsbook.engine.imports.reports import FileReport
from opsbook.exports.platforms.normalize import plain_shop
from opsbook.model.facts import Parsed
from opsbook.model.issues import Issue, Level

NAMED = 10  # files a sentence names


def left_out(reports: Sequence[FileReport], years: tuple[int, int]) -> tuple[Issue, ...]:
    """Sum up, over all files, what was not imported and what cannot be checked.

    Args:
        reports: the files, after their facts were accepted or not.
        years: the book's first and last year.

    Returns:
        Rows before the book's years, a note; rows after them, a warning.
    """
    return tuple(_other_years(reports, years))


def hold_back(reports: Sequence[FileReport], own: Sequence[str], vouched: Collection[str]) -> tuple[Issue, ...]:
    """Take the facts from files that name no shop where others of the run are another shop's: they may be, too.

    Args:
        reports: the files.
        own: the names the book's shop goes by.
        vouched: content of files that are this shop's though they do not say so.

    Returns:
        One problem for all of them; none where every file is this shop's, or says whose it is.
    """
    names = {plain_shop(name) for name in own if name}
    of_others = [report for report in reports if any(_is_others(one, names) for one in report.parsed)]
    if not of_others or not names:
        return ()
    held: dict[str, int] = {}
    for report in reports:
        is_ours = report not in of_others and any(one.shop for one in report.parsed)
        rows = 0 if is_ours or report.sha256 in vouched else sum(map(_nameless_rows, report.parsed))
        if rows:
            report.parsed = tuple(replace(one, facts=()) if _nameless_rows(one) else one for one in report.parsed)
            report.rejected += rows
            held[report.name] = rows
    seen = {"files": len(held), "rows": sum(held.values()), "named": (*islice(held, NAMED), *_more(held))}
    return (Issue("shop-unnamed", Level.ERROR, seen=seen),) if held else ()


def _is_others(one: Parsed, names: Collection[str]) -> bool:
    """Whether a sheet names another shop, or several none of which is ours."""
    return plain_shop(one.shop) not in names if one.shop else any(issue.code == "several-shops" for issue in one.issues)


def _nameless_rows(one: Parsed) -> int:
    """Rows of a sheet that does not say whose it is."""
    return 0 if one.shop else sum(len(facts.rows) for facts in one.facts)


def _more(held: Collection[str]) -> tuple[str, ...]:
    return ("…",) if len(held) > NAMED else ()


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
