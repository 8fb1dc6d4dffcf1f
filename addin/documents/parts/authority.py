"""Which kinds of paper a cell may issue changed with the law: what it may not is said, never stopped (documents.md §2)."""

from __future__ import annotations

from datetime import date

from addin.core.dates import vn_date
from addin.core.regulations import NotInForce, UnknownParameter, may_issue
from addin.core.tables.series import kind_name


def not_for_a_cell(symbol: str, on: date) -> tuple[str, ...]:
    """The warning for a paper of that symbol and day; none where it may be issued, or no text read speaks of it."""
    if not symbol:
        return ()
    name = kind_name(symbol)
    try:
        law = may_issue(name, on)
    except (NotInForce, UnknownParameter):
        return ()
    if law.flag:
        return ()
    return (f"Ngày {vn_date(on)} chi bộ chưa được ban hành loại {name} ({law.reference}): hỏi đảng uỷ loại văn bản nên dùng",)
