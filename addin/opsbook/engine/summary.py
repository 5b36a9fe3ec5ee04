"""The five lines of a morning: met? pace? what moved? what now? what is missing?"""

from opsbook.book.compile.calculate import BookCells
from opsbook.features.competitors.ledger.telling import with_peers
from opsbook.messages import say
from opsbook.model.issues import Issue, Level
from opsbook.model.language import Lang
from opsbook.model.values import day_words, is_number

SIGNS = {1: "▲", 0: "●", -1: "▼"}


def five_lines(
    cells: BookCells, issues: tuple[Issue, ...], missing: tuple[Issue, ...], strange: int = 0
) -> tuple[str, ...]:
    """What the dashboard says of the day shown, ready to paste into a chat group.

    Args:
        cells: the workbook as calculated.
        issues: problems of the import.
        missing: reports the day shown lacks.
        strange: cells that may change results.
    """
    lang = cells.lang
    return (
        say(
            "daily-goal",
            lang,
            {"day": day_words(cells.name("the_day")), "light": _light(cells), "text": _text(cells, "dash_status_text")},
        ),
        say("daily-pace", lang, {"text": _text(cells, "dash_month")}),
        say("daily-change", lang, {"text": with_peers(cells, _text(cells, "dash_bridge"))}),
        say("daily-action", lang, {"text": _action(cells, lang)}),
        say("daily-problems", lang, {"text": _problems(issues, missing, strange, lang)}),
    )


def _light(cells: BookCells) -> str:
    light = cells.name("card_gmv_light")
    return SIGNS.get(int(light), "") + " " if is_number(light) and isinstance(light, int | float) else ""


def _text(cells: BookCells, name: str) -> str:
    value = cells.name(name)
    return value if isinstance(value, str) else ""


def _action(cells: BookCells, lang: Lang) -> str:
    if not cells.name("alert_1_metric"):
        if not is_number(cells.name("card_gmv")):
            return say("daily-no-day", lang, {})
        return say("daily-nothing-lit", lang, {})
    names = ("metric", "now", "bound", "owner", "advice")
    return say("daily-lit", lang, {name: cells.name(f"alert_1_{name}") for name in names})


def _problems(issues: tuple[Issue, ...], missing: tuple[Issue, ...], strange: int, lang: Lang) -> str:
    parts = []
    serious = sum(issue.level is not Level.INFO for issue in issues)
    if missing:
        reports = tuple(issue.seen["report"] for issue in missing)
        parts.append(say("daily-missing", lang, {"day": missing[0].seen["day"], "reports": reports}))
    if serious:
        parts.append(say("daily-issues", lang, {"count": serious}))
    if strange:
        parts.append(say("daily-strange", lang, {"count": strange}))
    return ("；" if lang == "zh" else "; ").join(parts) or say("daily-no-problems", lang, {})
