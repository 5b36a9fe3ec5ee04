"""When to launch a season: the story of the peers, and what counts as launched and as selling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.competitors.rules.season import SEASON_DAYS, SeasonAdvice, SeasonRule, season_board, season_tags
from opsbook.features.competitors.rules.sighting import Sighting
from support.sightings import on

RULE = SeasonRule()
PEERS = ("慕棉", "眠山", "素里")


def _goods(day, shop, sales=None, listed=None, season="秋冬", item="600000000001"):
    """One look at an item of a season; days count from the first."""
    return Sighting(
        *(on(day), shop, item), monthly_sales=sales, season=season, listed_on=None if listed is None else on(listed)
    )


def _board(log, day=20, watched=PEERS, rule=RULE):
    return season_board(log, watched, rule, on(day))


@pytest.mark.parametrize(
    ("log", "advice"),
    [
        pytest.param(
            [_goods(20, "慕棉", 900, listed=-300), _goods(20, "木槿", 900, listed=9)],
            SeasonAdvice("秋冬", (), (), None, "hold"),
            id="only last year's goods and a shop that is not watched: hold",
        ),
        pytest.param(
            [_goods(20, "慕棉", 20, listed=9), _goods(20, "眠山", 99, listed=5)],
            SeasonAdvice("秋冬", ("慕棉", "眠山"), (), on(5), "watch"),
            id="launched but slow: watch",
        ),
        pytest.param(
            [_goods(20, "慕棉", 320, listed=9), _goods(20, "眠山", 99, listed=5)],
            SeasonAdvice("秋冬", ("慕棉", "眠山"), ("慕棉",), on(5), "watch"),
            id="one of the two needed sells: watch",
        ),
        pytest.param(
            [_goods(20, "眠山", 100, listed=5), _goods(20, "慕棉", 320, listed=9)],
            SeasonAdvice("秋冬", ("慕棉", "眠山"), ("慕棉", "眠山"), on(5), "launch"),
            id="launched and selling: launch",
        ),
    ],
)
def test_the_story_of_a_season(log, advice):
    """Hold until peers launch, watch until they sell, then launch."""
    assert _board(log) == (advice,)


def test_the_verdict_follows_the_weeks():
    """The same log, read week by week: hold, watch, launch."""
    log = [
        *(_goods(day, shop, listed=-300, item="600000000002") for day in (0, 7, 14, 21) for shop in PEERS),
        *(_goods(day, "慕棉", sales, listed=6) for day, sales in ((7, 10), (14, 60), (21, 320))),
        *(_goods(day, "素里", sales, listed=10) for day, sales in ((14, 30), (21, 150))),
    ]
    assert [_board(log, day)[0].verdict for day in (0, 7, 14, 21)] == ["hold", "watch", "watch", "launch"]
    assert [_board(log, day)[0].launched for day in (0, 7, 14)] == [(), ("慕棉",), ("慕棉", "素里")]


@pytest.mark.parametrize(
    ("row", "launched"),
    [
        pytest.param(_goods(20, "慕棉", listed=20), True, id="listed today"),
        pytest.param(_goods(20, "慕棉", listed=21), False, id="listed tomorrow"),
        pytest.param(_goods(20, "慕棉", listed=20 - SEASON_DAYS), True, id="half a year ago"),
        pytest.param(_goods(20, "慕棉", listed=19 - SEASON_DAYS), False, id="a day more"),
        pytest.param(_goods(20, "慕棉"), True, id="first seen today, no date"),
        pytest.param(_goods(-1, "慕棉", listed=-1), True, id="last seen 21 days ago"),
        pytest.param(_goods(-2, "慕棉", listed=-2), False, id="last seen 22 days ago"),
        pytest.param(_goods(21, "慕棉", listed=9), None, id="seen tomorrow"),
        pytest.param(_goods(20, "慕棉", listed=9, season="四季"), None, id="goods of all seasons"),
        pytest.param(_goods(20, "慕棉", listed=9, season=None), None, id="no tag"),
    ],
)
def test_what_counts_as_launched(row, launched):
    """Listed in the last half-year, seen in the last three weeks."""
    assert [bool(advice.launched) for advice in _board([row])] == ([] if launched is None else [launched])


def test_one_item_that_sells_is_enough_and_two_slow_ones_are_not():
    """Sales are those of one item, not of the shop."""
    slow = [_goods(20, "慕棉", 60, listed=9, item=item) for item in ("600000000001", "600000000002")]
    assert _board(slow)[0].selling == ()
    assert _board([*slow, _goods(20, "慕棉", 100, listed=9, item="600000000003")])[0].selling == ("慕棉",)


def test_the_newest_figure_counts():
    """An item that sold and sells no more is slow; a look without a figure leaves the last one."""
    log = [_goods(10, "慕棉", 500, listed=9), _goods(15, "慕棉", 40), _goods(20, "慕棉", season=None)]
    assert _board(log)[0] == SeasonAdvice("秋冬", ("慕棉",), (), on(9), "watch")
    assert _board([log[0], log[2]])[0].selling == ("慕棉",)


def test_goods_seen_again_still_count():
    """Whenever they were first seen, their newest look is recent."""
    log = [_goods(-40, "慕棉", 320, listed=-45), _goods(20, "慕棉", 320)]
    assert _board(log)[0].launched == ("慕棉",)
    assert _board(log[:1])[0].launched == ()


@pytest.mark.parametrize(("watched", "verdict"), [(("慕棉",), "launch"), (("慕棉", "眠山"), "watch")])
def test_where_fewer_are_watched_all_of_them_must_sell(watched, verdict):
    """One peer who sells is enough for a shop that watches one."""
    assert _board([_goods(20, "慕棉", 320, listed=9)], watched=watched)[0].verdict == verdict


def test_settings_decide():
    """Every figure of the rule is used."""
    log = [_goods(5, "慕棉", 50, listed=0)]
    assert _board(log)[0].verdict == "watch"
    assert _board(log, rule=SeasonRule(peers=1, sales=50))[0].verdict == "launch"
    assert _board(log, rule=SeasonRule(weeks=2))[0].verdict == "hold"
    assert _board(log, rule=SeasonRule(peers=0))[0].verdict == "watch"


def test_seasons_to_act_on_come_first():
    """Those that sell, then those launched, then the others, by name."""
    log = [
        _goods(20, "慕棉", 20, listed=9, season="春夏、礼品", item="600000000002"),
        _goods(20, "慕棉", 320, listed=9, season="秋冬", item="600000000003"),
        _goods(20, "慕棉", 320, listed=-300, season="开学", item="600000000004"),
    ]
    assert [advice.season for advice in _board(log)] == ["秋冬", "春夏", "礼品", "开学"]


def test_nobody_watched_gives_no_advice():
    """Silence of nobody is no reason to hold."""
    assert _board([_goods(20, "慕棉", 320, listed=9)], watched=()) == ()


@pytest.mark.parametrize(
    ("season", "tags"),
    [
        (None, ()),
        ("", ()),
        ("秋冬", ("秋冬",)),
        ("秋冬、保暖，秋冬; gift/开学", ("秋冬", "保暖", "gift", "开学")),
        ("四季、All year、礼品", ("礼品",)),
    ],
)
def test_tags_are_split_at_commas(season, tags):
    """Each once, without those that mean no season."""
    assert season_tags(season) == tags


ROWS = st.builds(
    _goods,
    day=st.integers(0, 20),
    shop=st.sampled_from([*PEERS, "木槿"]),
    sales=st.sampled_from([None, 50, 100, 320]),
    listed=st.sampled_from([None, -300, 0, 9, 40]),
    season=st.sampled_from([None, "秋冬", "春夏", "秋冬、春夏"]),
    item=st.sampled_from(["600000000001", "600000000002"]),
)
LOGS = st.lists(ROWS, max_size=20, unique_by=lambda row: (row.day, row.shop, row.item_id))


@given(LOGS, st.randoms())
def test_neither_order_nor_repetition_matters(log, chance):
    """Any order of imports, once or twice, gives the same board."""
    shuffled = [*log, *log]
    chance.shuffle(shuffled)
    assert _board(shuffled) == _board(log)


@given(LOGS)
def test_a_board_agrees_with_itself(log):
    """Those who sell have launched; a verdict is what its evidence says; each season stands once."""
    board = _board(log)
    assert len({advice.season for advice in board}) == len(board)
    for advice in board:
        assert set(advice.selling) <= set(advice.launched) <= set(PEERS)
        verdict = "launch" if len(advice.selling) >= 2 else "watch" if advice.launched else "hold"
        assert (advice.verdict, advice.first_on is None) == (verdict, not advice.launched)
