"""A head of a log that was printed or noted: whoever wrote the whole log anew, its head and its backups too, is found out by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from addin.core.records import dataclass
from addin.errors import Misuse
from addin.jobs.verifying.logs import Logged
from addin.jobs.verifying.trouble import Trouble, error

_FEWEST_SIGNS = 8
_HEAD = re.compile(rf"(\d{{1,9}})\s*[:, ]\s*([0-9a-f]{{{_FEWEST_SIGNS},64}})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """How far a log went that day, and the beginning of its fingerprint."""

    sequence: int
    sha256: str


def printed_head(text: str) -> Printed:
    """`12:ab34…`, as the figures of a year and `verify` print it; Misuse otherwise."""
    found = _HEAD.fullmatch(text.strip())
    if found is None:
        raise Misuse(f"“{text}” không phải dấu cuối nhật ký.", f"Ghi như SỐ:DẤU, ví dụ --head 12:{'ab12cd34'}; dấu ít nhất {_FEWEST_SIGNS} ký tự.")
    return Printed(int(found[1]), found[2].lower())


def printed_troubles(folder: Path, logs: Iterable[Logged], wanted: Iterable[Printed]) -> Iterator[Trouble]:
    """Each printed head that no log of the folder holds."""
    held = {(line.sequence, line.sha256) for log in logs for line in log.lines.whole}
    for one in wanted:
        if not any(sequence == one.sequence and sha256.startswith(one.sha256) for sequence, sha256 in held):
            message = f"Không nhật ký nào có lần ghi số {one.sequence} với dấu {one.sha256[:16]} đã in: nhật ký đã bị viết lại, cắt bỏ, hoặc nằm ở thư mục khác."
            yield error("log_rewritten", folder, message, "Hỏi người giữ sổ; lấy lại thư mục «Nhật ký» từ bản sao lưu của ổ chung.")
