"""Every small change that can be made to a Python file: one expression for another that a slip of the hand could leave."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# What stands for what. A comparison is turned round or moved by its edge.
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}
FUNCTIONS: dict[str, str] = {
    "sum": "max",
    "max": "min",
    "min": "max",
    "any": "all",
    "all": "any",
    "fmean": "sum",
    "mean": "sum",
    "median": "max",
    "MEAN": "SUM",
    "ceil": "floor",
    "floor": "ceil",
    "both": "either",
    "either": "both",
}
WORKSHEET: dict[str, str] = {
    "SUM": "AVERAGE",
    "SUMIFS": "AVERAGEIFS",
    "AVERAGE": "SUM",
    "AVERAGEIFS": "SUMIFS",
    "MAX": "SUM",
    "MIN": "MAX",
    "MAXIFS": "MINIFS",
    "MINIFS": "MAXIFS",
    "COUNT": "COUNTA",
    "COUNTIFS": "SUMIFS",
    "ROUNDUP": "ROUNDDOWN",
    "ROUNDDOWN": "ROUNDUP",
}
TEXT = (ast.JoinedStr, ast.Tuple, ast.List, ast.Dict, ast.Set)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed expression of one file.

    Args:
        file: the file, from the repository's root.
        line: where the expression begins, from 1.
        kind: what was done to it.
        function: the function and class around it, dotted; empty in none.
        before: the expression.
        after: what stands in its place.
        site: its first and last byte in the file.
    """

    file: str
    line: int
    kind: str
    function: str
    before: str
    after: str
    site: tuple[str, int, int]

    @property
    def text(self) -> str:
        """The change in words that do not depend on file and line."""
        return f"{self.function or 'module'}: {self.before} → {self.after}"

    def applied(self, source: bytes) -> bytes:
        """The file with the change."""
        _, start, end = self.site
        return source[:start] + self._bracketed().encode() + source[end:]

    def counts(self, source: bytes) -> bool:
        """Whether the changed file can be read and is not the original in other words."""
        try:
            return ast.dump(ast.parse(self.applied(source))) != ast.dump(ast.parse(source))
        except SyntaxError:
            return False

    def _bracketed(self) -> str:
        # a name or a plain number needs none, and a keyword such as a function's name may take none
        return self.after if self.after.isidentifier() or self.after.isdigit() else f"({self.after})"


Change = tuple[ast.expr, str]
"""An expression and the text that may stand in its place."""


def mutants_of(source: bytes, file: str) -> list[Mutant]:
    """List every mutant of a file; a few cannot be read or change nothing, see `Mutant.counts`.

    Args:
        source: the file's bytes.
        file: its name from the repository's root.
    """
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return [
        Mutant(
            file, expression.lineno, kind, function, ast.unparse(expression), after, (file, *_site(expression, starts))
        )
        for node, function in _inside(ast.parse(source), "")
        for kind, changes in KINDS.items()
        for expression, after in changes(node)
    ]


def _site(node: ast.expr, starts: list[int]) -> tuple[int, int]:
    last = node.end_lineno or node.lineno
    return starts[node.lineno - 1] + node.col_offset, starts[last - 1] + (node.end_col_offset or 0)


def _inside(node: ast.AST, function: str) -> Iterator[tuple[ast.AST, str]]:
    """Walk a tree with the name of the function around each node."""
    for child in ast.iter_child_nodes(node):
        if _is_left_alone(child, node):
            continue
        yield child, function
        named = isinstance(child, ast.FunctionDef | ast.ClassDef)
        yield from _inside(child, f"{function}.{child.name}".strip(".") if named else function)  # type: ignore[attr-defined]


def _is_left_alone(child: ast.AST, node: ast.AST) -> bool:
    """What changes nothing: annotations, imports for them, a dataclass's options, `strict`; f-strings' parts have no place."""
    unheard = (getattr(node, "annotation", None), getattr(node, "returns", None), *getattr(node, "decorator_list", ()))
    strict = isinstance(child, ast.keyword) and child.arg == "strict"
    checking = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
    return isinstance(child, ast.JoinedStr) or child in unheard or strict or checking


def _compared(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                operators = [*node.ops[:at], other(), *node.ops[at + 1 :]]
                yield node, ast.unparse(ast.Compare(node.left, operators, node.comparators))


def _calculated(node: ast.AST) -> Iterator[Change]:
    if (
        isinstance(node, ast.BinOp)
        and type(node.op) in ARITHMETIC
        and not _is_text(node.left)
        and not _is_text(node.right)
    ):
        yield node, ast.unparse(ast.BinOp(node.left, ARITHMETIC[type(node.op)](), node.right))


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, TEXT) or (isinstance(node, ast.Constant) and isinstance(node.value, str | bytes))


def _joined(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield node, ast.unparse(ast.BoolOp(other, node.values))


def _negated(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node, ast.unparse(node.operand)
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        yield node.test, ast.unparse(ast.UnaryOp(ast.Not(), node.test))


def _unguarded(node: ast.AST) -> Iterator[Change]:
    """A condition under which a function only stops, as if it never held."""
    if isinstance(node, ast.If) and not node.orelse and isinstance(node.body[0], ast.Raise | ast.Return | ast.Continue):
        yield node.test, "False"


def _counted(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield node, str(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield node, str(round(node.value + 1, 6))
        yield node, str(round(node.value - 1, 6))


def _returned(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Return) and node.value:
        yield node.value, "None"


def _summed(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
        yield node.func, FUNCTIONS[node.func.id]
    elif isinstance(node, ast.Attribute) and node.attr in FUNCTIONS:
        yield node, f"{ast.unparse(node.value)}.{FUNCTIONS[node.attr]}"
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in WORKSHEET:
        yield node, repr(WORKSHEET[node.value])


def _sliced(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Slice):
        for end in (node.lower, node.upper):
            if end:
                yield end, ast.unparse(ast.BinOp(end, ast.Add(), ast.Constant(1)))
                yield end, ast.unparse(ast.BinOp(end, ast.Sub(), ast.Constant(1)))


def _assumed(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.arguments):
        for value in (*node.defaults, *(one for one in node.kw_defaults if one)):
            yield from _another(value)


def _another(value: ast.expr) -> Iterator[Change]:
    """Another default: an empty one for a full one, something for nothing."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value, repr(f"{value.value}x")
    elif isinstance(value, ast.Constant) and value.value is None:
        yield value, "1"  # not 0, which most readers of a default take for nothing, too
    elif isinstance(value, ast.Constant):
        yield from _counted(value)
    elif isinstance(value, ast.Name | ast.Attribute | ast.Call):
        yield value, "None"


KINDS: dict[str, Callable[[ast.AST], Iterator[Change]]] = {
    "comparison": _compared,
    "arithmetic": _calculated,
    "and-or": _joined,
    "not": _negated,
    "guard": _unguarded,
    "constant": _counted,
    "return": _returned,
    "function": _summed,
    "slice": _sliced,
    "default": _assumed,
}
