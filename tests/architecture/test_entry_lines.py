"""Generated JSON is read by people as a difference: one entry changed is one line changed."""

from __future__ import annotations

import difflib
import json

import pytest

from tests.conftest import ROOT
from tools.entry_lines import entry_lines

GENERATED = ("addin/glossary/compiled.json", "addin/glossary/evidence.json", "addin/core/regulations/compiled.json", "addin/core/tables/recognition/senses.json")


def test_a_group_that_fits_a_line_stands_on_one_and_a_longer_one_has_a_line_an_entry():
    """Nested as deep as it needs."""
    long = {f"khoá {number}": "x" * 40 for number in range(20)}

    text = entry_lines({"ngắn": {"a": 1, "b": [2, 3]}, "dài": long})

    assert json.loads(text) == {"ngắn": {"a": 1, "b": [2, 3]}, "dài": long}
    assert text.splitlines()[:4] == ["{", '"ngắn":{"a":1,"b":[2,3]},', '"dài":{', f'"khoá 0":"{"x" * 40}",']


@pytest.mark.parametrize("name", GENERATED)
def test_one_change_is_one_line(name):
    """In any of the generated lists: the last text of the first long group, changed."""
    before = (ROOT / name).read_text(encoding="utf-8")
    held = json.loads(before)
    *way, last = deepest(held)
    group = held
    for key in way:
        group = group[key]
    group[last] = f"{group[last]} đổi"

    after = entry_lines(held)

    changed = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert len(changed) == 2
    assert entry_lines(json.loads(before)) == before


def deepest(held):
    """The keys to some text far down."""
    way = []
    while isinstance(held, dict | list):
        key = max(held, key=lambda one: len(json.dumps(held[one]))) if isinstance(held, dict) else len(held) - 1
        way.append(key)
        held = held[key]
    return way
