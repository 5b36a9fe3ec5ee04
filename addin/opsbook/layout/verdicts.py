"""Verdicts on a season as chips: fill, sign and word."""

from opsbook.layout.canvas import style
from opsbook.layout.cells import cell_name
from opsbook.layout.place import Place
from opsbook.layout.plan import Rule
from opsbook.layout.styles import GOOD, GOOD_BG, GROUND, SOFT, WARN, WARN_BG
from opsbook.vocabulary.language import Lang
from opsbook.vocabulary.peer_words import VERDICTS

CHIPS = {"launch": ("▲", GOOD, GOOD_BG), "watch": ("●", WARN, WARN_BG), "hold": ("■", SOFT, GROUND)}


def verdict_rules(place: Place, lang: Lang) -> tuple[Rule, ...]:
    """Fill, colour and sign of a verdict by its word."""
    at = place.column["verdict"]
    box, cell = (place.first, at, place.last, at), cell_name(place.first, at, column_fixed=True)
    return tuple(
        Rule(
            box,
            f'{cell}="{VERDICTS[verdict][lang]}"',
            style(font_color=color, bg_color=fill, bold=True, num_format=f'"{sign} "@'),
        )
        for verdict, (sign, color, fill) in CHIPS.items()
    )
