"""Compiles `addin/glossary/terms.yaml` to what runs, `compiled.json` and `choices.py`: `python -m tools.compile_glossary`.

Refuses duplicate keys, unknown keys, missing words, and two keys of one table under one spelling, each with
the place and the words, so that a bad list never ships. Folding is done here, never when a workbook is read.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from itertools import product
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from addin import glossary
from addin.glossary.folding import fold, fold_plain
from addin.glossary.listing import SEPARATOR
from tools import choice_words, evidence_words
from tools.choice_words import choice_module
from tools.entry_lines import entry_lines

FOLDER = Path(glossary.__file__).parent
SOURCE = FOLDER / "terms.yaml"
TARGET = FOLDER / "compiled.json"

_EITHER = re.compile(r"\(([^()]*\|[^()]*)\)")
_ENTRY = frozenset({"vi", "aka", "note"})
_CHOICE = _ENTRY | {"id"}
_CODE = _ENTRY | {"stems"}
_TABLE = frozenset({"sheet", "aka", "about", "columns", "ambiguous"})
_TOP = frozenset(
    {"terms", "tables", "split", "ignored_headings", "choices", "codes", "flags", "settings", "settings_sheet",
     "levels", "level_regimes", "level_styles", "honorifics"}
)  # fmt: skip
_SUBJECTS = ("member", "party_cell")


class GlossaryError(ValueError):
    """The list is wrong; the message says where and how."""


def load(source: Path = SOURCE) -> dict[str, Any]:
    """The list as written; GlossaryError where YAML itself is wrong or a key stands twice."""
    try:
        loaded = YAML(typ="safe", pure=True).load(source.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise GlossaryError(f"{source.name}: {error}") from error
    _known(loaded, _TOP, source.name)
    result: dict[str, Any] = loaded
    return result


def spellings(pattern: str) -> tuple[str, ...]:
    """Every spelling of "a (b|c)": "a b" and "a c"."""
    if pattern.count("(") != pattern.count(")"):
        raise GlossaryError(f'"{pattern}": ngoặc không đủ cặp (có lẽ thiếu dấu nháy quanh chữ có dấu phẩy).')
    parts = _EITHER.split(pattern)
    ways = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    if any("|" in part for part in parts[::2]):
        raise GlossaryError(f'"{pattern}": dấu | chỉ dùng trong một cặp ngoặc, ngoặc không lồng nhau.')
    return tuple(" ".join("".join(way).split()) for way in product(*ways))


def compile_list(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The list in the form `addin.glossary.listing` reads; GlossaryError where anything is wrong or ambiguous."""
    return {
        "terms": {name: _entry(entry, f"terms.{name}")["vi"] for name, entry in raw["terms"].items()},
        "tables": {
            name: _table(table, raw["split"].get(name, {}), f"tables.{name}") for name, table in raw["tables"].items()
        },
        "sheets": _sheets(raw),
        "ignored": sorted({fold(text) for text in raw["ignored_headings"]} - {""}),
        "choices": {name: _choices(entries, f"choices.{name}") for name, entries in raw["choices"].items()},
        "codes": {name: _codes(entries, f"codes.{name}") for name, entries in raw["codes"].items()},
        "flags": _flags(raw["flags"]),
        "settings": _settings(raw),
        "levels": _levels(raw["levels"], raw["level_regimes"], raw["level_styles"]),
        "honorifics": sorted(raw["honorifics"], key=lambda text: (-len(text), text)),
    }


def compiled_text(source: Path = SOURCE) -> str:
    """What `compiled.json` must hold, byte for byte."""
    return entry_lines(compile_list(load(source)))


def _known(mapping: object, allowed: Iterable[str], where: str) -> None:
    if not isinstance(mapping, Mapping):
        raise GlossaryError(f"{where}: phải là một nhóm khoá và giá trị.")
    strange = sorted(set(map(str, mapping)) - set(allowed))
    if strange:
        raise GlossaryError(f"{where}: không có khoá {', '.join(strange)}; chỉ dùng {', '.join(sorted(allowed))}.")


def _entry(entry: Mapping[str, Any], where: str, keys: frozenset[str] = _ENTRY) -> Mapping[str, Any]:
    _known(entry, keys, where)
    if not isinstance(entry.get("vi"), str) or not entry["vi"].strip():
        raise GlossaryError(f"{where}: thiếu vi.")
    return entry


def _words(entry: Mapping[str, Any]) -> list[str]:
    return [entry["vi"], *(text for pattern in entry.get("aka", ()) for text in spellings(str(pattern)))]


def _read(words: Mapping[str, list[str]], where: str) -> dict[str, str]:
    """Key → its folded spellings, joined by `SEPARATOR`; GlossaryError where two keys share one."""
    owners: dict[str, str] = {}
    for key, texts in words.items():
        for text in texts:
            folded = fold(text)
            if folded and owners.setdefault(folded, key) != key:
                raise GlossaryError(f'{where}: "{text}" chỉ cả {owners[folded]} lẫn {key}.')
    return {key: SEPARATOR.join(dict.fromkeys(fold(text) for text in texts if fold(text))) for key, texts in words.items()}


