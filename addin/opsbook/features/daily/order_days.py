"""Days added up from orders, beside the platform's own report: the report counts, orders fill what it does not tell.

Which comes first does not matter. Every list of orders holds a part of what was paid on a day, be it the whole of it: of two
that tell of one day the larger figure stays, so that no order is added twice and none is lost that either of them has.
Refunds are taken off once: where a day's sales lack them already, what was refunded that day stands nowhere beside them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from opsbook.engine.imports.ledger import BLANK, Ledger
from opsbook.engine.imports.precedence import Precedence
from opsbook.engine.imports.reports import FileReport
from opsbook.features.daily.tables import SHOP_DAY
from opsbook.model.facts import Fact
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.values import Value, figure_words, from_serial, is_number

FIELDS = ("gmv", "orders", "items", "buyers")
COMPARED = ("gmv", "orders", "items")  # buyers of several days or devices are told apart otherwise by every platform
TOLERANCE = 0.01  # of the larger figure
_LABELS = {column.id: column.label for column in SHOP_DAY.columns}

Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class OrderDays:
    """What is known of a shop's days while files are upserted.

    Args:
        shop: the days.
        before: what was imported earlier.
        yes: how the book's language marks a partial day.
        told: by day, the columns that the platform's reports of this import may tell.
        laid: days that orders of this import told of.
    """

    shop: Ledger
    before: Precedence
    yes: str
    told: dict[float, set[str]] = field(default_factory=dict)
    laid: set[float] = field(default_factory=set)

    def row(self, day: float) -> Row:
        """The day as it stands."""
        return self.shop.rows.get((day,), {})

    def only_orders(self, day: float) -> bool:
        """Whether the day's sales come from orders and no report."""
        return self.before.has_orders(day) and not self._reported(day)

    def _reported(self, day: float) -> bool:
        """Whether a platform's report told the day's sales; a day that has visitors beside its sales was told by one too."""
        row = self.row(day)
        looks = is_number(row.get("visitors")) and is_number(row.get("gmv")) and not row.get("partial")
        return looks or self._tells(day, "gmv")

    def _tells(self, day: float, column: str) -> bool:
        return column in self.told.get(day, ()) or self.before.tells(day, column)

    def under_report(self, report: FileReport, fact: Fact, values: dict[str, Value]) -> dict[str, Value]:
        """Make room for a platform's figures of a day: compare those of orders, or forget the ones of a cut day.

        Args:
            report: the platform's file; takes the issues.
            fact: its row.
            values: what will be upserted.
        """
        day = fact.values["date"]
        if not isinstance(day, int | float):
            return values
        if not is_number(values.get("gmv")):
            return self._without_refunds(report, fact, float(day), values)
        row, ours = self.row(float(day)), self.only_orders(float(day))
        if report.kind:
            self.told.setdefault(float(day), set()).update(self.before.told.get(report.kind_name, ()))
        if ours and row.get("partial"):
            return {**{name: "" for name in FIELDS if is_number(row.get(name))}, **values}
        if ours and not fact.values.get("partial"):
            report.issues.extend(_differing(float(day), values, row, fact.where))
        return values

    def _without_refunds(
        self, report: FileReport, fact: Fact, day: float, values: dict[str, Value]
    ) -> dict[str, Value]:
        """The figures of a report without refunds where the day's sales lack them already."""
        refunded = is_number(values.get("refund_amount"))
        if not refunded or not is_number(self.row(day).get("gmv")) or not self.before.has_net_orders(day):
            return values
        if self._reported(day):
            return values
        _tell_once(report, "refunds-beside-net", fact.where, day)
        return {name: value for name, value in values.items() if name != "refund_amount"}

    def _without_net_sales(self, report: FileReport, fact: Fact, day: float, figures: Row) -> Row:
        """The sums of a day without sales that lack refunds, where these are told beside them."""
        row, gmv = self.row(day), figures.get("gmv")
        is_net = report.kind_name in self.before.net and isinstance(gmv, int | float)
        if not is_net or not is_number(row.get("refund_amount")) or self._reported(day):
            return figures
        if gmv != _larger({"gmv": gmv}, row)["gmv"]:
            return figures  # what stands there is more, and stays
        _tell_once(report, "net-beside-refunds", fact.where, day)
        return {name: value for name, value in figures.items() if name != "gmv"}

    def upsert(self, report: FileReport, fact: Fact) -> None:
        """Lay a day added up from orders over the book, after all reports.

        Args:
            report: its file; takes the issues.
            fact: the day.
        """
        day = fact.values["date"]
        if not isinstance(day, int | float):
            return
        told = {name: value for name in FIELDS if is_number(value := fact.values.get(name))}
        figures = self._without_net_sales(report, fact, day, told)
        if not self._reported(day):
            figures = self._alone(day, figures, cut=bool(fact.values.get("partial")))
        else:
            figures = {} if fact.values.get("partial") else dict(self._beside_report(report, fact, day, figures))
        self.shop.upsert({"date": day, **figures}, report)
        self.laid.add(day)

    def _alone(self, day: float, figures: Row, *, cut: bool) -> dict[str, Value]:
        """The figures of a day that no report tells; whether it is whole is known where money is."""
        row, ours = self.row(day), self._ours(day)
        whole = is_number(row.get("gmv")) and not row.get("partial")
        if cut and ((whole and not ours) or "gmv" not in figures):
            return {}
        mark = {"partial": self.yes if cut and not whole else ""} if "gmv" in figures else {}
        return {**(_larger(figures, row) if ours else figures), **mark}

    def _ours(self, day: float) -> bool:
        """Whether figures that stand there may come from orders."""
        return day in self.laid or self.before.has_orders(day)

    def _beside_report(self, report: FileReport, fact: Fact, day: float, figures: Row) -> Iterator[tuple[str, Value]]:
        """The figures of a whole day that its report does not tell; those that both tell are compared."""
        row, known = self.row(day), self._tells(day, "gmv")
        larger = _larger(figures, row) if self._ours(day) else figures
        for name in figures:
            if row.get(name) in BLANK or (known and not self._tells(day, name)):
                yield name, larger[name]
        if not row.get("partial"):
            theirs = {name: row.get(name) for name in COMPARED if self._tells(day, name) or not known}
            report.issues.extend(_differing(day, theirs, figures, fact.where))


def _tell_once(report: FileReport, code: str, where: Where, day: float) -> None:
    """Tell of the first day of a file that a figure was left out of it."""
    if all(issue.code != code for issue in report.issues):
        report.issues.append(Issue(code, Level.WARNING, where, {"day": from_serial(day).isoformat()}))


def _larger(figures: Row, row: Row) -> dict[str, Value]:
    """Of two parts of a day, figure by figure the larger one."""

    def larger(*both: Value) -> Value:
        return max(one for one in both if isinstance(one, int | float) and is_number(one))

    return {name: larger(value, row.get(name)) for name, value in figures.items()}


def _differing(day: float, platform: Row, orders: Row, where: Where) -> Iterator[Issue]:
    """An issue per figure that differs by more than 1 %."""
    for name in COMPARED:
        theirs, ours = platform.get(name), orders.get(name)
        if not isinstance(theirs, int | float) or not isinstance(ours, int | float):
            continue
        if abs(theirs - ours) > TOLERANCE * max(abs(theirs), abs(ours)):
            seen = {"day": from_serial(day).isoformat(), "figure": _LABELS[name]}
            amounts = {"platform": figure_words(theirs), "orders": figure_words(ours)}
            yield Issue("orders-differ", Level.WARNING, where, seen | amounts)
