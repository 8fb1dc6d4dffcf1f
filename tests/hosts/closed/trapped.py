"""Shared by the tests of traps: what is written, and what a refusal says."""

from __future__ import annotations

import io

import pytest
from python_calamine import CalamineWorkbook

from addin.core.places import Place
from addin.core.writes import Value, Write, Writes
from addin.errors import RefusedWrite
from addin.hosts.closed.patch.patching import patch

DONE = "Chưa có gì thay đổi."


def write(**squares: Value) -> Writes:
    return Writes(squares=tuple(Write(Place.at("Sổ", cell), value, "thử") for cell, value in squares.items()))


def refusal(data: bytes, **squares: Value) -> str:
    with pytest.raises(RefusedWrite) as refused:
        patch(data, write(**squares))
    assert refused.value.fix
    assert refused.value.message.endswith(DONE)
    return refused.value.message.removesuffix(f". {DONE}")


def calamine(data: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)


def rows(inside: str) -> str:
    return f"<sheetData>{inside}</sheetData>"
ONE = rows('<row r="1"><c r="A1"><v>1</v></c></row>')
