"""The decision that opens an inspection or a thematic supervision: one for any number of members (documents.md §5 no. 3).

Articles: 1 whom, what and the time looked at; 2 the team; 3 tasks, duration and reports; 4 who carries it
out. The legal basis lines are those in force on the decision's day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from addin.core.dates import PartialDate
from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import Book
from addin.documents.parts import prose
from addin.documents.parts.code_wording import content_clause, content_clauses
from addin.documents.parts.contexts import BLANK, Issued, settled, word, words
from addin.documents.parts.decision_facts import Facts, Turn, facts_of, planned_facts
from addin.documents.parts.decision_terms import refuse_contradictions, with_terms
from addin.documents.parts.heading import Gaps, Heading, cell_title, heading_of, superior_committee
from addin.documents.parts.kind import Built, Entry
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.people import People, Person, as_list
from addin.documents.parts.plan_bases import plan_bases
from addin.documents.parts.request import Request
from addin.errors import Misuse
from addin.glossary import header
from addin.glossary.choices import InspectionKind

BASIS = LegalBasis("inspection-decision")
SUPERVISION_BASIS = LegalBasis("supervision-decision")
SYMBOL = "QĐ"
REMAKE = "Lập lại văn bản của quyết định số {number} theo dòng của nó ở sheet Kiểm tra; quyết định khác thì thêm dòng kế hoạch và chọn đúng người."
_ACTS = {
    InspectionKind.INSPECTION: ("kiểm tra", "kiểm tra việc chấp hành nhiệm vụ của đảng viên"),
    InspectionKind.INSPECTION_ON_SIGNS: ("kiểm tra", "kiểm tra đảng viên khi có dấu hiệu vi phạm"),
    InspectionKind.THEMATIC_SUPERVISION: ("giám sát", "giám sát chuyên đề đối với đảng viên"),
}
_FIRST_ARTICLE = {
    InspectionKind.INSPECTION: "Kiểm tra việc chấp hành nhiệm vụ của đảng viên đối với",
    InspectionKind.INSPECTION_ON_SIGNS: "Kiểm tra khi có dấu hiệu vi phạm đối với",
    InspectionKind.THEMATIC_SUPERVISION: "Giám sát chuyên đề đối với",
}
_LETTERS = "abcdeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionDecision(Issued):
    """Ready strings of one decision."""

    act: str = word("“kiểm tra” hoặc “giám sát”")
    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    issuer: str = word("dòng “CHI BỘ … QUYẾT ĐỊNH”")
    opening: str = word("câu mở đầu Điều 1, có số đồng chí")
    subjects: tuple[Person, ...] = words("đảng viên được kiểm tra, mỗi đồng chí một dòng")
    contents: tuple[str, ...] = words("các dòng nội dung")
    period: str = word("mốc thời gian được xem xét, từ ngày … đến ngày …")
    team_opening: str = word("câu mở đầu Điều 2, có số đồng chí trong tổ")
    team: tuple[Person, ...] = words("tổ trưởng và các thành viên, mỗi đồng chí một dòng")
    duration: str = word("thời gian tiến hành: số ngày, từ ngày … đến ngày …")
    duties: str = word("nhiệm vụ của tổ, câu mở đầu Điều 3")
    report: str = word("câu về báo cáo tự kiểm tra và hạn nộp; trống khi không yêu cầu báo cáo")
    implementers: str = word("ai chịu trách nhiệm thi hành")


def built(reading: Reading, request: Request, kind: str = InspectionKind.INSPECTION) -> Built:
    """A decision that stands in Kiểm tra, by its number; else the one still to be made on the members asked for."""
    gaps = Gaps()
    if request.decision:
        return _context(reading, facts_of(reading, request.decision, request.year, gaps), request.on, gaps)
    return _context(reading, _planned(reading, request, kind, gaps), request.on, gaps)


def _planned(reading: Reading, request: Request, kind: str, gaps: Gaps) -> Facts:
    """From the plan of the year; Misuse where neither a decision nor members are asked for."""
    members = request.members or ((request.name,) if request.name else ())
    if not members:
        raise Misuse("Chưa cho biết số quyết định.", "Ghi thêm --decision, ví dụ --decision 23-QĐ/CB.")
    planned = planned_facts(reading, members, request.needed_year, request.on, gaps, kind=request.inspection_kind or kind)
    facts = with_terms(planned, request.terms)
    people = People(reading)
    refuse_contradictions(facts, reading.book.settings, people, request.on)
    layout = next((one for one in reading.book.layout if one.table == "inspections"), None)
    if layout is not None and "team" not in layout.columns and _without_lead(facts, people):
        gaps.tell(f"Sheet {layout.sheet} không có cột “{header('inspections', 'team')}” nên sổ không giữ tên các thành viên tổ")
    return facts


def entries_of(reading: Reading, request: Request, number: str, kind: str = InspectionKind.INSPECTION) -> tuple[Entry, ...]:
    """A row for each member in Kiểm tra, so that the workbook knows who is under the decision."""
    facts, people = _planned(reading, request, kind, Gaps()), People(reading)
    return tuple(
        Entry(
            "inspections",
            {
                "decision_no": number,
                "decision_date": request.on,
                "year": facts.year,
                "kind": facts.kind,
                "member": turn.member,
                "contents": "; ".join(turn.contents),
                "team_lead": facts.team_lead,
                "team": "; ".join(_without_lead(facts, people)) or None,
                "starts_on": facts.starts_on.exact if facts.starts_on else None,
                "ends_on": facts.ends_on.exact if facts.ends_on else None,
                "self_report_due": facts.self_report_due.exact if facts.self_report_due else None,
            },
        )
        for turn in facts.turns
    )


def _context(reading: Reading, facts: Facts, on: date, gaps: Gaps) -> Built:
    book = reading.book
    if facts.kind not in _ACTS:
        raise Misuse(f"{facts.kind} không ra quyết định.", "Chỉ ra quyết định cho: " + ", ".join(_ACTS) + ".")
    act, summary = _ACTS[facts.kind]
    people = People(reading)
    day = facts.day.exact if facts.day else None
    if day is None:
        gaps.tell(f"Chưa có đủ ngày quyết định: căn cứ chọn theo ngày {PartialDate.of(on)}")
    head = heading_of(book.settings, SYMBOL, facts.day, gaps, number=facts.count)
    signer = people.signer(day or on, gaps)
    team = _team(facts, people, day or on, gaps)
    context = InspectionDecision(
        **_with_symbol(head, facts).fields(),
        summary=summary,
        recipients=_recipients(book),
        signer_post=signer.post,
        signer_name=signer.name,
        act=act,
        legal_bases=_basis(facts).of_day(book, day or on, gaps, plan_bases(book, facts, day or on, gaps)),
        issuer=f"{cell_title(book.settings, gaps)} quyết định".upper(),
        opening=f"{_FIRST_ARTICLE[facts.kind]} {_how_many(facts)}đồng chí có tên sau đây:",
        subjects=_subjects(facts, people, day or on, gaps),
        contents=_content_lines(facts, gaps),
        period=_period(facts, gaps),
        team_opening=_team_opening(team, act),
        team=team,
        duration=_duration(facts, gaps),
        duties=_duties(facts, act),
        report=_report(facts, act, gaps),
        implementers=_implementers(book, act, facts),
    )
    return settled(context, book.members), tuple(gaps.told)


def _basis(facts: Facts) -> LegalBasis:
    return SUPERVISION_BASIS if _is_supervision(facts) else BASIS


def _with_symbol(head: Heading, facts: Facts) -> Heading:
    """The symbol the decision itself was written with goes before the default one."""
    if facts.symbol is None:
        return head
    return replace(head, number=f"{head.number.rpartition('/')[0]}/{facts.symbol}")


def _subjects(facts: Facts, people: People, on: date, gaps: Gaps) -> tuple[Person, ...]:
    """Each member inspected; where contents differ, the letters of those that concern him or her."""
    codes = prose.unique(code for turn in facts.turns for code in turn.contents)
    roles = [_own_contents(turn, codes) if _differ(facts) else "" for turn in facts.turns]
    named = zip(facts.turns, roles, strict=True)
    return as_list([people.person(turn.member, order, on, gaps, role) for order, (turn, role) in enumerate(named, 1)])


def _differ(facts: Facts) -> bool:
    return len({turn.contents for turn in facts.turns}) > 1


def _own_contents(turn: Turn, codes: tuple[str, ...]) -> str:
    return f"nội dung {prose.joined([_LETTERS[codes.index(code)] for code in turn.contents]) or BLANK}"


def _content_lines(facts: Facts, gaps: Gaps) -> tuple[str, ...]:
    """Lettered where there are several; one line an area where all members have the same contents, else one line a content."""
    codes = prose.unique(code for turn in facts.turns for code in turn.contents)
    if not codes:
        gaps.tell(f"Chưa có nội dung {facts.act}")
        return (f"{BLANK}.",)
    clauses = tuple(map(content_clause, codes)) if _differ(facts) else content_clauses(codes)
    if len(clauses) == 1 and not _differ(facts):
        return prose.listed([prose.upper_first(clauses[0])], lead="")
    return prose.listed([f"{letter}) {prose.upper_first(text)}" for letter, text in zip(_LETTERS, clauses, strict=False)], lead="")


def _period(facts: Facts, gaps: Gaps) -> str:
    if facts.period_from is None or facts.period_to is None:
        gaps.tell("Kế hoạch chưa có mốc thời gian (Mốc từ, Mốc đến) cho lượt này")
    return prose.period_words(facts.period_from, facts.period_to)


def _duration(facts: Facts, gaps: Gaps) -> str:
    if facts.starts_on is None or facts.ends_on is None:
        gaps.tell("Chưa có đủ ngày bắt đầu và ngày kết thúc")
    words = prose.period_words(facts.starts_on, facts.ends_on)
    first, last = (day.exact if day else None for day in (facts.starts_on, facts.ends_on))
    return f"{padded((last - first).days + 1)} ngày, {words}" if first and last else words


def _how_many(facts: Facts) -> str:
    return "" if len(facts.turns) == 1 else f"{padded(len(facts.turns))} "


def _team_opening(team: tuple[Person, ...], act: str) -> str:
    """A cell without a committee may send one person: no team of one is founded."""
    if len(team) == 1:
        return f"Giao nhiệm vụ {act} cho đồng chí có tên sau đây:"
    return f"Thành lập Tổ {act} gồm {padded(len(team)) if team else BLANK} đồng chí:"


def _duties(facts: Facts, act: str) -> str:
    """Supervision reads what there is; a self-inspection report belongs to an inspection."""
    reading = "tài liệu, báo cáo có liên quan" if _is_supervision(facts) else "báo cáo tự kiểm tra"
    return (
        f"Tổ {act} có nhiệm vụ xây dựng lịch làm việc, nghiên cứu {reading}, làm việc với đảng viên và tổ chức, cá nhân"
        f" có liên quan, báo cáo Chi bộ kết quả {act} khi kết thúc."
    )


def _report(facts: Facts, act: str, gaps: Gaps) -> str:
    """Of an inspection always; under supervision a report is asked for only where its day is entered."""
    if facts.self_report_due is None:
        if _is_supervision(facts):
            return ""
        gaps.tell("Chưa có hạn nộp báo cáo tự kiểm tra")
    what = "báo cáo theo nội dung giám sát" if _is_supervision(facts) else "báo cáo tự kiểm tra"
    who = "Đồng chí" if len(facts.turns) == 1 else "Các đồng chí"
    return f"{who} có tên tại Điều 1 gửi {what} về Tổ {act} chậm nhất {prose.day_words(facts.self_report_due)}."


def _is_supervision(facts: Facts) -> bool:
    return facts.kind == InspectionKind.THEMATIC_SUPERVISION


def _team(facts: Facts, people: People, on: date, gaps: Gaps) -> tuple[Person, ...]:
    """The lead first, then the others once."""
    if facts.team_lead is None:
        gaps.tell(f"Chưa có tổ trưởng tổ {facts.act}")
    named = [(name, "Thành viên") for name in _without_lead(facts, people)]
    if facts.team_lead:
        named.insert(0, (facts.team_lead, "Tổ trưởng"))
    return as_list([people.person(name, order, on, gaps, role) for order, (name, role) in enumerate(named, 1)])


def _without_lead(facts: Facts, people: People) -> list[str]:
    return [name for name in facts.team if not (facts.team_lead and people.same(name, facts.team_lead))]


def _recipients(book: Book) -> tuple[str, ...]:
    superior = superior_committee(book.settings)
    return ("- Như Điều 4,", *((f"- {superior} (để báo cáo),",) if superior else ()))


def _implementers(book: Book, act: str, facts: Facts) -> str:
    committee = "Chi uỷ, " if book.settings.has_committee else ""
    return f"{committee}Tổ {act} và {'' if len(facts.turns) == 1 else 'các '}đồng chí có tên tại Điều 1"

