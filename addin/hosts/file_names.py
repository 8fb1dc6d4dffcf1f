"""File names that every system here can hold: Windows, Samba, ext4, and a colleague's older machine.

One spelling (NFC), no separator or reserved sign, no reserved Windows name, no dot or space at the end, and at
most 120 bytes: a name of 255 bytes holds only 85 letters like «ệ». What had to be cut carries a short hash of
the whole, so two long names never become one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST_NAME = 120
LONGEST_ANYWHERE = 255
_SEPARATORS = re.compile(r"\s*[/\\|:]\s*")
_UNWANTED = re.compile(r"[<>\"?*]")
_SPACES = re.compile(r"\s+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\s*\..*)?\s*", re.IGNORECASE)
_UNNAMED = "Không tên"


def safe_name(text: str, suffix: str = "") -> str:
    """A file name made of `text` and `suffix` (".docx"), safe in every folder; the same text gives the same name."""
    name = unicodedata.normalize("NFC", text)
    name = _SPACES.sub(" ", _SEPARATORS.sub("-", name))
    name = "".join(letter for letter in name if unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    name = _UNWANTED.sub("", name).strip(" .~$").strip() or _UNNAMED
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return shortened(name, suffix)


def shortened(name: str, suffix: str = "", longest: int = LONGEST_NAME) -> str:
    """The name with its suffix, cut between letters to the limit of bytes, with a hash of the whole where cut."""
    room = longest - len(suffix.encode("utf-8"))
    if len(name.encode("utf-8")) <= room:
        return name + suffix
    digest = "~" + hashlib.sha256(name.encode("utf-8")).hexdigest()[:8]
    kept = name.encode("utf-8")[: max(room - len(digest), 0)].decode("utf-8", "ignore")
    return kept.rstrip(" .-") + digest + suffix


def is_too_long(name: str) -> bool:
    """Whether some folder cannot hold it: Windows counts letters, Samba and ext4 count bytes."""
    return len(name.encode("utf-8")) > LONGEST_ANYWHERE


def looks_like(one: str, other: str) -> bool:
    """Whether two file names differ only in what nobody sees or what Windows does not tell apart."""
    return _seen(one) == _seen(other)


def _seen(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
