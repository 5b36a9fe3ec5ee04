"""Rows of one file that belong together: parts, parents of others, renamed channels."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from opsbook.exports.parse.rows import WHOLE, added
from opsbook.model.facts import Fact
from opsbook.model.issues import Issue, Level
from opsbook.model.values import Value, from_serial, is_number

Key = tuple[Value, ...]
_FORMERLY = re.compile(r"\s*[(（]原.*[)）]$")


def key_of(fact: Fact, key: Sequence[str]) -> Key:
    """The values that name a row."""
    return tuple(fact.values.get(name) for name in key)


def drop_parents(facts: Sequence[Fact], tree: Sequence[str]) -> list[Fact]:
    """Keep only the leaves of a hierarchy, so that adding rows never counts a visit twice.

    Args:
        facts: rows of one or more days.
        tree: ids of the levels, top first; lower levels of a whole channel hold 汇总.

    Returns:
        Rows of which no other row of the same day is a part, in file order.
    """
    paths = [(fact.values["date"], _path(fact, tree)) for fact in facts]
    parents = {(day, path[:depth]) for day, path in paths for depth in range(1, len(path))}
    return [fact for fact, place in zip(facts, paths, strict=True) if place not in parents]


def _path(fact: Fact, tree: Sequence[str]) -> Key:
    path = [fact.values.get(name) for name in tree]
    while len(path) > 1 and path[-1] == WHOLE:
        path.pop()
    return tuple(path)


def rename(facts: Sequence[Fact], names: Sequence[str], renamed: Sequence[tuple[str, str]]) -> list[Fact]:
    """Give channels their present name: 直通车 and 关键词推广(原直通车) become 关键词推广."""
    new = dict(renamed)

    def now(value: Value) -> Value:
        bare = _FORMERLY.sub("", str(value))
        return new.get(bare, bare)

    return [
        replace(fact, values={name: now(value) if name in names else value for name, value in fact.values.items()})
        for fact in facts
    ]


def add_parts(facts: Sequence[Fact], key: Sequence[str]) -> list[Fact]:
    """Add the numbers of rows with the same key; text is the first that says something.

    Args:
        facts: rows whose numbers all are amounts or counts, none a ratio.
        key: ids of the key.
    """
    whole: dict[Key, Fact] = {}
    for fact in facts:
        name = key_of(fact, key)
        whole[name] = _sum(whole[name], fact, key) if name in whole else fact
    return list(whole.values())


def _sum(one: Fact, other: Fact, key: Sequence[str]) -> Fact:
    values = dict(one.values)
    for name, value in other.values.items():
        have = values.get(name)
        if name not in key and isinstance(have, int | float) and isinstance(value, int | float) and is_number(have):
            values[name] = added((have, value))
        elif have is None:
            values[name] = value
    return replace(one, values=values, extra=_both(one.extra, other.extra))


def _both(one: Mapping[str, Value], other: Mapping[str, Value]) -> dict[str, Value]:
    """What stands in extra columns of two parts: whole numbers are added, anything else is told only where both agree."""
    told: dict[str, Value] = {}
    for name in {**one, **other}:
        have, more = one.get(name), other.get(name)
        if isinstance(have, int) and isinstance(more, int):
            told[name] = have + more
        else:
            told[name] = have if have == more or more is None else more if have is None else None
    return told


def take_first(facts: Sequence[Fact], key: Sequence[str]) -> tuple[list[Fact], list[Issue]]:
    """Let the first of several rows with one key stand: the shop's own, above its agents and peers.

    Args:
        facts: rows in file order.
        key: ids of the key.

    Returns:
        One row per key, and one issue for every row that says something else.
    """
    kept: dict[Key, Fact] = {}
    issues = []
    for fact in facts:
        first = kept.setdefault(key_of(fact, key), fact)
        if dict(first.values) != dict(fact.values):
            seen = {"key": named(key_of(fact, key)), "row": first.where.row}
            issues.append(Issue("row-below-own", Level.INFO, fact.where, seen))
    return list(kept.values()), issues


def named(key: Key) -> str:
    """A key as messages say it: its day, then what else names the row."""
    day, *rest = key
    said = from_serial(day).isoformat() if isinstance(day, int | float) else ""
    return " · ".join([said, *(str(part) for part in rest)])
