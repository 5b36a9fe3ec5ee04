"""Where the shipped templates and the compiled plan lie: inside the wheel, or beside the sources of a checkout.

The compiled plan is what commands need of the plan, printed. A wheel gets it when it is built; a checkout prints it into
`build`, as Python does with its bytecode, and again after any source was changed.
"""

import os
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from opsbook.book.compile.compiled_plan import CompiledPlan
from opsbook.book.compile.printed_plan import printed, read_plan
from opsbook.hosts.template.kept import kept
from opsbook.model.catalog import Catalog
from opsbook.model.errors import ToolMissingError
from opsbook.model.language import LANGS, Lang

SOURCES = Path(__file__).parents[2]
INSTALLED, CHECKOUT = SOURCES / "templates", SOURCES.parents[1] / "templates"
COMPILED = CHECKOUT.with_name("build")


def template_path(lang: Lang) -> Path:
    """The template of a language.

    Raises:
        ToolMissingError: this installation carries none.
    """
    for folder in (INSTALLED, CHECKOUT):
        path = folder / f"opsbook-{lang}.xlsx"
        if path.exists():
            return path
    raise ToolMissingError("no-template", lang=lang)


def released_path(lang: Lang) -> Path:
    """What is known of the templates of released versions, in a language."""
    folder = INSTALLED if INSTALLED.is_dir() else CHECKOUT
    return folder / f"opsbook-{lang}.released"


def plan_path(folder: Path, lang: Lang) -> Path:
    """The compiled plan of a language."""
    return folder / f"plan-{lang}.json"


@cache
def compiled_plan(catalog: Catalog, lang: Lang) -> CompiledPlan:
    """Read the compiled plan; a checkout compiles it again where it was made from other sources.

    An installation without a compiled plan draws it, which takes longer; one with plug-ins draws it once.
    """
    if catalog.plug_ins:
        return read_plan(kept(f"plan-{lang}", catalog, sources_hash(), lambda: _body(catalog, lang)).decode())
    if body := _unsealed(plan_path(INSTALLED, lang)):
        return read_plan(body)
    if not CHECKOUT.is_dir():
        return _drawn(catalog, lang)
    return _of_checkout(catalog, lang)


def _of_checkout(catalog: Catalog, lang: Lang) -> CompiledPlan:
    path, sources = plan_path(COMPILED, lang), sources_hash()
    if body := _unsealed(path, sources):
        return read_plan(body)
    plan = _drawn(catalog, lang)
    with suppress(OSError):  # a checkout that may only be read: every command draws the plan
        _compile(path, plan, sources)
    return plan


def _drawn(catalog: Catalog, lang: Lang) -> CompiledPlan:
    from opsbook.book.compile.draw_plan import draw_plan  # noqa: PLC0415 - seldom needed, slow to load

    return draw_plan(catalog, lang)


def _body(catalog: Catalog, lang: Lang) -> bytes:
    return printed(_drawn(catalog, lang)).encode()


def compile_plans(folder: Path, catalog: Catalog) -> tuple[Path, ...]:
    """Print the compiled plan in every language, sealed with the hash of its sources.

    Returns:
        The files written.
    """
    sources = sources_hash()
    return tuple(_compile(plan_path(folder, lang), _drawn(catalog, lang), sources) for lang in LANGS)


def _compile(path: Path, plan: CompiledPlan, sources: str) -> Path:
    """Write a file whose first line tells the hashes of the sources and of what follows; others may read it meanwhile."""
    body = printed(plan).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(f"{sources} {sha256(body).hexdigest()}\n".encode() + body)
    return unfinished.replace(path)


def _unsealed(path: Path, sources: str = "") -> str:
    """The printed plan; empty where there is none, it is damaged, or it was made from other sources than those given."""
    try:
        seal, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return ""
    made_from, _, content = seal.decode(errors="replace").partition(" ")
    fits = made_from == sources or not sources
    return body.decode() if fits and content == sha256(body).hexdigest() else ""


def sources_hash() -> str:
    """A hash over the program's sources, all of them: which ones the plan depends on need not be listed anywhere."""
    total = sha256()
    for folder, folders, files in os.walk(SOURCES):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        place = os.path.relpath(folder, SOURCES)
        for name in sorted(file for file in files if file.endswith(".py")):
            content = Path(folder, name).read_bytes()
            total.update(f"{place} {name} {len(content)}\n".encode() + content)
    return total.hexdigest()
