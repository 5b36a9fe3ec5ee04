"""Whether Excel would open a workbook without repairing it, as far as that can be known without Excel."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from openxml_audit import OpenXmlValidator

from support.packages import parts, write
from support.vendor import xlsx_lint

# Attributes Excel itself writes in this form; validators built on the schema alone object to them.
NOISE = ("defaultImageDpi", "'horizontalDpi' has invalid value '0'", "'verticalDpi' has invalid value '0'")

ROW = re.compile(rb"<row\b[^>]*/>|<row\b.*?</row>", re.DOTALL)
ADDRESS, TEXT = re.compile(rb' r="[A-Z]*\d+"'), re.compile(rb">[^<]+<")


def assert_valid(path: Path) -> None:
    """Fail with everything that would make Excel offer a repair."""
    _assert_none(path, problems(path))


def problems(path: Path) -> list[str]:
    """Everything that would make Excel offer a repair."""
    return _lint(path, "error") + _audit(path)


def assert_portable(path: Path) -> None:
    """Fail, beyond `assert_valid`, with what looks wrong in Excel or fails in WPS and LibreOffice."""
    _assert_none(path, _lint(path, "error", "warn", "compat") + _audit(path))


def _assert_none(path: Path, problems: list[str]) -> None:
    assert not problems, "\n".join([str(path), *problems])


def _lint(path: Path, *severities: str) -> list[str]:
    found = (issue for issue in xlsx_lint.lint(str(path)) if issue.severity in severities)
    return [f"lint {issue.severity} {issue.code} {issue.part} {issue.where}: {issue.message}" for issue in found]


def _audit(path: Path) -> list[str]:
    with TemporaryDirectory() as folder:
        found = OpenXmlValidator().validate(_thinned(path, Path(folder))).errors
    lines = (f"audit {error.part_uri}: {error.description}" for error in found)
    return [line for line in lines if not any(noise in line for noise in NOISE)]


def _thinned(path: Path, folder: Path) -> Path:
    """A copy without rows of cells that differ from another row in addresses, formulas and values alone.

    The validator judges elements and their attributes, one by one: of a year's days two or three are left to judge.
    Addresses, formulas and values are what the lint reads, of every cell.
    """
    sheets = {name: _distinct(part) for name, part in parts(path).items() if name.startswith("xl/worksheets/sheet")}
    thin = folder / path.name
    write(thin, parts(path) | sheets)
    return thin


def _distinct(sheet: bytes) -> bytes:
    seen = set()

    def kept(row: re.Match[bytes]) -> bytes:
        form = TEXT.sub(b">?<", ADDRESS.sub(b"", row[0]))
        new = form not in seen
        seen.add(form)
        return row[0] if new else b""

    return ROW.sub(kept, sheet)
