"""A group asked for by a number that two groups bear is asked back, not guessed."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import RowSource
from addin.core.tables.rows.organisation import Group
from addin.documents.parts.yearly.groups import led_groups
from addin.errors import Misuse

NAMES = ("Tổ đảng số 1", "Tổ 1 (khối văn phòng)", "Tổ đảng số 2")


def asked(name):
    groups = tuple(Group(source=RowSource("Tổ đảng", row, {}), group=group, leader="Trần Văn An") for row, group in enumerate(NAMES, 2))
    return [one.name for one in led_groups(Reading(Book(groups=groups)), date(2026, 11, 28), name)]


def test_each_is_had_by_its_own_name():
    """As it stands on the sheet of groups; a number one group bears is enough."""
    assert [asked(name) for name in (*NAMES, "2")] == [*([name] for name in NAMES), ["Tổ đảng số 2"]]


@pytest.mark.parametrize("name", ["Tổ 1", "1", "tổ I"])
def test_a_number_two_groups_bear_is_asked_back(name):
    """Both are named."""
    with pytest.raises(Misuse) as refused:
        asked(name)

    assert refused.value.message == f"«{name}» có thể là «Tổ đảng số 1» hay «Tổ 1 (khối văn phòng)»."
