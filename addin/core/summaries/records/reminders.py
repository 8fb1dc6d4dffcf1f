"""What the cell's own registers remind of in the checklist: comments not answered, posts without a course, proposals left lying."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from addin.core.parameters import Parameters
from addin.core.persons.reading import Reading
from addin.core.summaries.records.proposals import ProposalState, proposal_record
from addin.core.summaries.records.residence import REPLY_DAYS
from addin.core.summaries.records.training import training_record
from addin.core.summaries.to_do import Command, Item, State, state_of


def reminder_items(reading: Reading, on: date) -> Iterator[Item]:
    """Asked only of registers that are kept: a sheet without rows reminds of nothing."""
    yield from _residence(reading, on)
    if reading.book.trainings:
        yield from _training(reading, on)
    yield from _proposals(reading, on)


def _residence(reading: Reading, on: date) -> Iterator[Item]:
    """Of this year; late once the days that are waited for are over."""
    waiting = [row for row in reading.book.residence_comments if row.year == on.year and row.requested_on and not row.received_on and row.level is None]
    allowed = timedelta(days=int(Parameters(on.year, reading.book.settings).get(REPLY_DAYS).share)) if waiting else timedelta()
    for row in waiting:
        due = row.requested_on.last + allowed if row.requested_on else None
        text, places = f"Nhắc nhận xét nơi cư trú của {row.member}.", (row.place("received_on"), row.place("member"))
        state = (state_of(due, on) if due else None) or State.DUE
        yield Item("residence.waiting", state, text, due, Command("residence", ("--year", str(on.year))), places)


def _training(reading: Reading, on: date) -> Iterator[Item]:
    due = [one for one in training_record(reading, on).holders if one.is_due]
    if due:
        told = "; ".join(dict.fromkeys(f"{one.full_name} ({one.role})" for one in due))
        yield Item("training.due", State.MISSING, f"Đề nghị cử đi bồi dưỡng: {told}.", command=Command("trainings"), places=tuple(one.place for one in due))


def _proposals(reading: Reading, on: date) -> Iterator[Item]:
    record = proposal_record(reading, on) if reading.book.proposals else None
    for line in record.lines if record else ():
        if line.is_late:
            what = "Thực hiện đề xuất đã chấp nhận" if line.state is ProposalState.ACCEPTED else "Xem xét đề xuất"
            due = line.day.last + timedelta(days=int(record.allowed_days.share)) if record and line.day else None
            yield Item("proposal.waiting", State.LATE, f"{what} của {line.by}: {line.text.rstrip('.')}.", due, Command("proposals"), (line.place,))
