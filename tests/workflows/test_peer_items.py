"""Our own items, as they are compared with competitors'."""

from opsbook.features.competitors.ledger.results import MOST, own_items
from support.facts import day_number
from support.sightings import seen

DAY = day_number("2026-03-19")


def _sold(workbook, *rows):
    workbook.upsert(
        "ItemDay",
        [
            {"date": day, "item_id": item, "title": f"款{item}", "visitors": visitors, "gmv": 0}
            for day, item, visitors in rows
        ],
    )


def test_items_with_most_visitors_of_the_newest_week_are_compared(memory_book):
    """Beyond the most that are compared, those with the fewest visitors stay out; the day before the week is none of it."""
    workbook = memory_book()
    items = [str(600000000001 + at) for at in range(MOST + 1)]
    _sold(workbook, *((DAY, item, 100 + at) for at, item in enumerate(items)), (DAY - 6, items[1], 500))
    _sold(workbook, (DAY - 7, items[0], 9000))
    found = own_items(workbook, ())
    assert [one.item_id for one in found] == [items[1], *items[:1:-1]]
    assert (found[0].title, found[0].traffic) == (f"款{items[1]}", 601)


def test_the_newest_picture_of_ours_is_compared(memory_book):
    """Rows of our own items in the log bring their pictures, in whatever order they stand; one without leaves the last."""
    workbook = memory_book()
    _sold(workbook, (DAY, "600000000001", 5))
    looks = [seen(day, item="600000000001", image=image) for day, image in ((3, None), (2, 0b11), (1, 0b1))]
    assert [one.image for one in own_items(workbook, looks)] == [0b11]
