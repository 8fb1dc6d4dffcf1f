"""How a note of ours is known again in a document that is open: its first line. People's notes stay theirs."""

NOTE_MARK = "Sổ Chi bộ"


def marked(text: str) -> str:
    """The text of a note as it is put on a square."""
    return f"{NOTE_MARK}\n{text}"


def is_marked(text: str) -> bool:
    """Whether a note on a square is one of ours."""
    return text.replace("\r\n", "\n").partition("\n")[0] == NOTE_MARK


def unmarked(text: str) -> str:
    """What was said, without our mark."""
    return text.replace("\r\n", "\n").partition("\n")[2]
