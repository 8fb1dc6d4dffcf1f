"""The leaders' reports: of the groups the selected rows mean, else of every group."""

from __future__ import annotations

from collections.abc import Iterator

from addin import glossary
from addin.clicks.click import Click
from addin.clicks.selected_rows import groups_selected, rows_selected, year_selected
from addin.core.persons.reading import Reading
from addin.documents.parts.request import Request
from addin.hosts.live import Selected
from addin.jobs.document import document
from addin.output.telling import box_of


def report_groups(click: Click) -> None:
    """One paper a group; the year of the selected rows, else this year: a leader reports when the year ends."""
    reading, selected = click.opened.reading, click.host.selection()
    year = _year(reading, selected) or click.on.year
    groups = {glossary.group_key(name): name for name in _groups(reading, selected)}
    lines: list[str] = []
    for name in groups.values() or (None,):
        outcome = document(click.opened, "group-leader-report", Request(click.on, year=year, name=name), click.templates)
        done = click.carry_out(outcome, click.papers)
        lines += [*done.lines, *box_of(outcome.result)]
    click.tell(lines)


def _year(reading: Reading, selected: Selected | None) -> int | None:
    noted = (row.noted_on.year for row in rows_selected(reading.book.supervision_notes, selected) if row.noted_on)
    return next(noted, None) or year_selected(reading.book, selected)


def _groups(reading: Reading, selected: Selected | None) -> Iterator[str]:
    """The group a row names, or that of the member it is about."""
    yield from groups_selected(reading.book, selected)
    key = reading.roster.key
    own = {key(member.full_name): member.group for member in reading.book.members if member.full_name}
    for row in rows_selected(reading.book.supervision_notes, selected):
        group = row.group or (own.get(key(row.member)) if row.member else None)
        if group:
            yield group
