"""Settings of the competitor ledger: from where on something counts is the operator's word."""

import pytest

from opsbook.features.competitors.ledger.rules import event_rule, season_rule, style_rule
from opsbook.features.competitors.rules.event import EventRule
from opsbook.features.competitors.rules.season import SeasonRule
from opsbook.features.competitors.titles.same_style import StyleRule


def _rules(workbook):
    return event_rule(workbook), season_rule(workbook), style_rule(workbook)


BEGIN = (EventRule(), SeasonRule(), StyleRule())


def test_a_new_book_begins_with_the_rules_own_figures(memory_book):
    """What the Settings sheet shows is what the rules were tuned to."""
    assert _rules(memory_book()) == BEGIN


def test_every_setting_is_used(memory_book):
    """Each cell of the Settings sheet moves the figure it names."""
    workbook = memory_book()
    figures = {
        "peer_absent": 3,
        "peer_list_share": 0.8,
        "peer_jump": 0.2,
        "peer_jump_floor": 40,
        "peer_rank_step": 7,
        "peer_image_distance": 5,
        "season_peers": 4,
        "season_sales": 250,
        "season_weeks": 6,
        "style_similarity": 0.9,
        "style_image": 0.95,
    }
    for name, figure in figures.items():
        workbook.host.write_name(name, figure)
    assert _rules(workbook) == (
        EventRule(absent=3, list_share=0.8, jump=0.2, jump_floor=40, rank_step=7, image_distance=5),
        SeasonRule(peers=4, sales=250, weeks=6),
        StyleRule(similarity=0.9, image_likeness=0.95),
    )


@pytest.mark.parametrize("value", [None, "很多", -1], ids=["blank", "a text", "negative"])
def test_a_setting_that_is_none_leaves_what_it_began_with(value, memory_book):
    """Nobody loses the events by emptying a cell."""
    workbook = memory_book()
    for name in ("peer_jump", "peer_rank_step", "season_sales", "style_image"):
        workbook.host.write_name(name, value)
    assert _rules(workbook) == BEGIN


def test_a_share_above_one_leaves_what_it_began_with(memory_book):
    """Whoever writes 60 for 60% loses neither look-alikes nor what was taken off sale."""
    workbook = memory_book()
    for name in ("peer_list_share", "style_similarity", "style_image"):
        workbook.host.write_name(name, 60)
    assert _rules(workbook) == BEGIN


def test_an_item_must_be_missed_at_least_once_to_be_gone(memory_book):
    """With 0 everything would be off sale at every look."""
    workbook = memory_book()
    workbook.host.write_name("peer_absent", 0)
    assert event_rule(workbook).absent == 1
