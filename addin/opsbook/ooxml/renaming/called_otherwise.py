"""Formulas whose columns or sheets are called otherwise from now on: every reference by name follows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from opsbook.formulas.text import bracketed, bracketed_name
from opsbook.ooxml.addresses import quoted

_HELD = r"(?:[^\[\]']|'.)*"  # what stands between brackets; an apostrophe marks the character after it
_PIECE = re.compile(
    r'"((?:[^"]|"")*)"'
    r"|'((?:[^']|'')*)'(?=!)"
    rf"|(?<![\w.\\?\]])([\w.\\?]*)(\[(?:{_HELD}\[{_HELD}\])*{_HELD}\])"
    r"|(?<![\w.\\?\]!$])([\w.]+)(:[\w.]+)?(?=!)",
    re.DOTALL,
)
_CELL = re.compile(r"!\$?[A-Z]{1,3}(?:\$?\d|:)")
_NAMED = re.compile(rf"\[({_HELD})\]|(?<=,)([^\[\],:]+)", re.DOTALL)
_MARKED = re.compile(r"'(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CalledOtherwise:
    """What columns and sheets are called from now on.

    Args:
        columns: by table, new headers by old ones.
        sheets: new titles by old ones.
    """

    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sheets: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything is."""
        return any(self.columns.values()) or bool(self.sheets)

    @property
    def backwards(self) -> "CalledOtherwise":
        """The way back."""
        columns = {table: {new: old for old, new in names.items()} for table, names in self.columns.items()}
        return CalledOtherwise(columns, {new: old for old, new in self.sheets.items()})

    def formula(self, text: str, own: str = "") -> str:
        """A formula's text as it reads from now on.

        A text inside it follows, too, where it is a reference such as INDIRECT and HYPERLINK read: Excel leaves those behind.

        Args:
            text: the formula.
            own: the table in which it stands: references without a table mean that one.

        >>> CalledOtherwise({"T": {"a": "b c"}}).formula('SUM(T[a],U[a],T[[#This Row],[a]])+INDIRECT("T[a]")')
        'SUM(T[b c],U[a],T[[#This Row],[b c]])+INDIRECT("T[b c]")'
        >>> CalledOtherwise(sheets={"Old": "New one"}).formula("Old!A1+'Old'!B2+Olds!A1")
        "'New one'!A1+'New one'!B2+Olds!A1"
        """
        return _PIECE.sub(lambda found: self._piece(found, own), text)

    def _piece(self, found: re.Match[str], own: str) -> str:
        said, sheet, table, brackets, bare, last = found.groups()
        if said is not None:
            return '"' + self.text(said.replace('""', '"')).replace('"', '""') + '"'
        if brackets is not None:
            return str(table) + self._brackets(table or own, brackets)
        return self._sheets(found[0], sheet.replace("''", "'") if sheet is not None else bare + (last or ""))

    def text(self, said: str) -> str:
        """A text that may be, or hold, a reference as it reads from now on; no other words change.

        >>> CalledOtherwise(sheets={"Old": "New"}).text("#Old!A1"), CalledOtherwise(sheets={"Old": "New"}).text("Old!")
        ("#'New'!A1", 'Old!')
        """
        pieces = (found for found in _PIECE.finditer(said) if found[4] or _CELL.match(said, found.end()))
        at, read = 0, ""
        for found in pieces:
            read += said[at : found.start()] + self._piece(found, "")
            at = found.end()
        return read + said[at:]

    def _brackets(self, table: str, brackets: str) -> str:
        names = next((new for name, new in self.columns.items() if name.casefold() == table.casefold()), None)
        if not names:
            return brackets
        inner = brackets[1:-1]
        if "[" in _MARKED.sub("", inner):
            return f"[{_NAMED.sub(lambda one: _one_of_several(names, one), inner)}]"
        row = "@" if inner.startswith("@") else ""
        new = _renamed(names, inner.removeprefix("@"))
        whole = bracketed(_plain(new))
        return brackets if new == inner.removeprefix("@") else f"[{row}{whole}]" if row else whole

    def _sheets(self, spelled: str, prefix: str) -> str:
        """One sheet, or the first and last of several."""
        titles = prefix.split(":")
        new = [next((to for old, to in self.sheets.items() if old.casefold() == one.casefold()), one) for one in titles]
        return spelled if new == titles else quoted(":".join(new))


def _one_of_several(names: Mapping[str, str], found: re.Match[str]) -> str:
    spelled = found[1] if found[1] is not None else found[2].strip()
    new = _renamed(names, spelled)
    return found[0] if new == spelled else f"[{new}]"


def _renamed(names: Mapping[str, str], spelled: str) -> str:
    """A header inside brackets, as it is spelled there."""
    header = _plain(spelled).casefold()
    return next((bracketed_name(new) for old, new in names.items() if old.casefold() == header), spelled)


def _plain(spelled: str) -> str:
    return _MARKED.sub(r"\1", spelled)
