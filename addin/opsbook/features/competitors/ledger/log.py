"""Write sightings of competitors down: what was logged first stays, what it left blank is filled, and nothing twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PureWindowsPath

from opsbook.engine.imports.ledger import BLANK, Ledger, row_key, same
from opsbook.engine.imports.pouring import Pouring
from opsbook.engine.imports.reports import FileReport
from opsbook.engine.own_shop import is_own
from opsbook.engine.workbook import Workbook
from opsbook.features.competitors.images import image_hash
from opsbook.features.competitors.ledger.reading import shop_names, text_of, watched
from opsbook.features.competitors.tables import PEER_LOG
from opsbook.features.competitors.titles.image_hash import image_mark, read_image_mark
from opsbook.model.errors import FileRefusedError
from opsbook.model.facts import Fact
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.units import Unit
from opsbook.model.values import Value, day_words, figure_words

NAMED = 2  # sightings a sentence names
_UNITS = {column.id: column.unit for column in PEER_LOG.columns}


def upsert_log(pouring: Pouring) -> Iterator[Issue]:
    """Lay the rows of an import over the peer log; what is wrong with them is told in their files."""
    upsert_sightings(pouring.workbook, pouring.ledgers["PeerLog"], pouring.rows("PeerLog"))
    yield from ()


def strangers(pouring: Pouring) -> tuple[str, ...]:
    """Shops that an import's log names for the first time and nobody watches."""
    return new_strangers(pouring.workbook, pouring.ledgers["PeerLog"].fresh())


def upsert_sightings(workbook: Workbook, ledger: Ledger, sightings: Iterable[tuple[FileReport, Fact]]) -> None:
    """Lay rows of files over the peer log; a cell that says something stays as it is, and who contradicts it is told.

    Args:
        workbook: the open workbook.
        ledger: its peer log.
        sightings: rows with their files, in the order they count.
    """
    names, kept = shop_names(workbook), defaultdict[FileReport, list[str]](list)
    for report, fact in sightings:
        values = {**fact.values, "shop": names.of(text_of(fact.values["shop"]))}
        standing = ledger.rows.get(row_key(ledger.schema, values), {})
        values["image"] = _fingerprinted(report, fact.where, values.get("image"), standing.get("image"))
        if clash := next(_clashes(workbook, standing, values), ""):
            day, shop, item = (values[name] for name in ledger.key)
            kept[report].append(f"{day_words(day)} {shop} {item} {clash}")
        ledger.upsert(values, report, where=fact.where, blanks=True)
        if _adds_fingerprint(standing.get("image"), values["image"]):
            ledger.upsert({name: values[name] for name in (*ledger.key, "image")}, report)
    for report, said in kept.items():
        seen = {"count": len(said), "examples": tuple(said[:NAMED])}
        report.issues.append(Issue("log-kept", Level.WARNING, Where(report.name), seen))


def _clashes(workbook: Workbook, standing: Mapping[str, Value], values: Mapping[str, Value]) -> Iterator[str]:
    """Cells of a sighting that say something else than the log, in words."""
    for name, value in values.items():
        old = standing.get(name)
        if value is None or old in BLANK or same(old, value) or (name == "image" and _same_image(old, value)):
            continue
        yield f"{workbook.header('PeerLog', name)} {spoken(name, old)} ≠ {spoken(name, value)}"


def new_strangers(workbook: Workbook, fresh: Iterable[Mapping[str, Value]]) -> tuple[str, ...]:
    """Tell which shops that are neither watched nor our own were logged for the first time, in the order they come.

    Args:
        workbook: the workbook, the sightings written.
        fresh: those that did not stand before.
    """
    own, names, peers = is_own(workbook), shop_names(workbook), watched(workbook)
    now = Counter(names.of(text_of(row["shop"])) for row in fresh)
    shops = [shop for shop in now if shop not in peers and not own(shop)]
    often = Counter(names.of(text_of(shop)) for shop in workbook.columns("PeerLog")["shop"]) if shops else now
    return tuple(shop for shop in shops if often[shop] <= now[shop])


def spoken(column: str, value: Value) -> str:
    """A cell of the log as a sentence says it."""
    if _UNITS[column] is Unit.DATE:
        return day_words(value)
    return figure_words(value) if isinstance(value, int | float) else str(value)


def _same_image(one: Value, other: Value) -> bool:
    """Whether two cells mean one picture: the same name, and no other fingerprint."""
    (name, image), (other_name, other_image) = read_image_mark(text_of(one)), read_image_mark(text_of(other))
    return name == other_name and (image is None or other_image is None or image == other_image)


def _adds_fingerprint(old: Value, new: Value) -> bool:
    known, taken = read_image_mark(text_of(old)), read_image_mark(text_of(new))
    return known[0] == taken[0] and known[0] is not None and known[1] is None and taken[1] is not None


def _fingerprinted(report: FileReport, where: Where, cell: Value, standing: Value) -> Value:
    """The image cell with the picture's fingerprint, where the file lies beside the export."""
    name, image = read_image_mark(text_of(cell))
    if name is None or image is not None or read_image_mark(text_of(standing))[1] is not None:
        return cell
    file = report.path.parent / name
    if not _lies_beside(name) or not file.is_file():
        return cell
    try:
        return image_mark(name, image_hash(file))
    except FileRefusedError as problem:
        report.issues.append(Issue(problem.code, Level.WARNING, where, problem.seen))
        return cell


def _lies_beside(name: str) -> bool:
    """Whether a cell names a file in the export's own folder: no other folder, drive or computer is looked at."""
    return name == PureWindowsPath(name).name
