"""The light of a value, by built-in lines, by two cells, or by the workbook's own Thresholds table."""

from dataclasses import dataclass

from opsbook.engine.functions.boundary import offered
from opsbook.engine.functions.elementwise import each
from opsbook.engine.functions.figures import figure, is_nothing, spelled
from opsbook.engine.functions.inputs import Cell, Cells, flat, is_blank, one_text, rows, shown, text
from opsbook.engine.functions.language import addin_language
from opsbook.engine.functions.words import BETTER, LIGHT
from opsbook.features.contents import catalog
from opsbook.features.daily.metric_table import known
from opsbook.features.thresholds.assess import assess, is_on
from opsbook.features.thresholds.function_help import FUNCTIONS
from opsbook.features.thresholds.tables import THRESHOLDS
from opsbook.model.errors import FunctionRefusedError
from opsbook.model.records.metric import Metric
from opsbook.model.units import Direction

worksheet_function = offered(FUNCTIONS)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines a value is judged by; None where there is none."""

    green: float | None
    red: float | None


@worksheet_function
def OPS_STATUS(value: Cells, metric_id: Cells, thresholds: Cells = None) -> object:
    """Say how a value stands: ▲ met, ● near, ▼ low (or over, where lower is better).

    Of two cells one may be blank; of the whole Thresholds table the shop's row counts.

    Returns:
        A text, or one per cell; "" where the value is missing or the threshold is switched off.

    Raises:
        FunctionRefusedError: shown as text: no such metric, no line to judge by, or a green line worse than the red one.
    """
    metric = known(one_text("metric_id", metric_id), tuple(catalog().metrics.values()))
    lines, lang = lines_of(metric, thresholds), addin_language()

    def words(one: float | None) -> str:
        light = assess(one, lines.green, lines.red, better(metric))
        return "" if light is None else LIGHT[light, better(metric)][lang]

    return each(words, {"value": value})


def better(metric: Metric) -> int:
    """1 where higher is better, -1 where lower is."""
    return -1 if metric.direction is Direction.DOWN else 1


def lines_of(metric: Metric, thresholds: Cells) -> Lines:
    """The lines of a metric.

    Raises:
        FunctionRefusedError: there are none, or green is worse than red.
    """
    lines = _given(metric, thresholds)
    if lines.green is not None and lines.red is not None and (lines.green - lines.red) * better(metric) < 0:
        seen = {"green": lines.green, "red": lines.red, "metric": metric.label, "better": BETTER[better(metric)]}
        raise FunctionRefusedError("function-lines-swapped", **seen)
    return lines


def _given(metric: Metric, thresholds: Cells) -> Lines:
    given = rows(thresholds)
    if all(is_blank(cell) for cell in flat(thresholds)):
        return _built_in(metric)
    if len(flat(thresholds)) == 2:
        return _two_cells(*flat(thresholds))
    headers = [text(cell) for cell in given[0]]
    for place, row in enumerate(given[1:], 2):
        cells = dict(zip(headers, row, strict=True))
        named = {metric.id, metric.label.zh, metric.label.en}
        if text(_of("metric", cells)) in named and text(_of("scope", cells)) in _shop():
            return _row(cells, place)
    raise FunctionRefusedError("function-no-threshold", metric=metric.label)


def _shop() -> set[str]:
    """What the scope of the shop's own rows may be called."""
    label = catalog().scopes["shop"].label
    return {label.zh, label.en}


def _built_in(metric: Metric) -> Lines:
    for one in catalog().thresholds:
        if (one.metric, one.scope, one.base) == (metric.id, "shop", None) and {one.green, one.red} != {None}:
            return Lines(one.green, one.red)
    raise FunctionRefusedError("function-no-threshold", metric=metric.label)


def _two_cells(green: Cell, red: Cell) -> Lines:
    for cell in (green, red):
        if spelled(cell) is None and not is_nothing(cell):
            seen = {"green": shown(green), "red": shown(red)}
            raise FunctionRefusedError("function-two-lines", argument="thresholds", **seen)
    return Lines(spelled(green), spelled(red))


def _row(cells: dict[str | None, Cell], place: int) -> Lines:
    """The row's own numbers; where they are times a base, the lines the sheet shows for its day."""
    if not is_on(text(_of("on", cells))):
        return Lines(None, None)
    shown_in = [line if is_blank(_of(f"{line}_base", cells)) else f"{line}_bound" for line in ("green", "red")]
    return Lines(*(figure(_of(column, cells), "thresholds", place) for column in shown_in))


def _of(column: str, cells: dict[str | None, Cell]) -> Cell:
    label = next(one.label for one in THRESHOLDS.columns if one.id == column)
    return cells.get(label.zh, cells.get(label.en))
