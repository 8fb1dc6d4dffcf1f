"""What a user may be told that no edit of a square can cure.

Each error carries one Vietnamese sentence that says what happened, one that says the way out, and the
exit code of design.md §3. Any other exception is a bug. Nothing personal goes into `kind`.
"""

from __future__ import annotations


class SochiboError(Exception):
    """The root: never raised itself."""

    kind = "error"
    exit_code = 3

    def __init__(self, message: str, fix: str, *, by_button: str = "") -> None:
        """`by_button` is the way out of somebody who pressed a button, where `fix` speaks of a command line."""
        super().__init__(message)
        self.message = message
        self.fix = fix
        self.by_button = by_button or fix


class Bug(SochiboError):
    """Something nobody foresaw, told in general words: what it was about may be somebody's."""

    kind = "bug"


class Misuse(SochiboError):
    """The command was called with something that cannot be meant (exit 2)."""

    kind = "misuse"
    exit_code = 2


class PaperRefused(Misuse):
    """A paper that would be empty, or would contradict the workbook: it is not made, and one sentence says why (exit 2)."""

    kind = "paper_refused"


class CannotRead(SochiboError):
    """The workbook, or what the job needs from it, cannot be read (exit 3)."""

    kind = "cannot_read"
    exit_code = 3


class NotAWorkbook(CannotRead):
    """The file is something else: text, HTML, Word, encrypted, damaged, an owner file."""

    kind = "not_a_workbook"


class MissingTable(CannotRead):
    """The job needs a sheet that the workbook does not have."""

    kind = "missing_table"


class RollNotWhole(CannotRead):
    """The list of members was read in part: no figure and no paper is made of a part."""

    kind = "roll_not_whole"


class Secret(CannotRead):
    """A paper or workbook stamped Mật or above: not ours to handle."""

    kind = "secret"


class TemplateBroken(CannotRead):
    """A Word template does not fit its context."""

    kind = "template_broken"


class CannotWrite(SochiboError):
    """Nothing was written and nothing is lost (exit 4)."""

    kind = "cannot_write"
    exit_code = 4


class OpenElsewhere(CannotWrite):
    """Somebody has the workbook open."""

    kind = "open_elsewhere"


class ChangedMeanwhile(CannotWrite):
    """The workbook changed between our reading and our writing."""

    kind = "changed_meanwhile"


class NoRight(CannotWrite):
    """No right to write there."""

    kind = "no_right"


class DiskFull(CannotWrite):
    """The drive is full."""

    kind = "disk_full"


class RefusedWrite(CannotWrite):
    """The square or the workbook must not be written: formula, merge, lock, signature."""

    kind = "refused_write"


class RefusedSquare(RefusedWrite):
    """One square or row that must not be written; `reason` says why, without the square and the rest of the sentence."""

    def __init__(self, message: str, fix: str, reason: str) -> None:
        super().__init__(message, fix)
        self.reason = reason


class AlreadyExists(CannotWrite):
    """An issued file is never overwritten."""

    kind = "already_exists"


class NoPdf(SochiboError):
    """A paper could not be made into PDF; the paper itself stands, so this is told and ends nothing."""

    kind = "no_pdf"
    exit_code = 4
