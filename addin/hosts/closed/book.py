"""A closed workbook as a host: read once, written back all or nothing, with a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.errors import RefusedWrite
from addin.hosts.closed.read.reading import read_workbook
from addin.hosts.disk import behind_links
from addin.hosts.port import Stored

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from addin.core.findings import Finding
    from addin.core.grids import Grid
    from addin.core.places import Place
    from addin.core.sharing.excerpt import Excerpt
    from addin.core.writes import Writes
    from addin.hosts.closed.patch.drop_downs import DropDowns
    from addin.hosts.closed.read.reading import Workbook
    from addin.hosts.closed.save.saving import SaveResult


_MOST_REASONS = 3


def reasons_of(writes: Writes) -> str:
    """What was written, in the writes' own reasons: sheets first, each reason once, the first three."""
    texts = [
        *(sheet.because for sheet in writes.sheets),
        *(square.because for square in writes.squares),
        *(row.because for row in writes.appends),
    ]
    reasons = list(dict.fromkeys(filter(None, texts)))
    first = "; ".join(reasons[:_MOST_REASONS]) + ("…" if len(reasons) > _MOST_REASONS else "")
    if not first:
        return "Ghi chú của chương trình" if writes.notes is not None else "Ghi vào sổ"
    return first[0].upper() + first[1:]


class ClosedBook:
    """The workbook at a path. `now`, `what` and `who` are what a backup says about the writes made through it.

    `what` may be set before each `apply`; left empty, the writes' own reasons say it.
    """

    def __init__(self, path: Path, *, now: datetime, what: str = "", who: str = "") -> None:
        """Read it; CannotRead where that is impossible."""
        self.path = path
        self.name = path.name
        self.remarks: tuple[str, ...] = ()
        self.saved: SaveResult | None = None
        self.what = what
        self._now, self._who = now, who
        self._meant: bytes | None = None
        self._known: Workbook | None = read_workbook(path)
        self._lists: DropDowns | None = None

    @property
    def _read(self) -> Workbook:
        if self._known is None:
            self._known = read_workbook(self.path)
        return self._known

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the bytes that were read."""
        return self._read.fingerprint.sha256

    @property
    def folder(self) -> Path:
        """Where the workbook lies."""
        return self.path.parent

    @property
    def stored(self) -> Stored | None:
        """By the record of the backup, which is there from before the moment of writing on."""
        if self._meant is None:
            return None
        from addin.hosts.closed.save.backup import backups_of, fingerprint  # noqa: PLC0415 - as below

        after = fingerprint(self._meant)
        if self.saved is not None and self.saved.backup is None:
            return Stored(after, after)
        backup = next((one for one in backups_of(behind_links(self.path)) if one.record.sha256_after == after), None)
        dropped = self.saved.dropped if self.saved else ()
        return Stored(backup.record.sha256_before, after, backup.path.name, dropped) if backup else None

    @property
    def landed(self) -> bool:
        """Whether what the last `apply` meant is on the disk: interrupted while tidying up or reading again, say."""
        try:
            return self._meant is not None and self.path.read_bytes() == self._meant
        except OSError:
            return False

    def grids(self) -> tuple[Grid, ...]:
        """All sheets as they were when read, in the workbook's order."""
        return self._read.grids

    def noticed(self) -> tuple[Finding, ...]:
        """What was noticed about the file while reading."""
        return self._read.noticed

    def drop_down(self, place: Place) -> Sequence[str]:
        """The words of the square's list; none of a workbook that is only read."""
        if self._read.writable is not None:
            return ()
        from addin.hosts.closed.patch.drop_downs import DropDowns  # noqa: PLC0415 - asked only before something is written

        if self._lists is None:
            self._lists = DropDowns(self._read.content)
        return self._lists.at(place)

    @property
    def last_saved(self) -> tuple[str, str]:
        """Who saved it last and when, as far as the file says; the drive's own moment where the file is silent."""
        from addin.hosts.closed.read.authored import moment_of, saved_by  # noqa: PLC0415 - only copies are asked

        who, when = saved_by(self._read.content)
        return who, when or moment_of(self.path)

    def excerpt(self, asked: Excerpt) -> bytes:
        """A new workbook with part of this one, as it was when read."""
        self._refuse_read_only()
        from addin.hosts.closed.patch.excerpt.making import excerpt_of  # noqa: PLC0415 - only copies for groups need it

        return excerpt_of(self._read.content, asked)

    def probe(self, writes: Writes) -> None:
        """Patched and looked at as for saving, not saved."""
        if not writes:
            return
        self._refuse_read_only()
        from addin.hosts.closed.patch.patching import patch_with_remarks  # noqa: PLC0415 - as above
        from addin.hosts.closed.save.saving import probe  # noqa: PLC0415 - as above

        probe(self.path, patch_with_remarks(self._read.content, writes).data, self._read.fingerprint)

    def apply(self, writes: Writes) -> None:
        """Patch the bytes that were read and save them; the book is then what was written."""
        self._meant = None
        if not writes:
            return
        self._refuse_read_only()
        from addin.hosts.closed.patch.patching import patch_with_remarks  # noqa: PLC0415 - reading alone needs none of it
        from addin.hosts.closed.save.saving import save  # noqa: PLC0415 - as above

        patched = patch_with_remarks(self._read.content, writes)
        self._meant = patched.data
        self.saved = save(
            self.path,
            patched.data,
            self._read.fingerprint,
            now=self._now,
            what=self.what or reasons_of(writes),
            who=self._who,
            square_count=patched.square_count,
        )
        self.remarks = patched.remarks
        self._known = None  # read again when asked for: what fails then does not say that nothing was written
        self._lists = None

    def _refuse_read_only(self) -> None:
        if self._read.writable is not None:
            reason, _, way_out = self._read.writable.partition(". ")
            raise RefusedWrite(f"Chưa ghi gì vào «{self.name}»: {reason}.", way_out)
