"""Tells what `fix` corrects: each square with before and after, so that an odd space can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from addin.core.writes import Value, Write
from addin.jobs.fix import FixResult
from addin.output.forms import place_form, plain
from addin.output.values import before_and_after, shown

_LONGEST = 90


def form(result: FixResult) -> dict[str, Any]:
    """`{"workbook", "fixes": [{"sheet", "cell", "before", "after", "because"}]}`."""
    return {
        "workbook": result.workbook,
        "fixes": [
            {**place_form(one.place), **dict(zip(("before", "after"), map(plain, before_and_after(one)), strict=True)), "because": one.because}
            for one in result.fixes
        ],
        **({"frozen": result.frozen} if result.frozen else {}),
    }


def lines(result: FixResult) -> Iterator[str]:
    """How many of each kind, then each square."""
    yield _amount(result)
    if result.frozen:
        yield f"Để nguyên {result.frozen} ô của năm đã khoá."
    yield from map(_line, result.fixes)


def box(result: FixResult) -> Iterator[str]:
    """The same; what does not fit is counted."""
    return lines(result)


def _amount(result: FixResult) -> str:
    if not result.fixes:
        return f"Sổ {result.workbook}: không có gì sửa an toàn được; chỗ nào có thể hiểu khác đi thì đồng chí tự sửa."
    kinds = Counter(one.because for one in result.fixes)
    return f"Sửa an toàn {len(result.fixes)} ô, nghĩa giữ nguyên: {'; '.join(f'{kind} {count} ô' for kind, count in kinds.most_common())}."


def _line(one: Write) -> str:
    before, after = before_and_after(one)
    return f"  {one.place} ({one.because}): {_quoted(before)} → {_quoted(after)}"


def _quoted(value: Value) -> str:
    text = value.replace("\n", "⏎") if isinstance(value, str) else shown(value)
    return f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}”"
