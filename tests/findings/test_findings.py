"""Runs the cases of every finding that is no rule's: `SHT110.yaml` holds those of SHT110."""

from __future__ import annotations

import pytest

from addin.core.findings import sort_findings
from tests.core.rules.book_cases import cases_of
from tests.findings.cases import FOLDER, findings_of

CASES = [(path.stem, case) for path in sorted(FOLDER.glob("*.yaml")) for case in cases_of(path)]


@pytest.mark.parametrize(("code", "case"), CASES, ids=[f"{code}: {case['name']}" for code, case in CASES])
def test_the_code_is_found_where_the_case_says_and_nowhere_else(code, case, tmp_path):
    """Exactly the expected squares, with the message the case gives."""
    found = sort_findings(finding for finding in findings_of(case, tmp_path) if finding.rule == code)

    assert [str(finding.place) for finding in found] == case["expect"]
    if case["expect"]:
        messages = case["message"] if isinstance(case["message"], list) else [case["message"]]
        assert [finding.message for finding in found] == messages
        assert all(message.endswith((".", "?")) for message in messages)
        assert all(finding.fix.endswith(".") for finding in found)
