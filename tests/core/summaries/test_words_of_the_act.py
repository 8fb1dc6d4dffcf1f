"""A supervision is spoken of as one: in what is to be done and in the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.persons.reading import Reading
from addin.core.summaries.agenda import open_items
from addin.core.summaries.year_calendar import year_calendar
from addin.core.tables.rows.book import Book
from addin.glossary.choices import InspectionKind
from tests.builders import NAME, member, rows

ON = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("kind", "report", "verb"),
    [
        ("Kiểm tra", f"báo cáo tự kiểm tra của {NAME}", "kiểm tra"),
        (InspectionKind.INSPECTION_ON_SIGNS, f"báo cáo giải trình của {NAME}", "kiểm tra"),
        ("Giám sát chuyên đề", f"báo cáo của đảng viên được giám sát {NAME}", "giám sát"),
    ],
)
def test_what_is_awaited_is_called_as_its_papers_are(kind, report, verb):
    """“Báo cáo tự kiểm tra”, “Kết luận kiểm tra” are words of an inspection alone."""
    turn = {"year": 2026, "kind": kind, "member": NAME, "contents": ("TD",), "self_report_due": "05/12/2026", "ends_on": "20/12/2026"}
    reading = Reading(Book(members=(member(2),), inspections=rows("inspections", turn)))
    texts = {item.id: item.text for item in open_items(reading, ON)}

    assert texts["inspection.self_report_due"] == f"Nhận {report}."
    assert texts["inspection.ends_on"] == f"Kết luận {verb} đối với {NAME}."
    assert f"Hạn nộp {report}." in [day.text for day in year_calendar(reading, 2026)]
