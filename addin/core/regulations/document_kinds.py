"""What a party cell may issue on a given day, asked by the kind's own name ("Thông báo")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.regulations.law import Dated, in_force
from addin.glossary import fold_plain

if TYPE_CHECKING:
    from datetime import date


def may_issue(kind: str, on: date) -> Dated:
    """Whether a cell may issue that kind (`.flag`), with the place that says so.

    UnknownParameter for a kind no regulation read names; NotInForce where nothing was read for that day,
    which says nothing against the paper.
    """
    return in_force(on).get(f"documents.kinds.{'_'.join(fold_plain(kind).split())}")
