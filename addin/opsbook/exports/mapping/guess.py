"""Guess what a column stands for: by its name, by names that mean the same or look alike, and by what stands in it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from opsbook.exports.mapping.profile import Look, Profile, fits
from opsbook.exports.mapping.proposal import KEPT, Guess, Remembered, label
from opsbook.exports.mapping.targets import field_named, fields
from opsbook.exports.platforms.no_field import COMPARISON, INDEX
from opsbook.exports.platforms.pages import count, item_id
from opsbook.exports.platforms.synonyms import COMPUTED, hints, marks, names
from opsbook.exports.privacy.examples import example
from opsbook.exports.privacy.header_words import words_of
from opsbook.exports.recognise.match_header import SHOP_HEADERS
from opsbook.exports.recognise.signature import header_key
from opsbook.exports.recognise.word_by_word import meant
from opsbook.model.language import LANGS
from opsbook.model.orders import GIVEN_BACK
from opsbook.model.schema import Table
from opsbook.model.units import Unit

CERTAIN, LIKELY = 0.95, 0.8  # from which on a guess is called certain, likely; below, it is a question
SAME, BEFORE, MEANS, ALIKE, LOOKS = 1.0, 0.97, 0.9, 0.9, 0.7  # how sure each reason makes; ALIKE times the likeness
LEAST_ALIKE = 0.75
DOUBTED = 0.79  # at most, where a word of one name that may decide is not in the other
_SALES = frozenset(
    {
        *("gmv", "orders", "items", "buyers", "order_amount", "order_buyers", "new_buyers", "old_buyers"),
        *("ad_gmv", "ad_orders", "direct_gmv"),
    }
)


def sureness(sure: float) -> str:
    """The message code of how sure a guess is.

    >>> [sureness(one) for one in (1.0, 0.95, 0.949, 0.8, 0.799)]
    ['sure-certain', 'sure-certain', 'sure-likely', 'sure-likely', 'sure-ask']
    """
    if sure >= CERTAIN:
        return "sure-certain"
    return "sure-likely" if sure >= LIKELY else "sure-ask"


def is_sure(guess: Guess) -> bool:
    """Whether a proposal is sure enough to be part of a command that is run as it stands."""
    return guess.field != "" and guess.sure >= LIKELY


def guess_columns(
    headers: Sequence[str],
    profiles: Mapping[str, Profile],
    table: Table,
    said: Remembered | None = None,
    *,
    dated: bool = False,
) -> tuple[Guess, ...]:
    """Guess every column of a sheet; no two stand for one field.

    Args:
        headers: names of the columns, left to right.
        profiles: what stands below each.
        table: fact table to fill.
        said: what was said of them before.
        dated: whether the day is told elsewhere, so that no column has to be it.
    """
    found = [_shown(_guess(header, profiles[header], table, said), profiles[header]) for header in headers]
    if table.sightings and all(guess.field != "item_id" for guess in found):
        found = [_id_in_link(guess, profiles[guess.header]) for guess in found]
    if not dated and all(guess.field != "date" for guess in found):
        found = _the_only_days(found, profiles)
    if set(map(header_key, GIVEN_BACK)) & set(map(header_key, headers)):
        found = list(map(_no_sale, found))
    best: dict[str, Guess] = {}
    for guess in found:
        if guess.field not in {"", KEPT} and (guess.field not in best or guess.sure > best[guess.field].sure):
            best[guess.field] = guess
    return tuple(_alone(guess, best, table) for guess in found)


def _alone(guess: Guess, best: Mapping[str, Guess], table: Table) -> Guess:
    """A field goes to the column that is most likely it, the leftmost of equals."""
    winner = best.get(guess.field)
    if winner is None or winner is guess:
        return guess
    seen = {"name": label(table, guess.field), "other": winner.header}
    return Guess(guess.header, "", 0.0, "guess-taken", seen, guess.example)


def _no_sale(guess: Guess) -> Guess:
    """A column of a list of refunds: what its orders were paid was no sale of its day, whatever was said before."""
    return replace(guess, field="", sure=0.0, reason="guess-refunds", seen=None) if guess.field in _SALES else guess


def _the_only_days(found: Sequence[Guess], profiles: Mapping[str, Profile]) -> list[Guess]:
    """Where no name says which column is the day, the first that holds days."""
    at = next((at for at, guess in enumerate(found) if profiles[guess.header].look is Look.DAYS), None)
    days = {at: replace(found[at], field="date", sure=LOOKS, reason="guess-days")} if at is not None else {}
    return [days.get(at, guess) for at, guess in enumerate(found)]


def _shown(guess: Guess, profile: Profile) -> Guess:
    """With an example where it is none of a person."""
    known = guess.field not in {"", KEPT} and guess.sure >= MEANS
    return replace(guess, example=example(guess.header, profile, known=known))


def _guess(header: str, profile: Profile, table: Table, said: Remembered | None) -> Guess:
    open_guess = Guess(header)
    key = header_key(header)
    if said and said.fields.get(key) and not INDEX.search(header):
        return replace(open_guess, field=said.fields[key], sure=BEFORE, reason="guess-before")
    if never := _never(header, table):
        return replace(open_guess, reason=never)
    named = _by_name(open_guess, table)
    if not named.field:
        return replace(open_guess, reason=_why_open(key, profile))
    unit = next(column.unit for column in fields(table) if column.id == named.field)
    if fits(unit, profile) or (table.sightings and unit is Unit.COUNT and count(profile.example) != profile.example):
        return named
    return replace(open_guess, reason="guess-odd", seen={"name": label(table, named.field)})


def _id_in_link(guess: Guess, profile: Profile) -> Guess:
    """Where no column is an item's id, the link tells it."""
    if guess.field == "link" and item_id(profile.example) != profile.example:
        return replace(guess, field="item_id", reason="guess-link", seen=None)
    return guess


