"""The workbook as frozen records. A host prints them; nothing here knows how.

Rows and columns count from 0. Styles are sorted (property, value) pairs in Excel's words.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from opsbook.formulas.node import Node
from opsbook.formulas.text import Labels
from opsbook.model.errors import FormulaError
from opsbook.model.language import Lang
from opsbook.model.schema import Kind
from opsbook.model.units import Unit
from opsbook.model.values import Value

Style = tuple[tuple[str, object], ...]
Box = tuple[int, int, int, int]  # first row, first column, last row, last column


@dataclass(frozen=True, slots=True)
class Rich:
    """Text in several styles."""

    runs: tuple[tuple[Style, str], ...]


Content = Value | Node | Rich


def checked(content: Content) -> Content:
    """Refuse a formula smuggled in as text: a cell's formula is a tree that also yields its value."""
    if isinstance(content, str) and content.startswith("="):
        raise FormulaError("formula-as-text", text=content)
    return content


@dataclass(frozen=True, slots=True)
class CellPlan:
    """One cell; a formula outside tables carries the defined name it is found by."""

    content: Content
    style: Style
    name: str = ""


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """One column of a table.

    Args:
        id: column id.
        header: header text, exact.
        kind: who writes the cells.
        unit: what they hold.
        head: style of the header cell.
        body: style of the body cells.
        node: formula of every row, or by row position where rows differ.
    """

    id: str
    header: str
    kind: Kind
    unit: Unit
    head: Style
    body: Style
    node: Node | tuple[Node, ...] | None = None


@dataclass(frozen=True, slots=True)
class TablePlan:
    """One Excel table: header at (row, column), body below."""

    name: str
    row: int
    column: int
    columns: tuple[ColumnPlan, ...]
    body: tuple[tuple[Value, ...], ...]
    filtered: bool = False
    row_height: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A conditional format: a formula for the first cell of the box, or a data bar."""

    box: Box
    formula: str
    style: Style
    stop: bool = False
    bar: bool = False


@dataclass(frozen=True, slots=True)
class Validation:
    """What may be typed: options by (property, value) in Excel's words."""

    box: Box
    options: Style


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart; ranges are boxes on the Calc sheet."""

    name: str
    categories: Box
    values: Box
    look: Style


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart without title, legend or border; `over` is a line chart drawn on top.

    Args:
        kind: (type, subtype) of the lower layer.
        series: its series.
        over: series of the line layer.
        x_axis: properties of the category axis (of the value axis in bar charts).
        y_axis: properties of the other axis.
        at: row and column of the anchor.
        size: width and height in pixels.
        offset: pixels right of the anchor's left edge.
    """

    kind: tuple[str, str]
    series: tuple[Series, ...]
    over: tuple[Series, ...]
    x_axis: Style
    y_axis: Style
    at: tuple[int, int]
    size: tuple[int, int]
    offset: int = 8
    alt: str = ""


@dataclass(frozen=True, slots=True)
class ButtonPlan:
    """A button that runs a macro.

    Args:
        at: row and column of the anchor.
        box: pixels right of and below the anchor's corner, width, height.
        label: what stands on it.
        macro: the macro's name.
        tip: what it does, for readers of the screen.
    """

    at: tuple[int, int]
    box: tuple[int, int, int, int]
    label: str
    macro: str
    tip: str


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Print set-up: A4 landscape, one page wide; `tall` 0 is as many pages as rows need."""

    tall: int = 0
    wide: int = 1
    repeat: tuple[int, int] | None = None
    area: Box | None = None


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet.

    Args:
        id: id of the sheet.
        title: its name in the workbook's language.
        tab: tab colour.
        widths: column, pixels, outline level, hidden.
        heights: pixels of rows.
        cells: by row and column.
        merges: boxes that are one cell.
        tables: left to right, top to bottom.
        rules: conditional formats, first ones first.
        validations: what may be typed.
        charts: drawn over the cells.
        freeze: first row and column that scroll.
        page: how it is printed.
        protected: only unlocked cells may be changed.
        row_height: pixels of every other row.
        buttons: those that run macros.
        folded: rows out of sight behind an outline's [+]; all of them have a height.
    """

    id: str
    title: str
    tab: str
    widths: tuple[tuple[int, int, int, bool], ...]
    heights: Mapping[int, int]
    cells: Mapping[tuple[int, int], CellPlan]
    merges: tuple[Box, ...]
    tables: tuple[TablePlan, ...]
    rules: tuple[Rule, ...]
    validations: tuple[Validation, ...]
    charts: tuple[Chart, ...]
    freeze: tuple[int, int]
    page: PageSetup
    protected: bool = False
    hidden: bool = False
    row_height: int = 22
    buttons: tuple[ButtonPlan, ...] = ()
    folded: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class BookPlan:
    """The workbook: sheets in order, defined names beyond named cells, custom properties."""

    lang: Lang
    sheets: tuple[SheetPlan, ...]
    names: Mapping[str, str]
    properties: Mapping[str, str]

    @property
    def tables(self) -> tuple[TablePlan, ...]:
        """Every table, sheet by sheet."""
        return tuple(table for sheet in self.sheets for table in sheet.tables)

    def labels(self) -> Labels:
        """Give the header of any column by table name and column id."""
        known = {(table.name, column.id): column.header for table in self.tables for column in table.columns}
        return lambda table, column: known[table, column]


def body_cells(table: TablePlan, name: str) -> tuple[Value, ...]:
    """What the rows of a planned table hold in a column."""
    at = next(at for at, column in enumerate(table.columns) if column.id == name)
    return tuple(row[at] for row in table.body)
