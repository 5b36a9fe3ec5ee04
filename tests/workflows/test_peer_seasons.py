"""The sentence beside a season: shops by name, as many as two lines have room for."""

import pytest

from opsbook.features.competitors.ledger.seasons import evidence
from opsbook.features.competitors.rules.season import SeasonAdvice, SeasonRule
from support.house import voice
from support.sightings import on

NAMES = "甲乙丙丁戊己"


@pytest.mark.parametrize(
    ("count", "named"),
    [pytest.param(5, "甲、乙、丙、丁、戊", id="five"), pytest.param(6, "甲、乙、丙、丁、戊 等", id="six")],
)
def test_five_shops_are_named(count, named):
    """More are counted."""
    shops = tuple(NAMES[:count])
    said = evidence(SeasonAdvice("秋冬", shops, shops, on(0), "launch"), count, SeasonRule(), voice("zh"), ())
    assert said == (
        f"{count} 家竞店中 {count} 家已上新（{named}），最早 2026-09-01，{count} 家有单款月销满 100（{named}）"
    )
    waiting = evidence(SeasonAdvice("秋冬", (), (), None, "hold"), 9, SeasonRule(), voice("zh"), shops)
    assert waiting == f"关注的 9 家竞店都还没有上新；其中 {count} 家近 3 周没有记录（{named}）"
