"""Which line of Văn bản is the paper of one stage of a case already."""

from __future__ import annotations

from collections.abc import Callable

from addin.core.persons.reading import Reading
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import own_number
from addin.documents.parts.cycle.acts import EVERY_ACT, Act
from addin.documents.parts.cycle.case import case_of
from addin.documents.parts.cycle.dossier import stages_of
from addin.documents.parts.cycle.filed import filed
from addin.documents.parts.decision_facts import decision_rows
from addin.documents.parts.heading import Gaps
from addin.documents.parts.request import Request


def stands_in_case(paper: str, symbol: str, acts: tuple[Act, ...] = EVERY_ACT) -> Callable[[Reading, Request], Document | None]:
    """For a kind by its id: the line the dossier puts at its stage; one for all is not the paper of one of several."""

    def stands(reading: Reading, request: Request) -> Document | None:
        case = case_of(reading, request, Gaps(), acts)
        wanted = {turn.member for turn in case.facts.turns}
        is_one_of_several = bool(request.name and request.decision) and len(decision_rows(reading.book, request.decision or "", request.year)) > 1
        stages = stages_of(case)
        own = {stage.id for stage in stages if stage.paper == paper}
        for line in filed(case, stages):
            number = own_number(line.row)
            is_theirs = wanted <= set(line.members) if line.members else not is_one_of_several
            if line.stage in own and is_theirs and number is not None and number.kind == symbol:
                return line.row
        return None

    return stands
