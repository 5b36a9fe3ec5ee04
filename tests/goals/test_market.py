"""The setting that says where a shop sells: what it may hold, and what follows from it."""

from datetime import date

import pytest

from opsbook.engine.checks.checking import check
from opsbook.engine.refresh import refresh
from opsbook.features.goals.events import market_of
from opsbook.features.goals.goal_setting import set_month_goal, set_year_goal
from opsbook.features.goals.rules.market import CHOICES, COUNTRIES, read_market
from opsbook.features.goals.rules.promotions import promotions_of
from opsbook.hosts.files.host import FilesHost
from opsbook.model.language import LANGS
from opsbook.model.values import serial
from support.house import open_book, tell


@pytest.fixture
def book(memory_book, new_file):
    """A book that sells as usual: no history, a year's goal of 3,650,000."""

    def made(lang="zh"):
        workbook = memory_book() if lang == "zh" else open_book(FilesHost(new_file(lang)))
        workbook.host.write_name("year_goal", 3_650_000)
        return workbook

    return made


def weights(workbook):
    """Weight by day."""
    columns = workbook.columns("GoalDay")
    return dict(zip(columns["date"], columns["weight"], strict=True))


@pytest.mark.parametrize(
    ("typed", "market"),
    [
        ("CN", "CN"),
        ("cn ", "CN"),
        ("ＵＳ", "US"),
        ("none", "none"),
        ("无", "none"),
        ("USA", None),
        ("", None),
        ("美国", None),
        (1, None),
    ],
)
def test_a_market_is_a_code_or_none(typed, market):
    """In any case and width; anything else is no market."""
    assert read_market(typed) == market


@pytest.mark.parametrize("lang", LANGS)
def test_a_new_book_sells_in_china_and_its_list_offers_every_market(lang, book):
    """CN to begin with; none in the language of the book."""
    workbook = book(lang)
    assert (workbook.setting("market"), market_of(workbook)) == ("CN", "CN")
    (rule,) = [sheet.names["market"] for sheet in workbook.plan.sheet_rules if "market" in sheet.names]
    assert rule.choices == tuple(label[lang] for label in CHOICES)
    assert len(CHOICES) == len(COUNTRIES) + 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_wrong_word_is_an_issue_that_says_where_and_what_is_allowed(lang, book):
    """It names the cell and lists the codes; China's calendar goes on."""
    workbook = book(lang)
    workbook.host.write_name("market", "USA")
    (issue,) = [one for one in check(workbook) if one.where and one.where.cell == workbook.host.locate("market")[1]]
    said = tell(issue, lang)
    assert issue.code == "cell-no-choice"
    assert all(word in said for word in ("USA", "CN", CHOICES[1][lang], "JP", "KE"))
    assert market_of(workbook) == "CN"


def test_a_book_without_the_setting_sells_in_china(book):
    """An older one, before its upgrade."""
    workbook = book()
    del workbook.host._names["market"]
    assert market_of(workbook) == "CN"


@pytest.mark.parametrize(
    ("market", "heavier"),
    [("CN", date(2026, 11, 11)), ("US", date(2026, 11, 27)), ("DE", date(2026, 11, 27)), ("无", None)],
)
def test_a_changed_market_takes_effect_with_the_next_fit(market, heavier, book):
    """Its sales day weighs most in November; with none all days are alike."""
    workbook = book()
    workbook.host.write_name("market", market)
    set_year_goal(workbook, 2026, 3_650_000, again=True)
    november = {
        day: weight
        for day, weight in weights(workbook).items()
        if serial(date(2026, 11, 1)) <= day < serial(date(2026, 12, 1))
    }
    if heavier is None:
        assert len(set(november.values())) == 1
    else:
        assert november[serial(heavier)] == max(november.values()) > 1.5 * min(november.values())


def test_a_running_month_keeps_its_weights_until_it_is_asked_for(book):
    """The market changes in mid-November: November stands still, December follows; --refit brings November's days left."""
    workbook = book()
    days = range(serial(date(2026, 1, 1)), serial(date(2026, 11, 10)))
    workbook.upsert("ShopDay", [{"date": day, "gmv": 10_000} for day in days])
    refresh(workbook)
    before = weights(workbook)
    workbook.host.write_name("market", "none")
    set_year_goal(workbook, 2026, 3_650_000, again=False)
    after, begun = weights(workbook), serial(date(2026, 12, 1))
    assert {day for day, weight in after.items() if weight != before[day]} >= {serial(date(2026, 12, 11))}
    assert all(weight == before[day] for day, weight in after.items() if day < begun)
    set_month_goal(workbook, date(2026, 11, 1), 400_000, again=True)
    anew = weights(workbook)
    left = [anew[day] for day in range(serial(date(2026, 11, 10)), begun)]
    assert max(left) - min(left) <= 1  # what is left of November is shared alike
    assert all(anew[day] == before[day] for day in days)


def test_the_names_of_days_follow_the_market(book):
    """Daily calls Black Friday by its name in the US, and Double 11 nothing."""
    workbook = book()
    workbook.host.write_name("market", "US")
    refresh(workbook)
    columns = workbook.columns("ShopDay")
    events = dict(zip(columns["date"], columns["event"], strict=True))
    assert events[serial(date(2026, 11, 27))] == "黑五"
    assert not events[serial(date(2026, 11, 11))]


@pytest.mark.parametrize(
    ("market", "events"),
    [
        ("US", ["Black Friday", "Cyber Monday", "Prime Day"]),
        ("ZA", ["Black Friday", "Cyber Monday"]),
        ("KR", []),
        ("none", []),
    ],
)
def test_sales_days_hold_where_they_are_held(market, events):
    """Western markets have them, others none."""
    assert [promotion.event.en for promotion in promotions_of(market)] == events


@pytest.mark.parametrize(
    ("year", "prime", "friday", "monday"),
    [
        (2022, date(2022, 7, 12), date(2022, 11, 25), date(2022, 11, 28)),
        (2023, date(2023, 7, 11), date(2023, 11, 24), date(2023, 11, 27)),
        (2025, date(2025, 7, 8), date(2025, 11, 28), date(2025, 12, 1)),
        (2028, date(2028, 7, 11), date(2028, 11, 24), date(2028, 11, 27)),
    ],
)
def test_sales_days_follow_from_rules(year, prime, friday, monday):
    """The day after the fourth Thursday of November, the Monday after it, the second Tuesday of July."""
    starts = {promotion.event.en: promotion.start.of(year) for promotion in promotions_of("US")}
    assert starts == {"Prime Day": prime, "Black Friday": friday, "Cyber Monday": monday}
