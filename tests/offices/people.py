"""Invented people: names of the plains and the mountains, dates that fit each other, posts, groups, cards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý", "Đinh", "Phan", "Mai", "Hà", "Cao", "Tạ", "Chu", "Lương")  # fmt: skip
MIDDLES = {"Nam": ("Văn", "Đức", "Hữu", "Quang", "Minh", "Công", "Xuân", "Trọng"), "Nữ": ("Thị", "Thị Thu", "Ngọc", "Thị Hồng", "Kim", "Thị Minh")}  # fmt: skip
GIVEN = {
    "Nam": ("An", "Bình", "Cường", "Dũng", "Hùng", "Khánh", "Long", "Nam", "Phúc", "Quân", "Sơn", "Thắng", "Tuấn", "Việt", "Hoà", "Thuỷ", "Dư", "Bính"),
    "Nữ": ("Anh", "Bích", "Chi", "Dung", "Hạnh", "Hoa", "Lan", "Mai", "Nga", "Oanh", "Phương", "Thảo", "Yến", "Hoà", "Thuý", "Tâm", "Cộng"),
}  # fmt: skip
MOUNTAIN = {"Nam": ("Lò Văn Pánh", "Giàng A Sử", "Vàng Seo Dế", "Sầm Văn Bảo", "Y Thắng Êban", "Hầu Mí Pó", "Quàng Văn Lả", "Hồ Văn Nhíp"), "Nữ": ("Lò Thị Phẩu", "Giàng Thị Mỷ", "H'Hen Niê", "Sùng Thị Dợ", "Vừ Thị Say", "Cầm Thị Inh")}  # fmt: skip
TOWNS = (
    "xã Ví Dụ, tỉnh Mẫu",
    "xã Thí Điểm",
    "phường Một, thành phố Giả Định",
    "xã An Thử, huyện Thử",
    "thị trấn Mới",
)
HOMES = (
    "Tổ dân phố 3",
    "Thôn Đông",
    "Bản Nà Mẫu",
    "Khu phố 5, phường Một",
    "Số 12, đường Thử Nghiệm",
    "Xóm 7",
)
JOBS = ("Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên", "Giáo viên", "Kế toán", "Văn thư", "Nhân viên", "Công an viên", "Cán bộ hưu trí", "Nông dân", "Y sĩ", "Hiệu trưởng")  # fmt: skip
EMPLOYERS = (
    "Phòng Tổ chức",
    "Văn phòng",
    "Trường Tiểu học Ví Dụ",
    "Trạm Y tế xã",
    "UBND xã Thử",
    "Phòng Kế toán",
    "Hợp tác xã Mẫu",
)


@dataclass(frozen=True)
class Person:
    """One member."""

    family: str
    given: str
    gender: str
    born: date
    admitted: date
    official: date | None
    card: str
    identity: str
    code: str
    ethnicity: str
    town: str
    home: str
    post: str | None
    job: str
    employer: str
    group: int
    joined: date | None

    @property
    def name(self) -> str:
        """Family, middle and given name."""
        return f"{self.family} {self.given}"


def people(chance: Random, count: int, groups: int) -> list[Person]:
    """A cell: the first few hold posts, the last may be on probation; no two share a name."""
    found: list[Person] = []
    names: set[str] = set()
    while len(found) < count:
        person = _person(chance, len(found), groups)
        if person.name not in names:
            names.add(person.name)
            found.append(person)
    return found


def _person(chance: Random, number: int, groups: int) -> Person:
    gender = chance.choice(("Nam", "Nữ"))
    mountain = chance.random() < 0.12
    if mountain:
        *family, given = chance.choice(MOUNTAIN[gender]).split()
    else:
        family = [chance.choice(FAMILIES), *chance.choice(MIDDLES[gender]).split()]
        given = chance.choice(GIVEN[gender])
    born = date(1950, 1, 1) + timedelta(chance.randrange(365 * 50))
    admitted = max(
        date(born.year + 18 + chance.randrange(18), 1 + chance.randrange(12), 1 + chance.randrange(28)),
        date(1972, 2, 3),
    )
    admitted = min(admitted, date(2025, 9, 2))
    official: date | None = date(admitted.year + 1, admitted.month, admitted.day)
    if official and official > date(2025, 12, 1):
        official = None
    posts = ("Bí thư", "Phó bí thư", "Chi uỷ viên", "Chi uỷ viên")
    return Person(
        " ".join(family), given, gender, born, admitted, official,
        f"{chance.randrange(20, 99):02}{chance.randrange(10**6):06}", f"0{chance.randrange(10**11):011}", f"ĐV{number + 1:03}",
        chance.choice(("Thái", "Mông", "Tày", "Mường")) if mountain else "Kinh", chance.choice(TOWNS), chance.choice(HOMES),
        posts[number] if number < len(posts) else None, chance.choice(JOBS), chance.choice(EMPLOYERS),
        number % groups + 1,
        date(min(admitted.year + chance.randrange(4), 2025), 6, 1 + chance.randrange(28)) if chance.random() < 0.4 else None,
    )  # fmt: skip
