"""Every sample export gives the facts and issues that were reviewed.

`PYTHONPATH=tests python tests/exports/build.py` builds the samples, `PYTHONPATH=addin:tests python tests/exports/record.py` writes
what they give today into their expected.json: the difference is reviewed line by line, then committed with what caused it.
"""

import pytest

from exports.build import CASES
from exports.golden import cases, read_sample, sample


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_sample_gives_the_reviewed_facts_and_issues(case):
    """Reading and parsing a sample gives exactly what its expected.json says."""
    assert read_sample(case) == (case / "expected.json").read_text(encoding="utf-8")


def test_every_sample_is_one_that_the_script_builds():
    """The committed samples are the script's cases, under the file names it gives them."""
    committed = {f"{case.parent.name}/{case.name.removesuffix('-built')}": sample(case).name for case in cases()}
    assert committed == {case: name for case, (name, _) in CASES.items()}
