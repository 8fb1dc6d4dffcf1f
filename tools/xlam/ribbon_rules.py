"""What the ribbon of Office accepts, as far as our tab uses it: the parts, what each may hold and must say.

These rows are our own short form of the 2009/07 customUI rules, plus what the schema leaves open and Excel
then shows as nothing at all: a control without id, a callback that is no macro, a picture that is no name.
"""

from __future__ import annotations

from dataclasses import dataclass

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
LONGEST_TEXT = 1024
TEXTS = frozenset({"label", "screentip", "supertip"})
SIZES = frozenset({"normal", "large"})
_CONTROL = frozenset({"id", "label", "screentip", "supertip", "keytip", "imageMso"})


@dataclass(frozen=True, slots=True)
class Part:
    """One element: the elements it may hold, the attributes it must have, those it may have besides."""

    holds: frozenset[str]
    needs: frozenset[str] = frozenset()
    may_have: frozenset[str] = frozenset()


PARTS = {
    "customUI": Part(frozenset({"ribbon"}), may_have=frozenset({"onLoad"})),
    "ribbon": Part(frozenset({"tabs"})),
    "tabs": Part(frozenset({"tab"})),
    "tab": Part(frozenset({"group"}), frozenset({"id", "label", "keytip"})),
    "group": Part(frozenset({"button", "menu", "separator"}), frozenset({"id", "label"})),
    "button": Part(frozenset(), _CONTROL | {"tag", "onAction"}, frozenset({"size"})),
    "menu": Part(frozenset({"button", "menuSeparator"}), _CONTROL, frozenset({"size", "itemSize"})),
    "separator": Part(frozenset(), frozenset({"id"})),
    "menuSeparator": Part(frozenset(), frozenset({"id"})),
}

# The macro each callback attribute asks for, as the types of its arguments.
SIGNATURES = {"onAction": ("IRibbonControl",), "onLoad": ("IRibbonUI",)}
