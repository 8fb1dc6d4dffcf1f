"""Our `dataclass` gives what the standard one gives, later."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field

import pytest

from addin.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A frozen value with each kind of field."""

    text: str
    weight: int = 1
    seen: list[str] = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedNote(Note):
    """The same, with one more field by keyword."""

    signer: str


@dataclass(slots=True)
class Counter:
    """A value that changes."""

    count: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A value that sorts."""

    row: str
    number: int = 0


MANY = 40
"""More than are made before `__init__` is compiled."""


def test_values_are_equal_by_the_fields_that_count():
    """Fields with `compare=False` part nothing, neither in equality nor in the hash."""
    one, other = Note("a", seen=["x"]), Note("a", 1)

    assert one == other
    assert hash(one) == hash(other)
    assert one != Note("b")
    assert one != SignedNote(text="a", signer="c")


def test_repr_names_the_fields_shown():
    """The usual form, without what `repr=False` hides."""
    assert repr(Note("a", 2, ["x"])) == "Note(text='a', weight=2)"
    assert repr(SignedNote("a", signer="b")) == "SignedNote(text='a', weight=1, signer='b')"


def test_the_first_and_the_hundredth_object_are_made_alike():
    """Before and after `__init__` is compiled, defaults and factories give the same, each object its own list."""
    made = [Note("a", weight=number) for number in range(MANY)]

    assert [one.weight for one in made] == list(range(MANY))
    assert len({id(one.seen) for one in made}) == MANY


@pytest.mark.parametrize(
    ("values", "named", "told"),
    [
        ((), {}, r"Note.__init__\(\) missing 1 required positional argument: 'text'"),
        (("a",), {"text": "b"}, r"got multiple values for argument 'text'"),
        (("a",), {"other": 1}, r"unexpected keyword argument 'other'"),
        (("a", 1, [], 4), {}, "takes from 2 to 4 positional arguments but 5 were given"),
    ],
)
def test_wrong_arguments_are_a_type_error(values, named, told):
    """In the words of a plain function."""
    with pytest.raises(TypeError, match=told):
        Note(*values, **named)


def test_a_frozen_value_does_not_change():
    """Neither a field nor anything new can be set or deleted."""
    note = Note("a")

    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'text'"):
        note.text = "b"
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'text'"):
        del note.text
    assert not hasattr(note, "__dict__")


def test_a_value_that_changes_has_no_hash():
    """As with the standard decorator."""
    counter = Counter()
    counter.count = 5

    assert counter == Counter(5)
    with pytest.raises(TypeError, match="unhashable type"):
        hash(counter)


def test_the_standard_functions_know_the_fields():
    """`replace`, `fields`, `asdict` and `is_dataclass` work, also on a class with a base."""
    signed = SignedNote("a", signer="b")

    assert dataclasses.replace(signed, signer="c") == SignedNote("a", signer="c")
    assert [one.name for one in dataclasses.fields(SignedNote)] == ["text", "weight", "seen", "signer"]
    assert dataclasses.asdict(Note("a")) == {"text": "a", "weight": 1, "seen": []}
    assert dataclasses.is_dataclass(Note)


def test_values_are_copied_and_pickled():
    """Batch work hands them to other processes."""
    signed = SignedNote("a", signer="b")

    assert pickle.loads(pickle.dumps(signed)) == signed  # noqa: S301 - our own bytes
    assert copy.deepcopy(signed) == signed


def test_order_is_that_of_the_fields():
    """With `order=True`, all four comparisons."""
    assert sorted([Seat("b"), Seat("a", 2), Seat("a")]) == [Seat("a"), Seat("a", 2), Seat("b")]
    assert Seat("a") <= Seat("a") < Seat("a", 1) > Seat("a") >= Seat("a")


def test_fields_match_by_position():
    """A `case` takes them in their order."""
    match Seat("k", 3):
        case Seat(row, number):
            assert (row, number) == ("k", 3)
