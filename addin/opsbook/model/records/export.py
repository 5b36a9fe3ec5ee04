"""What describes one export: a literal, so that adding an export is adding a record."""

from dataclasses import dataclass
from enum import Enum

from opsbook.model.orders import Orders
from opsbook.model.schema import Table


class Repeat(Enum):
    """What two rows of one file with the same key are."""

    ONE = "one"  # equal rows collapse; of different ones the whole is taken, or none
    PARTS = "parts"  # an ad plan shown once per item or match: amounts are added
    SCENES = "scenes"  # parts told apart by columns without a place: equal rows collapse, the others are added
    FIRST = "first"  # the shop's own row comes first, its agents and peers below it
    LOG = "log"  # sightings: every row is kept, and the one recorded first counts


@dataclass(frozen=True, slots=True)
class Source:
    """Where a column of a table comes from.

    Args:
        id: id of the table's column.
        headers: names in the export, best first.
        adds: the value is the sum of all of these columns that are there, instead of the first.
    """

    id: str
    headers: tuple[str, ...]
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Importer:
    """One export of one platform.

    Args:
        id: kind of the export.
        name: what the platform calls it.
        table: table its rows go to.
        columns: what its columns mean; a second entry for an id counts only where the first is not there.
        needs: ids without whose columns it is not this export.
        never: headers that say it is another export.
        finer: those of `never` by which it is this export with several rows per key, to be refused as such.
        aside: headers that are known and have no place in the table.
        repeat: what rows with the same key are.
        tree: ids of the levels of a hierarchy, top first; only its leaves are kept.
        renamed: old and new names of channels, folded to the new.
        new_tree: name on the first level that marks the platform's new hierarchy.
        cut_at: rows after which the platform silently cuts the file, 0 for no known limit.
        fixed: what a row holds where the file says nothing, in order; `{plan}` stands for the row's own plan.
        marks: headers without a place in the tables that must be there for it to be this export.
        grouped: the header is two rows, groups above their fields.
        foreign: money is in a currency the cells show, and days come as there: month or day first.
        evidence: what the literal rests on: A a real export, B programs that read it every day, C a published sample;
            empty where no platform makes it: the workbook's own headers, or a report of the operator's.
        about: id without which a row tells of something that has no place in the table.
        again: a header and a word: rows with it say once more what rows without it say, counted otherwise.
        orders: what makes its rows orders, which are added up to days; None where a row is what it says.
        formerly: what earlier versions called it in a workbook's record of imports.
    """

    id: str
    name: str
    table: Table
    columns: tuple[Source, ...]
    needs: tuple[str, ...]
    never: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    repeat: Repeat = Repeat.ONE
    tree: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    new_tree: str = ""
    cut_at: int = 0
    fixed: tuple[tuple[str, str], ...] = ()
    marks: tuple[str, ...] = ()
    grouped: bool = False
    foreign: bool = False
    evidence: str = "B"
    about: str = ""
    again: tuple[str, str] = ("", "")
    orders: Orders | None = None
    finer: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()

    @property
    def platform(self) -> str:
        """The back-end it comes from: the first word of its name."""
        return self.name.split(" ", maxsplit=1)[0]

    @property
    def names(self) -> tuple[str, ...]:
        """What a workbook's record of imports may call it."""
        return (self.name, *self.formerly)

    @property
    def stores(self) -> bool:
        """Whether anything of it has a place in the tables."""
        return any(source.id != "date" for source in self.columns)
