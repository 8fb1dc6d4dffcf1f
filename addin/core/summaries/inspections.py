"""Kiểm tra: turns and people, decisions, contents, what was found and whether it was remedied.

A turn (lượt) is one member in one inspection; supervision rows of the same sheet are counted apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from addin import glossary
from addin.core.persons.roster import key_of
from addin.core.summaries.act_words import SUPERVISIONS
from addin.core.summaries.counting import before, counted, is_past, iso, shown, tallied
from addin.core.summaries.figures import Figure, Value, places_of
from addin.core.summaries.view import View, by_year, year_of
from addin.core.tables.rows.inspections import Inspection
from addin.glossary.choices import Conclusion

TABLE = "inspections"
_PEOPLE = ("member",)
_DECISION = (("decision_no", "decision_date"),)
_DEMANDED = ("remedy", "remedy_due", "remedied_on")
_AREAS = (("TD",), ("NQ4", "CT05", "NG"), ("CM",))  # requirements.md R23–R25


def turns_of(view: View) -> tuple[Inspection, ...]:
    """The turns of inspection of the interval, in the order of the sheets."""
    rows = view.within(TABLE, view.book.inspections)
    return tuple(row for row in rows if row.kind not in SUPERVISIONS)


def counts(view: View) -> Iterator[Figure]:
    """Turns, people (fewer where somebody was inspected twice), turns by year and by kind."""
    turns, entered = turns_of(view), view.has_entered(TABLE)
    people = view.persons(row.member for row in turns)
    places = places_of(turns, "member")
    yield counted("inspections.turns", "Số lượt đảng viên được kiểm tra", TABLE, turns, "member", entered=entered)
    yield Figure("inspections.persons", len(people) if entered else None, places, "Số đảng viên được kiểm tra", TABLE, _PEOPLE)
    years: dict[str, Value] = {str(year): len(rows) for year, rows in by_year(TABLE, turns).items()}
    yield Figure("inspections.by_year", years or None, places, "Số lượt kiểm tra theo năm", TABLE)
    rows = view.within(TABLE, view.book.inspections)
    yield tallied("inspections.by_kind", "Số lượt theo hình thức", TABLE, rows, "kind", words=lambda row: (row.kind,))


def coverage(view: View) -> Iterator[Figure]:
    """Of the members on the roll: the share inspected at least once, and who was not."""
    turns, members = turns_of(view), view.roll.members
    inspected = view.persons(row.member for row in turns)
    left_out = [member for member in members if key_of(member) not in inspected]
    entered = view.has_entered(TABLE) and bool(members)
    share = (len(members) - len(left_out)) / len(members) if entered else None
    names = sorted((one.full_name or "" for one in left_out), key=lambda name: (glossary.given_name_key(name), name))
    places = places_of(turns, "member")
    yield Figure("inspections.coverage", share, places, "Tỷ lệ đảng viên đã được kiểm tra", TABLE, _PEOPLE)
    missed, label = places_of(left_out, "full_name"), "Đảng viên chưa được kiểm tra"
    yield Figure("inspections.not_inspected", tuple(names) if entered else None, missed, label, TABLE, _PEOPLE)


def decisions(view: View) -> Iterator[Figure]:
    """Each decision once: number, date in both forms, year, turns and people."""
    groups = grouped_decisions(view)
    value = tuple(_decision(view, rows) for rows in groups)
    rows = [row for group in groups for row in group]
    yield Figure("inspections.decisions", value or None, places_of(rows, "decision_no"), "Quyết định kiểm tra", TABLE, _DECISION)
    count = len(groups) if view.has_entered(TABLE) else None
    yield Figure("inspections.decision_count", count, places_of(rows, "decision_no"), "Số quyết định kiểm tra", TABLE, _DECISION)


def grouped_decisions(view: View) -> tuple[tuple[Inspection, ...], ...]:
    """Turns by decision, oldest first: same number in the same year, else the same date without a number."""
    groups: dict[tuple[int, str], list[Inspection]] = {}
    for row in turns_of(view):
        if row.decision_no or row.decision_date:
            known = glossary.fold(row.decision_no) if row.decision_no else f"ngày {iso(row.decision_date)}"
            groups.setdefault((year_of(row, TABLE) or 0, known), []).append(row)
    return tuple(tuple(rows) for _, rows in sorted(groups.items(), key=lambda item: _first_day(item[0], item[1])))


def _first_day(key: tuple[int, str], rows: Sequence[Inspection]) -> tuple[object, ...]:
    return (key[0], min(before(row.decision_date) for row in rows), key[1])


def _decision(view: View, rows: Sequence[Inspection]) -> Value:
    day = min((row.decision_date for row in rows), key=before)
    return {
        "number": next((row.decision_no for row in rows if row.decision_no), None),
        "date": iso(day),
        "date_text": shown(day),
        "year": year_of(rows[0], TABLE),
        "turns": len(rows),
        "persons": len(view.persons(row.member for row in rows)),
    }


def contents(view: View) -> Iterator[Figure]:
    """Turns by content, and by the article's three areas; other contents are areas of their own."""
    turns = turns_of(view)
    yield tallied("inspections.by_content", "Số lượt theo nội dung", TABLE, turns, "contents", words=lambda row: row.contents)
    areas: dict[str, Value] = {}
    known = [code for area in _AREAS for code in area]
    others = sorted({code for row in turns for code in row.contents} - set(known))
    for area in (*_AREAS, *((code,) for code in others)):
        found = [code for code in area if any(code in row.contents for row in turns)]
        if found:
            label = "; ".join(glossary.code_text("content", code) for code in found)
            areas[label] = sum(any(code in row.contents for code in area) for row in turns)
    places = places_of(turns, "contents")
    yield Figure("inspections.content_areas", areas or None, places, "Nội dung kiểm tra", TABLE, ("contents",))


