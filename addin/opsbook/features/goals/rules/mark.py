"""The operator's word on a day; apart from the calendar, whose libraries are slow to load."""

from enum import Enum


class Mark(Enum):
    """What the operator says about a day, stronger than any library."""

    REST = "rest"
    WORK = "work"
