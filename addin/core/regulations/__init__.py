"""What the Party's regulations said on a given day: dated values and instruments, each with its source.

Authored as YAML in this folder, compiled by `python -m tools.compile_regulations`, read from
`compiled.json` at run time. How to add a regulation: docs/regulations.md.
"""

from addin.core.regulations import citations
from addin.core.regulations.document_kinds import may_issue
from addin.core.regulations.instruments import Instrument, UnknownInstrument, instrument, instruments
from addin.core.regulations.law import Dated, Law, NotInForce, UnknownParameter, in_force
from addin.core.regulations.units import Value

__all__ = [
    "Dated",
    "Instrument",
    "Law",
    "NotInForce",
    "UnknownInstrument",
    "UnknownParameter",
    "Value",
    "citations",
    "in_force",
    "instrument",
    "instruments",
    "may_issue",
]
