"""The season board in words: what to do about each season, and why."""

from collections.abc import Iterator, Sequence

from opsbook.engine.workbook import Workbook
from opsbook.features.competitors.ledger.reading import watched
from opsbook.features.competitors.ledger.rows import Row
from opsbook.features.competitors.ledger.rules import season_rule
from opsbook.features.competitors.rules.season import SeasonAdvice, SeasonRule, season_board, unseen
from opsbook.features.competitors.rules.sighting import Log
from opsbook.features.competitors.words import VERDICTS
from opsbook.messages import Voice
from opsbook.model.values import serial

NAMED = 5  # shops that a sentence names


def season_rows(workbook: Workbook, log: Log) -> Iterator[Row]:
    """Advise on every season that the log names, as of its newest day.

    Args:
        workbook: the open workbook.
        log: what was seen of competitors.
    """
    if not log:
        return
    peers, rule, day = watched(workbook), season_rule(workbook), max(row.day for row in log)
    missing = unseen(log, peers, rule, day)
    for advice in season_board(log, peers, rule, day):
        yield {
            "season": advice.season,
            "launched": len(advice.launched),
            "selling": len(advice.selling),
            "first_on": serial(advice.first_on) if advice.first_on else None,
            "verdict": VERDICTS[advice.verdict][workbook.lang],
            "evidence": evidence(advice, len(peers), rule, workbook.voice, missing),
        }


def evidence(advice: SeasonAdvice, peers: int, rule: SeasonRule, voice: Voice, missing: Sequence[str]) -> str:
    """Say what an advice rests on, the shops by name.

    Args:
        advice: of one season.
        peers: how many shops are watched.
        rule: from where on it is time.
        voice: who speaks.
        missing: watched shops nobody has looked at lately.
    """
    if not advice.launched:
        seen = {"watched": peers, "count": len(missing), "weeks": rule.weeks, "shops": _named(missing, voice)}
        if len(missing) == peers:
            return voice.say("evidence-nothing", **seen)
        return voice.say("evidence-none", **seen) + (voice.say("evidence-unseen", **seen) if missing else "")
    first = advice.first_on.isoformat() if advice.first_on else "–"
    count = len(advice.launched)
    shops = _named(advice.launched, voice)
    text = voice.say("evidence-launched", watched=peers, count=count, shops=shops, first=first)
    sales = f"{rule.sales:,.0f}"
    if not advice.selling:
        return text + voice.say("evidence-slow", sales=sales)
    seen = {"count": len(advice.selling), "sales": sales, "shops": _named(advice.selling, voice)}
    text += voice.say("evidence-selling", **seen)
    return text + (voice.say("evidence-too-few", peers=rule.peers) if advice.verdict == "watch" else "")


def _named(shops: Sequence[str], voice: Voice) -> object:
    """Shops by name, as many as two lines have room for."""
    named = tuple(shops[:NAMED])
    return named if len(shops) <= NAMED else voice.say("evidence-shops", shops=named)
