"""`rate --for`: one member's page, with residence and supervision as evidence that judges nothing."""

from __future__ import annotations

from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"


def test_the_page_has_the_reasons_of_the_rating_and_the_evidence():
    """The first reasons are those of `rate`; the evidence names its squares."""
    rated = sochibo("rate", SAMPLE, "--year", 2020, "--json").answer
    member = next(item for item in rated["members"] if item["status"] == "rated")

    page = sochibo("rate", SAMPLE, "--year", 2020, "--for", member["full_name"], "--json").answer

    told = [reason["text"] for reason in page["because"]]
    assert told[: len(member["because"])] == [reason["text"] for reason in member["because"]]
    evidence = {reason["rule"]: reason for reason in page["because"] if reason["rule"].startswith("evidence.")}
    assert evidence["evidence.residence"]["text"].startswith("Nơi cư trú nhận xét: ")
    assert evidence["evidence.supervision"]["text"].startswith("Ghi nhận giám sát trong năm: ")
    assert all(reason["places"] for reason in evidence.values())


def test_a_name_that_means_two_or_nobody_is_misuse():
    """Asked with the way out."""
    assert sochibo("rate", SAMPLE, "--year", 2020, "--for", "Không Ai").code == 2
    assert sochibo("rate", ROOT / "workbooks" / "mau.xlsx", "--year", 2025, "--for", "Nguyễn Văn Hai").code == 2
