"""What the product carries of released templates is what the command makes of them, and a release adds its own."""

import shutil
from pathlib import Path

import pytest

from opsbook.engine.building import build, release
from opsbook.engine.upgrade.releasing import kept_templates, released_file
from opsbook.hosts.template.shipped import released_path
from opsbook.model.errors import UsageError
from support.house import CATALOG
from support.later import later

KEPT = Path(__file__).parents[1] / "books"
MOST = 60 * 1024  # bytes a language


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_committed_file_is_what_the_kept_templates_hold(lang):
    """And it is small enough to travel with the program."""
    templates = kept_templates(KEPT, lang)
    committed = released_path(lang).read_bytes()
    assert "0.1.0" in templates
    assert released_file(CATALOG, lang, templates.values()) == committed
    assert len(committed) <= MOST


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_was_renamed_since_is_known_by_its_old_name(lang):
    """The later version, which calls two columns and a sheet otherwise, makes the same of the same template."""
    (template,) = [path for version, path in kept_templates(KEPT, lang).items() if version == "0.1.0"]
    assert released_file(later(), lang, [template]) == released_file(CATALOG, lang, [template])


def pieces(path: Path) -> set[bytes]:
    """The hashes of a file."""
    content = path.read_bytes()
    return {content[at : at + 8] for at in range(0, len(content), 8)}


def test_a_release_keeps_its_templates_and_nothing_is_forgotten(tmp_path):
    """Today's templates lie with the older ones; the same version is not released twice."""
    kept = Path(shutil.copytree(KEPT, tmp_path / "books", ignore=shutil.ignore_patterns("*.xlsm", "demo*", "users*")))
    release(tmp_path / "templates", CATALOG, kept, "9.9.9")
    build(tmp_path / "templates", CATALOG, kept)
    for lang in ("zh", "en"):
        grown = pieces(tmp_path / "templates" / f"opsbook-{lang}.released")
        assert [*kept_templates(kept, lang)] == ["0.1.0", "9.9.9"]
        assert grown >= pieces(released_path(lang))
        assert len(grown) * 8 <= MOST
    with pytest.raises(UsageError, match="released-before"):
        release(tmp_path / "templates", CATALOG, kept, "9.9.9")