def _never(header: str, table: Table) -> str:
    """Why a column is no field whatever it is called; empty where it may be one."""
    if INDEX.search(header):
        return "guess-index"
    others = any(column.id == "shop" for column in fields(table))  # whose shops stand in that column
    if not others and header_key(header) in SHOP_HEADERS:
        return "guess-shop"
    return "guess-comparison" if COMPARISON.search(header) else ""


def _by_name(guess: Guess, table: Table) -> Guess:
    """By the workbook's own name, by one that means the same, or by one that is spelled much the same."""
    key = header_key(guess.header)
    own = field_named(table, guess.header)
    if own is not None:
        return replace(guess, field=own.id, sure=SAME, reason="guess-same")
    if found := meant(guess.header, table):
        return replace(guess, field=found, sure=MEANS, reason="guess-means", seen={"name": label(table, found)})
    if key in COMPUTED:
        return guess
    known = {name: field for name, field in names(table.name).items() if any(one.id == field for one in fields(table))}
    spelled = {column.label[lang]: column.id for column in fields(table) for lang in LANGS}
    name, likeness = _most_alike(guess.header, (*spelled, *known))
    if likeness < LEAST_ALIKE:
        return guess
    field = spelled.get(name) or known[name]
    seen = {"name": label(table, field) if name in spelled else name, "likeness": f"{likeness:.0%}"}
    alike = replace(guess, field=field, sure=round(ALIKE * likeness, 4), reason="guess-alike", seen=seen)
    is_slip = hints(name) == hints(guess.header) and _is_slip(guess.header, name)
    return alike if is_slip else replace(alike, sure=min(alike.sure, DOUBTED))


def _is_slip(header: str, name: str) -> bool:
    """Whether a name may be another one with a slip of the pen, as words with blanks can; a sign more of Chinese is a word more."""
    key = header_key(header)
    return key.isascii() and len(words_of(header).spoken[0].split()) == len(words_of(name).spoken[0].split())


def _most_alike(header: str, candidates: Sequence[str]) -> tuple[str, float]:
    """The name that is spelled most alike and means no other figure, and how alike (0 to 1)."""
    from rapidfuzz import fuzz  # noqa: PLC0415  (slow to load, rarely wanted)

    key, own = header_key(header), marks(header)
    scored = ((name, fuzz.ratio(key, header_key(name)) / 100) for name in candidates if marks(name) == own)
    return max(scored, key=lambda one: one[1], default=("", 0.0))


def _why_open(key: str, profile: Profile) -> str:
    if key in COMPUTED:
        return "guess-computed"
    if profile.look is Look.RATES:
        return "guess-rate"
    return {Look.WORDS: "guess-words", Look.IDS: "guess-ids"}.get(profile.look, "guess-none")
