"""Shops in the list of peers that belong there under another name, or not at all."""

from collections.abc import Iterator

from opsbook.engine.own_shop import is_own
from opsbook.engine.workbook import Workbook
from opsbook.features.competitors.ledger.reading import read_log, shop_names, watched
from opsbook.features.competitors.rules.renamed import former_names
from opsbook.model.issues import Issue, Level, Where


def listed_issues(workbook: Workbook) -> Iterator[Issue]:
    """Name our own shop among the watched ones, and those whose goods stand under another name by now.

    Args:
        workbook: the open workbook.
    """
    own, listed = is_own(workbook), watched(workbook)
    log = [row for row in read_log(workbook, shop_names(workbook)) if not own(row.shop)]
    where = Where(sheet=workbook.host.read_table("Peers").sheet)
    yield from (Issue("own-shop-listed", Level.WARNING, where, {"shop": shop}) for shop in listed if own(shop))
    for former, now in former_names(log).items():
        if former in listed:
            yield Issue("peer-renamed", Level.WARNING, where, {"old": former, "new": now})
