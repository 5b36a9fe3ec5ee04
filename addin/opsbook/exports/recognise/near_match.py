"""Sheets that are a known export but for renamed columns: which export, and which columns they may be."""

from collections.abc import Iterator, Sequence

from opsbook.exports.platforms.normalize import clean
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.identify import columns_seen, gone, renamed
from opsbook.exports.recognise.match_header import heading, plain_headers
from opsbook.model.catalog import Catalog
from opsbook.model.facts import Parsed
from opsbook.model.issues import Issue
from opsbook.model.language import Label
from opsbook.model.records.export import Importer

LEAST_KNOWN, KNOWN_SHARE = 6, 2 / 3  # headers by which a sheet is a known export all the same

MAY_BE = {"renamed-column", "column-means"}  # what a column may be is told with these words

Rename = tuple[
    str, str, str | Label
]  # export, header in the file, the export's own name of the column or the field's label


def near_match(raw: RawTable, issues: Sequence[Issue], catalog: Catalog) -> tuple[Importer, tuple[str, ...]] | None:
    """Find the known export that a sheet is but for a column it needs.

    Args:
        raw: a sheet that nobody claims.
        issues: why nobody does.
        catalog: whose exports.

    Returns:
        The export and the header; None where too few of the headers are the export's.
    """
    for issue in issues:
        if issue.code == "missing-column":
            importer = next(one for one in catalog.exports.values() if one.name == issue.seen["kind"])
            cells = heading(importer, raw.rows, issue.where.row - 1)
            names = plain_headers([text for text in cells if clean(text)])
            known = names & _own_names(importer)
            if len(known) >= LEAST_KNOWN and len(known) >= KNOWN_SHARE * len(names):
                return importer, cells
    return None


def _own_names(importer: Importer) -> set[str]:
    names = (name for source in importer.columns for name in source.headers)
    return plain_headers((*names, *importer.aside, *importer.marks))


def renames(raw: RawTable, parsed: Parsed, catalog: Catalog) -> Iterator[Rename]:
    """The columns of a sheet that look like renamed ones of the export it is, or nearly is."""
    if parsed.kind in catalog.exports:
        for issue in parsed.issues:
            name = issue.seen["name"] if issue.code in MAY_BE else ""
            if isinstance(name, str | Label) and name:
                yield parsed.kind, str(issue.seen["header"]), name
    elif not parsed.kind and (near := near_match(raw, parsed.issues, catalog)):
        importer, cells = near
        for header, name in renamed(importer, columns_seen(cells), gone(importer, cells)):
            yield importer.id, header, name
