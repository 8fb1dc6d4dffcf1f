"""The list of fields in docs/templates.md, made from the contexts so that it cannot go stale.

`python -m tools.template_fields` writes it between the two marks of the page; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from addin.documents import catalogue
from addin.documents.parts.contexts import placeholders
from addin.documents.parts.kind import Kind
from tools.template_examples import examples, samples

PAGE = Path(__file__).resolve().parents[1] / "docs" / "templates.md"
_BEGIN, _END = "<!-- fields -->\n", "<!-- /fields -->"


def _templates() -> Iterable[Kind]:
    """One kind a template: several kinds may be printed by one, with a word switched."""
    first: dict[str, Kind] = {}
    for kind in catalogue.KINDS.values():
        first.setdefault(kind.stem, kind)
    return first.values()


def field_tables() -> str:
    """One table a template: field, meaning, an example; and the kinds that share it."""
    readings, told = samples(), []
    for kind in _templates():
        shown = examples(kind.stem, readings)
        rows = "".join(f"| `{name}` | {meaning} | {shown.get(name, '')} |\n" for name, meaning in placeholders(kind.context).items())
        others = [other.title for other in catalogue.KINDS.values() if other.stem == kind.stem and other is not kind]
        shared = f"Dùng chung cho: {'; '.join(others)}.\n\n" if others else ""
        told.append(f"### {kind.title} (`{kind.stem}.docx`)\n\n{shared}| Trường | Ý nghĩa | Ví dụ (từ sổ mẫu) |\n|---|---|---|\n{rows}\n")
    return "".join(told)


def with_tables(page: str) -> str:
    """The page with the present tables between its marks."""
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}{field_tables()}{_END}{after}"


def main() -> None:
    """Bring the page up to date."""
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
