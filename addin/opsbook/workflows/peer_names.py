"""Competitors that go by another name than the list of peers says."""

from collections.abc import Iterator

from opsbook.competitors.renamed import former_names
from opsbook.vocabulary.issues import Issue, Level, Where
from opsbook.workflows.opened import Opened
from opsbook.workflows.own_shop import is_own
from opsbook.workflows.peer_reading import read_log, shop_names, watched


def renamed_issues(opened: Opened) -> Iterator[Issue]:
    """Name the watched shops whose goods stand under another name by now.

    Args:
        opened: the workbook.
    """
    own, listed = is_own(opened), watched(opened)
    log = [row for row in read_log(opened, shop_names(opened)) if not own(row.shop)]
    where = Where(sheet=opened.host.read_table("Peers").sheet)
    for former, now in former_names(log).items():
        if former in listed:
            yield Issue("peer-renamed", Level.WARNING, where, {"old": former, "new": now})
