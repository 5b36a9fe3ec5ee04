"""The command that holds every formula of a workbook against other engines."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace as Namespace

from opsbook.engine.checks.verifying import Verified, verify
from opsbook.engine.console.printing import Console
from opsbook.features.books.opening import open_to_look
from opsbook.hosts.office.engines import find_engines
from opsbook.hosts.office.recalculate import Difference, Unchecked
from opsbook.model.values import Value

SHOWN = 20
NAMES = {"libreoffice": "LibreOffice", "ironcalc": "IronCalc"}


def run_verify(words: Namespace, console: Console) -> int:
    """Compare cached values with what other engines calculate."""
    open_to_look(words.book, console)
    said = []
    for engine in find_engines(words.engine):
        with console.working("working-verify", engine=engine.name):
            said.append(verify(Path(words.book), console.catalog, engine))
    for one in said:
        _tell(one, console)
    if len(said) == 1 and said[0].unchecked:
        other = next(id_ for id_ in NAMES if id_ != said[0].engine.id)
        console.tell("verify-elsewhere", other=NAMES[other], id=other)
    console.answer(**_record(words.book, said))
    return 1 if any(one.own for one in said) else 0


def _tell(said: Verified, console: Console) -> None:
    engine = said.engine.name
    for off in (*said.own, *said.users)[:SHOWN]:
        console.tell("verify-line", engine=engine, **_seen(off), cached=_read(off.cached), now=_read(off.now))
    for left in said.users_unchecked[:SHOWN]:
        console.tell("verify-unchecked", engine=engine, **_seen(left))
    for gap in said.engine.gaps:
        count = sum(left.gap is gap for left in said.own_unchecked)
        if count:
            console.tell("verify-gap", engine=engine, count=count, reason=gap.reason[console.lang])
    formulas = said.formulas - len(said.unchecked)
    console.tell("verify-end", engine=engine, formulas=formulas, own=len(said.own), users=len(said.users))


def _read(value: Value) -> str:
    """A value to the last digit: two that differ must not look the same."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return f"{value:.15g}"
    return value or ("–" if value is None else '""')


def _seen(cell: Difference | Unchecked) -> dict[str, str]:
    return {"sheet": cell.sheet, "cell": cell.cell, "formula": cell.formula[:80]}


def _by_all(said: Sequence[Verified]) -> set[tuple[str, str]]:
    """Cells that no engine checked."""
    return set.intersection(*({(left.sheet, left.cell) for left in one.unchecked} for one in said))


def _record(book: str, said: Sequence[Verified]) -> dict[str, object]:
    """The whole answer for scripts: cells that several engines name count once."""
    return {
        "book": book,
        "formulas": said[0].formulas,
        "differences": len({(off.sheet, off.cell) for one in said for off in one.own}),
        "users": len({(off.sheet, off.cell) for one in said for off in one.users}),
        "unchecked": len(_by_all(said)),
        "engines": [_engine(one) for one in said],
        "cells": [cell for one in said for cell in _cells(one)],
    }


def _engine(said: Verified) -> dict[str, object]:
    return {
        "engine": said.engine.id,
        "formulas": said.formulas - len(said.unchecked),
        "differences": len(said.own),
        "users": len(said.users),
        "unchecked": len(said.unchecked),
    }


def _cells(said: Verified) -> Iterator[dict[str, object]]:
    for ours, offs, lefts in (
        (True, said.own, said.own_unchecked),
        (False, said.users, said.users_unchecked),
    ):
        yield from (_cell(said, off, "differs", off.now, ours=ours) for off in offs)
        yield from (_cell(said, left, "unchecked", None, ours=ours) for left in lefts)


def _cell(
    said: Verified, cell: Difference | Unchecked, verdict: str, calculated: Value, *, ours: bool
) -> dict[str, object]:
    return {
        "cell": f"{cell.sheet}!{cell.cell}",
        "engine": said.engine.id,
        "verdict": verdict,
        "formula": cell.formula,
        "shown": cell.cached,
        "calculated": calculated,
        "ours": ours,
    }
