"""Patterns wait until they are used, and then are what `re.compile` gives."""

import re

import pytest

from addin.patterns import pattern


def test_a_pattern_compiles_at_its_first_use():
    """A wrong one says so then, and no module fails to load for it."""
    broken, dates = pattern("("), pattern(r"(\d+)/(\d+)", re.IGNORECASE)

    found = dates.search("ngày 03/9")

    assert found is not None
    assert found.groups() == ("03", "9")
    assert dates.fullmatch("3/9") is not None
    assert dates.flags & re.IGNORECASE
    with pytest.raises(re.error, match="missing"):
        broken.search("")
