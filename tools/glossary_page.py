"""Writes GLOSSARY.md from `addin/glossary/terms.yaml`: `python -m tools.glossary_page`.

The page shows the list as written: what a thing is called, what offices write for it, and what is read as
which choice. A test fails where the page is not current.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tools.compile_glossary import FOLDER, load

TARGET = FOLDER.parent.parent / "GLOSSARY.md"

_HEAD = """# Từ vựng

Trang này do máy viết từ `addin/glossary/terms.yaml` (`python -m tools.glossary_page`); đừng sửa trực tiếp.
Dấu `(a/b)` nghĩa là viết a hay b đều được; `(/a)` nghĩa là có a hay không đều được. Khi so sánh, sổ bỏ qua chữ hoa, \
khoảng trắng, dấu câu và chỗ đặt dấu thanh (hoà, hòa).
"""


def page() -> str:
    """The whole page as text, with a closing line break."""
    raw = load()
    parts = [_HEAD, *_terms(raw["terms"]), *_tables(raw), *_settings(raw), *_lists(raw), *_levels(raw)]
    return "\n".join(parts).rstrip("\n") + "\n"


def _ways(patterns: Iterable[object]) -> str:
    return " · ".join(str(pattern).replace("|", "/") for pattern in patterns)


def _grid(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + " --- |" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def _terms(terms: Mapping[str, Any]) -> Iterator[str]:
    yield "## Từ chung\n"
    rows = (
        (f"`{name}`", entry["vi"], _ways(entry.get("aka", ())), entry.get("note", ""))
        for name, entry in terms.items()
    )
    yield from _grid(("Mã", "Tiếng Việt", "Cũng viết", "Ghi chú"), rows)


def _columns(entries: Mapping[str, Any]) -> Iterator[str]:
    rows = ((f"`{key}`", entry["vi"], _ways(entry.get("aka", ()))) for key, entry in entries.items())
    yield from _grid(("Khoá", "Tiêu đề", "Cũng đọc là"), rows)


def _tables(raw: Mapping[str, Any]) -> Iterator[str]:
    yield "## Các trang tính và cột\n"
    yield f"Cột không đọc: {_ways(raw['ignored_headings'])}.\n"
    for name, table in raw["tables"].items():
        yield f"### {table['sheet']} (`{name}`)\n"
        yield f"{table['about']} Tên trang cũng gặp: {_ways(table['aka'])}.\n"
        for text, keys in table.get("ambiguous", {}).items():
            names = " hoặc ".join(f"“{table['columns'][key]['vi']}”" for key in keys)
            yield f"Phải hỏi: {_ways([text])} có thể là {names}.\n"
        yield from _columns({**table["columns"], **raw["split"].get(name, {})})


def _settings(raw: Mapping[str, Any]) -> Iterator[str]:
    sheet = raw["settings_sheet"]
    yield f"## {sheet['sheet']} (`settings`)\n"
    yield f"{sheet['about']} Tên trang cũng gặp: {_ways(sheet['aka'])}.\n"
    yield from _columns({**sheet["columns"], **raw["settings"]})


def _lists(raw: Mapping[str, Any]) -> Iterator[str]:
    yield "## Các danh sách lựa chọn\n"
    for name, entries in raw["choices"].items():
        yield f"### `{name}`\n"
        heads = ("Mã", "Viết là", "Cũng đọc là") if "id" in entries[0] else ("Viết là", "Cũng đọc là")
        cells = ((entry["vi"], _ways(entry.get("aka", ()))) for entry in entries)
        ids = ((f"`{entry['id']}`",) if "id" in entry else () for entry in entries)
        yield from _grid(heads, ((*one, *rest) for one, rest in zip(ids, cells, strict=True)))
    for name, entries in raw["codes"].items():
        yield f"### `{name}`\n"
        rows = ((f"`{code}`", entry["vi"], _ways(entry.get("aka", ()))) for code, entry in entries.items())
        yield from _grid(("Mã", "Viết là", "Cũng đọc là"), rows)
    yield "### Có và không\n"
    yield f"Có: {_ways(raw['flags']['yes'])}. Không: {_ways(raw['flags']['no'])}. Để trống là chưa biết.\n"


def _levels(raw: Mapping[str, Any]) -> Iterator[str]:
    yield "## Các mức xếp loại\n"
    rows = ((f"`{code}`", entry["vi"], _ways(entry.get("aka", ()))) for code, entry in raw["levels"].items())
    yield from _grid(("Mã", "Viết là", "Cũng đọc là"), rows)
    since = None
    for regime in raw["level_regimes"]:
        until = regime["until"]
        yield f"### Đến năm {until}\n" if until else f"### Từ năm {(since or 0) + 1}\n"
        since = until
        both = ((regime["member"].get(code, ""), regime["party_cell"].get(code, ""), code) for code in raw["levels"])
        kept = ((f"`{code}`", member, cell) for member, cell, code in both if member or cell)
        yield from _grid(("Mã", "Đảng viên", "Chi bộ"), kept)


def main() -> None:
    """Write GLOSSARY.md."""
    Path(TARGET).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
