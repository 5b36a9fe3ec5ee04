"""The morning's line about what is wrong or missing."""

from collections.abc import Iterator, Mapping

from opsbook.engine.summary import Morning
from opsbook.model.day_spans import spans
from opsbook.model.issues import Level


def problems(morning: Morning) -> Mapping[str, object]:
    """Reports that lack, problems of the import, cells that may change results."""
    comma = "；" if morning.lang == "zh" else "; "
    return {"text": comma.join(_parts(morning)) or morning.workbook.voice.say("daily-no-problems")}


def _parts(morning: Morning) -> Iterator[str]:
    say, missing = morning.workbook.voice.say, morning.missing
    serious = sum(issue.level is not Level.INFO for issue in morning.issues)
    if missing:
        reports = tuple(issue.seen["report"] for issue in missing)
        yield say("daily-missing", day=missing[0].seen["day"], reports=reports)
    if morning.gaps:
        yield say("daily-gaps", count=len(morning.gaps), days=tuple(spans(morning.gaps)))
    if serious:
        yield say("daily-issues", count=serious)
    if morning.strange:
        yield say("daily-strange", count=morning.strange)
