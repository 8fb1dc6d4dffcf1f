"""What docxtpl does to a paper behind jinja, by its own functions, for the templates of a cell that need it.

It widens or narrows the grid of a table whose rows have more or fewer squares than its columns (column loops, merged
squares), and numbers the pictures of a body anew, so that a loop gives no two of one number. Both mean parsing every paper.
A shipped template never needs it, nor does one of a cell that only moves words about: those stay on the compiled path.
"""

from __future__ import annotations

import io
import re
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROW_COMMAND = re.compile(r"\{%tr\s")
_SQUARE_COMMAND = re.compile(r"\{%(?:tc\s|\s*(?:hm|colspan)\b)")
_FIRST_PICTURE = 1000


def needs_docxtpl(root: etree._Element) -> bool:
    """Whether docxtpl might change the grid of a table, or the number of a picture, in some paper of this part."""
    return next(root.iter("{*}docPr"), None) is not None or any(map(_is_odd, root.iter(f"{_WORD}tbl")))


def finished(text: str) -> str:
    """The part as docxtpl leaves it."""
    made: Any = DocxTemplate(io.BytesIO())
    made.docx_ids_index = _FIRST_PICTURE
    tree = made.fix_tables(text)
    made.fix_docpr_ids(tree)
    return str(etree.tostring(tree, encoding="unicode"))


def _is_odd(table: etree._Element) -> bool:
    """A usual table begins with a row that every paper has, with a square for each column, and has no row of more squares."""
    rows = table.findall(f"{_WORD}tr")
    words = [_words(row) for row in rows]
    if not rows or _ROW_COMMAND.search(words[0]) or any(map(_SQUARE_COMMAND.search, words)) or table.find(f".//{_WORD}gridSpan") is not None:
        return True
    columns = len(table.findall(f"{_WORD}tblGrid/{_WORD}gridCol"))
    squares = [len(row.findall(f"{_WORD}tc")) for row in rows]
    return squares[0] != columns or max(squares) > columns


def _words(row: etree._Element) -> str:
    return "".join(text.text or "" for text in row.iter(f"{_WORD}t"))
