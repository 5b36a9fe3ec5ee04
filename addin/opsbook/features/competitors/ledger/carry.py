"""What a new year's workbook takes along of competitors: who is watched, and what was said of look-alikes."""

from collections.abc import Sequence

from opsbook.engine.carrying_over import typed
from opsbook.engine.workbook import Workbook
from opsbook.features.competitors.tables import PEER_MATCHES, PEERS
from opsbook.model.issues import Issue
from opsbook.model.schema import Kind


def carry(new: Workbook, old: Workbook) -> Sequence[Issue]:
    """Carry the list of peers over, and the operator's judgements."""
    new.upsert(PEERS.name, typed(old, PEERS.name))
    yours = [column.id for column in PEER_MATCHES.columns if column.kind is Kind.YOURS]
    judged = (row for row in typed(old, PEER_MATCHES.name) if any(row[name] not in {None, ""} for name in yours))
    new.upsert(PEER_MATCHES.name, ({name: row[name] for name in (*PEER_MATCHES.key, *yours)} for row in judged))
    return ()
