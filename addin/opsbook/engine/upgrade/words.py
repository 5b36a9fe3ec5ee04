"""What an upgrade did, in the words of the workbook's language."""

from collections.abc import Iterator, Mapping

from opsbook.engine.upgrade.upgrading import Upgraded
from opsbook.engine.workbook import Workbook
from opsbook.model.issues import Issue, Level
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise


def phrases(workbook: Workbook, done: Upgraded) -> tuple[str, ...]:
    """One phrase for each kind of change."""
    return tuple(_phrases(workbook, done)) or (workbook.voice.say("upgrade-nothing"),)


def _phrases(workbook: Workbook, done: Upgraded) -> Iterator[str]:
    say = workbook.voice.say
    yield from _renamed(workbook, done.renamed)
    for table, headers in done.added.columns.items():
        yield say("upgrade-columns", sheet=workbook.host.read_table(table).sheet, headers=headers)
    for table in done.added.tables:
        label = workbook.catalog.report_of(table)[workbook.lang]
        yield say("upgrade-tables", sheet=workbook.host.read_table(table).sheet, table=label)
    if done.added.options:
        labels = tuple(one.label[workbook.lang] for one in workbook.catalog.options if one.name in done.added.options)
        yield say("upgrade-options", options=labels)
    if done.added.sheets:
        yield say("upgrade-sheets", sheets=done.added.sheets)
    if done.replaced:
        yield say("upgrade-replaced", sheets=done.replaced)
    if done.beside:
        yield say("upgrade-beside", sheet=done.beside)
    if done.refitted:
        yield say("upgrade-formulas", places=len(done.refitted))
    if done.moved:
        yield say("upgrade-moved", places=tuple(_named(workbook, place) for place in done.moved))
    if done.looks:
        yield say("upgrade-looks", places=len(done.looks))


def _renamed(workbook: Workbook, names: CalledOtherwise) -> Iterator[str]:
    say = workbook.voice.say
    for table, headers in names.columns.items():
        yield say("upgrade-renamed", sheet=workbook.host.read_table(table).sheet, headers=_arrows(headers))
    if names.sheets:
        yield say("upgrade-renamed-sheets", sheets=_arrows(names.sheets))


def _arrows(names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{old} → {new}" for old, new in names.items())


def notes_of(workbook: Workbook, done: Upgraded) -> tuple[Issue, ...]:
    """What was done in one line, and a line for what somebody changed and that is left as it is."""
    kept = (_kept(sheet, done.readers.get(sheet, "")) for sheet in done.kept)
    places = tuple(_named(workbook, place) for place in done.own)
    own = (Issue("own-stays", Level.INFO, seen={"places": places}),) if places else ()
    return (Issue("upgraded", Level.INFO, seen={"parts": phrases(workbook, done)}), *kept, *own)


def _named(workbook: Workbook, place: str) -> str:
    """A column by sheet and header, a named cell by its address."""
    table, _, column = place.partition(".")
    if not column:
        return "{}!{}".format(*workbook.host.locate(place))
    return workbook.voice.say(
        "upgrade-column", sheet=workbook.host.read_table(table).sheet, header=workbook.header(table, column)
    )


def _kept(sheet: str, reader: str) -> Issue:
    """Why a sheet has its old shape."""
    if reader:
        return Issue("sheet-read", Level.INFO, seen={"sheet": sheet, "reader": reader})
    return Issue("sheet-kept", Level.INFO, seen={"sheet": sheet})
