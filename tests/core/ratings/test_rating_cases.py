"""Every case under cases/: written by hand from the regulations, one file an instrument."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from addin.core.persons.reading import Reading
from addin.core.ratings.year import rate
from tests.core.ratings.rating_books import book_of

CASES = Path(__file__).parent / "cases"
MEMBER_FILES = ("hd27", "hd16", "hd21", "qd124", "qd366", "record", "dieu11", "votes")


def cases_in(*names: str) -> list[Any]:
    """The cases of some files, each under its Vietnamese name."""
    loader = YAML(typ="safe")
    found = []
    for name in names:
        found += [pytest.param(case, id=f"{name}: {case['name']}") for case in loader.load(CASES / f"{name}.yaml")]
    return found


def assert_rules(rated: Any, expected: dict[str, Any]) -> None:
    """The rules a case wants are among the reasons or, as lacking.key, what is lacking; those it does not want are not."""
    seen = [*(reason.rule for reason in rated.because), *(f"lacking.{one.key}" for one in rated.lacking)]
    assert [rule for rule in expected.get("rules", []) if rule not in seen] == [], seen
    assert [rule for rule in expected.get("not_rules", []) if rule in seen] == [], seen


@pytest.mark.parametrize("case", cases_in(*MEMBER_FILES))
def test_a_member_is_rated_as_the_case_says(case: dict[str, Any]) -> None:
    """Status, ceiling, provisional, vote, result and the rules that led to them."""
    book = book_of(case)

    rated = rate(Reading(book), case["year"]).members

    expected = case["expect"]
    if expected == "absent":
        assert rated == ()
        return
    (one,) = rated
    seen = {key: getattr(one, key) for key in ("status", "ceiling", "provisional", "vote", "voted", "result", "level")}
    seen["level_from"] = one.recorded.source
    wanted = {key: value for key, value in expected.items() if key in seen}
    assert {key: seen[key] for key in wanted} == wanted, [reason.text for reason in one.because]
    assert_rules(one, expected)
    assert expected.get("why_has", "") in (one.why_not or "")


@pytest.mark.parametrize("case", cases_in("party_cell", "dieu11_collective"))
def test_the_party_cell_is_rated_as_the_case_says(case: dict[str, Any]) -> None:
    """Ceiling, result and the rules that led to them."""
    book = book_of(case)

    cell = rate(Reading(book), case["year"]).party_cell

    expected = case["expect"]
    wanted = {key: expected[key] for key in ("ceiling", "result", "provisional") if key in expected}
    assert {key: getattr(cell, key) for key in wanted} == wanted, [reason.text for reason in cell.because]
    assert_rules(cell, expected)


@pytest.mark.parametrize("case", cases_in("quota"))
def test_the_cap_is_what_the_case_says(case: dict[str, Any]) -> None:
    """Base, rate, rounding, cap, proposals."""
    book = book_of(case)

    quota = rate(Reading(book), case["year"]).quota

    expected = dict(case["expect"])
    note = expected.pop("note_has", "")
    if expected.get("rate") is not None:
        expected["rate"] = Decimal(str(expected["rate"]))
    assert {key: getattr(quota, key) for key in expected} == expected
    assert note in " ".join(reason.text for reason in quota.because)