def _refuse_plain_twins(words: Mapping[str, list[str]], where: str) -> None:
    """Canonical headings of one table must stay apart even without accents."""
    owners: dict[str, str] = {}
    for key, (canonical, *_) in words.items():
        if owners.setdefault(fold_plain(canonical), key) != key:
            raise GlossaryError(f'{where}: bỏ dấu thì "{canonical}" chỉ cả {owners[fold_plain(canonical)]} lẫn {key}.')


def _table(table: Mapping[str, Any], split: Mapping[str, Any], where: str) -> dict[str, Any]:
    _known(table, _TABLE, where)
    entries = {**table["columns"], **split}
    words = {key: _words(_entry(entry, f"{where}.{key}")) for key, entry in entries.items()}
    _refuse_plain_twins(words, where)
    ambiguous = _ambiguous(table.get("ambiguous", {}), words, where)
    return {
        "sheet": table["sheet"],
        "about": table["about"],
        "columns": {key: texts[0] for key, texts in words.items()},
        "headers": _read(words, where),
        **({"ambiguous": ambiguous} if ambiguous else {}),
    }


def _ambiguous(raw: Mapping[str, list[str]], words: Mapping[str, list[str]], where: str) -> dict[str, str]:
    """Folded heading → the keys it may mean, joined by `SEPARATOR`; GlossaryError where one is sure or a key unknown."""
    sure = {fold(text) for texts in words.values() for text in texts}
    found: dict[str, str] = {}
    for pattern, keys in raw.items():
        _known(dict.fromkeys(keys), words, f"{where}.ambiguous")
        for text in spellings(pattern):
            if fold(text) in sure:
                raise GlossaryError(f'{where}.ambiguous: "{text}" đã chỉ một cột.')
            found[fold(text)] = SEPARATOR.join(keys)
    return found


def _sheets(raw: Mapping[str, Any]) -> dict[str, str]:
    entries = {**raw["tables"], "settings": raw["settings_sheet"]}
    words = {
        name: [table["sheet"], *(text for pattern in table["aka"] for text in spellings(str(pattern)))]
        for name, table in entries.items()
    }
    return _read(words, "sheets")


def _choices(entries: list[Mapping[str, Any]], where: str) -> dict[str, Any]:
    words = {entry["vi"]: _words(_entry(entry, where, _CHOICE)) for entry in entries}
    return {"canonical": list(words), "read": _read(words, where)}


def _codes(entries: Mapping[str, Any], where: str) -> dict[str, Any]:
    words = {code: [*_words(_entry(entry, f"{where}.{code}", _CODE)), code] for code, entry in entries.items()}
    stems = {code: [fold(stem) for stem in entry["stems"]] for code, entry in entries.items() if "stems" in entry}
    return {"texts": {code: texts[0] for code, texts in words.items()}, "read": _read(words, where), "stems": stems}


def _flags(flags: Mapping[str, list[str]]) -> dict[str, bool]:
    _known(flags, ("yes", "no"), "flags")
    return {fold(text) or text: word == "yes" for word, texts in flags.items() for text in texts}


def _settings(raw: Mapping[str, Any]) -> dict[str, Any]:
    sheet = raw["settings_sheet"]
    _known(sheet, _TABLE, "settings_sheet")
    columns = {key: _words(_entry(entry, f"settings_sheet.{key}")) for key, entry in sheet["columns"].items()}
    items = {key: _words(_entry(entry, f"settings.{key}")) for key, entry in raw["settings"].items()}
    return {
        "sheet": sheet["sheet"],
        "about": sheet["about"],
        "columns": {key: texts[0] for key, texts in columns.items()},
        "headers": _read(columns, "settings_sheet"),
        "items": {key: texts[0] for key, texts in items.items()},
        "read": _read(items, "settings"),
    }


def _levels(
    levels: Mapping[str, Any], regimes: list[Mapping[str, Any]], styles: list[Mapping[str, str]]
) -> dict[str, Any]:
    words = {code: [*_words(_entry(entry, f"levels.{code}")), code] for code, entry in levels.items()}
    for regime in regimes:
        _known(regime, ("until", *_SUBJECTS), "level_regimes")
        for subject in _SUBJECTS:
            _known(regime[subject], levels, f"level_regimes.{regime['until']}.{subject}")
            for code, text in regime[subject].items():
                words[code].append(text)
    for number, style in enumerate(styles):
        _known(style, levels, f"level_styles.{number}")
        for code, text in style.items():
            words[code].append(text)
    return {
        "words": {code: texts[0] for code, texts in words.items()},
        "read": _read(words, "levels"),
        "regimes": regimes,
        "styles": styles,
    }


def choices_text(source: Path = SOURCE) -> str:
    """What `choices.py` must hold, byte for byte."""
    return choice_module(load(source), GlossaryError)


def evidence_text() -> str:
    """What `evidence.json` must hold, byte for byte."""
    return evidence_words.evidence(load()["tables"], spellings, GlossaryError)


def main() -> None:
    """Write `compiled.json`, `choices.py`, `evidence.json` and what follows from them, `senses.json`."""
    TARGET.write_text(compiled_text(), encoding="utf-8")
    choice_words.TARGET.write_text(choices_text(), encoding="utf-8")
    evidence_words.TARGET.write_text(evidence_text(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "tools.heading_senses"], check=True)


if __name__ == "__main__":
    main()
