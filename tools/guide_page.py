"""`python -m tools.guide_page`: docs/huong-dan.md as a page any browser opens; an office PC has no program for Markdown."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt

SOURCE = Path(__file__).parents[1] / "docs" / "huong-dan.md"
PAGE = SOURCE.with_suffix(".html")
_HEAD = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Hướng dẫn Sổ Chi bộ</title>'
_STYLE = "<style>body{max-width:50em;margin:2em auto;padding:0 1em;font:17px/1.5 sans-serif}td,th{padding:.3em .6em;border:1px solid #bbb}</style>"


def page() -> bytes:
    """The whole page."""
    text = MarkdownIt().enable("table").render(SOURCE.read_text(encoding="utf-8"))
    return f"{_HEAD}{_STYLE}{text}</html>\n".encode()


if __name__ == "__main__":
    PAGE.write_bytes(page())
