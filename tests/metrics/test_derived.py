"""A metric written over cells that hold its parts."""

import pytest

from opsbook.features.daily.derived import derived
from opsbook.features.daily.metrics import METRIC
from opsbook.formulas.node import Name
from opsbook.formulas.text import text
from opsbook.metrics.derived import in_terms_of
from opsbook.metrics.expr import Product, Total
from opsbook.model.errors import FormulaError
from support.house import CATALOG

MARGIN, SHARE = Name("margin"), Name("share")


@pytest.mark.parametrize(
    ("name", "cells", "written"),
    [
        (
            "net_margin",
            {"gross_margin": MARGIN, "ad_share": SHARE},
            'IF(AND(ISNUMBER(margin),ISNUMBER(share)),margin-share,"")',
        ),
        ("breakeven_roi", {"gross_margin": MARGIN}, 'IF(ISNUMBER(margin),IF(margin<=0,"",1/margin),"")'),
        (
            "attainment",
            {"gmv": MARGIN, "goal": SHARE},
            'IF(AND(ISNUMBER(margin),ISNUMBER(share)),IF(share=0,"",margin/share),"")',
        ),
    ],
)
def test_a_metric_is_written_over_cells_that_hold_its_parts(name, cells, written):
    """A part that is a metric itself is read from its own cell; "" in any of the cells leaves the metric empty."""
    assert text(derived(name, **cells), CATALOG.labels("zh")) == written


def test_a_part_is_the_metric_that_defines_it():
    """Every place where a metric stands inside another is read from it, and nothing else changes."""
    expr = in_terms_of(METRIC["uv_profit"].expr, ["gross_margin", "uv_value", "aov"], METRIC)
    assert expr == Product(Total("uv_value"), Total("gross_margin"))
    assert in_terms_of(METRIC["cvr"].expr, ["gross_margin"], METRIC) == METRIC["cvr"].expr


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        pytest.param("cvr", {"buyers": MARGIN}, id="no cell for the visitors"),
        pytest.param("gross_margin", dict.fromkeys(("gmv", "refund_amount", "cogs"), MARGIN), id="a choice"),
    ],
)
def test_a_metric_whose_cells_do_not_say_everything_is_refused(name, cells):
    """A total without a cell, or a choice that could show "", is refused and not written wrong."""
    with pytest.raises(FormulaError):
        derived(name, **cells)
