"""Mục lục và chứng từ kết thúc hồ sơ kiểm tra of one member (KT12)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import INSPECTION, ON_SIGNS
from addin.documents.parts.cycle.case import each_member
from addin.documents.parts.cycle.dossier import DossierContents, build_contents
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The contents of one dossier."""
    return build_contents(reading, request, (INSPECTION, ON_SIGNS))


KIND = Kind(
    id="dossier-contents",
    title="Mục lục hồ sơ kiểm tra",
    context=DossierContents,
    build=build,
    each=each_member,
)
