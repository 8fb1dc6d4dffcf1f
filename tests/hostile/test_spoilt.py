"""Workbooks and templates spoilt by seed: no traceback, at most 5 s each (30 s the largest), at most 500 MB.

A few seeds here, 2,000 workbooks and 300 templates in `make proof`. Each batch runs in a process of its own, whose peak
of memory bounds that of each of its seeds.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter

import pytest

from tests.hostile import mutating
from tests.proof import count

pytestmark = [pytest.mark.proof, pytest.mark.posix]

BATCH, MOST_SECONDS, LARGEST_SECONDS, MOST_MEGABYTES = 250, 5, 30, 500
COUNTS = {"workbook": (20, 2_000), "template": (60, 300)}
LARGE = 1 << 20


def ended(what: str, first: int, last: int) -> list[dict]:
    """How each seed of the span ended."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.trying", what, str(first), str(last)],
        cwd=mutating.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == last - first, done.stderr[-2_000:]
    return told


@pytest.mark.parametrize("what", COUNTS)
def test_every_one_ends_in_a_sentence_in_time(what):
    """Refused, read or written; the outcomes are printed."""
    wanted = count(*COUNTS[what])
    told = [one for first in range(0, wanted, BATCH) for one in ended(what, first, min(first + BATCH, wanted))]

    outcomes = Counter(one["ended"][:40] for one in told)
    print(what, dict(outcomes), "slowest", max(one["seconds"] for one in told), "s; peak", max(one["peak"] for one in told), "MB")
    assert [one for one in told if one["ended"].startswith("BUG")] == []
    assert [one for one in told if one["seconds"] > (LARGEST_SECONDS if one["size"] > LARGE else MOST_SECONDS)] == []
    assert [one for one in told if one["peak"] > MOST_MEGABYTES] == []
    assert len(outcomes) > 1


def test_the_same_seed_gives_the_same_bytes():
    """So that what once fell can be looked at again."""
    for seed in range(5):
        assert mutating.workbook(seed) == mutating.workbook(seed)
        assert mutating.template(seed) == mutating.template(seed)
