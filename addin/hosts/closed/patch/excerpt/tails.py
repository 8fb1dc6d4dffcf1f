"""What stands around the rows of a sheet in a copy: widths, panes, lists and conditions stay; what hangs on other parts goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from addin.hosts.closed.patch.xml_text import any_tag_pattern, closing_pattern, unescape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_GONE = (
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "hyperlinks",
    "customSheetViews", "sortState", "protectedRanges", "scenarios", "dataConsolidate", "cellWatches", "ignoredErrors", "smartTags",
    "customProperties", "AlternateContent", "mergeCells", "tableParts", "filterColumn", "rowBreaks",
)  # fmt: skip
_OF_THE_OLD = re.compile(r"\s(?:tabSelected|codeName|[\w]+:id)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_SCROLLED = re.compile(r"(<(?:[\w.\-]+:)?sheetView\s[^>]*?)\stopLeftCell\s*=\s*\"[^\"]*\"")
_KEPT_EXTENSIONS = ("dataValidations", "conditionalFormattings")
_TAGS = re.compile(r"<[^>]*>")
_AFTER_MERGES = (
    "phoneticPr", "conditionalFormatting", "dataValidations", "printOptions", "pageMargins", "pageSetup", "headerFooter", "colBreaks", "extLst",
)  # fmt: skip


def without(text: str, name: str, is_gone: Callable[[str], bool]) -> str:
    """The text without the elements of that name for which it is said."""
    pieces, at = [], 0
    while (tag := any_tag_pattern(name).search(text, at)) is not None:
        closing = None if tag[3] else closing_pattern(f"{tag[1]}{name}").search(text, tag.end())
        end = closing.end() if closing else tag.end()
        pieces.append(text[at : tag.start()])
        if not is_gone(text[tag.start() : end]):
            pieces.append(text[tag.start() : end])
        at = end
    return "".join((*pieces, text[at:]))


def head(text: str) -> str:
    """What stands before the rows, without what means the old file; the dimension is worked out anew by whoever opens it."""
    for name in ("dimension", "customSheetViews"):
        text = without(text, name, lambda _: True)
    return _SCROLLED.sub(r"\1", _OF_THE_OLD.sub("", text))


def tail(text: str, prefix: str, merges: Sequence[str], is_unfit: Callable[[str], bool], names_stranger: Callable[[str], bool]) -> str:
    """What stands behind the rows; a list, a condition or a header that must not or cannot go along is left out."""
    for name in _GONE:
        text = without(text, name, lambda _: True)
    text = without(text, "ext", lambda element: ":id>" not in element and not any(f":{kept}" in element or f"<{kept}" in element for kept in _KEPT_EXTENSIONS))
    for name in ("dataValidation", "conditionalFormatting", "headerFooter"):
        text = without(text, name, lambda element: names_stranger(said(element)) or any(map(is_unfit, formulas_in(element))))
    for name, inner in (("dataValidations", "dataValidation"), ("conditionalFormattings", "conditionalFormatting"), ("ext", ""), ("extLst", "ext")):
        text = without(text, name, lambda element, inner=inner: _is_hollow(element, inner))  # type: ignore[misc]
    text = re.sub(r"(<(?:[\w.\-]+:)?dataValidations)(?=[\s>])([^>]*?)\scount\s*=\s*\"[0-9]+\"", r"\1\2", text)
    return _with_merges(_OF_THE_OLD.sub("", text), prefix, merges)


def only_widths(text: str) -> str:
    """A sheet that only holds lists keeps nothing behind its rows."""
    closing = re.search(r"</(?:[\w.\-]+:)?worksheet\s*>", text)
    return closing[0] if closing else text


def said(element: str) -> str:
    """The words of an element, those of its attributes too."""
    return unescape(" ".join((_TAGS.sub(" ", element), *re.findall(r"\"([^\"]*)\"", element))))


def formulas_in(text: str) -> Iterator[str]:
    """The formulas of lists and conditions that stand in a piece of a sheet."""
    for tag in any_tag_pattern("(?:formula|formula1|formula2|f)").finditer(text):
        name = tag[0][1:].split(None, 1)[0].rstrip("/>")
        closing = None if tag[3] else closing_pattern(name).search(text, tag.end())
        if closing is not None:
            yield unescape(_TAGS.sub("", text[tag.end() : closing.start()]))


def _is_hollow(element: str, inner: str) -> bool:
    """Whether nothing is left inside."""
    if inner:
        return any_tag_pattern(inner).search(element, 1) is None
    return not re.sub(r"^<[^>]*>|</[^>]*>$", "", element).strip()


def _with_merges(text: str, prefix: str, merges: Sequence[str]) -> str:
    if not merges:
        return text
    areas = "".join(f'<{prefix}mergeCell ref="{area}"/>' for area in merges)
    places = [tag.start() for name in _AFTER_MERGES if (tag := any_tag_pattern(name).search(text)) is not None]
    closing = re.search(r"</(?:[\w.\-]+:)?worksheet\s*>", text)
    at = min([*places, closing.start() if closing else len(text)])
    return f'{text[:at]}<{prefix}mergeCells count="{len(merges)}">{areas}</{prefix}mergeCells>{text[at:]}'
