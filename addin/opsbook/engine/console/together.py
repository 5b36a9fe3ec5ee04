"""One sentence for what several files have in common: forty files of another shop are one problem to read."""

from collections.abc import Iterable
from dataclasses import replace

from opsbook.messages import Voice
from opsbook.model.issues import Issue

NAMED = 3  # files a sentence names; the others are counted


def together(issues: Iterable[Issue], voice: Voice) -> tuple[Issue, ...]:
    """Say a problem once that several files share.

    Args:
        issues: problems in file order.
        voice: who speaks between the names of files.

    Returns:
        The same problems; those that differ in nothing but their file stand at the first one's place, which then names
        the files.
    """
    files: dict[tuple[object, ...], list[str]] = {}
    first: dict[tuple[object, ...], Issue] = {}
    for issue in issues:
        where = replace(issue.where, file="")
        key = (issue.code, where, repr(sorted(issue.seen.items())), "" if issue.where.file else len(first))
        first.setdefault(key, issue)
        named = files.setdefault(key, [])
        if issue.where.file not in named:
            named.append(issue.where.file)
    return tuple(
        replace(issue, where=replace(issue.where, file=_listed(files[key], voice))) for key, issue in first.items()
    )


def _listed(files: list[str], voice: Voice) -> str:
    if len(files) <= NAMED:
        return ("、" if voice.lang == "zh" else ", ").join(files)
    return voice.say("and-others", files=tuple(files[:NAMED]), count=len(files))
