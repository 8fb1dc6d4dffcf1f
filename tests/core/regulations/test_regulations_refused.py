"""What the author of a regulation is refused, one malformed file per way of being wrong.

The first line of each file says the message it must give: file, line and key.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools.regulations import BadRegulations, compile_folder

BAD = Path(__file__).parent / "bad"
GOOD = Path(__file__).parent / "good"


def _expected(path: Path) -> str:
    return path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# expect: ")


@pytest.mark.parametrize("path", sorted((BAD / "parameters").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_malformed_parameter_is_named_by_file_line_and_key(path, tmp_path):
    """Its one fault is said in Vietnamese, and nothing is compiled."""
    shutil.copy(GOOD / "instruments.yaml", tmp_path)
    (tmp_path / "bad").mkdir()
    shutil.copy(path, tmp_path / "bad")

    with pytest.raises(BadRegulations) as refused:
        compile_folder(tmp_path)

    assert str(refused.value) == _expected(path)


@pytest.mark.parametrize("path", sorted((BAD / "instruments").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_malformed_register_is_named_by_line_and_key(path, tmp_path):
    """The register of instruments is read as strictly as the values."""
    shutil.copy(path, tmp_path / "instruments.yaml")

    with pytest.raises(BadRegulations) as refused:
        compile_folder(tmp_path)

    assert str(refused.value) == _expected(path)


def test_every_faulty_file_is_named_at_once(tmp_path):
    """Two wrong files give two lines, so one run tells all."""
    shutil.copy(GOOD / "instruments.yaml", tmp_path)
    (tmp_path / "bad").mkdir()
    for name in ("unknown_unit", "missing_unit"):
        shutil.copy(BAD / "parameters" / f"{name}.yaml", tmp_path / "bad")

    with pytest.raises(BadRegulations) as refused:
        compile_folder(tmp_path)

    assert [fault.file for fault in refused.value.faults] == ["bad/missing_unit.yaml", "bad/unknown_unit.yaml"]


def test_a_file_in_another_encoding_is_refused(tmp_path):
    """TCVN3 or Latin-1 bytes are not guessed at."""
    shutil.copy(GOOD / "instruments.yaml", tmp_path)
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "latin.yaml").write_bytes("description: Gi\xe0\n".encode("latin-1"))

    with pytest.raises(BadRegulations) as refused:
        compile_folder(tmp_path)

    assert str(refused.value) == "bad/latin.yaml, dòng 1, «bad/latin.yaml»: tệp không ghi bằng UTF-8."


def test_a_good_file_is_stored_exactly_as_written():
    """0.10 stays 0.10, the citation is written out, a repeal has no value."""
    stored = compile_folder(GOOD)["parameters"]["rating.share"]

    assert stored == {
        "description": "Giới hạn tỷ lệ",
        "unit": "share",
        "checked_on": "2026-11-23",
        "values": [
            {
                "since": "2001-01-01",
                "instrument": "QD-A-2001",
                "text": "điểm c khoản 2 Điều 9 Quy định số 1-QĐ/TW, ngày 01/01/2001",
                "confidence": "verified",
                "value": "0.10",
                "note": "chỉ để thử",
            },
            {
                "since": "2002-03-01",
                "instrument": "QD-D-2002",
                "text": "mục II.6 Quyết định số 2-QĐ/TW, năm 2002",
                "confidence": "recalled",
            },
        ],
    }
