"""Numbers of our own: where no regulation and no setting gives one, these decide what is worth a notice.

None of them is law, no finding cites one, and none makes an error.
"""

from __future__ import annotations

PROBATION_SLACK_MONTHS = 1
"""How long after the usual end of probation a decision on full membership is still ordinary."""

IDENTITY_DIGITS = 12
"""Digits of the personal identification number (data-dictionary.md, members.id_number)."""

DAYS_TO_PREPARE = 30
"""How long before the planned start a decision may be signed without anybody wondering."""

SHORT_NOTE_LETTERS = 15
"""R45: shorter notes ("Tốt") are too short to say that one was copied from another."""
