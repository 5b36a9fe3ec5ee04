"""The command `addin`: build, install, uninstall, doctor."""

import os
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace as Namespace
from typing import cast

from opsbook.addin.build import addin_for, build_addin
from opsbook.addin.carrying_out import carry_out
from opsbook.addin.doctor.computer import Computer
from opsbook.addin.doctor.findings import findings
from opsbook.addin.doctor.machine import look, this_computer
from opsbook.addin.plan import Addin, AddinPlan, Wish, interpreter, plan_install, plan_uninstall
from opsbook.addin.steps import CopyFile, RemoveFile, RemoveFolder, RemoveKey, SetValue, Step, WriteFile
from opsbook.addin.xlwings_module import xlwings_version
from opsbook.engine.console.printing import Console, issue_record
from opsbook.engine.functions.language import addin_settings_file
from opsbook.model.errors import FileRefusedError, ToolMissingError
from opsbook.model.issues import Level
from opsbook.model.language import Lang

SAID: dict[type, str] = {
    WriteFile: "addin-write",
    CopyFile: "addin-copy",
    RemoveFile: "addin-remove",
    RemoveFolder: "addin-remove",
    SetValue: "addin-set",
    RemoveKey: "addin-unset",
}


def run_addin(words: Namespace, console: Console) -> int:
    """Carry out one of the add-in's commands."""
    return {"build": _build, "install": _install, "uninstall": _uninstall, "doctor": _doctor}[words.action](
        words, console
    )


def _build(words: Namespace, console: Console) -> int:
    written = build_addin(Path(words.out))
    for path in written:
        console.line(str(path))
    console.answer(folder=words.out, written=[path.name for path in written])
    return 0


def _install(words: Namespace, console: Console) -> int:
    computer, lang = _look(words.python), cast("Lang", words.lang or console.lang)
    wish = Wish(lang, words.login_server)
    addin = Addin(addin_for(lang, interpreter(computer, wish)), xlwings_version())
    plan = plan_install(computer, wish, addin)
    return _carried_out(plan, "addin-installed", words, console)


def _uninstall(words: Namespace, console: Console) -> int:
    return _carried_out(plan_uninstall(_look(words.python, installed=True)), "addin-removed", words, console)


def _doctor(words: Namespace, console: Console) -> int:
    found = findings(_look(words.python, installed=True))
    problems = sum(issue.level is not Level.INFO for issue in found)
    console.issues(found)
    console.tell("addin-found" if problems else "addin-fine", count=problems)
    console.answer(findings=[issue_record(issue, console.voice) for issue in found])
    return 1 if problems else 0


def _look(python: str, *, installed: bool = False) -> Computer:
    places = this_computer(os.environ, addin_settings_file())
    if places.system == "other":
        raise ToolMissingError("no-excel-here")
    return look(places, python or "", installed=installed)


def _carried_out(plan: AddinPlan, done: str, words: Namespace, console: Console) -> int:
    """Show the steps, and take them unless that was not asked for or a finding is in the way."""
    console.issues(plan.findings)
    for step in plan.steps:
        console.tell(SAID[type(step)], **seen(step))
    taken = bool(plan.steps) and not plan.blocked and not words.dry_run
    if taken:
        _take(plan.steps, console)
    told = "addin-dry-run" if words.dry_run else "addin-blocked" if plan.blocked else done
    console.tell(told if plan.steps else "addin-nothing-to-do", count=len(plan.steps))
    steps = [{"step": SAID[type(step)], **seen(step)} for step in plan.steps]
    console.answer(steps=steps, findings=[issue_record(issue, console.voice) for issue in plan.findings], taken=taken)
    return 2 if plan.blocked else 0


def _take(steps: Iterable[Step], console: Console) -> None:
    """Take the steps; the first that fails is named, and the ones before it are left for uninstall."""
    for step in steps:
        try:
            carry_out(step)
        except OSError as problem:
            told = console.voice.say(SAID[type(step)], **seen(step)).strip()
            reason = problem.strerror or str(problem)
            raise FileRefusedError("addin-step-failed", step=told, reason=reason) from problem


def seen(step: Step) -> dict[str, str]:
    """What a message about a step names."""
    match step:
        case CopyFile(source, path):
            return {"source": source, "file": path}
        case SetValue(key, name, value):
            return {"key": key, "name": name, "value": value}
        case RemoveKey(key):
            return {"key": key}
    return {"file": step.path}
