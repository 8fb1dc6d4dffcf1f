"""Compiles `addin/glossary/evidence.yaml` to `evidence.json`: words folded, every known heading and title as its notions.

Run by `python -m tools.compile_glossary`; a test keeps the file current.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from addin import glossary
from addin.glossary.folding import fold
from addin.glossary.notions import Lexicon, ordered
from tools.entry_lines import entry_lines

FOLDER = Path(glossary.__file__).parent
SOURCE = FOLDER / "evidence.yaml"
TARGET = FOLDER / "evidence.json"

Spellings = Callable[[str], tuple[str, ...]]


def evidence(listed: Mapping[str, Any], spellings: Spellings, refuse: type[Exception]) -> str:
    """What `evidence.json` must hold, byte for byte; `listed` are the tables of the glossary."""
    raw = YAML(typ="safe", pure=True).load(SOURCE.read_text(encoding="utf-8"))
    short = {fold(word): [fold(text) for text in texts] for word, texts in raw["abbreviations"].items()}
    notions = _notions(raw["notions"], refuse)
    lexicon = Lexicon(short, notions)

    def words(entry: Mapping[str, Any]) -> list[str]:
        return [entry["vi"], *(text for item in entry.get("aka", ()) for text in spellings(str(item)))]

    never = {table: {fold(word) for word in words} for table, words in raw["never"].items()}

    def meant(table: str, texts: Iterable[str]) -> list[str]:
        return [phrase for phrase in _phrases(texts, lexicon) if never.get(table, set()).isdisjoint(phrase.split())]

    phrases = {
        table: {
            key: meant(table, [*words(entry), *raw["headings"].get(table, {}).get(key, ())])
            for key, entry in listed[table]["columns"].items()
        }
        | {keys: _phrases(texts, lexicon) for keys, texts in raw["compounds"].get(table, {}).items()}
        for table in listed
    }
    titles = {
        table: meant(
            table,
            [entry["sheet"], *(text for item in entry["aka"] for text in spellings(str(item))), *raw["titles"].get(table, ())],
        )
        for table, entry in listed.items()
    }
    compiled = {
        "abbreviations": short,
        "notions": notions,
        "fillers": sorted({notions.get(fold(word), fold(word)) for word in raw["fillers"]}),
        "context": {table: [fold(word) for word in words] for table, words in raw["context"].items()},
        "phrases": phrases,
        "titles": titles,
        "foreign_titles": _phrases(raw["foreign"]["titles"], lexicon),
        "foreign_headings": _phrases(raw["foreign"]["headings"], lexicon),
        "nobodys": sorted({word for phrase in _phrases(raw["nobodys"], lexicon) for word in phrase.split()}),
        "remarks": _phrases(raw["remarks"], lexicon),
        "signed": _phrases(raw["signed"], lexicon),
        "strangers": {table: _phrases(texts, lexicon) for table, texts in raw["strangers"].items()},
        "denied": _words_by_key(raw["denied"], lexicon),
        "needed": _words_by_key(raw["needed"], lexicon),
        "requires": raw["requires"],
    }
    return entry_lines(compiled)


def _words_by_key(raw: Mapping[str, Mapping[str, list[str]]], lexicon: Lexicon) -> dict[str, dict[str, list[str]]]:
    """{table: {key: notions}} of words listed by key."""
    return {
        table: {key: sorted({word for phrase in _phrases(texts, lexicon) for word in phrase.split()}) for key, texts in keys.items()}
        for table, keys in raw.items()
    }


def _notions(raw: Mapping[str, list[str]], refuse: type[Exception]) -> dict[str, str]:
    """Folded group of words → notion; refused where two notions share a group."""
    owners: dict[str, str] = {}
    for notion, groups in raw.items():
        for group in groups:
            if owners.setdefault(fold(str(group)), notion) != notion:
                raise refuse(f'notions: "{group}" chỉ cả {owners[fold(str(group))]} lẫn {notion}.')
    return owners


def _phrases(texts: Iterable[str], lexicon: Lexicon) -> list[str]:
    """Each different set of notions the texts come to, its notions in order."""
    found = (" ".join(sorted(set(words))) for text in texts for words in ordered(text, lexicon))
    return list(dict.fromkeys(item for item in found if item))
