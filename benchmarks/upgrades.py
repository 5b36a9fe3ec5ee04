"""Whether workbooks of version 0.1.0 that people edited by chance keep everything when they are upgraded.

    PYTHONPATH=addin:tests python benchmarks/upgrades.py [COUNT] [FIRST] [VERIFIED]

COUNT (300) workbooks, with the seeds FIRST (0) and on, are edited as `tests/support/person.py` does, then upgraded by
today's program and by the later one of the tests in turn. What was edited is looked for with openpyxl; parts that are not
ours are compared byte by byte; the workbook is judged as before; a second upgrade must change nothing. LibreOffice
recalculates VERIFIED (20) of them. The table tells what was added, kept and listed, and every loss.
"""

import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from opsbook.engine.checks.verifying import verify
from opsbook.engine.upgrade.upgrading import Upgraded, upgrade
from opsbook.features.contents import catalog
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.office.engines import ENGINES
from opsbook.model.errors import OpsbookError
from support.found_again import losses
from support.later import later
from support.ooxml import problems
from support.packages import parts
from support.person import Person

KEPT = Path(__file__).parents[1] / "tests" / "books" / "0.1.0"
BOOKS = ("demo-zh.xlsx", "macros-en.xlsm", "users-zh.xlsx", "template-zh.xlsx", "template-en.xlsx")
PRODUCTS = {"today": catalog, "later": later}


def tried(seed: int, folder: Path, counted: Counter, *, verified: bool) -> list[str]:
    """Edit and upgrade one workbook; every loss in words."""
    chance, name = random.Random(seed), BOOKS[seed // 2 % len(BOOKS)]  # noqa: S311 - edits, no secrets
    product = PRODUCTS[("today", "later")[seed % 2]]()
    path = Path(shutil.copy(KEPT / name, folder / name))
    person = Person(path, chance)
    person.edit(chance.randint(2, 10))
    counted.update({f"edit: {one}": 1 for one in set(person.done)})
    before = parts(path)
    host = FilesHost(path)
    try:
        done = upgrade(host, product)
        host.save()
    except OpsbookError as refused:
        counted[f"refused: {refused.code}"] += 1
        return [] if parts(path) == before else ["refused, and written nevertheless"]
    counted.update(told(done, person))
    found = [*losses(person, before, path, done), *worse(path, person.before)]
    once, again = parts(path), FilesHost(path)
    upgrade(again, product)
    again.save()
    found += [f"twice is not once: {one}" for one, content in parts(path).items() if once.get(one) != content]
    if verified:
        answer = verify(path, product, ENGINES["libreoffice"]())
        counted["recalculated"] += 1
        counted["formulas recalculated"] += answer.formulas
        found += [f"calculated otherwise: {one}" for one in answer.own]
    return found


def worse(path: Path, before: bytes) -> list[str]:
    """What would make Excel offer a repair and did not before."""
    found = set(problems(path))
    if found:
        old = path.with_name(f"before-{path.name}")
        old.write_bytes(before)
        found -= set(problems(old))
    return sorted(found)


def told(done: Upgraded, person: Person) -> Counter:
    """What an upgrade says it did, and what of the person's was looked for."""
    return Counter(
        {
            "upgraded": 1,
            "columns added": sum(map(len, done.added.columns.values())),
            "tables added": len(done.added.tables),
            "sheets added": len(done.added.sheets),
            "options added": len(done.added.options),
            "sheets drawn anew": len(done.replaced),
            "sheets kept and listed": len(done.kept),
            "formula cells brought up to date": sum(len(one.shown) for one in done.refitted),
            "lights, guards, labels brought up to date": len(done.looks),
            "cells of the user's found again": len(person.cells) + len(person.formulas),
            "names of the user's found again": len(person.names),
            "looks and settings of the user's found again": len(person.looks) + len(person.snippets),
            "parts of the user's byte for byte": len(person.parts),
        }
    )


def main(count: int = 300, first: int = 0, verified: int = 20) -> None:
    """Try all of them and print the table."""
    counts = {name: Counter() for name in PRODUCTS}
    lost = 0
    for seed in range(first, first + count):
        product = ("today", "later")[seed % 2]
        with tempfile.TemporaryDirectory() as folder:
            chosen = verified and (seed - first) * verified // count != (seed - first - 1) * verified // count
            found = tried(seed, Path(folder), counts[product], verified=bool(chosen))
        lost += bool(found)
        for line in found:
            print(f"seed {seed}: {line}", flush=True)
    print(f"{count} workbooks, of which {lost} lost something\n\n{'':<50}{'today':>10}{'later':>10}")
    for what in sorted(counts["today"].keys() | counts["later"].keys()):
        print(f"{what:<50}{counts['today'][what]:>10,}{counts['later'][what]:>10,}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
