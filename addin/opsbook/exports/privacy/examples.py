"""The example of a column that is shown and written down: a cell that surely is no person's, or none."""

import re

from opsbook.exports.mapping.profile import Look, Profile
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.privacy.people import HIDDEN
from opsbook.exports.privacy.people_headers import is_figure, names_things
from opsbook.exports.privacy.people_names import has_shape_of_name
from opsbook.exports.privacy.scrub import quote

# A postcode, a house, a number of somebody; amounts this large mostly show decimals, commas or a sign of money.
_NUMBER_OF_SOMEBODY = re.compile(r"\d{5,}|[0+]\d+")


def example(header: str, profile: Profile, *, known: bool) -> str:
    """Choose what is shown of a column; empty where it may be somebody.

    Days, rates, durations and small figures are shown. Words are where the header names goods, campaigns and the like, or
    where they are a few that come again and again; bare long numbers where the header says what they count or number.

    Args:
        header: the column's name.
        profile: what stands below it.
        known: whether its name is that of a field.
    """
    shown = quote(profile.example)
    if shown == HIDDEN or not _is_safe(header, profile, known=known):
        return ""
    return shown


def _is_safe(header: str, profile: Profile, *, known: bool) -> bool:
    if known or names_things(header) or profile.look in {Look.DAYS, Look.RATES, Look.DURATIONS}:
        return True
    if profile.look is Look.NUMBERS:
        return is_figure(header) or not _NUMBER_OF_SOMEBODY.fullmatch(clean(profile.example))
    return profile.look is Look.WORDS and profile.repeats and not has_shape_of_name(profile.example)
