"""The ribbon against the 2009/07 schema, as far as our tab uses it; and the schema against what it must refuse."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tools.xlam import MACROS, build
from tools.xlam.ribbon_rules import NAMESPACE, PARTS

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("ribbon_parts.xsd")))
RIBBON = (MACROS / "customUI14.xml").read_text(encoding="utf-8")
TOO_LONG = "x" * 1025
VALUES = {"size": "large", "itemSize": "normal", "keytip": "A1", "imageMso": "Info", "onLoad": "A", "onAction": "B"}


def complaints(text):
    """What the schema says, without the namespace."""
    SCHEMA.validate(etree.fromstring(text.encode("utf-8")))
    return [entry.message.replace(f"{{{NAMESPACE}}}", "") for entry in SCHEMA.error_log]


def part_with_everything(kind, inside, count):
    """One element with every attribute and every child our lint knows, ids counted up."""
    part = PARTS[kind]
    names = sorted((part.needs | part.may_have) - ({"size"} if inside == "menu" else set()))
    attributes = {name: f"Id{next(count)}" if name == "id" else VALUES.get(name, "chữ") for name in names}
    made = etree.Element(f"{{{NAMESPACE}}}{kind}", attributes)
    made.extend(part_with_everything(child, kind, count) for child in sorted(part.holds))
    return made


def test_the_ribbon_of_the_built_addin_is_valid():
    """The very part that goes into the .xlam."""
    part = zipfile.ZipFile(io.BytesIO(build(MACROS))).read("customUI/customUI14.xml")

    assert complaints(part.decode("utf-8")) == []


def test_all_that_our_lint_lets_through_is_valid():
    """Every element with every attribute of ribbon_rules.py: the short rules promise nothing the schema refuses."""
    whole = part_with_everything("customUI", "", iter(range(99)))

    assert complaints(etree.tostring(whole, encoding="unicode")) == []
    assert {etree.QName(part).localname for part in whole.iter()} == set(PARTS)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('tag="check"', 'tag="check" getColour="X"', "Element 'button', attribute 'getColour': The attribute 'getColour' is not allowed."),
        ('<tab id="ChiBoTab"', '<tab onAction="X" id="ChiBoTab"', "Element 'tab', attribute 'onAction': The attribute 'onAction' is not allowed."),
        ("<ribbon>", "<ribbon><button />", "Element 'button': This element is not expected. Expected is ( tabs )."),
        ("</group>", "<tab /></group>", "Element 'tab': This element is not expected."),
        ('label="Kiểm tra dữ liệu"', f'label="{TOO_LONG}"', f"Element 'button', attribute 'label': [facet 'maxLength'] The value '{TOO_LONG}' has a length of '1025'; this exceeds the allowed maximum length of '1024'."),
        ('label="Kiểm tra dữ liệu"', 'label=""', "Element 'button', attribute 'label': [facet 'minLength'] The value '' has a length of '0'; this underruns the allowed minimum length of '1'."),
        ('keytip="K"', 'keytip="KTDL"', "Element 'button', attribute 'keytip': [facet 'maxLength'] The value 'KTDL' has a length of '4'; this exceeds the allowed maximum length of '3'."),
        ('size="large"', 'size="huge"', "Element 'button', attribute 'size': [facet 'enumeration'] The value 'huge' is not an element of the set {'normal', 'large'}."),
        ('id="CheckButton"', 'id="Check Button"', "Element 'button', attribute 'id': 'Check Button' is not a valid value of the atomic type 'Name'."),
        ('id="NextFindingButton"', 'id="CheckButton"', "Element 'button': Duplicate key-sequence ['CheckButton'] in unique identity-constraint 'OneControlAnId'."),
        ("2009/07/customui", "2006/01/customui", "Element '{http://schemas.microsoft.com/office/2006/01/customui}customUI': No matching global declaration available for the validation root."),
    ],
)  # fmt: skip
def test_the_schema_bites(old, new, complaint):
    """A wrong attribute, a wrong child, a text too long or empty, a wrong name: each is refused for its own reason."""
    assert old in RIBBON

    assert complaint in complaints(RIBBON.replace(old, new, 1))


def test_a_size_inside_a_menu_is_refused():
    """The menu decides how large its buttons are."""
    menu = f'<customUI xmlns="{NAMESPACE}"><ribbon><tabs><tab><group><menu><button size="large" /></menu></group></tab></tabs></ribbon></customUI>'

    assert complaints(menu) == ["Element 'button', attribute 'size': The attribute 'size' is not allowed."]
