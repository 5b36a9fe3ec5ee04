"""How a table stands on a sheet: which columns, in which bands, with which formulas."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from opsbook.book.kit.format.basis import Span
from opsbook.formulas.node import Node
from opsbook.model.language import Label
from opsbook.model.schema import Table
from opsbook.model.values import Value


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring columns under one band; `folded` ones start out of sight."""

    title: Label
    columns: tuple[str, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a table is drawn on its sheet.

    Args:
        table: what it holds.
        groups: every column of the table once, in reading order.
        nodes: formula of each formula column (one for all rows, or one per row).
        lights: key of the threshold that lights a column.
        widths: pixels where the usual width does not fit.
        formats: number formats where the unit's usual one does not fit.
        body: rows the template starts with.
        reach: how many rows formats and guards cover.
        filtered: whether the table carries filter buttons.
        row_height: pixels of the body rows, when not the sheet's.
        head_height: pixels of a one-line header; units are then left to the band above.
        aligned: alignment of columns where the usual one does not fit; "fill" keeps long texts in their cell.
        span: first and last day of a row that stands for days; None where its own cells say what figures are made of.
        day_bounds: its lights use the lines of the day shown, because its rows lack the base metrics.
    """

    table: Table
    groups: tuple[Group, ...]
    nodes: Mapping[str, Node | tuple[Node, ...]] = field(default_factory=dict)
    lights: Mapping[str, str] = field(default_factory=dict)
    widths: Mapping[str, int] = field(default_factory=dict)
    formats: Mapping[str, str] = field(default_factory=dict)
    body: tuple[tuple[Value, ...], ...] = ()
    reach: int = 1
    filtered: bool = False
    row_height: int | None = None
    head_height: int | None = None
    span: Span | None = None
    day_bounds: bool = False
    aligned: Mapping[str, str] = field(default_factory=dict)
