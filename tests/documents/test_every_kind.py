"""What holds for every kind of paper: any value prints as it is, long ones fit, the same twice gives the same bytes."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace

import pytest
from cycle_books import ACCUSER
from document_contexts import COMPLETE
from lxml import etree

from addin.documents import packages
from addin.documents.catalogue import KINDS
from addin.documents.parts.contexts import plain, settled
from addin.documents.render import render
from addin.documents.template_files import shipped_folder

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVERY = pytest.mark.parametrize("kind", sorted(KINDS))
NASTY = 'A & B <c> "d" \'e\' {{ f }} {% if g %} {# h #} ‹i› %j %% \\k Nguye\u0302\u0303n\r\nl\tm\x07n'
LONG = "Nguyễn Thị Tên Rất Dài " * 14
MANY = 60


def changed(value, new):
    """Every string of a context that is no flag, in lists and records too, made another."""
    if isinstance(value, str):
        return new(value) if value not in {"", "x"} else value
    if isinstance(value, tuple):
        return tuple(changed(part, new) for part in value)
    if is_dataclass(value):
        told = {item.name: changed(getattr(value, item.name), new) for item in fields(value) if "meaning" in item.metadata}
        return replace(value, **told)
    return value


def text_of(kind: str, context) -> str:
    """The words of the body, paragraph by paragraph; lxml refuses what is no sound XML."""
    document = packages.read_parts(render(KINDS[kind], context))["word/document.xml"]
    lines = etree.fromstring(document).iter(f"{W}p")
    return "\n".join("".join(text.text or "" for text in line.iter(f"{W}t")) for line in lines)


def printed(kind: str, context) -> list[str]:
    """The fields of one string that the template prints and the context fills."""
    source = packages.read_parts((shipped_folder() / f"{KINDS[kind].stem}.docx").read_bytes())["word/document.xml"].decode()
    asked = set(re.findall(r"\{\{ (\w+) \}\}", source))
    return [name for name in asked if isinstance(getattr(context, name, None), str) and getattr(context, name)]


@EVERY
def test_any_value_prints_as_it_is(kind):
    """Marks of XML and of templates, quotes, letters in parts, breaks and tabs: the words stay, on one line."""
    context = settled(changed(COMPLETE[kind](), lambda _: NASTY), ())

    told = text_of(kind, context)

    assert plain(NASTY) == 'A & B <c> "d" \'e\' {{ f }} {% if g %} {# h #} ‹i› %j %% \\k Nguyễn l mn'
    assert told.count(plain(NASTY)) >= len(printed(kind, context))


@EVERY
def test_long_values_are_all_there(kind):
    """Names of three hundred letters, sixty lines in every list: nothing is cut."""
    context = changed(COMPLETE[kind](), lambda _: LONG.strip())
    lists = {item.name: getattr(context, item.name) for item in fields(context) if isinstance(getattr(context, item.name), tuple)}
    context = replace(context, **{name: (lines * MANY)[:MANY] if lines else lines for name, lines in lists.items() if name != "day"})

    told = text_of(kind, context)

    assert told.count(LONG.strip()) >= MANY * sum(1 for lines in lists.values() if lines)


@EVERY
def test_the_same_paper_twice_is_the_same_bytes(kind):
    """From the context on, and from the workbook on."""
    assert render(KINDS[kind], COMPLETE[kind]()) == render(KINDS[kind], COMPLETE[kind]())


@EVERY
def test_nothing_is_printed_as_none_and_no_accuser_is_named(kind):
    """Neither where the workbook has the name nor where a sheet quotes it."""
    told = text_of(kind, COMPLETE[kind]())

    assert "None" not in told
    assert ACCUSER not in told
