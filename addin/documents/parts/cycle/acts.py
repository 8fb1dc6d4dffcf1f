"""Words that differ between an inspection, an inspection on signs of violation and a thematic supervision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from addin.glossary.choices import InspectionKind


@dataclass(frozen=True, slots=True)
class Act:
    """`verb` stands in titles and sentences; `about` says what is done to members, a name or "đảng viên" behind it."""

    kind: str
    verb: str
    about: str
    self_report: str

    @property
    def team(self) -> str:
        """`Tổ kiểm tra`."""
        return f"Tổ {self.verb}"

    @property
    def member(self) -> str:
        """`đảng viên được kiểm tra`."""
        return f"đảng viên được {self.verb}"


INSPECTION = Act(
    InspectionKind.INSPECTION, "kiểm tra", "kiểm tra việc chấp hành nhiệm vụ đảng viên đối với", "báo cáo tự kiểm tra"
)
ON_SIGNS = Act(
    InspectionKind.INSPECTION_ON_SIGNS, "kiểm tra", "kiểm tra khi có dấu hiệu vi phạm đối với", "báo cáo giải trình"
)
SUPERVISION = Act(InspectionKind.THEMATIC_SUPERVISION, "giám sát", "giám sát chuyên đề đối với", "báo cáo")

ACTS: Mapping[str, Act] = MappingProxyType({act.kind: act for act in (INSPECTION, ON_SIGNS, SUPERVISION)})
EVERY_ACT = (INSPECTION, ON_SIGNS, SUPERVISION)
