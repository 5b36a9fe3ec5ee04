"""Read a sheet the way a proposal says, before anybody has confirmed it."""

from opsbook.importers.guess import is_sure
from opsbook.importers.own import Decided
from opsbook.importers.parse import parse
from opsbook.importers.proposal import KEPT, Guess, Proposal, missing_keys
from opsbook.importers.signature import header_key
from opsbook.vocabulary.facts import Parsed
from opsbook.vocabulary.tables import TABLE


def sure(proposal: Proposal) -> tuple[Guess, ...]:
    """The columns that a command confirms as it stands."""
    return tuple(guess for guess in proposal.proposed if is_sure(guess))


def unsure(proposal: Proposal) -> tuple[Guess, ...]:
    """The columns that somebody has to look at first."""
    return tuple(guess for guess in proposal.proposed if not is_sure(guess))


def sure_is_enough(proposal: Proposal) -> bool:
    """Whether the sure columns alone tell rows apart and hold a figure."""
    found = {guess.field for guess in sure(proposal)}
    key = set(TABLE[proposal.table].key)
    return not missing_keys(proposal.table, found, dated=proposal.sheet.dated) and bool(found - key)


def as_proposed(proposal: Proposal) -> Parsed:
    """What the sheet would say if its sure columns were what they are proposed to be; all of them where those are too few."""
    told = sure(proposal) if sure_is_enough(proposal) else proposal.proposed
    fields = {header_key(guess.header): guess.field for guess in told if guess.field != KEPT}
    decided = Decided("", proposal.table, fields)
    return parse(proposal.sheet.raw, {proposal.sheet.signature: decided})
