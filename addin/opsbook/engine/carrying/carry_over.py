"""A new workbook from an older one, of the same year or another: its facts, and everything a person typed or made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from opsbook.engine.carrying.facts import carry_facts, is_facts
from opsbook.engine.carrying.left_behind import as_issue, left_beside, replaced_formulas
from opsbook.engine.carrying.named_cells import carry_named_cells
from opsbook.engine.carrying.own_things import OwnParts
from opsbook.engine.carrying.typed_rows import carry_rows
from opsbook.engine.carrying.wording import Wording
from opsbook.engine.carrying.years import same_year, spans
from opsbook.engine.imports.gathering import same_shop
from opsbook.engine.own_shop import add_alias, shops
from opsbook.engine.refresh import refresh
from opsbook.engine.workbook import Workbook
from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import UsageError
from opsbook.model.issues import Issue
from opsbook.model.reference import resolve
from opsbook.ooxml.own_parts.transfer import Transfer
from opsbook.ooxml.transplant.donor import Donor


@dataclass(frozen=True, slots=True)
class Carried:
    """What went along.

    Args:
        rows: by table of facts, how many rows.
        notes: what is worth knowing of the new workbook.
        left: what could not go along, and why.
    """

    rows: Mapping[str, int]
    notes: tuple[Issue, ...] = ()
    left: tuple[Issue, ...] = ()


def check_same_shop(workbook: Workbook, shop: str) -> None:
    """Make sure that a workbook is the shop's own.

    Raises:
        UsageError: it is another shop's.
    """
    if not any(same_shop(shop, own) for own in shops(workbook)):
        raise UsageError("from-other-shop", found=workbook.text("shop") or "–", own=shop)


def carry_over(new: Workbook, old: Workbook) -> Carried:
    """Fill a new workbook from an old one; saves nothing and leaves the old workbook unchanged.

    Args:
        new: a workbook just prepared.
        old: the one it is made from.

    Raises:
        UsageError: the two workbooks share no year, and the old one has nothing of the new one's.
    """
    wording = Wording(old, new)
    carry_named_cells(new, old, wording)
    if not same_shop(old.text("shop"), new.text("shop")):
        add_alias(new, old.text("shop"))
    there = set(old.host.tables())
    tables = [table for table in new.catalog.tables.values() if table.name in there]
    # Rows first: the record of the mapping names the extra columns of the facts.
    rows = [carry_rows(new, old, table, wording) for table in tables if not is_facts(new, table)]
    left = tuple(chain.from_iterable(rows))
    facts = {table.name: carry_facts(new, old, table, wording) for table in tables if is_facts(new, table)}
    if not any(facts.values()) and not same_year(new, old) and not spans(new, old):
        raise UsageError("from-other-years", found=int(old.number("year") or 0), own=int(new.number("year") or 0))
    notes = tuple(chain.from_iterable(resolve(carry)(new, old) for carry in new.catalog.carries))
    refresh(new)
    return Carried(facts, notes, (*left, *_own_parts(new, old)))


def _own_parts(new: Workbook, old: Workbook) -> Iterable[Issue]:
    """Carry what a person added to the old file, and tell what could not go."""
    if not isinstance(new.host, FilesHost) or not isinstance(old.host, FilesHost):
        return ()
    parts = OwnParts(new, old, Transfer(Donor(old.host.book, new.host.book)))
    return [as_issue(one) for one in (*parts.carry(), *left_beside(old, old.host), *replaced_formulas(old))]
