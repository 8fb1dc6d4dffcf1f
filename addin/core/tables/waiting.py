"""Rows that wait for somebody: a comment asked for, a proposal made; how long is too long is told from outside."""

from __future__ import annotations

from datetime import date, timedelta

from addin.core.tables.rows.activities import Proposal, ResidenceComment
from addin.glossary.choices import ProposalDecision


def is_unanswered(row: ResidenceComment, allowed: int, on: date) -> bool:
    """Asked for more than so many days ago, and neither an answer nor a level stands there."""
    waited = row.requested_on is not None and row.requested_on.last < on - timedelta(days=allowed)
    return waited and row.received_on is None and row.level is None


def is_waiting_too_long(row: Proposal, allowed: int, on: date) -> bool:
    """Neither refused nor carried out, and made more than so many days ago."""
    is_open = row.decision != ProposalDecision.REFUSED and row.done_on is None
    return is_open and row.date is not None and row.date.last < on - timedelta(days=allowed)
