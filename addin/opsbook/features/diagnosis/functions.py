"""Why a figure moved, as worksheet functions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import fsum

from opsbook.engine.functions.boundary import offered
from opsbook.engine.functions.figures import figure, figures, one_figure, optional_number, place
from opsbook.engine.functions.inputs import Cells, one_cell, rows, text, yes_or_no
from opsbook.engine.functions.language import addin_language
from opsbook.engine.functions.tables import table
from opsbook.engine.functions.words import FINDING, GAP, LEFT_OUT, LIGHT, OVERALL, UNMEASURED
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
    values = [
        figure(cell, argument, at, beside)
        for at, row in enumerate(rows(cells), 1)
        for beside, cell in enumerate(row, 1)
    ]
    if len(values) != len(FACTORS):
        raise FunctionRefusedError("function-three-cells", argument=argument, seen=len(values))
    return values


def _factor(name: str) -> Label:
    return METRIC[name].label if name in METRIC else FIELD[name].label


@worksheet_function
def OPS_SOURCE_EFFECTS(before: Cells, after: Cells) -> list[list[object]]:
    """Split a change of GMV over traffic sources.

    Rows of one source are added up; a source that is missing on one side counts as 0 there. Rows of totals are left out and
    listed above the last row.

    Returns:
        Rows of source, volume effect, rate effect and gap in yuan; the last row is their sum, exact. A source of which
        only one figure is known says so and is left out of the sum.

    Raises:
        FunctionRefusedError: shown as text: a column is missing, or a cell is no figure.
    """
    totals: list[str] = []
    result = source_effects(_traffic("before", before, totals), _traffic("after", after, totals))
    lang = addin_language()
    lines: list[list[object]] = [[one.source, one.volume, one.rate, one.gap] for one in result.effects]
    lines += [[name, UNMEASURED[lang], None, None] for name in result.missing]
    lines += [[name, LEFT_OUT[lang], None, None] for name in dict.fromkeys(totals)]
    return [*lines, [GAP[lang], result.volume, result.rate, result.gap]]


def _traffic(argument: str, cells: Cells, totals: list[str]) -> Mapping[str, Traffic]:
    """What each source brought; the names of total rows, which are left out, are added to `totals`."""
    found: defaultdict[str, list[Traffic]] = defaultdict(list)
    columns = (SOURCE, FIELD["visitors"].label, FIELD["gmv"].label)
    for row, (name, visitors, gmv) in table(argument, cells, columns, totals):
        brought = Traffic(figure(visitors, argument, row, 2), figure(gmv, argument, row, 3))
        found[text(name) or ""].append(brought)
    return {
        name: Traffic(_added(one.visitors for one in parts), _added(one.gmv for one in parts))
        for name, parts in found.items()
    }


def _added(amounts: Iterable[float | None]) -> float | None:
    """A sum, the same in any order of rows; unknown where a part is."""
    parts = list(amounts)
    known = [one for one in parts if one is not None]
    return fsum(known) if len(known) == len(parts) else None


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
    known = figures("history", history)
    found = anomaly(
        one_figure("value", value),
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
    figures = {name: one_figure(name, one) for name, one in cells.items()}
    lines = {name: lines_of(METRIC[name], thresholds) for name in cells}
    bounds = {name: Bounds(one.green, one.red) for name, one in lines.items()}
    returning = yes_or_no(place("many_returning"), one_cell("many_returning", many_returning), blank=False)
    found = page_health(figures, bounds, assess, many_returning=returning)
    lights = [(METRIC[name].label, figures[name], better(METRIC[name]), one) for name, one in found.lights.items()]
    lang = addin_language()
    return [
        [label[lang], figure, None if light is None else LIGHT[light, direction][lang]]
        for label, figure, direction, light in (*lights, (OVERALL, None, 1, found.overall))
    ]
