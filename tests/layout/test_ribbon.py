"""The ribbon tab: one mistake in it and Excel shows no tab at all, without a word."""

import re

import pytest
from lxml import etree

from opsbook.model.language import LANGS
from opsbook.vba.buttons import TAB
from opsbook.vba.ribbon_xml import OFFICE_2007, OFFICE_2010
from support.house import BUTTONS, GROUPS, custom_ui
from support.house import vba_modules as modules
from support.ribbon_rules import ICONS, problems

LONGEST = {"label": 1024, "screentip": 1024, "supertip": 1024, "keytip": 3, "id": 1024}
ORDERED = ["id", "label", "size", "imageMso", "screentip", "supertip", "keytip", "onAction"]


def every(lang, namespace=OFFICE_2010):
    root = etree.fromstring(custom_ui(lang, namespace).encode())
    return [(etree.QName(element), element) for element in root.iter()]


@pytest.mark.parametrize("namespace", [OFFICE_2010, OFFICE_2007], ids=["2010", "2007"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_tab_is_made_of_known_parts(lang, namespace):
    """One tab of groups of buttons in the namespace asked for, in the order of the list."""
    parts = every(lang, namespace)
    assert {name.namespace for name, _ in parts} == {namespace}
    wanted = ["customUI", "ribbon", "tabs", "tab"]
    for group in GROUPS:
        wanted += ["group", *["button"] * len(group.buttons)]
    assert [name.localname for name, _ in parts] == wanted
    assert parts[3][1].get("label") == TAB[lang]


@pytest.mark.parametrize("namespace", [OFFICE_2010, OFFICE_2007], ids=["2010", "2007"])
@pytest.mark.parametrize("lang", LANGS)
def test_office_takes_the_tab(lang, namespace):
    """No element, attribute, size or icon that Excel does not know, none missing, no id twice."""
    assert problems(custom_ui(lang, namespace)) == []


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        pytest.param('size="large"', 'size="large" bogus="1"', "attribute bogus of button", id="attribute"),
        pytest.param('size="large"', 'size="huge"', "size huge", id="size"),
        pytest.param('imageMso="Lock"', 'imageMso="NoSuchImage"', "icon NoSuchImage", id="icon"),
        pytest.param(
            'imageMso="Lock"', 'imageMso="CalendarInsert"', "icon CalendarInsert", id="another program's icon"
        ),
        pytest.param('imageMso="Lock" ', "", "no imageMso of button", id="no icon"),
        pytest.param('keytip="OB"', 'keytip="OB" size="large"', "attribute size of tab", id="attribute elsewhere"),
        pytest.param("<tabs>", "<tabs><toggle/>", "element toggle", id="element"),
        pytest.param("<tabs>", '<tabs><button id="b"/>', "button in tabs", id="element elsewhere"),
        pytest.param('id="opsbook_goals"', 'id="opsbook_data"', "id opsbook_data twice", id="id"),
    ],
)
def test_what_office_does_not_take_is_found(right, wrong, problem):
    """Each mistake that would cost the tab or an icon is seen: the check does look."""
    text = custom_ui("zh")
    assert right in text
    assert problem in problems(text.replace(right, wrong, 1))


def test_the_list_of_icons_holds_what_is_used():
    """Icons looked up by hand are those of the buttons, no more."""
    assert {button.image for button in BUTTONS} == set(ICONS)


@pytest.mark.parametrize("lang", LANGS)
def test_a_button_says_what_its_record_says(lang):
    """Label, size, icon and both parts of the tooltip come from the list."""
    shown = [element for name, element in every(lang) if name.localname == "button"]
    for button, element in zip(BUTTONS, shown, strict=True):
        assert list(element.attrib) == ORDERED
        assert [element.get(name) for name in ORDERED[1:6]] == [
            button.label[lang],
            "large" if button.large else "normal",
            button.image,
            button.tip[lang],
            button.more[lang],
        ]


@pytest.mark.parametrize("lang", LANGS)
def test_ids_and_keytips_are_unique_and_short_enough(lang):
    """No two parts share an id, no two buttons a keytip, no text is longer than Office reads."""
    parts = [element for _, element in every(lang)]
    for attribute in ("id", "keytip"):
        values = [element.get(attribute) for element in parts if element.get(attribute)]
        assert len(set(values)) == len(values)
    assert all(re.fullmatch(r"[A-Za-z_]\w*", element.get("id", "x")) for element in parts)
    assert all(0 < len(element.get(name, "x")) <= most for element in parts for name, most in LONGEST.items())


def test_a_button_calls_a_procedure_that_takes_it():
    """Every callback is a public procedure of `OpsRibbon` with the one parameter Office passes."""
    taken = re.findall(r"(?m)^Public Sub (\w+)\(control As IRibbonControl\)\r$", modules()["OpsRibbon"])
    called = [element.get("onAction") for _, element in every("zh") if element.get("onAction")]
    assert called == [f"OpsRibbon.{name}" for name in taken]
    assert len(set(called)) == len(BUTTONS)
