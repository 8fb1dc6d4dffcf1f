"""The one bilingual list: what things are called, and how texts are compared.

`terms.yaml` is its source. It knows nothing else of the project and reads one JSON file, once.
"""

from addin.glossary.folding import fold, fold_plain
from addin.glossary.listing import (
    about,
    ambiguous_headers,
    canonical_choices,
    choice,
    choice_lists,
    code_text,
    codes,
    flag,
    header,
    headers,
    honorifics,
    ignored_headings,
    level_of,
    level_styles,
    level_words,
    plain_headers,
    says_exemplary,
    setting_header,
    settings_headers,
    sheet_name,
    sheet_names,
    tables,
    term,
)
from addin.glossary.names import given_name_key, group_key, person_key, without_honorific

__all__ = [
    "about",
    "ambiguous_headers",
    "canonical_choices",
    "choice",
    "choice_lists",
    "code_text",
    "codes",
    "flag",
    "fold",
    "fold_plain",
    "given_name_key",
    "group_key",
    "header",
    "headers",
    "honorifics",
    "ignored_headings",
    "level_of",
    "level_styles",
    "level_words",
    "person_key",
    "plain_headers",
    "says_exemplary",
    "setting_header",
    "settings_headers",
    "sheet_name",
    "sheet_names",
    "tables",
    "term",
    "without_honorific",
]
