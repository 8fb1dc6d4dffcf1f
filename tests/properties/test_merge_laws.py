"""Laws of the merge, over random edits of a base, of the workbook and of three copies: nothing lost, nothing overwritten, no order."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addin.core.sharing.base import Base
from addin.core.sharing.choosing import Choice, Settled, effects_of, letters_of, ordered
from addin.core.sharing.copies import Copy, Hand
from addin.core.sharing.lines import Line
from addin.core.sharing.merging import merge
from addin.core.sharing.results import Arrival, Change, Removal
from tests.proof import count

pytestmark = pytest.mark.proof

TABLE, SHEET = "supervision_notes", "Giám sát"
CHANCE = st.randoms(use_true_random=False)
KEY = ("noted_on", "observer", "member", "kind")
FREE = ("text", "outcome", "=ghi chú")


def rows_of_base(chance, size):
    """Rows with keys of their own; some squares blank."""
    return [
        {"noted_on": f"d:2025-01-{number + 1:02}", "observer": f"s:Tổ trưởng {number % 3}", "member": f"s:Người {number}", "kind": "s:Ưu điểm",
         "text": f"s:việc {number}", "outcome": chance.choice([None, "s:tốt"]), "=ghi chú": None}
        for number in range(size)
    ]  # fmt: skip


def edited(rows, chance, hand, *, keys=False):
    """Rows by their number after one hand's edits: squares, rows taken out, rows added (numbered from 1000), in any order."""
    now = {number: dict(row) for number, row in rows.items()}
    for number in list(now):
        if chance.random() < 0.4:
            column = chance.choice([*FREE, *(KEY if keys else ())])
            now[number][column] = chance.choice([None, "s:chung", f"s:{hand} {number} {column}"]) if column in FREE else f"s:{hand} {number} {column}"
        if chance.random() < 0.15:
            del now[number]
    for number in range(chance.randrange(3)):
        row = {"noted_on": f"d:2026-{number + 1:02}-01", "observer": f"s:{hand}", "member": f"s:{hand} {number}", "kind": "s:Hạn chế",
               "text": f"s:thêm {hand} {number}", "outcome": None, "=ghi chú": None}  # fmt: skip
        now[1000 + number] = row
    order = list(now)
    chance.shuffle(order)
    return {number: now[number] for number in order}


def lines(rows):
    return tuple(Line(SHEET, at, dict(row)) for at, row in enumerate(rows, 1))


def copy_of(hand, before, now):
    told = Hand(f"{hand}.xlsx", f"Tổ {hand[-1]}", hand, "2026-11-28T08:00")
    return Copy(told, Base("so.xlsx", "", told.group, "", "", (), ()), {TABLE: lines(before)}, {TABLE: lines(now)})


def case(chance, *, keys=False):
    """The workbook by number, and three hands: two with the same rows, one with others; each as (name, before, now)."""
    base = dict(enumerate(rows_of_base(chance, 8)))
    shares = {"a1": {n: base[n] for n in range(5)}, "b1": {n: base[n] for n in range(5)}, "c2": {n: base[n] for n in range(5, 8)}}
    here = edited(base, chance, "sổ", keys=keys)
    if chance.random() < 0.3:
        here = {number: {**row, "=cột mới": "s:mới"} for number, row in here.items()}
    return base, here, [(name, before, edited(before, chance, name, keys=keys)) for name, before in shares.items()]


def merged(here, hands):
    found = merge({TABLE: lines(here.values())}, [copy_of(name, before.values(), now.values()) for name, before, now in hands], lambda *_: False)
    return ordered(found.effects), found.conflicts


def after(here, effects):
    """The workbook's rows with the effects done."""
    rows = {at: dict(row) for at, row in enumerate(here.values(), 1)}
    for effect in effects:
        if isinstance(effect, Change):
            rows[effect.line.row][effect.column] = effect.after
        elif isinstance(effect, Removal):
            del rows[effect.line.row]
        else:
            rows[len(rows) + 1000] = {**dict.fromkeys(("noted_on", *KEY, *FREE)), **dict(effect.values)}
    return list(rows.values())


def words(rows):
    return {value for row in rows for value in row.values() if value}


