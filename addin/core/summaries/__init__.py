"""Year-end and term summaries: `summarise` gives the figures of an interval, each with its squares.

One module a family of figures; `summary.FAMILIES` is the list. `agenda` is the checklist.
"""

from addin.core.summaries.figures import Figure, Figures, Value
from addin.core.summaries.summary import summarise

__all__ = ["Figure", "Figures", "Value", "summarise"]
