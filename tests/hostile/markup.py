"""Parts of a package spoilt as text: tags, attributes, letters, numbers, references, encodings, depth."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Spoil = Callable[[random.Random, bytes], bytes]
_TAG = re.compile(rb"<[^>]{1,2000}>")
_VALUE = re.compile(rb'="([^"]{0,400})"')
_TEXT = re.compile(rb">([^<>]{1,400})<")
_ADDRESS = re.compile(rb'(?:r|ref|sqref|spans)="[^"]+"')
_NUMBERS = ("-1", "0", "1e999", "NaN", "INF", "99999999999999999999", "1.5", "0x10", "", " ", "1048577", "2147483648", "١٢", "6E-5", "-0", "1e-320")
_ADDRESSES = ("A0", "XFD1048577", "ZZZZ1", "1A", "", "A1:", "B2:A1", "A1:XFD1048576", "$A$1", "A1 B2", "XFD1048576", "a1", "R1C1", "A٣", "A1:A1:A1")
_WORDS = (
    "&#xD800;", "&#0;", "&lt;", "&unknown;", "\ufffe", "\x0b", "\u202e", "_x0000_", "_xD800_", "=1+1", "{{ x }}", "{% for %}", "{%p if %}",
    "{{ number", "n" * 40_000, "ẩ" * 33_000, "\u0301" * 5_000, "<![CDATA[x]]>", "<!-- x -->", "<?x y?>", "31/02/2024", "60", "#REF!", "TRUE", "None",
    "0" * 400, "9" * 400, "12/2024", "99/99/9999", "-5", "1.000.000,5", "a;b;c;" * 3_000, "HTXS, HTT, ?", "\U0001f600" * 50, "'", '""',
)  # fmt: skip


def _some(chance: random.Random, pattern: re.Pattern[bytes], data: bytes, change: Callable[[re.Match[bytes]], bytes]) -> bytes:
    """A few of the places a pattern finds, changed from the end so that the others keep their place."""
    found = list(pattern.finditer(data))
    if not found:
        return data
    for match in sorted(chance.sample(found, min(len(found), chance.choice([1, 1, 2, 5, 40]))), key=lambda one: -one.start()):
        data = data[: match.start()] + change(match) + data[match.end() :]
    return data


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _tag_gone(chance: random.Random, data: bytes) -> bytes:
    return _some(chance, _TAG, data, lambda _match: b"")


def _tag_twice(chance: random.Random, data: bytes) -> bytes:
    return _some(chance, _TAG, data, lambda match: match[0] * chance.choice([2, 3, 50]))


def _tag_renamed(chance: random.Random, data: bytes) -> bytes:
    names = [b"row", b"c", b"sheetData", b"v", b"f", b"t", b"w:p", b"w:tbl", b"x:y", b"Relationship"]
    return _some(chance, re.compile(rb"<(/?)[\w:]+"), data, lambda match: b"<" + match[1] + chance.choice(names))


def _value_changed(chance: random.Random, data: bytes) -> bytes:
    words = [*_NUMBERS, *_ADDRESSES, "rId1", "rId999", "../x", "http://x/", "shared", "s", "e", "hidden", "veryHidden", "z" * 300]
    return _some(chance, _VALUE, data, lambda _match: f'="{chance.choice(words)}"'.encode())


def _address_changed(chance: random.Random, data: bytes) -> bytes:
    return _some(chance, _ADDRESS, data, lambda match: match[0].partition(b"=")[0] + f'="{chance.choice(_ADDRESSES)}"'.encode())


def _text_changed(chance: random.Random, data: bytes) -> bytes:
    words = [*_WORDS, *_NUMBERS]
    return _some(chance, _TEXT, data, lambda _match: b">" + chance.choice(words).encode("utf-8", "surrogatepass") + b"<")


def _numbers_changed(chance: random.Random, data: bytes) -> bytes:
    return _some(chance, re.compile(rb"(?<=<v>)[^<]+"), data, lambda _match: chance.choice(_NUMBERS).encode())


def _doctype(chance: random.Random, data: bytes) -> bytes:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]>"
    outside = b'<!DOCTYPE x SYSTEM "file:///etc/passwd">'
    end = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    return data[:end] + chance.choice([bomb, outside]) + data[end:].replace(b">1<", b">&i;<", 3)


def _encoding(chance: random.Random, data: bytes) -> bytes:
    names = [b"x-unknown", b"utf-7", b"utf-32", b"shift_jis", b"utf-16", b"windows-1258", b"latin1", b"", b"UTF-8\0", b"us-ascii"]
    head = b'<?xml version="1.0" encoding="%s"?>' % chance.choice(names)
    return head + data[data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0 :]


def _recoded(chance: random.Random, data: bytes) -> bytes:
    name = chance.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "latin1"])
    text = data.decode("utf-8", "replace")
    return text.replace("UTF-8", chance.choice(["UTF-8", "UTF-16"]), 1).encode(name, "replace")


def _huge_attribute(chance: random.Random, data: bytes) -> bytes:
    size = chance.choice([70_000, 2_000_000, 12_000_000])
    return _some(chance, re.compile(rb"<[\w:]+(?=[ >])"), data[:400_000], lambda match: match[0] + b' a%d="' % chance.getrandbits(30) + b"x" * (size // 40) + b'"')


def _deep(chance: random.Random, data: bytes) -> bytes:
    depth = chance.choice([300, 5_000, 200_000])
    tag = chance.choice([b"x", b"row", b"w:p", b"w:tbl", b"si"])
    at = data.rfind(b"</")
    return data[:at] + b"<%s>" % tag * depth + b"</%s>" % tag * depth + data[at:]


def _bytes_bent(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 12)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _piece_moved(chance: random.Random, data: bytes) -> bytes:
    if len(data) < 50:
        return data
    one, other, to = sorted(chance.randrange(len(data)) for _ in range(3))
    return data[:one] + data[other:to] + data[one:other] + data[to:]


def _many_of_it(chance: random.Random, data: bytes) -> bytes:
    """An element of the part a great many times over."""
    found = list(re.finditer(rb"<(\w+)\b[^>]*/>", data))
    if not found:
        return data
    match = chance.choice(found)
    return data[: match.end()] + match[0] * chance.choice([1_000, 20_000, 60_000]) + data[match.end() :]


SPOILS: dict[str, Spoil] = {
    "cut": _cut,
    "tags gone": _tag_gone,
    "tags twice": _tag_twice,
    "tags renamed": _tag_renamed,
    "values": _value_changed,
    "addresses": _address_changed,
    "texts": _text_changed,
    "numbers": _numbers_changed,
    "doctype": _doctype,
    "encoding": _encoding,
    "recoded": _recoded,
    "huge attribute": _huge_attribute,
    "deep": _deep,
    "bytes": _bytes_bent,
    "pieces moved": _piece_moved,
    "many": _many_of_it,
}
