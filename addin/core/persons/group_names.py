"""Which group is meant by what people write, where the sheet of groups has two that bear one number."""

from __future__ import annotations

from addin import glossary
from addin.core.persons.reading import Reading


def groups_meant(reading: Reading, name: str) -> tuple[str, ...]:
    """The groups on their own sheet a name may mean, several or none; ask it through `reading.once`."""
    return glossary.groups_meant(name, reading.once(_listed))


def _listed(reading: Reading) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.group for row in reading.book.groups if row.group))
