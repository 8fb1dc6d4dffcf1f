"""Works out `senses.json`: what every text above the rows of our own sheets means, so that no start has to.

Run by `python -m tools.compile_glossary` and after any change of recognition's words or weights; a test keeps the
file current.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from addin import glossary
from addin.core.tables.recognition import sense
from addin.core.tables.recognition.heading_words import candidates, meanings
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import columns_of
from tools.entry_lines import entry_lines
from tools.workbooks.table_sheet import about_text, title_text

TARGET = Path(sense.__file__).with_name("senses.json")


def senses_text() -> str:
    """What `senses.json` must hold, byte for byte."""
    return entry_lines({text: _ordered(text, sense.worked_out(text)) for text in dict.fromkeys(_texts())})


def _texts() -> Iterator[str]:
    for table, row_type in ROW_TYPES.items():
        yield title_text(glossary.sheet_name(table))
        yield about_text(table)
        for column in columns_of(row_type):
            yield glossary.header(table, column.key)


def _ordered(text: str, senses: sense.Senses) -> Mapping[str, Mapping[str, int]]:
    """Keys the list itself names in its order, then the others by name."""
    listed = {table: ["+".join(keys)] if len(keys) > 1 else list(candidates(keys[0])) for table, keys in meanings(text).items()}
    return {
        table: {key: senses[table][key] for key in dict.fromkeys((*listed.get(table, ()), *sorted(senses[table]))) if key in senses[table]}
        for table in ROW_TYPES
        if table in senses
    }


if __name__ == "__main__":
    TARGET.write_text(senses_text(), encoding="utf-8")
