"""Runs every case file of this folder: `MEM204.yaml` holds the cases of rule MEM204."""

from __future__ import annotations

import pytest

from addin.core import catalogue
from addin.core.findings import sort_findings
from addin.core.persons.reading import Reading
from addin.core.rules.context import Context
from tests.core.rules.book_cases import FOLDER, TODAY, book_of, cases_of, square_of

CASES = [(path.stem, case) for path in sorted(FOLDER.glob("*.yaml")) for case in cases_of(path)]


@pytest.mark.parametrize(("code", "case"), CASES, ids=[f"{code}: {case['name']}" for code, case in CASES])
def test_rule_finds_what_the_case_says_and_nothing_else(code, case):
    """The rule of the file flags exactly the expected squares, with the message where the case gives one."""
    book = book_of(case)
    context = Context(Reading(book), case.get("on", TODAY))

    found = sort_findings(catalogue.rule_of(code).findings(context))

    assert [square_of(finding, book) for finding in found] == case["expect"]
    if "message" in case:
        messages = case["message"] if isinstance(case["message"], list) else [case["message"]]
        assert [finding.message for finding in found] == messages
    if "reference" in case:
        assert [str(finding.reference) for finding in found] == [case["reference"]] * len(found)


@pytest.mark.parametrize("code", sorted({code for code, _ in CASES}))
def test_messages_are_short_polite_vietnamese_sentences(code):
    """Each message that any case brings out ends as a sentence and is no longer than a note can show."""
    cases = [case for other, case in CASES if other == code and case["expect"]]

    for case in cases:
        for finding in catalogue.rule_of(code).findings(Context(Reading(book_of(case)), case.get("on", TODAY))):
            assert finding.message.endswith((".", "?")), finding.message
            assert len(finding.message) <= 255, finding.message
            assert "None" not in finding.message, finding.message
