"""Who signs and who is named: posts held on the day of a paper, and people written as papers write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from addin import glossary
from addin.core.persons.posts import DEPUTY, SECRETARY, is_secretary_post
from addin.core.persons.reading import Reading
from addin.core.persons.roster import Match
from addin.core.tables.rows.members import Member
from addin.documents.parts.contexts import BLANK, word
from addin.documents.parts.heading import Gaps
from addin.documents.parts.prose import listed, unique
from addin.errors import Misuse
from addin.glossary import person_key
from addin.glossary.choices import Role

_SIGNERS = (SECRETARY, DEPUTY)
_PRINTED = {
    SECRETARY: "Bí thư Chi bộ",
    DEPUTY: "Phó Bí thư Chi bộ",
    Role.INSPECTION_ADVISER: Role.COMMITTEE_MEMBER,
    "Tổ trưởng": "Tổ trưởng tổ đảng",
    "Đảng viên": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person in a list; `text` is the whole line as the shipped templates print it."""

    order: str = word("số thứ tự")
    full_name: str = word("họ và tên")
    posts: str = word("chức vụ Đảng, chính quyền")
    unit: str = word("đơn vị công tác")
    role: str = word("nhiệm vụ trong tổ, hoặc nội dung riêng")
    text: str = word("cả dòng: số thứ tự, họ tên, chức vụ, đơn vị, nhiệm vụ")


def as_list(persons: Sequence[Person]) -> tuple[Person, ...]:
    """Lines end with `;`, the last with `.`; one alone has no number before it."""
    alone = len(persons) == 1
    lines = listed([person.text.removeprefix(f"{person.order}. ") if alone else person.text for person in persons], lead="")
    return tuple(replace(person, text=line) for person, line in zip(persons, lines, strict=True))


@dataclass(frozen=True, slots=True)
class Signer:
    """Post in capitals and name, as they stand under T/M CHI BỘ."""

    post: str
    name: str


class People:
    """The members of a workbook and the posts they held."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._book, self._roster = reading.book, reading.roster

    def find(self, written: str) -> Match:
        """The member meant by a name or number."""
        return self._roster.find(written)

    def meant(self, written: str) -> Member:
        """The member a paper is asked for; Misuse where the list holds none of that name, or several."""
        member = self._roster.find(written).member
        if member is None:
            raise Misuse(f"Không thấy “{written}” trong danh sách đảng viên.", "Kiểm tra lại tên; hai người trùng tên thì ghi mã đảng viên.")
        return member

    def name(self, written: str) -> str:
        """The full name without honorific: of the member where found, else as written."""
        found = self._roster.find(written).member
        return glossary.without_honorific((found.full_name if found else None) or written)

    def same(self, one: str, other: str) -> bool:
        """Whether two writings mean the same person."""
        first, second = self._roster.find(one).member, self._roster.find(other).member
        if first is not None and second is not None:
            return first is second
        return person_key(one) == person_key(other)

    def roles(self, written: str, on: date | None) -> tuple[str, ...]:
        """The roles of Phân công held that day, in the sheet's order."""
        held = self._reading.posts(on).held
        return tuple(item.role for item in held if item.role and item.member and self.same(item.member, written))

    def person(self, written: str, order: int, on: date | None, gaps: Gaps, role: str = "") -> Person:
        """One numbered person with the posts of the day."""
        match = self._roster.find(written)
        if match.member is None:
            why = "có nhiều đồng chí trùng tên" if match.candidates else "không có trong sheet Đảng viên"
            gaps.tell(f"Chưa rõ chức vụ, đơn vị của đồng chí {self.name(written)}: {why}")
        posts = self.posts(written, on)
        unit = (match.member.employer if match.member else None) or ""
        name = self.name(written)
        words = ", ".join(part for part in (name, posts, unit, role) if part)
        return Person(
            order=str(order), full_name=name, posts=posts, unit=unit, role=role, text=f"{order}. Đồng chí {words}"
        )

    def posts(self, written: str, on: date | None) -> str:
        """Roles of the day and the job, in one line."""
        member = self._roster.find(written).member
        return self._posts(member, self.roles(written, on))

    def posts_of(self, member: Member, written: str, on: date | None) -> str:
        """Those of one member; a post entered under a name two share is ascribed to neither."""
        if self._roster.find(written).member is member:
            return self.posts(written, on)
        return self._posts(member, self._reading.posts(on).roles_of(member))

    def _posts(self, member: Member | None, roles: Iterable[str]) -> str:
        held = list(unique(_PRINTED.get(role, role) for role in roles))
        job = member.job_title if member else None
        now = member.party_post if member else None
        if not held and now and not (self._book.appointments and _is_dated_role(now)):
            held = [_PRINTED.get(now, now)]
        return ", ".join(part for part in (*held, job) if part)

    def signer(self, on: date | None, gaps: Gaps, written: str | None = None) -> Signer:
        """Who signs that day: the one named (`written`), else the secretary, else the only deputy."""
        if written:
            roles = [role for role in self.roles(written, on) if role in _SIGNERS]
            return Signer((roles[0] if roles else SECRETARY).upper(), self.name(written))
        for post in _SIGNERS:
            named = self.holders(post, on)
            if len(named) == 1:
                if post != SECRETARY:
                    gaps.tell("Phân công không có Bí thư vào ngày ký: để Phó bí thư ký, cần xem lại")
                return Signer(post.upper(), self.name(named[0]))
            if named:
                break
        return self._signer_by_post(gaps)

    def holders(self, role: str, on: date | None) -> tuple[str, ...]:
        """Who held a role that day, each person once, as written."""
        return self._reading.posts(on).holders(role)

    def _signer_by_post(self, gaps: Gaps) -> Signer:
        """Without Phân công: the one member whose party post is secretary, told as doubtful."""
        named = [member for member in self._book.members if is_secretary_post(member.party_post)]
        if not self._book.appointments and len(named) == 1 and named[0].full_name:
            gaps.tell("Người ký lấy theo cột Chức vụ Đảng hiện nay vì chưa có sheet Phân công: cần xem lại")
            return Signer(SECRETARY.upper(), self.name(named[0].full_name))
        gaps.tell("Chưa rõ Bí thư vào ngày ký: xem sheet Phân công")
        return Signer(SECRETARY.upper(), BLANK)


def _is_dated_role(post: str) -> bool:
    return any(glossary.fold(role) in glossary.fold(post) for role in (Role.SECRETARY, Role.COMMITTEE_MEMBER))
