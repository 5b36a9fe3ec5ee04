"""Attributes of tags, however a program spells them."""

import pytest

from opsbook.ooxml.xml_text import attribute


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ('<c r="A1" s="5">', "5"),
        ("<c r='A1' s='5'>", "5"),
        ('<c r="A1"\ns = "5">', "5"),
        ('<c\ts="5"/>', "5"),
        ('<c r="A1" s="">', ""),
        ('<c r="A1" s="a&amp;b &#x4e00;">', "a&b 一"),
        ("<c r='A1' s='a&quot;b'>", 'a"b'),
        ('<c s="&lt;&gt;&apos; &amp;lt; &amp;#65; &#65;&amp;lt;">', "<>' &lt; &#65; A&lt;"),
        ('<c s="&amp;lt; &nbsp &">', "&lt; &nbsp &"),
        ('<c r="A1" xs="5" s2="6">', None),
        ('<c r="s">', None),
        ('<c r="A1" s="5', None),
        ("<c>", None),
    ],
    ids=str,
)
def test_an_attribute_is_found_as_it_is_spelled(tag, value):
    """Either quote, any white space, references resolved; a name inside another one is not it."""
    assert attribute(tag, "s") == value