def results(view: View) -> Iterator[Figure]:
    """Strengths, shortcomings and conclusions, by code or choice."""
    turns = turns_of(view)
    yield tallied("strengths.by_kind", "Ưu điểm theo loại", TABLE, turns, "strengths", words=lambda row: row.strengths)
    yield tallied("shortcomings.by_kind", "Hạn chế, khuyết điểm theo loại", TABLE, turns, "shortcomings", words=lambda row: row.shortcomings)
    yield tallied("inspections.conclusions", "Kết luận kiểm tra", TABLE, turns, "conclusion", words=lambda row: (row.conclusion,))
    yield tallied("inspections.evidence", "Nguồn chứng cứ", TABLE, turns, "evidence", words=lambda row: row.evidence)


def nil_findings(view: View) -> Iterator[Figure]:
    """Turns where somebody wrote "không" against degradation: a blank is no nil finding."""
    turns = turns_of(view)
    asked = [row for row in turns if row.degradation is not None]
    nil = [row for row in asked if row.degradation is False]
    yield counted("nil_findings", "Số lượt ghi rõ không có biểu hiện suy thoái", TABLE, nil, "degradation", entered=bool(asked))
    complete = bool(nil) and len(nil) == len(turns)
    label = "Mọi lượt đều ghi rõ không có biểu hiện suy thoái"
    yield Figure("nil_findings.complete", complete if asked else None, places_of(nil, "degradation"), label, TABLE, ("degradation",))


def remedies(view: View) -> Iterator[Figure]:
    """Remedies demanded, done, and past their day; none demanded counts as 0 only where all turns ended well."""
    turns = turns_of(view)
    due = [row for row in turns if row.remedy or row.remedy_due or row.remedied_on]
    done = [row for row in due if is_past(row.remedied_on, view.on)]
    late = [row for row in done if row.remedied_on and row.remedy_due and row.remedied_on > row.remedy_due]
    overdue = [row for row in due if not is_past(row.remedied_on, view.on) and row.remedy_due and row.remedy_due < view.on]
    entered = bool(due) or (bool(turns) and all(row.conclusion == Conclusion.GOOD for row in turns))
    yield counted("remedies.due", "Yêu cầu khắc phục", TABLE, due, "remedy", entered=entered, rests_on=(_DEMANDED,))
    yield counted("remedies.done", "Đã khắc phục", TABLE, done, "remedied_on", entered=entered)
    yield counted("remedies.done_late", "Khắc phục sau hạn", TABLE, late, "remedied_on", entered=entered, rests_on=("remedied_on", "remedy_due"))
    yield counted("remedies.overdue", "Quá hạn chưa khắc phục", TABLE, overdue, "remedy_due", entered=entered, rests_on=("remedied_on", "remedy_due"))
