"""One calculation over whole ranges, cell by cell, as Excel's own arithmetic spreads."""

from collections.abc import Callable, Iterable, Sequence

from opsbook.engine.functions.inputs import Cell, Cells, Rows, is_blank, number, rows
from opsbook.model.errors import FunctionRefusedError

Calculate = Callable[..., object]
Read = Callable[[Cell], object]


def each(calculate: Calculate, *ranges: Cells, read: Read = number, defaults: Sequence[float] = ()) -> object:
    """Calculate for every cell of one or more ranges.

    Args:
        calculate: takes one value per range, None where it is missing.
        ranges: single cells, rows, columns or blocks; a single cell goes with every cell of the others, a row with
            every row, a column with every column.
        read: turns a cell into a value.
        defaults: what a blank cell means in the last of the ranges, one value per range.

    Returns:
        One result for single cells, else results in the common shape; what failed in one cell is that cell's result,
        so that its neighbours keep theirs.

    Raises:
        FunctionRefusedError: the sizes do not fit together.
    """
    needed = len(ranges) - len(defaults)
    blocks = [
        *(rows(cells) for cells in ranges[:needed]),
        *(_filled(cells, default) for cells, default in zip(ranges[needed:], defaults, strict=True)),
    ]
    height, width = max(map(len, blocks)), max(len(block[0]) for block in blocks)
    if any(len(block) not in {1, height} or len(block[0]) not in {1, width} for block in blocks):
        sizes = tuple(f"{len(block)}×{len(block[0])}" for block in blocks)
        raise FunctionRefusedError("function-sizes-differ", sizes=sizes)
    spread = [_spread(block, height, width) for block in blocks]
    results = [
        [_guarded(calculate, map(read, cells)) for cells in zip(*line, strict=True)]
        for line in zip(*spread, strict=True)
    ]
    return _shaped(results, ranges)


def each_known(calculate: Calculate, *ranges: Cells, read: Read = number) -> object:
    """Calculate for every cell of the ranges as `each` does; unknown wherever one value is missing."""
    return each(lambda *values: None if None in values else calculate(*values), *ranges, read=read)


def _filled(cells: Cells, default: float) -> Rows:
    return [[default if is_blank(cell) else cell for cell in row] for row in rows(cells)]


def _spread(block: Rows, height: int, width: int) -> Rows:
    wide = block if len(block[0]) == width else [row * width for row in block]
    return wide if len(wide) == height else wide * height


def _guarded(calculate: Calculate, values: Iterable[object]) -> object:
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
