"""Read a sheet the way a proposal says, before anybody has confirmed it."""

from opsbook.importers.own import Decided
from opsbook.importers.parse import parse
from opsbook.importers.proposal import KEPT, Proposal
from opsbook.importers.signature import header_key
from opsbook.vocabulary.facts import Parsed


def as_proposed(proposal: Proposal) -> Parsed:
    """What the sheet would say if every column were what it is proposed to be."""
    fields = {header_key(guess.header): guess.field for guess in proposal.proposed if guess.field != KEPT}
    decided = Decided("", proposal.table, fields)
    return parse(proposal.sheet.raw, {proposal.sheet.signature: decided})
