"""Văn bản, Gửi nhận, Quy định: the papers issued, to whom they went, and what the cell's superior added."""

from __future__ import annotations

from addin.core.dates import PartialDate
from addin.core.tables.rows import columns as col
from addin.core.tables.rows.columns import Row, record


@record
class Document(Row):
    """One line of the register of numbers."""

    kind: str | None = col.text(required=True)
    number: str | None = col.text(required=True)
    symbol: str | None = col.text()
    date: PartialDate | None = col.day(required=True)
    title: str | None = col.text()
    signer: str | None = col.member()
    subject: str | None = col.text()
    dossier: str | None = col.text()
    file: str | None = col.text()
    fingerprint: str | None = col.text()
    pages: int | None = col.count()
    location: str | None = col.text()
    retention: str | None = col.text()
    signed: bool | None = col.flag()
    void_reason: str | None = col.remark()

    @property
    def subjects(self) -> tuple[str, ...]:
        """Whom it is about, name by name as written."""
        return tuple(name.strip() for name in (self.subject or "").split(";") if name.strip())


@record
class Dispatch(Row):
    """A paper sent to one recipient."""

    document: str | None = col.text(required=True)
    recipient: str | None = col.text(required=True)
    sent_on: PartialDate | None = col.day()
    received_on: PartialDate | None = col.day()


@record
class LocalRegulation(Row):
    """A regulation the cell adds to the built-in register, usually its superior's own."""

    number: str | None = col.text(required=True)
    kind: str | None = col.text()
    issued_on: PartialDate | None = col.day(required=True)
    issuer: str | None = col.text()
    title: str | None = col.text()
    in_force_from: PartialDate | None = col.day()
    in_force_to: PartialDate | None = col.day()
    replaced_by: str | None = col.remark()
