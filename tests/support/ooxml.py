"""Whether Excel would open a workbook without repairing it, as far as that can be known without Excel."""

from pathlib import Path

from openxml_audit import OpenXmlValidator

from support.vendor import xlsx_lint

# Attributes Excel itself writes in this form; validators built on the schema alone object to them.
NOISE = ("defaultImageDpi", "'horizontalDpi' has invalid value '0'", "'verticalDpi' has invalid value '0'")


def assert_valid(path: Path) -> None:
    """Fail with everything that would make Excel offer a repair."""
    _assert_none(path, _lint(path, "error") + _audit(path))


def assert_portable(path: Path) -> None:
    """Fail, beyond `assert_valid`, with what looks wrong in Excel or fails in WPS and LibreOffice."""
    _assert_none(path, _lint(path, "error", "warn", "compat") + _audit(path))


def _assert_none(path: Path, problems: list[str]) -> None:
    assert not problems, "\n".join([str(path), *problems])


def _lint(path: Path, *severities: str) -> list[str]:
    found = (issue for issue in xlsx_lint.lint(str(path)) if issue.severity in severities)
    return [f"lint {issue.severity} {issue.code} {issue.part} {issue.where}: {issue.message}" for issue in found]


def _audit(path: Path) -> list[str]:
    found = (f"audit {error.part_uri}: {error.description}" for error in OpenXmlValidator().validate(path).errors)
    return [line for line in found if not any(noise in line for noise in NOISE)]
