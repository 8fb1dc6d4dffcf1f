"""Tells why members may be rated as proposed: reasons, articles, squares, and the evidence beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.jobs.why import Page, WhyResult
from addin.output.reasons import reason_form, reason_line
from addin.output.standings import standing
from addin.output.values import level_shown

_SQUARES_ON_A_PAGE = 6
_SQUARES_IN_A_BOX = 3


def form(result: WhyResult) -> dict[str, Any]:
    """`{"workbook", "year", "full_name", "because"}`; several people as `members`."""
    pages = [_page_form(page) for page in result.pages]
    told = pages[0] if len(pages) == 1 else {"members": pages}
    return {"workbook": result.workbook, "year": result.year, **told}


def lines(result: WhyResult) -> Iterator[str]:
    """The level reached and the highest possible, then every reason."""
    for page in result.pages:
        rating, year = page.rating, result.year
        yield f"{rating.full_name}, năm {year}: {rating.why_not.rstrip('.') if rating.why_not else standing(rating, year)}."
        if rating.ceiling:
            yield f"Mức cao nhất có thể: {level_shown(rating.ceiling, year)}."
        yield from _reasons(page, _SQUARES_ON_A_PAGE)


def box(result: WhyResult) -> Iterator[str]:
    """The highest level possible, then every reason with fewer squares."""
    for page in result.pages:
        yield _head(page, result.year)
        if page.rating.is_rated:
            yield from _reasons(page, _SQUARES_IN_A_BOX)


def _head(page: Page, year: int) -> str:
    return f"{page.rating.full_name}, năm {year}: {standing(page.rating, year)}"


def _reasons(page: Page, squares: int) -> Iterator[str]:
    return (f"– {reason_line(reason, squares)}" for reason in page.reasons)


def _page_form(page: Page) -> dict[str, Any]:
    return {"full_name": page.rating.full_name, "because": [reason_form(reason) for reason in page.reasons]}
