"""Read a sheet the way a proposal says, before anybody has confirmed it."""

from opsbook.exports.mapping.custom_report import Decided
from opsbook.exports.mapping.guess import is_sure
from opsbook.exports.mapping.proposal import KEPT, Guess, Proposal, missing_keys
from opsbook.exports.parse.sheet import parse
from opsbook.exports.recognise.signature import header_key
from opsbook.model.catalog import Catalog
from opsbook.model.facts import Parsed


def sure(proposal: Proposal) -> tuple[Guess, ...]:
    """The columns that a command confirms as it stands."""
    return tuple(guess for guess in proposal.proposed if is_sure(guess))


def unsure(proposal: Proposal) -> tuple[Guess, ...]:
    """The columns that somebody has to look at first."""
    return tuple(guess for guess in proposal.proposed if not is_sure(guess))


def sure_is_enough(proposal: Proposal) -> bool:
    """Whether the sure columns alone tell rows apart and hold a figure."""
    found = {guess.field for guess in sure(proposal)}
    key = set(proposal.table.key)
    return not missing_keys(proposal.table, found, dated=proposal.sheet.dated) and bool(found - key)


def as_proposed(proposal: Proposal, catalog: Catalog, *, add_up: bool = False) -> Parsed:
    """What the sheet would say if its sure columns were what they are proposed to be; all of them where those are too few.

    Args:
        proposal: the sheet and what its columns may be.
        catalog: whose tables.
        add_up: whether several rows of one key are added up.
    """
    told = sure(proposal) if sure_is_enough(proposal) else proposal.proposed
    fields = {header_key(guess.header): guess.field for guess in told if guess.field != KEPT}
    decided = Decided("", proposal.table, fields, adds=add_up)
    return parse(proposal.sheet.raw, catalog, {proposal.sheet.signature: decided})
