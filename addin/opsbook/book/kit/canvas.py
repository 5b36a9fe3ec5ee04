"""Draw one sheet step by step, then freeze it: frames, fills and values may come in any order."""

from collections.abc import Sequence

from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import LINE, Look
from opsbook.book.kit.place import Place
from opsbook.book.plan import (
    Box,
    CellPlan,
    Chart,
    Content,
    PageSetup,
    Rich,
    Rule,
    SheetPlan,
    Style,
    TablePlan,
    Validation,
    checked,
)


def style(**props: object) -> Style:
    """Properties as a frozen style."""
    return tuple(sorted(props.items()))


def rich(*runs: tuple[Look, str]) -> Rich:
    """Text in several styles."""
    return Rich(tuple((style(**props), text) for props, text in runs))


class Canvas:
    """A sheet being drawn.

    Args:
        sheet: id of the sheet.
        title: its name in the workbook's language.
        tab: tab colour.
        draft: what it is drawn for.
    """

    def __init__(self, sheet: str, title: str, tab: str, draft: Draft) -> None:
        self.id, self.title, self.tab, self.draft = sheet, title, tab, draft
        self.lang, self.catalog = draft.lang, draft.catalog
        self.cursor = 0  # the next free row, on sheets that features add to
        self.page, self.freeze, self.protected, self.row_height = PageSetup(), (0, 0), False, 22
        self.tables: list[TablePlan] = []
        self.places: dict[str, Place] = {}
        self.rules: list[Rule] = []
        self.validations: list[Validation] = []
        self.charts: list[Chart] = []
        self._widths: dict[int, tuple[int, int, bool]] = {}
        self._heights: dict[int, int] = {}
        self._folded: set[int] = set()
        self._props: dict[tuple[int, int], Look] = {}
        self._contents: dict[tuple[int, int], Content] = {}
        self._names: dict[tuple[int, int], str] = {}
        self._merges: list[Box] = []

    def say(self, zh: str, en: str) -> str:
        """One of two texts, by the sheet's language."""
        return zh if self.lang == "zh" else en

    def columns(self, widths: Sequence[int], first: int = 0, *, level: int = 0) -> None:
        """Set pixel widths from a column on; an outline level above 0 is folded away."""
        for offset, width in enumerate(widths):
            self._widths[first + offset] = (width, level, level > 0)

    def right_edge(self, column: int) -> int:
        """Pixels from the left of the sheet to the right of a column; folded columns take none."""
        return sum(0 if hidden else width for at, (width, _, hidden) in self._widths.items() if at <= column)

    def column_within(self, pixels: int, last: int) -> int:
        """The last column, up to `last`, that ends within some pixels and is not folded away."""
        shown = (at for at, (_, _, hidden) in self._widths.items() if at <= last and not hidden)
        return max((at for at in shown if self.right_edge(at) <= pixels), default=1)

    def rows(self, heights: Sequence[int], first: int = 0) -> None:
        """Set pixel heights from a row on."""
        for offset, height in enumerate(heights):
            self._heights[first + offset] = height

    def fold(self, first: int, last: int) -> None:
        """Collapse rows into an Excel outline, whose [+] appears beside the row below them.

        Args:
            first: the first of them.
            last: the last of them.
        """
        for row in range(first, last + 1):
            self._heights.setdefault(row, self.row_height)
            self._folded.add(row)

    def area(self, box: Box, **props: object) -> None:
        """Add properties to every cell of a box."""
        for row in range(box[0], box[2] + 1):
            for column in range(box[1], box[3] + 1):
                self._props.setdefault((row, column), {}).update(props)

    def frame(self, box: Box, color: str = LINE) -> None:
        """Draw a hairline round a box."""
        r1, c1, r2, c2 = box
        self.area((r1, c1, r1, c2), top=1, top_color=color)
        self.area((r2, c1, r2, c2), bottom=1, bottom_color=color)
        self.area((r1, c1, r2, c1), left=1, left_color=color)
        self.area((r1, c2, r2, c2), right=1, right_color=color)

    def put(
        self,
        row: int,
        column: int,
        content: Content,
        *,
        to: tuple[int, int] | None = None,
        name: str = "",
        **props: object,
    ) -> None:
        """Place a value, a formula or rich text; `to` merges up to there (cards and headings only)."""
        last = to or (row, column)
        self.area((row, column, *last), **props)
        self._contents[row, column] = checked(content)
        if name:
            self._names[row, column] = name
        if last != (row, column):
            self._merges.append((row, column, *last))

    def plan(self) -> SheetPlan:
        """The finished sheet."""
        cells = {
            place: CellPlan(self._contents.get(place), style(**props), self._names.get(place, ""))
            for place, props in self._props.items()
        }
        widths = tuple((column, *rest) for column, rest in sorted(self._widths.items()))
        return SheetPlan(
            id=self.id,
            title=self.title,
            tab=self.tab,
            widths=widths,
            heights=self._heights,
            folded=frozenset(self._folded),
            cells=cells,
            merges=tuple(self._merges),
            tables=tuple(self.tables),
            rules=tuple(self.rules),
            validations=tuple(self.validations),
            charts=tuple(self.charts),
            freeze=self.freeze,
            page=self.page,
            protected=self.protected,
            row_height=self.row_height,
        )
