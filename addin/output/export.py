"""Tells what was exported, and what to look at before it goes further."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.numerals import padded
from addin.jobs.export import CSDL, ExportResult
from addin.output.forms import place_form

_MOST = 20


def form(result: ExportResult) -> dict[str, Any]:
    """`{"workbook", "layout", "members", "sheets", "doubtful": [{"sheet", "cell", "text"}]}`."""
    return {
        "workbook": result.workbook,
        "layout": result.layout or "pseudonymised",
        "members": result.members,
        "sheets": result.sheets,
        "doubtful": [{**place_form(place), "text": text} for place, text in result.doubtful],
    }


def lines(result: ExportResult) -> Iterator[str]:
    """How many; what is unconfirmed; where to look."""
    if result.layout == CSDL:
        yield f"Xuất {padded(result.members)} đảng viên đang sinh hoạt. Mẫu nhập của CSDL đảng viên chưa kiểm chứng: đối chiếu tiêu đề các cột trước khi nhập."
    else:
        yield f"Xuất {padded(result.sheets)} bảng không có tên người; khoá ở tệp riêng, giữ ở nơi khác và không gửi kèm."
    for place, text in result.doubtful[:_MOST]:
        yield f"• {place}: {text}"
    if len(result.doubtful) > _MOST:
        yield f"… và {len(result.doubtful) - _MOST} ô nữa (xem đủ bằng --json)."


box = lines
