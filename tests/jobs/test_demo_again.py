"""`demo` may be said again, after an upgrade too: an older or edited sample stays and the walk goes on."""

from __future__ import annotations

from datetime import date

from addin.jobs.demo import SAMPLE, steps


def test_an_edited_sample_stays_and_the_walk_goes_on(tmp_path):
    (tmp_path / SAMPLE).write_bytes(b"edited by somebody")
    done = [step.run() for step in steps(tmp_path, date(2026, 11, 23))]

    assert (tmp_path / SAMPLE).read_bytes() == b"edited by somebody"
    assert done[0][1][0].name == "chi-bo-van-phong-so-2 (bản 2).xlsx"
    assert done[1][0].workbook == "chi-bo-van-phong-so-2 (bản 2).xlsx"
    assert len(done) == 10
