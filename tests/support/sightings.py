"""Sightings for tests: two looks at one item that differ in one thing, or whole shops over days."""

from datetime import date, timedelta

from opsbook.features.competitors.rules.sighting import Sighting

FIRST = date(2026, 9, 1)
ITEM = "684120337756"


def on(day):
    """The day that many days after the first."""
    return FIRST + timedelta(days=day)


def seen(day, shop="素里", item=ITEM, **noted):
    """One sighting."""
    return Sighting(on(day), shop, item, **noted)


def shelf(day, items, shop="素里", **noted):
    """A snapshot of a shop: its items, by numbers."""
    return [seen(day, shop, f"6000000000{item}", **noted) for item in items]
