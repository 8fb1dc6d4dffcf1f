"""Mục lục và chứng từ kết thúc hồ sơ giám sát of one member (GS12)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import SUPERVISION
from addin.documents.parts.cycle.case import each_member
from addin.documents.parts.cycle.dossier import DossierContents, build_contents
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The contents of one dossier."""
    return build_contents(reading, request, (SUPERVISION,))


KIND = Kind(
    id="thematic-supervision-contents",
    title="Mục lục hồ sơ giám sát chuyên đề",
    context=DossierContents,
    build=build,
    template="dossier-contents",
    each=each_member,
)
