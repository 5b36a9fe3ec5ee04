"""One calculation over whole ranges, cell by cell, as Excel's own arithmetic spreads."""

from collections.abc import Callable, Mapping, Sequence

from opsbook.engine.functions.figures import figure
from opsbook.engine.functions.inputs import Cell, Cells, rows
from opsbook.model.errors import FunctionRefusedError

Calculate = Callable[..., object]
Read = Callable[[Cell, str, int, int], object]
Values = list[list[object]]


def each(
    calculate: Calculate, ranges: Mapping[str, Cells], *, read: Read = figure, defaults: Sequence[float] = ()
) -> object:
    """Calculate for every cell of one or more ranges.

    Args:
        calculate: takes one value per range, None where it is missing.
        ranges: by argument single cells, rows, columns or blocks; a single cell goes with every cell of the others, a row with
            every row, a column with every column.
        read: turns a cell into a value; it is told the argument, row and column, 0 for a single cell.
        defaults: what a missing value means in the last of the ranges, one value per range.

    Returns:
        One result for single cells, else results in the common shape; what failed in one cell is that cell's result,
        so that its neighbours keep theirs.

    Raises:
        FunctionRefusedError: the sizes do not fit together.
    """
    usual: list[float | None] = [*[None] * (len(ranges) - len(defaults)), *defaults]
    values = [values_of(name, cells, read) for name, cells in ranges.items()]
    blocks = [_filled(block, default) for block, default in zip(values, usual, strict=True)]
    height, width = max(map(len, blocks)), max(len(block[0]) for block in blocks)
    if any(len(block) not in {1, height} or len(block[0]) not in {1, width} for block in blocks):
        sizes = tuple(f"{len(block)}×{len(block[0])}" for block in blocks)
        raise FunctionRefusedError("function-sizes-differ", sizes=sizes)
    spread = [_spread(block, height, width) for block in blocks]
    results = [
        [_guarded(calculate, values) for values in zip(*line, strict=True)] for line in zip(*spread, strict=True)
    ]
    return _shaped(results, tuple(ranges.values()))


def each_known(calculate: Calculate, ranges: Mapping[str, Cells], *, read: Read = figure) -> object:
    """Calculate for every cell of the ranges as `each` does; unknown wherever one value is missing."""
    return each(lambda *values: None if None in values else calculate(*values), ranges, read=read)


def values_of(argument: str, cells: Cells, read: Read) -> Values:
    """The values of a range, row by row; a cell that is refused is its own refusal."""
    block = rows(cells)
    alone = len(block) == len(block[0]) == 1
    return [
        [_value(read, cell, argument, (0, 0) if alone else (at, beside)) for beside, cell in enumerate(row, 1)]
        for at, row in enumerate(block, 1)
    ]


def _value(read: Read, cell: Cell, argument: str, at: tuple[int, int]) -> object:
    try:
        return read(cell, argument, *at)
    except FunctionRefusedError as error:
        return error


def _filled(values: Values, default: float | None) -> Values:
    return values if default is None else [[default if one is None else one for one in row] for row in values]


def _spread(block: Values, height: int, width: int) -> Values:
    wide = block if len(block[0]) == width else [row * width for row in block]
    return wide if len(wide) == height else wide * height


def _guarded(calculate: Calculate, values: Sequence[object]) -> object:
    refused = next((one for one in values if isinstance(one, Exception)), None)
    if refused:
        return refused
    try:
        return calculate(*values)
    except Exception as error:  # noqa: BLE001 - the boundary says it in the cell and logs it
        return error


def _shaped(results: list[list[object]], ranges: tuple[Cells, ...]) -> object:
    """Results in the shape of what was given: Excel always gives rows, plain Python may give one value or a list."""
    if any(_depth(cells) == 2 for cells in ranges):
        return results
    return results[0] if any(_depth(cells) == 1 for cells in ranges) else results[0][0]


def _depth(cells: Cells) -> int:
    if hasattr(cells, "tolist"):
        return int(getattr(cells, "ndim", 1))
    if not isinstance(cells, list | tuple):
        return 0
    return 2 if cells and isinstance(cells[0], list | tuple) else 1
