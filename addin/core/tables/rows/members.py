"""Đảng viên: one row a member of the party cell."""

from __future__ import annotations

from addin.core.dates import PartialDate
from addin.core.tables.rows import columns as col
from addin.core.tables.rows.columns import Row, record
from addin.glossary.choices import MemberStatus

GONE = frozenset({MemberStatus.TRANSFERRED, MemberStatus.DECEASED, MemberStatus.LEFT_THE_PARTY})


@record
class Member(Row):
    """A member; a blank `official_on` means a probationary member, a blank `status` one in full activity."""

    member_id: str | None = col.text()
    full_name: str | None = col.member(required=True)
    birth_date: PartialDate | None = col.day(required=True)
    gender: str | None = col.choice("gender")
    ethnicity: str | None = col.text()
    hometown: str | None = col.text()
    id_number: str | None = col.digits()
    party_card: str | None = col.digits()
    admitted_on: PartialDate | None = col.day(required=True)
    official_on: PartialDate | None = col.day()
    party_post: str | None = col.remark()
    job_title: str | None = col.text()
    employer: str | None = col.text()
    staff_kind: str | None = col.choice("staff_kind")
    is_leader: bool | None = col.flag()
    group: str | None = col.text(required=True)
    status: str | None = col.choice("member_status")
    status_from: PartialDate | None = col.day()
    joined_cell_on: PartialDate | None = col.day()
    left_cell_on: PartialDate | None = col.day()
    residence: str | None = col.text()
    note: str | None = col.text()
