"""Feeding a part to an event parser, so that whatever is wrong with its XML is one kind of error."""

from __future__ import annotations

from xml.parsers import expat


def parse_all(parser: expat.XMLParserType, xml: bytes) -> None:
    """ExpatError too where the part declares an encoding expat does not know, or one of several bytes a letter."""
    try:
        parser.Parse(xml, True)
    except (LookupError, ValueError) as error:
        if is_well_formed(xml):
            raise  # what the part says was stumbled over, not how it is written
        raise expat.ExpatError(str(error)) from error


def is_well_formed(xml: bytes) -> bool:
    """Whether expat reads it to its end."""
    try:
        expat.ParserCreate().Parse(xml, True)
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return True
