"""What a feature gives to a place that another part owns. Code is named as text, `package.module:name`, and loaded when it runs."""

from dataclasses import dataclass, field

from opsbook.model.language import Former, Label
from opsbook.model.schema import Column, Goes
from opsbook.model.units import Unit


@dataclass(frozen=True, slots=True)
class Add:
    """A column for another feature's table.

    Args:
        table: name of the table.
        column: the column; None where a metric follows.
        metric: id of a metric that the table gets as a formula column.
        group: title of the band above the column; a new band where the table's sheet has none of that title.
    """

    table: str
    group: Label
    column: Column | None = None
    metric: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """Cells that people fill in, of which `opsbook schema` prints a JSON Schema.

    Args:
        name: of the schema.
        label: what it is the schema of.
        table: the table of which it is a row; empty for the named cells of Settings.
        model: `module:class` of the pydantic model where rules beyond the cells' own apply.
    """

    name: str
    label: Label
    table: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook.

    Args:
        id: id of the sheet.
        rank: sheets stand in this order.
        draw: function of a draft that returns the sheet's canvas.
        first: drawn before the others, which read where its tables stand.
        guide: its line in the Guide: its name, what it shows, who reads it, when, what they fill in, where it comes from;
            empty where the Guide has words of its own.
        since: version of its feature that brought it.
        whole: nobody types into it but into named cells: where nobody changed it, an upgrade draws it anew as a whole.
        filled_by: tables of which the first row brings it into sight; empty where it stands there from the start.
        hidden: it never is in sight.
        former: what its tab said before; an older workbook's tab is renamed where it still says so.
    """

    id: str
    rank: int
    draw: str
    first: bool = False
    guide: tuple[Label, ...] = ()
    since: int = 1
    whole: bool = False
    filled_by: tuple[str, ...] = ()
    hidden: bool = False
    former: tuple[Former, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnName:
    """What a defined name stands for.

    Args:
        table: name of a table.
        column: the column whose cells it stands for.
        of_the_day: of these cells, the one in the row of the day shown.
        since: version of its feature that brought it.
    """

    table: str
    column: str
    of_the_day: bool = False
    since: int = 1


@dataclass(frozen=True, slots=True)
class CalcTable:
    """A table of the sheet Calc, which charts and sentences read by name.

    Args:
        table: its name.
        rank: tables stand in this order, left to right.
        draw: function of a draft that returns how the table is drawn.
    """

    table: str
    rank: int
    draw: str


@dataclass(frozen=True, slots=True)
class FigureList:
    """Single figures of the sheet Calc, each under a defined name.

    Args:
        rank: lists stand in this order, top to bottom.
        list: function of a draft that returns them.
    """

    rank: int
    list: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A place on the dashboard; a feature that is off leaves it blank and nothing moves.

    Args:
        slot: name of the place.
        rank: several tiles of one slot stand in this order.
        draw: function of the dashboard's canvas and the draft.
    """

    slot: str
    rank: int
    draw: str


@dataclass(frozen=True, slots=True)
class Step:
    """A result worked out at every refresh.

    Args:
        name: what it is called in messages to developers.
        reads: columns it reads, as `Table.column`; a whole table by its name; `*` where it comes after all other steps.
        writes: columns it writes.
        run: function of the open workbook.
    """

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    run: str


@dataclass(frozen=True, slots=True)
class Check:
    """What a feature finds wrong with a workbook.

    Args:
        rank: findings are told in this order.
        run: function of the open workbook that returns issues.
    """

    rank: int
    run: str


@dataclass(frozen=True, slots=True)
class CellCheck:
    """What a feature finds wrong with single cells of a table, told in the order of the sheet.

    Args:
        table: name of the table.
        run: function of the open workbook and its cells as calculated that returns places and issues.
    """

    table: str
    run: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of the morning's brief, or a clause that ends another feature's line.

    Args:
        rank: lines stand in this order.
        run: function of the morning that returns what the message names, by placeholder; a clause's function gets the
            text so far, too, and returns the longer one.
        code: of the message that the line is.
        ends: rank of the line whose text a clause ends; 0 for a line of its own.
    """

    rank: int
    run: str
    code: str = ""
    ends: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A report somebody exports every morning.

    Args:
        id: name in defined names, such as `data_shop_state`.
        table: the table it fills.
        label: what it is called.
        source: where it is exported.
        newest: defined name of the cell that knows its newest day.
    """

    id: str
    table: str
    label: Label
    source: Label
    newest: str


@dataclass(frozen=True, slots=True)
class InputCell:
    """A named cell somebody types into.

    Args:
        name: its defined name.
        label: what messages call it.
        number: it holds a number.
        needed: it may not be blank.
        day: it holds a day.
        whole: it holds a whole number.
        least: the smallest value.
        most: the largest value.
        check: function of the workbook, the value and the facts that returns what else is wrong with it, or None.
        goes: into which workbook made from this one what was typed goes along.
    """

    name: str
    label: Label
    number: bool = False
    needed: bool = False
    day: bool = False
    whole: bool = False
    least: float = 0
    most: float = 0
    check: str = ""
    goes: Goes = Goes.ALWAYS


@dataclass(frozen=True, slots=True)
class Laying:
    """Rules of its own by which rows of files are upserted into a table.

    Args:
        table: name of the table.
        run: function of the import, called after the tables it reads are upserted.
        reads: names of those tables.
    """

    table: str
    run: str
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What an import may bring for the first time.

    Args:
        id: word by which it is asked for.
        run: function of the import that names what is new.
    """

    id: str
    run: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure that thresholds judge beside metrics; more of it is better.

    Args:
        id: first part of the threshold's key.
        label: what it is called.
        node: function that returns its formula.
        unit: what it is measured in.
    """

    id: str
    label: Label
    node: str
    unit: Unit = field(default=Unit.RATE)
