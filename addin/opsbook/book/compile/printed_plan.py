"""The compiled plan as a text: printed once for a set of sources, read by commands.

A part of a formula that occurs many times is printed once: nodes are numbered, and name the nodes they are made of.
"""

import json
from collections.abc import Mapping, Sequence

from opsbook.book.compile.compiled_plan import CompiledPlan, CompiledSheet, Formulas
from opsbook.book.compile.input_rule import InputRule, SheetRules
from opsbook.formulas.node import Binary, Call, Cell, Column, Literal, Name, Node, Position

_LEAVES: dict[str, type[Literal | Name | Cell | Column | Position]] = {
    kind.__name__: kind for kind in (Literal, Name, Cell, Column, Position)
}
_ANY = InputRule("")
_PARTS: tuple[str, ...] = InputRule.__match_args__

Tree = Node | tuple[Node, ...]


def printed(plan: CompiledPlan) -> str:
    """Print a plan, one formula a line."""
    nodes = _Nodes()
    formulas = plan.formulas
    columns = [[*place, nodes.of(tree), formulas.column_texts[place]] for place, tree in formulas.columns.items()]
    names = [[name, nodes.of(tree), formulas.name_texts[name]] for name, tree in formulas.names.items()]
    sheet_rules = [
        [_print_cells(one.names), {table: _print_cells(cells) for table, cells in one.columns.items()}]
        for one in plan.sheet_rules
    ]
    parts = {
        "sheets": _lines([[sheet.title, sheet.tables, sheet.names] for sheet in plan.sheets]),
        "headers": plan.headers,
        "nodes": nodes.lines,
        "columns": _lines(columns),
        "formulas": _lines(names),
        "sheet_rules": _lines(sheet_rules),
    }
    return "{\n" + ",\n".join(f"{_text(name)}: {_block(part)}" for name, part in parts.items()) + "\n}\n"


def _block(part: object) -> str:
    return "[\n" + ",\n".join(part) + "\n]" if isinstance(part, list) else _text(part)


def _lines(rows: Sequence[object]) -> list[str]:
    return [_text(row) for row in rows]


def _text(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


class _Nodes:
    """Nodes as they are numbered; what is spelled alike is one: 1, 1.0 and TRUE are not."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @property
    def lines(self) -> list[str]:
        return list(self._numbers)

    def of(self, tree: Tree) -> int | list[int]:
        """The number of a tree, or those of the trees of a column's rows."""
        return [self._number(one) for one in tree] if isinstance(tree, tuple) else self._number(tree)

    def _number(self, node: Node) -> int:
        kind = type(node).__name__
        if isinstance(node, Binary):
            line = _text([node.operator, self._number(node.left), self._number(node.right)])
        elif isinstance(node, Call):
            line = _text([node.function, *map(self._number, node.arguments), None])
        else:
            line = _text([kind, *_values(node), False])
        return self._numbers.setdefault(line, len(self._numbers))


def _values(leaf: Node) -> list[object]:
    names: tuple[str, ...] = type(leaf).__match_args__  # type: ignore[attr-defined]
    return [getattr(leaf, name) for name in names]


def read_plan(text: str) -> CompiledPlan:
    """Read a printed plan.

    Raises:
        ValueError, LookupError, TypeError: the text is none.
    """
    parts = json.loads(text)
    nodes: list[Node] = []
    for kind, *rest in parts["nodes"]:
        if rest[-1] is None:
            nodes.append(Call(kind, tuple([nodes[at] for at in rest[:-1]])))
        elif rest[-1] is False:
            nodes.append(_LEAVES[kind](*rest[:-1]))
        else:
            nodes.append(Binary(kind, nodes[rest[0]], nodes[rest[1]]))
    columns = parts["columns"]
    formulas = Formulas(
        {(table, column): _tree(nodes, at) for table, column, at, _ in columns},
        {name: nodes[at] for name, at, _ in parts["formulas"]},
        {(table, column): _frozen(words) for table, column, _, words in columns},
        {name: words for name, _, words in parts["formulas"]},
    )
    sheet_rules = tuple(
        SheetRules(_read_cells(names), {table: _read_cells(cells) for table, cells in tables.items()})
        for names, tables in parts["sheet_rules"]
    )
    sheets = tuple(CompiledSheet(title, tuple(tables), tuple(names)) for title, tables, names in parts["sheets"])
    return CompiledPlan(sheets, parts["headers"], formulas, sheet_rules)


def _tree(nodes: Sequence[Node], at: int | Sequence[int]) -> Tree:
    return nodes[at] if isinstance(at, int) else tuple(nodes[one] for one in at)


def _frozen(words: str | Sequence[str]) -> str | tuple[str, ...]:
    return words if isinstance(words, str) else tuple(words)


def _print_cells(cells: Mapping[str, InputRule]) -> dict[str, dict[str, object]]:
    """What cells must hold, without what is as for most."""
    return {
        name: {part: value for part in _PARTS if (value := getattr(one, part)) != getattr(_ANY, part)}
        for name, one in cells.items()
    }


def _read_cells(cells: Mapping[str, dict[str, object]]) -> dict[str, InputRule]:
    return {name: _read_rule(one) for name, one in cells.items()}


def _read_rule(parts: dict[str, object]) -> InputRule:
    choices = parts.get("choices")
    return InputRule(**parts | {"choices": tuple(choices)} if isinstance(choices, list) else parts)  # type: ignore[arg-type]