@given(CHANCE)
@settings(max_examples=count(30, 3_000), deadline=None)
def test_every_square_ends_as_the_three_way_rule_says(chance):
    """For rows that keep their key: changed by one hand goes in, by two differently is asked, with all that was said."""
    base, here, hands = case(chance)

    effects, conflicts = merged(here, hands)

    at = dict(enumerate(here, 1))
    done = {(at[one.line.row], one.column): one.after for one in effects if isinstance(one, Change)}
    gone = {at[one.line.row] for one in effects if isinstance(one, Removal)}
    asked = {(at[one.line.row], one.column): {option.value for option in one.options} for one in conflicts if one.line and one.column}
    asked_rows = {at[one.line.row] for one in conflicts if one.line and not one.column}
    for number in (number for number in base if number in here):
        takers = [now for _, before, now in hands if number in before and number not in now]
        is_touched = "=cột mới" in here[number] or any(here[number].get(column) != base[number][column] for column in base[number]) or any(
            now[number] != base[number] for _, before, now in hands if number in before and number in now
        )
        assert (number in asked_rows, number in gone) == (bool(takers) and is_touched, bool(takers) and not is_touched)
        for column in () if number in gone else FREE:
            said = {now[number][column] for _, before, now in hands if number in now and number in before and now[number][column] != base[number][column]}
            said = said if said != {here[number][column]} else set()
            is_clear = len(said) == 1 and here[number][column] == base[number][column]
            assert done.get((number, column), "none") == (next(iter(said)) if is_clear else "none")
            assert asked.get((number, column), set()) == (set() if is_clear else said)
    revived = {number for number in base if number not in here for _, before, now in hands if number in before and number in now and now[number] != base[number]}
    assert len([one for one in conflicts if one.line is None and one.base is not None]) == len(revived)


@given(CHANCE)
@settings(max_examples=count(30, 3_000), deadline=None)
def test_nothing_anybody_wrote_is_lost(chance):
    """Keys edited too: what a copy wrote is in the workbook or asked about, what the workbook had is there still."""
    base, here, hands = case(chance, keys=True)

    effects, conflicts = merged(here, hands)

    result = words(after(here, effects))
    offered = {value for one in conflicts for option in one.options for value in ([option.value] if isinstance(option.value, str) else dict(option.value or ()).values())}
    known = words(base.values())
    for _, _before, now in hands:
        assert words(now.values()) - known <= result | offered
    assert words(here.values()) - known <= result


@given(CHANCE)
@settings(max_examples=count(20, 1_000), deadline=None)
def test_the_order_of_the_copies_and_of_their_rows_is_nothing(chance):
    """The same rows, the same questions; only where the workbook's own rows stand is the workbook's."""
    _, here, hands = case(chance, keys=True)

    first, *others = [merged(here, order) for order in permutations(hands)]

    assert all(other == first for other in others)


@given(CHANCE)
@settings(max_examples=count(20, 1_000), deadline=None)
def test_merged_once_more_nothing_changes(chance):
    """What went in is there; what is open is still asked, in the same words."""
    _, here, hands = case(chance)
    effects, conflicts = merged(here, hands)

    again, open_still = merged(dict(enumerate(after(here, effects))), hands)

    assert again == ()
    assert sorted(told(one) for one in open_still) == sorted(told(one) for one in conflicts)


@given(CHANCE)
@settings(max_examples=count(20, 1_000), deadline=None)
def test_one_copy_after_the_other_is_all_of_them_at_once(chance):
    """Where nobody disagrees: rows are the same ones, whatever came first."""
    _, here, hands = case(chance)
    effects, conflicts = merged(here, hands)
    if conflicts:
        return
    wanted = sorted(map(str, map(sorted, (row_items(row) for row in after(here, effects)))))

    for order in permutations(hands):
        rows = here
        for hand in order:
            rows = dict(enumerate(after(rows, merged(rows, [hand])[0])))
        assert sorted(map(str, map(sorted, (row_items(row) for row in rows.values())))) == wanted


@given(CHANCE, st.integers(0, 3))
@settings(max_examples=count(20, 500), deadline=None)
def test_every_choice_does_what_it_says(chance, way):
    """A leaves the workbook as it is; a letter brings what it says."""
    _, here, hands = case(chance)
    _effects, conflicts = merged(here, hands)
    for one in conflicts:
        letters = ("A", *letters_of(one))
        letter = letters[way % len(letters)]

        chosen = effects_of(Settled(one, Choice((letter,))))

        if letter == "A":
            assert chosen == ()
        elif one.column:
            assert [effect.after for effect in chosen if isinstance(effect, Change)] == [one.options[letters.index(letter) - 1].value]
        else:
            assert chosen
            assert all(isinstance(effect, Arrival | Removal | Change) for effect in chosen)


def told(conflict):
    return str((conflict.why, conflict.about, conflict.column, conflict.base, [(option.value, option.hands) for option in conflict.options]))


def row_items(row):
    return [(column, value) for column, value in row.items() if value is not None]
