"""The compression of VBA streams against a reader of our own."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.macros.compound_reader import decompress
from tools.xlam import MacroFault
from tools.xlam.compression import CHUNK, compress


@given(st.binary(max_size=3000))
def test_any_short_bytes_come_back(data):
    """What is packed unpacks to itself."""
    assert decompress(compress(data)) == data


@given(st.lists(st.sampled_from(["Public Sub ", "End Sub\r\n", "  ", "x = 1\r\n", "'", "ChrW(7841)"]), max_size=1500))
def test_text_of_several_chunks_comes_back_and_shrinks(words):
    """Repeated words, over chunk borders, unpack to themselves and take less room."""
    data = "".join(words).encode()

    packed = compress(data)

    assert decompress(packed) == data
    assert len(packed) <= len(data) * 9 // 8 + 6


@pytest.mark.parametrize("length", [0, 1, 2, 3, 4, 16, 17, 4095, 4096, 4097, 8192, 12288, 12289])
@pytest.mark.parametrize("letters", [b"a", b"ab", b"abcabd", bytes(range(64))])
def test_every_border_comes_back(length, letters):
    """Runs that end at, before and behind the border of a chunk."""
    data = (letters * (length // len(letters) + 1))[:length]

    assert decompress(compress(data)) == data


def test_random_mixtures_come_back():
    """400 seeded mixtures of noise and repetition, as a fuzz."""
    chance = random.Random(20261123)  # noqa: S311  # a seeded fuzz, no secret
    for _ in range(400):
        pieces = [
            chance.randbytes(chance.randrange(60)) * chance.randrange(1, 40) for _ in range(chance.randrange(1, 12))
        ]
        data = b"".join(pieces)

        assert decompress(compress(data)) == data


def test_a_full_chunk_of_noise_is_stored_as_it_is():
    """Noise does not shrink; 4,096 bytes of it are kept raw behind their header."""
    noise = random.Random(1).randbytes(CHUNK)  # noqa: S311  # seeded noise, no secret

    packed = compress(noise)

    assert len(packed) == 1 + 2 + CHUNK
    assert decompress(packed) == noise


def test_a_short_tail_of_noise_is_refused():
    """A raw chunk always unpacks to 4,096 bytes, so a short one would grow zeros: it is refused, not padded."""
    noise = random.Random(1).randbytes(CHUNK - 1)  # noqa: S311  # seeded noise, no secret

    with pytest.raises(MacroFault) as refused:
        compress(noise)

    assert str(refused.value) == "a last chunk of 4095 bytes does not shrink and cannot be stored"
