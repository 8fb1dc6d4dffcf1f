"""The law of one day: values by date, their references, and what is not in force."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.core import regulations
from addin.core.references import Confidence
from addin.core.regulations import Dated, NotInForce, UnknownParameter
from addin.core.regulations.law import description, paths
from addin.core.regulations.store import compiled
from addin.errors import SochiboError

FIRST, LAST = date(2008, 1, 1), date(2030, 12, 31)


def _answer(path: str, on: date) -> Dated | NotInForce:
    try:
        return regulations.in_force(on).get(path)
    except NotInForce as absent:
        return absent


@given(st.dates(FIRST, LAST))
def test_every_day_gives_every_parameter_one_value_or_says_it_is_not_in_force(on):
    """2008 to 2030: never None, never a value that has not begun."""
    for path in paths():
        answer = _answer(path, on)

        if isinstance(answer, Dated):
            assert answer.value is not None
            assert answer.since <= on
        else:
            assert (answer.path, answer.on) == (path, on)


@pytest.mark.parametrize("path", paths())
def test_a_value_changes_on_its_day_and_not_the_day_before(path):
    """Each dated value begins that very day; the day before still has the one before it, or none."""
    days = [date.fromisoformat(entry["since"]) for entry in compiled()["parameters"][path]["values"]]

    for position, day in enumerate(days):
        before, begun = _answer(path, day - timedelta(days=1)), _answer(path, day)
        assert begun.since == day if isinstance(begun, Dated) else begun.on == day
        if isinstance(before, Dated):
            assert before.since == days[position - 1]


@given(st.sampled_from(paths()), st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_two_days_under_one_entry_have_one_value(path, one, other):
    """Nothing moves between the days of change."""
    first, second = _answer(path, one), _answer(path, other)

    if isinstance(first, Dated) and isinstance(second, Dated) and first.since == second.since:
        assert first is second


def test_every_reference_names_an_instrument_begun_by_then():
    """A value cannot stand in a paper that was not yet issued."""
    early = [
        (dated.path, dated.since)
        for path in paths()
        for entry in compiled()["parameters"][path]["values"]
        if isinstance(dated := _answer(path, date.fromisoformat(entry["since"])), Dated)
        and (begun := regulations.instrument(dated.reference.instrument).effective_from)
        and begun > dated.since
    ]

    assert early == []


def test_every_parameter_has_a_description_and_a_day_it_was_checked():
    """What a reader needs to judge a value."""
    bare = [path for path in paths() if not description(path) or not compiled()["parameters"][path]["checked_on"]]

    assert bare == []


def test_a_value_carries_its_reference_since_and_mark():
    """What a rule prints: value, place, day and whether somebody compared it with the text."""
    dated = regulations.in_force(date(2025, 6, 1)).get("discipline.complaint_days")

    assert (dated.value, dated.since, dated.unit) == (30, date(2025, 5, 30), "days")
    assert dated.reference.instrument == "296-QD-TW-2025"
    assert dated.reference.confidence is Confidence.LOCAL
    assert str(dated.reference) == "khoản 1 Điều 25 Quy định số 296-QĐ/TW, ngày 30/5/2025 (chưa kiểm chứng)"
    assert not dated.is_checked


def test_before_its_first_day_a_parameter_is_not_in_force():
    """The message names parameter, day and file, in Vietnamese."""
    with pytest.raises(NotInForce) as absent:
        regulations.in_force(date(2025, 6, 9)).get("inspection.thematic_supervision_members_over")

    assert absent.value.message == (
        "Ngày 09/6/2025: «Chi bộ có hơn ngần này đảng viên thì thuộc diện giám sát chuyên đề» chưa có quy định nào "
        "(tham số inspection.thematic_supervision_members_over, "
        "tệp addin/core/regulations/inspection/thematic_supervision_members_over.yaml)."
    )
    assert absent.value.fix == "Kiểm tra lại ngày; nếu ngày đúng, báo người phụ trách bổ sung quy định của ngày ấy."
    assert isinstance(absent.value, SochiboError)


REPEALS = [
    (path, date.fromisoformat(entry["since"]), entry["text"])
    for path in paths()
    for entry in compiled()["parameters"][path]["values"]
    if "value" not in entry
]


@pytest.mark.parametrize(("path", "on", "cited"), REPEALS)
def test_a_repealed_value_names_what_repealed_it(path, on, cited):
    """Absence is recorded, never inferred: the message cites the repeal."""
    with pytest.raises(NotInForce) as absent:
        regulations.in_force(on).get(path)

    assert f"đã bị bãi bỏ theo {cited}" in absent.value.message


def test_a_path_nobody_wrote_is_a_bug_not_a_gap():
    """A misspelt path never passes for a value that is not in force."""
    with pytest.raises(UnknownParameter) as unknown:
        regulations.in_force(date(2025, 1, 1)).get("inspection.no_such_value")

    assert not isinstance(unknown.value, NotInForce)
    assert str(unknown.value) == (
        "Không có tham số «inspection.no_such_value» (addin/core/regulations/inspection/no_such_value.yaml)."
    )


def test_typed_readings_refuse_another_kind():
    """A list is not read as a number, nor a flag as a count."""
    law = regulations.in_force(date(2026, 5, 1))
    items, days = law.get("discipline.cell_decides"), law.get("discipline.complaint_days")
    flag, share = law.get("documents.has_seal"), law.get("discipline.vote_share")

    assert (items.items, days.number, days.decimal) == (("Khiển trách", "Cảnh cáo"), 30, Decimal(30))
    assert (flag.flag, share.decimal, law.get("documents.signing_authority").text) == (False, Decimal("0.5"), "T/M CHI BỘ")
    for dated, wrong in ((items, "number"), (flag, "number"), (flag, "decimal"), (days, "text"), (days, "items"), (days, "flag")):
        with pytest.raises(TypeError):
            getattr(dated, wrong)


def test_a_folder_is_read_whole():
    """`under` gives what is in force below a folder, in order, and leaves out what is not."""
    law = regulations.in_force(date(2020, 1, 1))

    found = [dated.path for dated in law.under("documents.kinds")]

    assert found == sorted(found)
    assert "documents.kinds.thong_bao" in found
    assert "documents.kinds.de_an" not in found
    assert law.has("documents.kinds.thong_bao")
    assert not law.has("documents.kinds.de_an")
