"""With `--pseudonymised` no result names a person, the key lies apart, and the same key gives the same signs (F66)."""

from __future__ import annotations

import json
import stat

import pytest

from addin.batch.calling import pseudonym_key
from addin.batch.examining import as_text, examine
from addin.errors import Misuse
from addin.jobs.batch import Asked
from tests.batch.cells import YEAR, cell
from tests.batch.conftest import ON
from tests.batch.runs import done, results

pytestmark = pytest.mark.posix


def test_no_name_and_no_number_of_anybody_in_any_file(few, tmp_path):
    key = tmp_path / "khoá.txt"
    done(few, tmp_path / "out", "--workers", "2", "--pseudonymised", key)
    people = [one for number in range(8) for one in cell(number).people]
    files = results(tmp_path / "out")
    assert {"results.jsonl", "index.html", "summary.xlsx"} <= files.keys()
    for name, content in files.items():
        for one in people:
            for secret in (one.name, one.identity, one.card):
                assert secret.encode() not in content, name
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_text().strip().encode() not in b"".join(files.values())


def members(path, key):
    line = json.loads(as_text(examine(path, path.name, Asked.of("rate,summarise", YEAR, ON, pseudonym_key=key))))
    return [one["keys"] for one in line["cell"]["members"]]


def test_the_same_key_the_same_signs_another_key_others(good):
    path = good / "00003.xlsx"
    assert members(path, b"a" * 32) == members(path, b"a" * 32)
    assert members(path, b"a" * 32) != members(path, b"b" * 32)


def test_the_key_stays_and_may_not_lie_among_the_results(tmp_path):
    key = pseudonym_key(tmp_path / "khoá", tmp_path / "out")
    assert pseudonym_key(tmp_path / "khoá", tmp_path / "out") == key
    with pytest.raises(Misuse):
        pseudonym_key(tmp_path / "out" / "khoá", tmp_path / "out")
    (tmp_path / "thư.txt").write_text("Kính gửi", "utf-8")
    with pytest.raises(Misuse):
        pseudonym_key(tmp_path / "thư.txt", tmp_path / "out")
