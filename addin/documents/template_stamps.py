"""A secrecy stamp anywhere in a template: paragraph, table row, text box, header, watermark, properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from addin.core import stamps

_HOLDERS = frozenset({"p", "tr", "tc", "txbxContent", "hdr", "ftr", "txBody"})
_PROPERTIES = frozenset({"keywords", "category", "contentStatus", "subject", "lpwstr"})


def refuse_stamped(name: str, parts: Mapping[str, bytes], what: str = "Mẫu") -> None:
    """Secret where any part of the package shows a stamp; `parts` are well-formed."""
    for part, data in parts.items():
        if not part.lower().endswith(".xml"):
            continue
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        texts = _shown(root) if part.startswith("word/") else _properties(root) if part.startswith("docProps/") else iter(())
        if any(stamps.is_stamp(text) for text in texts):
            raise stamps.refuse_stamp(f"{what} «{name}»")


def _shown(root: etree._Element) -> Iterator[str]:
    """What is read as one: a paragraph whose runs split it, cells of a row side by side, a box of several lines."""
    for item in root.iter("{*}*"):
        local = etree.QName(item).localname
        if local in _HOLDERS:
            texts = [str(one.text or "") for one in item.iter("{*}t")]
            yield "".join(texts)
            yield " ".join(text for text in texts if text.strip())
        elif local == "textpath":
            yield str(item.get("string", ""))


def _properties(root: etree._Element) -> Iterator[str]:
    return (str(item.text or "") for item in root.iter("{*}*") if etree.QName(item).localname in _PROPERTIES)
