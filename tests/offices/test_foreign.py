"""Workbooks that have nothing to do with a party cell: nobody in them is a member, rated or inspected."""

from __future__ import annotations

import hashlib

import pytest

from tests.hosts.closed.corpus import CORPUS, FILES
from tests.offices import public


@pytest.mark.shared
@pytest.mark.parametrize("name", FILES)
def test_no_member_rating_or_inspection_is_invented(name):
    """Each of the 56 workbooks nobody here wrote; one that is refused holds nobody either."""
    assert public.taken(CORPUS / name) == {}


def test_the_public_list_names_thirty_files_or_more_once():
    """By repository, commit, path and fingerprint: enough to look each up again."""
    fingerprints = [one["sha256"] for one in public.LISTED]

    assert len(set(fingerprints)) == len(fingerprints) >= 30
    assert all(len(one["commit"]) == 40 and one["path"] for one in public.LISTED)


def test_a_file_that_changed_counts_as_absent(tmp_path, capsys):
    """Only the very file that was looked at is judged; what is absent is told."""
    first = public.LISTED[0]
    path = tmp_path / first["repository"].replace("/", "+") / first["path"]
    path.parent.mkdir(parents=True)
    path.write_bytes(b"another")

    assert hashlib.sha256(path.read_bytes()).hexdigest() != first["sha256"]
    assert public.main(tmp_path) == 0
    assert f"{len(public.LISTED)} absent" in capsys.readouterr().out
