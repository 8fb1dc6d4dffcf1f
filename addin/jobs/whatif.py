"""`whatif`: before the vote, who can still be HTXS under the cap, and what would change it."""

from __future__ import annotations

from addin.core.ratings.whatif import WhatIf
from addin.core.ratings.whatif import whatif as ask
from addin.core.records import dataclass
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class WhatIfResult:
    """Facts in the order of facts; the meeting decides."""

    workbook: str
    asked: WhatIf


def whatif(opened: Opened, year: int) -> Outcome[WhatIfResult]:
    """Nothing is proposed here."""
    opened.require("members")
    return Outcome(WhatIfResult(opened.name, ask(opened.reading, year)))
