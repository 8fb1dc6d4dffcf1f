"""Code names a choice by its id; the words stand in terms.yaml."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from addin import glossary
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Kind, columns_of
from addin.glossary import choices
from addin.glossary.listing import choice_lists

ADDIN = Path(glossary.__file__).parents[1]
WORDS = {word for name in choice_lists() for word in glossary.canonical_choices(name) if not word.isascii() or word == "Nam"}
OF_SENTENCES = {
    "core/ratings/level_conditions.py": {"Hoàn thành"},  # the first words of a level, and of "Hoàn thành ít nhất …"
    "core/regulations/instruments.py": {"Văn bản"},  # any document whose kind nobody entered
    "core/summaries/procedures.py": {"Báo cáo tự kiểm tra", "Bí thư", "Chi bộ", "Giám sát chuyên đề", "Đảng viên"},  # papers, and who makes them
    "documents/kinds/self_report.py": {"Báo cáo tự kiểm tra"},  # the paper's own name
    "documents/kinds/team_schedule.py": {"Chi bộ"},  # with whom the team meets
    "documents/parts/cycle/curriculum.py": {"Nơi cư trú"},  # a line of a curriculum
    "jobs/export.py": {"Chi bộ", "Đảng viên"},  # a heading and a sheet
    "documents/parts/people.py": {"Đảng viên"},  # a post as people write it, not a choice
}
"""Words that happen to be those of a choice and are none there."""


@pytest.mark.parametrize(
    "path",
    sorted(path for room in ("core", "documents", "jobs") for path in (ADDIN / room).rglob("*.py")),
    ids=lambda path: str(path.relative_to(ADDIN)),
)
def test_no_choice_is_written_out(path):
    """A choice in code is `PlanStatus.DONE`, so that a word of the list is changed in one place."""
    written = {
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in WORDS
    }

    assert written <= OF_SENTENCES.get(path.relative_to(ADDIN).as_posix(), set())


def test_every_column_of_choices_has_ids():
    """Whatever a column lets people choose from can be named in code."""
    lists = {
        column.choices
        for row_type in ROW_TYPES.values()
        for column in columns_of(row_type)
        if column.kind in (Kind.CHOICE, Kind.CHOICES)
    }

    for name in lists:
        words = vars(getattr(choices, "".join(part.capitalize() for part in name.split("_"))))
        assert {text for key, text in words.items() if key.isupper()} == set(glossary.canonical_choices(name))
