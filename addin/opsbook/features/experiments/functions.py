"""Tests of pictures, prices and copy as worksheet functions."""

from opsbook.engine.functions.boundary import offered
from opsbook.engine.functions.elementwise import each
from opsbook.engine.functions.figures import one_figure, one_number, optional_number
from opsbook.engine.functions.inputs import Cells
from opsbook.engine.functions.language import addin_language
from opsbook.engine.functions.words import COMPARISON, VERDICT
from opsbook.features.experiments.function_help import FUNCTIONS
from opsbook.features.experiments.proportions import Comparison, Sample, ab_test, sample_size
from opsbook.model.figures import COUNT, OPEN_SHARE

worksheet_function = offered(FUNCTIONS)

CONFIDENCE, POWER = 0.95, 0.8


@worksheet_function
def OPS_AB_TEST(
    visitors_a: Cells,
    buyers_a: Cells,
    visitors_b: Cells,
    buyers_b: Cells,
    planned: Cells = None,
    confidence: Cells = CONFIDENCE,
) -> list[list[object]]:
    """Compare the conversion of two versions of a picture, price or text.

    Returns:
        Rows of label and value: both rates, their difference with its interval, p-value, verdict.

    Raises:
        FunctionRefusedError: shown as text: an argument is no number.
        FigureRefusedError: shown as text: a count is negative or not whole, or there are more buyers than visitors.

    Source: Newcombe (1998), method 10.
    """
    versions = [
        Sample(one_number(f"buyers_{name}", buyers, COUNT), one_number(f"visitors_{name}", visitors, COUNT))
        for name, buyers, visitors in (("a", buyers_a, visitors_a), ("b", buyers_b, visitors_b))
    ]
    wanted = None if one_figure("planned", planned) is None else one_number("planned", planned, COUNT)
    sure = optional_number("confidence", confidence, CONFIDENCE, OPEN_SHARE)
    return _lines(ab_test(*versions, planned=wanted, alpha=_alpha(sure)))


def _lines(result: Comparison | None) -> list[list[object]]:
    lang = addin_language()
    values = {name: getattr(result, name) for name in COMPARISON}
    values["verdict"] = VERDICT[values["verdict"].value][lang]
    return [[label[lang], values[name]] for name, label in COMPARISON.items()]


@worksheet_function
def OPS_SAMPLE_SIZE(base_rate: Cells, lift: Cells, power: Cells = POWER, confidence: Cells = CONFIDENCE) -> object:
    """Count the visitors each version of a test needs.

    Returns:
        Visitors per version, rounded up; "" where a figure is missing.

    Source: Fleiss, Levin and Paik (2003), section 4.2, without continuity correction.
    """

    def visitors(rate: float | None, change: float | None, strong: float | None, sure: float | None) -> int | None:
        return None if strong is None or sure is None else sample_size(rate, change, power=strong, alpha=_alpha(sure))

    given = {"base_rate": base_rate, "lift": lift, "power": power, "confidence": confidence}
    return each(visitors, given, defaults=(POWER, CONFIDENCE))


def _alpha(confidence: float) -> float:
    return round(1 - confidence, 12)  # 1 - 0.95 is 0.05 and a bit in binary
