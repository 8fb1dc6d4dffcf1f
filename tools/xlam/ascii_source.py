"""Turns a VBA line as people write it, in UTF-8, into one that means the same on a PC of any code page.

The editor of VBA stores text in the code page of the PC, where half of the Vietnamese letters do not exist.
So a string becomes pieces joined by ChrW, a comment loses its marks, and whatever cannot be written in
another way (names, Const, declarations) is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from tools.xlam.faults import MacroFault

LONGEST_LINE = 1023
_PIECES = re.compile(
    r"""(?P<comment>'.*|(?:^|(?<=:))\s*Rem(?:\s.*)?$)
      | (?P<string>"(?:[^"]|"")*")
      | (?P<code>[^"':]+|:)
      | (?P<open>")""",
    re.VERBOSE | re.IGNORECASE,
)
_NEEDS_A_CONSTANT = re.compile(
    r"\bConst\b|^\s*(?:(?:Public|Private|Friend|Static)\s+)*(?:Sub|Function|Property|Declare|Attribute)\b",
    re.IGNORECASE,
)
_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "…": "...", "→": "->"})


def ascii_source(text: str, name: str) -> str:
    """The whole module in ASCII, line ends as VBA writes them; MacroFault names file and line."""
    lines: list[str] = []
    statement = ""
    for number, line in enumerate(unicodedata.normalize("NFC", text).splitlines(), start=1):
        try:
            statement += _code(line)
            lines.append(ascii_line(line, statement))
        except MacroFault as fault:
            raise MacroFault(f"{name}:{number}: {fault}") from None
        statement = statement if line.endswith(" _") else ""
    return "".join(f"{line}\r\n" for line in lines)


def ascii_line(line: str, statement: str = "") -> str:
    """One line; `statement` is the code of the logical line so far, which says what may stand in it."""
    written = "".join(_ascii_piece(kind, piece, statement) for kind, piece in _pieces(line))
    if len(written) > LONGEST_LINE:
        raise MacroFault(f"the line has {len(written)} characters; VBA reads {LONGEST_LINE}")
    return written


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    for match in _PIECES.finditer(line):
        yield str(match.lastgroup), match.group()


def _code(line: str) -> str:
    return "".join(piece if kind == "code" else " " for kind, piece in _pieces(line))


def _ascii_piece(kind: str, piece: str, statement: str) -> str:
    if kind == "open":
        raise MacroFault("a string is not closed")
    if kind == "comment":
        if piece.endswith(" _"):
            raise MacroFault("a comment goes on in the next line; write it as two comments")
        return without_marks(piece)
    if piece.isascii():
        return piece
    if kind == "code":
        raise MacroFault(f"a name holds a letter outside ASCII: {piece.strip()}")
    if _NEEDS_A_CONSTANT.search(statement):
        raise MacroFault(f"a constant or declaration cannot hold {piece}: ChrW is no constant")
    return _joined(piece[1:-1])


def _joined(inside: str) -> str:
    """The inside of a string literal, its quotes still doubled, as pieces and letters by number."""
    parts: list[str] = []
    for is_ascii, run in groupby(inside, key=str.isascii):
        letters = "".join(run)
        if is_ascii:
            parts.append(f'"{letters}"')
        else:
            units = letters.encode("utf-16-le")
            parts += [f"ChrW({int.from_bytes(units[at : at + 2], 'little')})" for at in range(0, len(units), 2)]
    return f"({' & '.join(parts)})"


def without_marks(text: str) -> str:
    """What a reader of Vietnamese still reads where only ASCII goes."""
    plain = unicodedata.normalize("NFD", text.translate(_PLAIN))
    kept = (letter for letter in plain if not unicodedata.combining(letter))
    return "".join(letter if letter.isascii() else "?" for letter in kept)
