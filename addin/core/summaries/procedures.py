"""The stages of every procedure a cell carries out: who makes which paper, from what, until when (domain/inspection.md §5).

Data, in the order of the process: the dossier, the checklist and `--all-due` read it, nothing else knows an order. Numbers
such as KT8 are those of a ward's set of forms, habit in every regime and prescribed by no text; `since` is the first day
of the regulation the procedure was written for.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from addin.core.records import dataclass
from addin.glossary.choices import InspectionKind

SECRETARY, TEAM, MEMBER, CELL, LEADERS = "Bí thư", "Tổ trưởng", "Đảng viên", "Chi bộ", "Tổ trưởng tổ đảng"


class Step(StrEnum):
    """The three steps every procedure has."""

    PREPARING = "Chuẩn bị"
    CARRYING_OUT = "Tiến hành"
    CONCLUDING = "Kết thúc"


@dataclass(frozen=True, slots=True)
class Deadline:
    """So many days from the day a key of the row (or of the settings) holds; `law` names the dated value, where one sets the days."""

    key: str
    days: int = 0
    law: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: `form` its number in the ward's set, `paper` and `variant` the kind made, `who` makes it.

    `needs` are the keys of the row it cannot do without; `done` those of which one, filled in, says that it is over; `words`
    must all stand in the title of a line of Văn bản for it to be this paper. `optional`: only where there is cause.
    """

    id: str
    step: Step
    title: str
    who: str
    paper: str = ""
    variant: str = ""
    form: str = ""
    needs: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    deadline: Deadline | None = None
    optional: bool = False
    called: str = ""

    @property
    def paper_title(self) -> str:
        """What its paper is called: the stage's own name, unless that tells what is done."""
        return self.called or self.title


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure; `kinds` are the acts of Kiểm tra it serves, `short` where the cell has no committee."""

    id: str
    title: str
    since: date
    stages: tuple[Stage, ...]
    kinds: tuple[str, ...] = ()
    short: bool = False


_SINCE = date(2016, 7, 26)
_CASE = ("member", "contents")
_TEAM = (*_CASE, "team_lead")
_FOUND = ("strengths", "shortcomings", "conclusion")


_SELF_REPORTS = {
    "KT": ("Báo cáo tự kiểm tra", "tự kiểm tra"),
    "GS": ("Báo cáo của đảng viên được giám sát", "được giám sát"),
    "DH": ("Báo cáo giải trình", "giải trình"),
}
"""What the member writes in each cycle, and the word its title is known by."""


def _cycle(prefix: str, verb: str, papers: dict[str, str]) -> tuple[Stage, ...]:
    """KT1–KT12, and GS1–GS12 with the other word; `papers` are the kinds of the two that differ."""

    def form(number: int) -> str:
        return f"{prefix}{number}"

    self_report, its_word = _SELF_REPORTS[prefix]
    return (
        Stage("decision", Step.PREPARING, f"Quyết định {verb}", SECRETARY, papers["decision"], needs=_CASE, done=("decision_no",),
              words=("quyết định", verb), deadline=Deadline("starts_on"), optional=True),
        Stage("plan", Step.PREPARING, f"Kế hoạch {verb}", SECRETARY, papers["plan"], form=form(1), needs=_CASE,
              words=("kế hoạch", verb), deadline=Deadline("starts_on")),
        Stage("schedule", Step.PREPARING, "Kế hoạch chi tiết, lịch làm việc", TEAM, "team-schedule", form=form(2), needs=_TEAM,
              words=("kế hoạch chi tiết",), deadline=Deadline("starts_on")),
        Stage("outline", Step.PREPARING, f"Đề cương {self_report[:1].lower()}{self_report[1:]}", TEAM, papers["outline"], form=form(3), needs=_CASE,
              words=("đề cương",), deadline=Deadline("starts_on")),
        Stage("opening", Step.CARRYING_OUT, f"Biên bản triển khai kế hoạch {verb}", TEAM, papers["minutes"], "plan", form(4), _TEAM,
              words=("biên bản", "triển khai kế hoạch"), deadline=Deadline("starts_on")),
        Stage("self_report", Step.CARRYING_OUT, self_report, MEMBER, "self-report", form=form(5), needs=_CASE, done=("self_report_on",),
              words=("báo cáo", its_word), deadline=Deadline("self_report_due")),
        Stage("with_member", Step.CARRYING_OUT, "Biên bản làm việc với đảng viên", TEAM, papers["minutes"], "member", form(6), _TEAM,
              words=("biên bản", "làm việc với đảng viên"), deadline=Deadline("ends_on")),
        Stage("with_others", Step.CARRYING_OUT, "Biên bản làm việc với tổ chức, cá nhân có liên quan", TEAM, papers["minutes"], "others",
              form(7), _TEAM, words=("biên bản", "làm việc với tổ chức"), deadline=Deadline("ends_on"), optional=True),
        Stage("report", Step.CARRYING_OUT, f"Báo cáo kết quả {verb}", TEAM, papers["report"], form=form(8), needs=_TEAM, done=_FOUND,
              words=("báo cáo kết quả",), deadline=Deadline("ends_on")),
        Stage("conference", Step.CONCLUDING, "Trích biên bản hội nghị chi bộ", CELL, "conference-minutes", form=form(9), needs=_FOUND,
              done=("conclusion_date",), words=("biên bản", "hội nghị"), deadline=Deadline("ends_on")),
        Stage("notice", Step.CONCLUDING, f"Thông báo kết luận {verb}", SECRETARY, papers["notice"], form=form(10), needs=_FOUND,
              done=("conclusion_no",), words=("thông báo", "kết luận")),
        Stage("announcing", Step.CONCLUDING, "Biên bản triển khai Thông báo kết luận", SECRETARY, papers["announcing"],
              papers.get("announcing_variant", ""), form(11), ("conclusion",), words=("biên bản", "triển khai thông báo")),
        Stage("contents", Step.CONCLUDING, "Mục lục và chứng từ kết thúc hồ sơ", TEAM, papers["contents"], form=form(12), needs=_CASE,
              words=("mục lục",)),
    )  # fmt: skip


INSPECTION = Procedure(
    "inspection", "Kiểm tra chấp hành", _SINCE,
    _cycle("KT", "kiểm tra", {
        "decision": "inspection-decision", "plan": "inspection-plan", "outline": "self-report-outline", "minutes": "working-minutes",
        "report": "inspection-report", "notice": "conclusion-notice", "announcing": "notice-minutes", "contents": "dossier-contents",
    }),
    (InspectionKind.INSPECTION,),
)  # fmt: skip
SUPERVISION = Procedure(
    "thematic-supervision", "Giám sát chuyên đề", _SINCE,
    _cycle("GS", "giám sát", {
        "decision": "supervision-decision", "plan": "thematic-supervision-plan", "outline": "thematic-supervision-outline",
        "minutes": "thematic-supervision-minutes", "report": "thematic-supervision-report", "notice": "thematic-supervision-notice",
        "announcing": "thematic-supervision-minutes", "announcing_variant": "notice", "contents": "thematic-supervision-contents",
    }),
    (InspectionKind.THEMATIC_SUPERVISION,),
)  # fmt: skip
ON_SIGNS = Procedure(
    "inspection-on-signs", "Kiểm tra khi có dấu hiệu vi phạm", _SINCE,
    _cycle("DH", "kiểm tra", {
        "decision": "inspection-decision", "plan": "signs-inspection-plan", "outline": "self-report-outline", "minutes": "working-minutes",
        "report": "signs-inspection-report", "notice": "conclusion-notice", "announcing": "notice-minutes", "contents": "dossier-contents",
    }),
    (InspectionKind.INSPECTION_ON_SIGNS,),
)  # fmt: skip
SHORT_INSPECTION = Procedure(
    "short-inspection", "Kiểm tra chấp hành ở chi bộ không có chi uỷ", _SINCE,
    (
        Stage("decision", Step.PREPARING, "Quyết định kiểm tra", SECRETARY, "inspection-decision", needs=_CASE, done=("decision_no",),
              words=("quyết định", "kiểm tra"), deadline=Deadline("starts_on"), optional=True),
        Stage("announcement", Step.PREPARING, "Thông báo nội dung, thời gian ở kỳ sinh hoạt trước; hướng dẫn báo cáo tự kiểm tra", SECRETARY,
              "self-report-outline", needs=_CASE, words=("đề cương",), deadline=Deadline("starts_on"), called="Đề cương báo cáo tự kiểm tra"),
        Stage("self_report", Step.CARRYING_OUT, "Báo cáo tự kiểm tra", MEMBER, "self-report", needs=_CASE, done=("self_report_on",),
              words=("báo cáo", "tự kiểm tra"), deadline=Deadline("self_report_due")),
        Stage("report", Step.CARRYING_OUT, "Dự thảo báo cáo kết quả kiểm tra", SECRETARY, "inspection-report", needs=_CASE, done=_FOUND,
              words=("báo cáo kết quả",), deadline=Deadline("ends_on"), called="Báo cáo kết quả kiểm tra"),
        Stage("conference", Step.CONCLUDING, "Biên bản hội nghị chi bộ thảo luận, kết luận", CELL, "conference-minutes", needs=_FOUND,
              done=("conclusion_date", "conclusion_no"), words=("biên bản", "hội nghị"), deadline=Deadline("ends_on"),
              called="Trích biên bản hội nghị chi bộ"),
        Stage("notice", Step.CONCLUDING, "Thông báo kết luận kiểm tra", SECRETARY, "conclusion-notice", needs=_FOUND, done=("conclusion_no",),
              words=("thông báo", "kết luận"), optional=True),
    ),
    (InspectionKind.INSPECTION,), short=True,
)  # fmt: skip
REGULAR_SUPERVISION = Procedure(
    "regular-supervision", "Giám sát thường xuyên của tổ trưởng tổ đảng", _SINCE,
    (
        Stage("assignment", Step.PREPARING, "Giao nhiệm vụ giám sát cho tổ trưởng các tổ đảng", SECRETARY, "supervision-assignment",
              words=("giám sát",), deadline=Deadline("plan_deadline")),
        Stage("notes", Step.CARRYING_OUT, "Ghi nhận giám sát theo nhịp của chi bộ", LEADERS, deadline=Deadline("supervision_rhythm_days")),
        Stage("group_report", Step.CONCLUDING, "Báo cáo kết quả giám sát của tổ, đọc trước toàn chi bộ", LEADERS, "group-leader-report",
              words=("báo cáo", "giám sát", "tổ"), deadline=Deadline("review_meeting")),
    ),
    (InspectionKind.REGULAR_SUPERVISION,),
)  # fmt: skip
DENUNCIATION = Procedure(
    "denunciation", "Giải quyết tố cáo", _SINCE,
    (
        Stage("acceptance", Step.PREPARING, "Phiếu tiếp nhận, xử lý đơn tố cáo", SECRETARY, "denunciation-acceptance",
              needs=("received_on", "member", "content"), words=("tố cáo", "tiếp nhận"), deadline=Deadline("received_on")),
        Stage("explanation", Step.CARRYING_OUT, "Báo cáo giải trình của đảng viên bị tố cáo", MEMBER, needs=("member",)),
        Stage("report", Step.CARRYING_OUT, "Báo cáo kết quả giải quyết tố cáo", TEAM, "denunciation-report", needs=("member", "content"),
              done=("conclusion",), words=("báo cáo", "tố cáo")),
        Stage("conference", Step.CONCLUDING, "Hội nghị chi bộ xem xét, kết luận nội dung tố cáo", CELL, needs=("conclusion",),
              done=("conclusion",), words=("biên bản", "tố cáo")),
    ),
)  # fmt: skip
DISCIPLINE = Procedure(
    "discipline", "Xem xét, thi hành kỷ luật", _SINCE,
    (
        Stage("plan", Step.PREPARING, "Kế hoạch xem xét, thi hành kỷ luật", SECRETARY, "discipline-plan", form="KL1", needs=("member",),
              words=("kế hoạch", "kỷ luật")),
        Stage("ballot", Step.CARRYING_OUT, "Phiếu biểu quyết thi hành kỷ luật", CELL, "discipline-ballot", form="KL10", needs=("member",),
              done=("form",), words=("phiếu biểu quyết", "kỷ luật")),
        Stage("count", Step.CARRYING_OUT, "Biên bản kiểm phiếu", CELL, "discipline-count-minutes", form="KL11", needs=("member",),
              done=("form",), words=("kiểm phiếu", "kỷ luật")),
        Stage("decision", Step.CONCLUDING, "Quyết định thi hành kỷ luật", SECRETARY, "discipline-decision", form="KL12",
              needs=("member", "form", "violation"), done=("decision_no",), words=("quyết định", "kỷ luật"),
              deadline=Deadline("announced_on", law="discipline.written_decision_days")),
        Stage("proposal", Step.CONCLUDING, "Phiếu biểu quyết đề nghị thi hành kỷ luật (cách chức, khai trừ)", CELL,
              "discipline-proposal-ballot", form="KL14", needs=("member",), words=("phiếu biểu quyết", "đề nghị"), optional=True),
    ),
)  # fmt: skip

PROCEDURES = (
    INSPECTION, SHORT_INSPECTION, SUPERVISION, REGULAR_SUPERVISION, ON_SIGNS, DENUNCIATION, DISCIPLINE,
)  # fmt: skip


def procedure_of(kind: str, *, has_committee: bool | None) -> Procedure | None:
    """The procedure of an act of Kiểm tra: the short one only where the cell says that it has no committee."""
    fitting = [one for one in PROCEDURES if kind in one.kinds]
    short = [one for one in fitting if one.short]
    whole = [one for one in fitting if not one.short]
    return next(iter(short if short and has_committee is False else whole), None)
