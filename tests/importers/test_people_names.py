"""What a name looks like: how many words, how they begin, and how many cells of a column must look so. Nobody of these lives."""

import pytest

from opsbook.exports.privacy.people_names import has_shape_of_name, is_given_name, is_name, most_are_names


@pytest.mark.parametrize(
    ("text", "name", "shape"),
    [
        pytest.param("Quentin Testperson", True, True, id="two words"),
        pytest.param("  Quentin Testperson ", True, True, id="blanks around it"),
        pytest.param("Testperson, Quentin", True, True, id="surname first"),
        pytest.param("Quentin de la Torre Testperson", True, True, id="five words"),
        pytest.param("Quentin de la Torre Testperson Sample", False, False, id="six words"),
        pytest.param("Quentin", False, True, id="one word"),
        pytest.param("Anna-Lena O’Testperson", True, True, id="a hyphen and an apostrophe"),
        pytest.param("Dr. Testperson", True, True, id="a title"),
        pytest.param("Foo Bar", False, True, id="no given name"),
        pytest.param("Quentin testperson", False, False, id="a small letter"),
        pytest.param("de la", False, False, id="nothing but particles"),
        pytest.param("Quentin & Testperson", False, False, id="a sign between"),
        pytest.param("Quentin_Testperson", False, False, id="an underscore"),
        pytest.param("Quentin 2 Testperson", False, False, id="a figure"),
        pytest.param("Quentin Campaign", False, True, id="a word of trade"),
        pytest.param("Quentin " + "T" + "e" * 51, True, True, id="sixty letters"),
        pytest.param("Quentin " + "T" + "e" * 52, False, True, id="sixty-one letters"),
        pytest.param("", False, False, id="nothing"),
    ],
)
def test_a_name_is_a_few_capitalised_words(text, name, shape):
    """A usual given name or a title among two to five words; the shape alone is less."""
    assert (is_name(text), has_shape_of_name(text)) == (name, shape)


@pytest.mark.parametrize(("text", "given"), [("Anna", True), (" anna ", True), ("Testperson", False), ("", False)])
def test_a_given_name_is_known_in_any_case(text, given):
    """Alone in its cell."""
    assert is_given_name(text) is given


NAMES = ["Foo Bar", "Baz Qux", "Quux Corge", "Grault Garply", "Waldo Fred"]


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        pytest.param(NAMES[:2], False, id="two cells say nothing"),
        pytest.param(NAMES[:3], True, id="three do"),
        pytest.param([*NAMES[:4], "x"], True, id="four of five"),
        pytest.param([*NAMES[:3], "x"], False, id="three of four"),
        pytest.param(["Foo", "Bar", "Baz"], False, id="single words"),
        pytest.param(["Foo Bar Baz", "Qux Quux Corge", "Grault Garply Waldo"], True, id="three words each"),
        pytest.param(["A B C D", "E F G H", "I J K L"], False, id="four words each"),
        pytest.param([*NAMES[:2], *NAMES[:2]], False, id="half of them different"),
        pytest.param([*NAMES[:3], NAMES[0]], True, id="more than half of them different"),
        pytest.param(["Silk Campaign", "Cotton Product", "Wool Sales"], False, id="words of trade"),
        pytest.param(["Anna", "Maria", "x", "y"], True, id="half of them given names"),
        pytest.param(["Anna", "Maria", "x", "y", "z"], False, id="fewer given names"),
    ],
)
def test_a_column_is_of_names_where_most_cells_look_so(cells, names):
    """Two or three capitalised words in four of five cells, or given names in half, hardly any cell twice."""
    assert most_are_names(cells) is names
