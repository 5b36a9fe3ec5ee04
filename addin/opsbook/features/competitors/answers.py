"""Answers about competitors: whom to watch, what was seen, what follows from it."""

from opsbook.features.books.answers.answer import Answer, Problem

Cell = float | str | bool | None
"""A cell as the workbook shows it."""
Figure = float | str | None
"""A formula's number; an empty text where it has none."""


class Change(Answer):
    """One cell that was changed.

    Args:
        old: what stood there.
        new: what stands there now.
    """

    old: Cell
    new: Cell


class Watched(Answer):
    """A shop is watched.

    Args:
        book: path of the workbook.
        shop: its name as the list spells it.
        added: whether it was not watched before.
        changes: by column.
        watched: how many shops are watched now.
    """

    book: str
    shop: str
    added: bool
    changes: dict[str, Change]
    watched: int


class Sighted(Answer):
    """An item was written down.

    Args:
        book: path of the workbook.
        day: when it was seen.
        shop: whose it is.
        item: its id.
        added: whether the log had nothing of that item and day.
        written: cells that were written, by column.
        issues: cells that said something else before and stay.
    """

    book: str
    day: str
    shop: str
    item: str
    added: bool
    written: dict[str, Cell]
    issues: list[Problem]


class PeersImported(Answer):
    """Files about competitors were imported; a dry run answers the same.

    Args:
        book: path of the workbook.
        files: how many files were read.
        added: new rows.
        updated: rows that were changed.
        unchanged: rows that said the same.
        rejected: rows that were refused.
        not_watched: shops in them that nobody watches.
        issues: what is the matter with the files.
    """

    book: str
    files: int
    added: int
    updated: int
    unchanged: int
    rejected: int
    not_watched: list[str]
    issues: list[Problem]


class PeerEvent(Answer):
    """What happened to an item, as a row of PeerEvents, with the item's title."""

    date: Cell
    shop: Cell
    item_id: Cell
    kind: Cell
    before: Cell
    after: Cell
    change: Cell
    since: Cell
    watched: Cell
    title: Cell


class ComparedPrice(Answer):
    """Our price and those of the same style at competitors, as a row of PeerPrices."""

    n: Cell
    item_id: Cell
    title: Cell
    ours: Figure
    peer1: Figure
    peer2: Figure
    peer3: Figure
    peer4: Figure
    peer5: Figure
    median: Figure
    index: Figure
    band: Figure


class Season(Answer):
    """Whether it is time for a season's goods, as a row of PeerSeasons."""

    season: Cell
    launched: Cell
    selling: Cell
    first_on: Cell
    verdict: Cell
    evidence: Cell


class LookAlike(Answer):
    """An item that looks like ours, as a row of PeerMatches."""

    item_id: Cell
    title: Cell
    shop: Cell
    peer_item_id: Cell
    peer_title: Cell
    similarity: Cell
    image_likeness: Cell
    ours: Figure
    seen: Figure
    price: Figure
    gap: Figure
    same: Cell
    complaint: Cell
    note: Cell
    score: Figure
    pick: Cell


class LostCustomers(Answer):
    """Who took our customers.

    Args:
        shop: where they bought.
        users: how many, nothing where that is unknown.
        amount: yuan they spent there, nothing where that is unknown.
        user_share: 0 to 1, of all customers lost.
        amount_share: 0 to 1, of all yuan lost.
        watched: whether the shop is watched.
        item_id: what most was spent on there, nothing where that is unknown.
    """

    shop: str
    users: float | None
    amount: float | None
    user_share: float | None
    amount_share: float | None
    watched: bool
    item_id: str | None


class Report(Answer):
    """What competitors did.

    Args:
        book: path of the workbook.
        since: first day of the events, nothing while the log is empty.
        events: newest first.
        other_events: how many more there were, of shops that are not watched.
        prices: item by item.
        seasons: season by season.
        alike: the most alike first.
        lost: the largest loss first.
    """

    book: str
    since: str | None
    events: list[PeerEvent]
    other_events: int
    prices: list[ComparedPrice]
    seasons: list[Season]
    alike: list[LookAlike]
    lost: list[LostCustomers]
