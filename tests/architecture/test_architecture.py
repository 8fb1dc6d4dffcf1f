"""The house rules that no type checker sees: imports, cold start, paths, words that must not stand anywhere."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
HEAVY = ("pandas", "numpy", "openpyxl", "docxtpl", "docx", "jinja2", "xlwings", "xlsxwriter", "ruamel", "rich")


def tracked(*patterns):
    listed = subprocess.run(["git", "-c", f"safe.directory={ROOT}", "ls-files", "-co", "--exclude-standard", *patterns], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name.strip('"') for name in listed.stdout.splitlines()]


def modules_after(code):
    script = f"import sys\n{code}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(ran.stdout.splitlines()[-1].split())


def test_core_alone_needs_no_spreadsheet_word_or_terminal_library():
    """A fresh interpreter that imports all of core has loaded nothing but the standard library and us."""
    loaded = modules_after("from addin.core import catalogue, ratings, summaries\nimport addin.core.tables.reading")

    assert loaded & {*HEAVY, "click", "python_calamine", "lxml", "filelock"} == set()


@pytest.mark.parametrize("words", [["check", str(SAMPLE), "--quiet"], ["rate", str(SAMPLE), "--year", "2025", "--quiet"], ["--help"]])
def test_a_check_loads_no_heavy_library(words):
    """Cold start is kept by what is not imported (design.md §6a)."""
    loaded = modules_after(
        f"from addin.cli import main\ntry:\n    main({words!r})\nexcept SystemExit as done:\n    assert not done.code"
    )

    assert loaded & set(HEAVY) == set()


def test_imports_go_down_the_folder_list():
    """The contracts of pyproject.toml, run by import-linter itself."""
    ran = subprocess.run([sys.executable, "-m", "importlinter.cli"], cwd=ROOT, capture_output=True, text=True, check=False)
    if "No module named" in ran.stderr or not ran.stdout:
        ran = subprocess.run(
            [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert "0 broken" in ran.stdout, ran.stdout + ran.stderr


def test_nothing_touches_the_paid_part_of_xlwings():
    """`xlwings.pro` and what goes through it is not ours to use (licence)."""
    named = [path for path in tracked("addin/*.py") if re.search(r"(import|from)\s+xlwings\.(pro|reports|server)", path.read_text("utf-8"))]

    assert named == []


def test_paths_are_short_enough_for_windows():
    """Under 120 characters from the project's root."""
    long = [path for path in tracked() if len(str(path.relative_to(ROOT))) >= 120]

    assert long == []


def test_modules_stay_small():
    """Stop at 300 lines, then make a folder."""
    long = {path.name: count for path in tracked("addin/*.py") if path.exists() and (count := len(path.read_text("utf-8").splitlines())) > 300}

    assert long == {}


def test_nothing_is_skipped_stubbed_or_left_to_do():
    """No skip, no xfail, no TODO, no NotImplementedError as a placeholder."""
    words = re.compile(r"pytest\.(mark\.)?(skip|xfail|importorskip)|\bTODO\b|\bFIXME\b|raise NotImplementedError")
    found = [
        f"{path.name}:{number}"
        for path in tracked("addin/*.py", "tests/*.py")
        if path.exists() and path.name != "test_architecture.py"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if words.search(line)
    ]

    assert found == []


def test_no_registry_is_named():
    """Where packages come from is the machine's business."""
    hosts = re.compile(r"py" + r"pi\.org|files\.python" + r"hosted|deb\.deb" + r"ian\.org|registry\.np" + r"mjs")
    found = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.exists() and path.suffix in {".py", ".md", ".toml", ".lock", ".yaml", ".txt", ""} and hosts.search(path.read_text("utf-8", "ignore"))
    ]

    assert found == []


def test_the_guides_name_only_commands_that_exist():
    """Every `sochibo X` in README and docs is a command."""
    from addin.cli.way_in import cli

    known = set(cli.commands)
    named = {
        match[1]
        for path in tracked("README.md", "docs/*.md")
        if path.exists()
        for match in re.finditer(r"(?:^|[`“/ ])sochibo (?!LỆNH)([a-z]+)\b", path.read_text("utf-8"), re.MULTILINE)
    }

    assert named <= known
    assert {"check", "rate", "decide", "summarise", "undo", "adopt"} <= named


def test_every_command_is_in_the_guide():
    """A command nobody can read about does not exist for its user."""
    from addin.cli.way_in import cli

    guide = (ROOT / "docs" / "huong-dan.md").read_text("utf-8")
    missing = [name for name in cli.commands if f"sochibo {name}" not in guide and f"make {name}" not in guide]

    assert missing == []


def test_no_possessive_quantifier():
    """CPython 3.11.2 (Debian 12) matches `(…)*+` wrongly: found when CI ran the suite on it."""
    possessive = re.compile(r"[)\]][*+?]\+|\(\?>")
    found = [
        f"{path.name}:{number}"
        for path in tracked("addin/*.py")
        if path.exists()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if re.search(r"[rR][fFbB]?[\"']", line) and possessive.search(line)
    ]

    assert found == []
