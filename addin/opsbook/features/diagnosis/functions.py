"""Why a figure moved, as worksheet functions."""

from collections.abc import Mapping

from opsbook.engine.functions.boundary import offered
from opsbook.engine.functions.inputs import Cells, flat, number, one_cell, optional_number, text, yes_or_no
from opsbook.engine.functions.language import addin_language
from opsbook.engine.functions.tables import table
from opsbook.engine.functions.words import FINDING, GAP, LIGHT, OVERALL, UNMEASURED
from opsbook.exports.parse.totals import Totals
from opsbook.features.daily.fields import FIELD
from opsbook.features.daily.metrics import METRIC
from opsbook.features.diagnosis.anomaly import CHANGE_LIMIT, anomaly, usual_limit
from opsbook.features.diagnosis.bridge import FACTORS, bridge
from opsbook.features.diagnosis.function_help import FUNCTIONS
from opsbook.features.diagnosis.page_health import Bounds, page_health
from opsbook.features.diagnosis.sources import Traffic, source_effects
from opsbook.features.thresholds.assess import assess
from opsbook.features.thresholds.functions import better, lines_of
from opsbook.model.errors import FunctionRefusedError
from opsbook.model.figures import NOT_NEGATIVE
from opsbook.model.language import Label

worksheet_function = offered(FUNCTIONS)

SOURCE = Label("来源", "source")
_IN_FIRST_CELL = Totals(dates=(), ids=(), texts=())


@worksheet_function
def OPS_BRIDGE(before: Cells, after: Cells) -> list[list[object]]:
    """Split a change of GMV into visitors, conversion and order value.

    The cells afterwards may be goals as well.

    Returns:
        Rows of label and effect in yuan: the three factors, then the gap, to which they add up exactly.

    Raises:
        FunctionRefusedError: shown as text: not three cells, or one of them is no number.

    Source: LMDI-I, Ang (2005), Energy Policy 33; zeros by Ang and Liu (2007), Energy Policy 35.
    """
    result, lang = bridge(_factors("before", before), _factors("after", after)), addin_language()
    if result.missing:
        raise FunctionRefusedError("function-no-factors", missing=tuple(_factor(name) for name in result.missing))
    return [*([_factor(one.factor)[lang], one.amount] for one in result.effects), [GAP[lang], result.gap]]


def _factors(argument: str, cells: Cells) -> list[float | None]:
    values = [number(cell) for cell in flat(cells)]
    if len(values) != len(FACTORS):
        raise FunctionRefusedError("function-three-cells", argument=argument, seen=len(values))
    return values


def _factor(name: str) -> Label:
    return METRIC[name].label if name in METRIC else FIELD[name].label


@worksheet_function
def OPS_SOURCE_EFFECTS(before: Cells, after: Cells) -> list[list[object]]:
    """Split a change of GMV over traffic sources.

    Rows of one source are added up, total rows passed over; a source that is missing on one side counts as 0 there.

    Returns:
        Rows of source, volume effect, rate effect and gap in yuan; the last row is their sum, exact. A source of which
        only one figure is known says so and is left out of the sum.

    Raises:
        FunctionRefusedError: shown as text: a column is missing.
    """
    result, lang = source_effects(_traffic("before", before), _traffic("after", after)), addin_language()
    lines: list[list[object]] = [[one.source, one.volume, one.rate, one.gap] for one in result.effects]
    lines += [[name, UNMEASURED[lang], None, None] for name in result.missing]
    return [*lines, [GAP[lang], result.volume, result.rate, result.gap]]


def _traffic(argument: str, cells: Cells) -> Mapping[str, Traffic]:
    found: dict[str, Traffic] = {}
    columns = (SOURCE, FIELD["visitors"].label, FIELD["gmv"].label)
    for place, (name, visitors, gmv) in table(argument, cells, columns):
        source, figures = text(name) or "", Traffic(number(visitors), number(gmv))
        if _IN_FIRST_CELL.has((source,)):
            continue
        if place == 1 and figures == Traffic(None, None) and text(visitors) and text(gmv):
            continue  # the header
        old = found.get(source, Traffic(0.0, 0.0))
        found[source] = Traffic(_added(old.visitors, figures.visitors), _added(old.gmv, figures.gmv))
    return found


def _added(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


@worksheet_function
def OPS_ANOMALY(value: Cells, history: Cells, min_z: Cells = None, min_change: Cells = None) -> list[object]:
    """Say whether a day is unlike the same weekday of the weeks before.

    The fewer days there are to compare with, the further off a value must be.

    Returns:
        One row: finding, robust z, usual value (median), relative change; "" for what cannot be said.

    Raises:
        FunctionRefusedError: shown as text: an argument cannot be read.

    Source: Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers.
    """
    known = [one for one in map(number, flat(history)) if one is not None]
    found = anomaly(
        number(one_cell("value", value)),
        known,
        z_limit=optional_number("min_z", min_z, usual_limit(len(known)), NOT_NEGATIVE),
        change_limit=optional_number("min_change", min_change, CHANGE_LIMIT, NOT_NEGATIVE),
    )
    return [FINDING[found.finding.value][addin_language()], found.z, found.expected, found.change]


@worksheet_function
def OPS_PAGE_HEALTH(
    aov_ratio: Cells, bounce_rate: Cells, depth: Cells, thresholds: Cells = None, many_returning: Cells = None
) -> list[list[object]]:
    """Say whether the shop's pages lead visitors on.

    Returning visitors look around more: where there are many, a bounce rate below 50 % and at least 4 pages are met, unless
    the thresholds ask for more.

    Returns:
        Rows of name, value and light, the worst of them last; a light is "" where the figure is missing.

    Raises:
        FunctionRefusedError: shown as text: an argument cannot be read, or a figure has no lines.
    """
    cells = {"aov_ratio": aov_ratio, "bounce_rate": bounce_rate, "depth": depth}
    figures = {name: number(one_cell(name, one)) for name, one in cells.items()}
    lines = {name: lines_of(METRIC[name], thresholds) for name in cells}
    bounds = {name: Bounds(one.green, one.red) for name, one in lines.items()}
    returning = yes_or_no("many_returning", one_cell("many_returning", many_returning), blank=False)
    found = page_health(figures, bounds, assess, many_returning=returning)
    lights = [(METRIC[name].label, figures[name], better(METRIC[name]), one) for name, one in found.lights.items()]
    lang = addin_language()
    return [
        [label[lang], figure, None if light is None else LIGHT[light, direction][lang]]
        for label, figure, direction, light in (*lights, (OVERALL, None, 1, found.overall))
    ]
