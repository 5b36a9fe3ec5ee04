"""What a formula looks like in a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.formulas import node as nodes
from opsbook.formulas.node import (
    Binary,
    Call,
    Cell,
    Column,
    Literal,
    Name,
    Node,
    Position,
    both,
    call,
    has,
    lookup,
    node,
    when,
)
from opsbook.formulas.text import FUNCTIONS, show, text
from opsbook.formulas.value import compile_value
from opsbook.model.errors import FormulaError

HEADERS = {"gmv": "支付金额", "cvr": "Pay conversion", "odd": "a[1]#'b", "money": "金额(元)", "date": "日期"}
A, B, C = Name("a"), Name("b"), Name("c")


def written(formula):
    return text(formula, lambda _table, column: HEADERS[column])


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        pytest.param(Cell("ShopDay", "gmv"), "ShopDay[[#This Row],[支付金额]]", id="own row"),
        pytest.param(Column("ShopDay", "gmv"), "ShopDay[支付金额]", id="column"),
        pytest.param(Column("ShopDay", "cvr"), "ShopDay[Pay conversion]", id="a space needs no second bracket"),
        pytest.param(Column("ShopDay", "money"), "ShopDay[[金额(元)]]", id="a special character needs one"),
        pytest.param(Column("ShopDay", "odd"), "ShopDay[[a'[1']'#''b]]", id="escaped in a column"),
        pytest.param(Cell("ShopDay", "odd"), "ShopDay[[#This Row],[a'[1']'#''b]]", id="escaped in a row"),
        pytest.param(
            Position("ShopDay", "gmv"), "(ROW()-ROW(ShopDay[[#Headers],[支付金额]]))", id="place of the own row"
        ),
        pytest.param(Name("the_day"), "the_day", id="name"),
        pytest.param(Literal(5.0), "5", id="whole number"),
        pytest.param(Literal(-0.5), "-0.5", id="negative"),
        pytest.param(Literal(1e-7), "1E-07", id="exponent"),
        pytest.param(Literal(value=True), "TRUE", id="true"),
        pytest.param(Literal(value=False), "FALSE", id="false"),
        pytest.param(Literal('say "x"'), '"say ""x"""', id="quotes are doubled"),
        pytest.param(Literal(""), '""', id="empty text"),
        pytest.param((A + B) * C, "(a+b)*c", id="sum in a product"),
        pytest.param(A + B * C, "a+b*c", id="product in a sum"),
        pytest.param(A - (B - C), "a-(b-c)", id="right of minus"),
        pytest.param(A - B - C, "a-b-c", id="left of minus"),
        pytest.param(A / (B * C), "a/(b*c)", id="right of division"),
        pytest.param(A + (B + C), "a+(b+c)", id="sums of floats keep their order"),
        pytest.param(node("<") & (A & B), '"<"&a&b', id="joining has no order"),
        pytest.param((A & B).equals(C + 1), "a&b=c+1", id="comparison is weakest"),
        pytest.param(A * B.differs(C), "a*(b<>c)", id="comparison in a product"),
        pytest.param((A < B).equals(C > 1), "a<b=(c>1)", id="comparison of comparisons"),
        pytest.param(1 - A, "1-a", id="number first"),
        pytest.param(when(both(A > 0, B <= 1), A / B), 'IF(AND(a>0,b<=1),a/b,"")', id="functions"),
        pytest.param(
            lookup(Column("T", "gmv"), A, Column("T", "date")), "INDEX(T[支付金额],MATCH(a,T[日期],0))", id="lookup"
        ),
        pytest.param(has(Column("T", "date"), A), "ISNUMBER(MATCH(a,T[日期],0))", id="has"),
    ],
)
def test_a_formula_is_written_as_a_file_stores_it(formula, expected):
    """References are structured, brackets minimal, texts quoted, and there is no leading '='."""
    assert written(formula) == expected


@pytest.mark.parametrize(
    "function", ["IFERROR", "OFFSET", "INDIRECT", "TODAY", "NOW", "RAND", "XLOOKUP", "LET", "VLOOKUP"]
)
def test_a_function_off_the_list_is_refused(function):
    """Volatile functions, IFERROR and functions newer than Excel 2016 never reach a file."""
    with pytest.raises(FormulaError):
        written(call(function, 1))


@pytest.mark.parametrize("value", ["=1+1", "x" * 256, float("inf"), float("nan")])
def test_what_excel_would_refuse_is_refused(value):
    """A text that begins with '=', a text over 255 characters and numbers without digits cannot be written."""
    with pytest.raises(FormulaError):
        written(Literal(value))


KINDS = [
    kind for kind in vars(nodes).values() if isinstance(kind, type) and issubclass(kind, Node) and kind is not Node
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_node_has_both_readings(kind):
    """Each kind of node can be written, and each but a bare column can be calculated."""
    example = {
        Literal: Literal(2),
        Name: Name("a"),
        Cell: Cell("T", "a"),
        Column: Column("T", "a"),
        Position: Position("T", "a"),
        Binary: Binary("+", Literal(1), Literal(1)),
        Call: Call("SUM", (Literal(2),)),
    }[kind]
    assert show(example)
    if kind is Column:
        with pytest.raises(FormulaError):
            compile_value(example)
    else:
        assert callable(compile_value(example))


def test_an_unknown_node_is_refused():
    """A node without a reading raises a named error in both readings."""

    class Strange(Node):
        pass

    with pytest.raises(FormulaError):
        show(Strange())
    with pytest.raises(FormulaError):
        compile_value(Strange())


@pytest.mark.parametrize("function", sorted(FUNCTIONS))
def test_every_allowed_function_can_be_calculated(function):
    """What may be written can also be calculated, so that its cell has a cached value."""
    column, first = Column("T", "a"), Literal(1)
    arguments = {
        **dict.fromkeys(("COUNTIFS",), (column, first)),
        **dict.fromkeys(("SUMIFS", "AVERAGEIFS"), (column, column, first)),
        "MATCH": (first, column, Literal(0)),
        "ROWS": (column,),
        "SUBTOTAL": (Literal(109), column),
        **dict.fromkeys(("INDEX", "LARGE", "SMALL"), (column, first)),
        "IF": (first, first, first),
    }.get(function, (first, first))
    assert callable(compile_value(Call(function, arguments)))


@given(st.text(min_size=1, max_size=40))
def test_any_header_can_be_referred_to(header):
    """Inside a structured reference every bracket of a header is marked, so that none ends it."""
    inner = text(Cell("T", "x"), lambda _table, _column: header).removeprefix("T[[#This Row],[").removesuffix("]]")
    bare = inner.replace("''", "").replace("'[", "").replace("']", "").replace("'#", "")
    assert set(bare) & set("[]#'") == set()
