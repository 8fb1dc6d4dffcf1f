"""The compound file against a strict reader of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.macros.compound_reader import CompoundReader
from tools.xlam import MacroFault
from tools.xlam.compound_file import compound_file

NAMES = st.text("abcdefghijklmnopqrstuvwxyz_0123456789", min_size=1, max_size=31)
PATHS = st.lists(NAMES, min_size=1, max_size=2).map("/".join)


def whole_tree(streams):
    """No path may be a folder of another, as in any file system."""
    return not any(other.startswith(f"{path}/") for path in streams for other in streams)


@given(st.dictionaries(PATHS, st.binary(max_size=200), max_size=40).filter(whole_tree))
def test_any_streams_come_back(streams):
    """Streams in storages come back, the directory in order and balanced."""
    assert CompoundReader(compound_file(streams)).streams == streams


@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 511, 512, 513, 4095, 4096, 4097, 70_000])
def test_every_size_comes_back(size):
    """Sizes around the borders of small sectors, sectors, and the limit between the two."""
    streams = {"VBA/one": b"x" * size, "two": b"y" * size}

    assert CompoundReader(compound_file(streams)).streams == streams


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 33, 150])
def test_every_number_of_streams_is_a_balanced_tree(count):
    """Writers of add-ins were called corrupt for trees that failed at some number of sheets."""
    streams = {f"VBA/Sheet{number}": str(number).encode() for number in range(count)}

    assert CompoundReader(compound_file(streams)).streams == streams


def test_the_table_of_chains_grows_with_the_file():
    """Three megabytes need many table sectors, which describe themselves."""
    streams = {"large": bytes(3_000_000), "small": b"end"}

    assert CompoundReader(compound_file(streams)).streams == streams


@pytest.mark.parametrize(
    ("streams", "message"),
    [
        ({"a" * 32: b""}, f"'{'a' * 32}' cannot be a name in a compound file"),
        ({"a!": b""}, "'a!' cannot be a name in a compound file"),
        ({"VBA/": b""}, "'' cannot be a name in a compound file"),
        ({"Dir": b"", "dir": b""}, "two names of one storage differ in case only"),
        ({"large": bytes(8_000_000)}, "the project is larger than 6 MB, more than this writer lays out"),
    ],
)
def test_what_the_format_cannot_hold_is_refused(streams, message):
    """Each refusal says which name or what limit."""
    with pytest.raises(MacroFault) as refused:
        compound_file(streams)

    assert str(refused.value) == message
