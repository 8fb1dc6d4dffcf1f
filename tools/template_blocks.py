"""The blocks every shipped template is built from: head, title, signature, lists of lines."""

from __future__ import annotations

from tools.template_markup import cell, data_table, paragraph, repeated, row, table, when

LEFT, RIGHT = 74.0, 91.0
WIDE = (120.0, 132.0)
_RULE = "-----"


def party_head(widths: tuple[float, float] = (LEFT, RIGHT), *, numbered: bool = True, field: str = "number") -> str:
    """Superior and cell left, the Party right; `*` and number beside place and date; `field` holds the number."""
    left, right = widths
    line = "PartyLineWide" if widths == WIDE else "PartyLine"
    number = (paragraph("Number", f"{{{{ {field} }}}}"),) if numbered else ()
    names = row(
        cell(left, paragraph("Superior", "{{ superior_name }}"), paragraph("Issuer", "{{ cell_name }}")),
        cell(right, paragraph("PartyName", "ĐẢNG CỘNG SẢN VIỆT NAM"), paragraph(line)),
    )
    marks = row(
        cell(left, paragraph("Number", "*"), *number),
        cell(right, paragraph("PlaceDate", "{{ place_date }}")),
    )
    return table(widths, names, marks)


def title(kind: str) -> str:
    """Kind in capitals, what it is about, five hyphens."""
    return paragraph("Kind", kind) + paragraph("Summary", "{{ summary }}") + paragraph("Rule", _RULE)


def _recipients() -> str:
    """Who gets the paper, and where it is kept."""
    return cell(
        LEFT,
        paragraph("RecipientsTitle", "Nơi nhận:"),
        paragraph("Recipients", "{%p for line in recipients %}"),
        paragraph("Recipients", "{{ line }}"),
        paragraph("Recipients", "{%p endfor %}"),
        paragraph("Recipients", "- {{ archive }}"),
    )


def signature() -> str:
    """Recipients left; authority, post and name right, room for the hand between. No seal: a cell has none."""
    signer = cell(
        RIGHT,
        paragraph("SignAuthority", "{{ authority }}"),
        paragraph("SignPost", "{{ signer_post }}"),
        paragraph("SignName", "{{ signer_name }}"),
    )
    return paragraph("Recipients", keep_next=True) + table((LEFT, RIGHT), row(_recipients(), signer)) + paragraph("Recipients", tiny=True)


def signature_alone(widths: tuple[float, float] = (LEFT, RIGHT)) -> str:
    """Authority, post and name at the right: a paper that goes with another has no recipients of its own."""
    left, right = widths
    signer = cell(
        right,
        paragraph("SignAuthority", "{{ authority }}"),
        paragraph("SignPost", "{{ signer_post }}"),
        paragraph("SignName", "{{ signer_name }}"),
    )
    return paragraph("Recipients", keep_next=True) + table(widths, row(cell(left, paragraph("Recipients")), signer)) + paragraph("Recipients", tiny=True)


def signed_pairs(*pairs: tuple[tuple[str, str], tuple[str, str]], widths: tuple[float, float] = (LEFT, RIGHT)) -> str:
    """Pairs of signatures, each a capacity and a name: minutes; names in a row of their own, so that a long capacity moves none."""
    blocks = (_two_hands(widths, *pair) for pair in pairs)
    return "".join(paragraph("Recipients", keep_next=True) + block for block in blocks) + paragraph("Recipients", tiny=True)


def _two_hands(widths: tuple[float, float], *hands: tuple[str, str]) -> str:
    sides = list(zip(widths, hands, strict=True))
    capacities = row(*(cell(width, paragraph("SignAuthority", capacity)) for width, (capacity, _) in sides))
    return table(widths, capacities, row(*(cell(width, paragraph("SignName", name)) for width, (_, name) in sides)))


def _hand(width: float, capacity: str, name: str) -> str:
    return cell(width, paragraph("SignAuthority", capacity), paragraph("SignName", name))


def lines(field: str) -> str:
    """One paragraph of the body for each line of a field."""
    return repeated(f"line in {field}", paragraph("Body", "{{ line }}"))


def closing_lines(field: str) -> str:
    """The same right before a signature: the last line goes to the next page with it, never the signature alone."""
    kept = paragraph("Body", "{{ line }}", keep_next=True)
    last, other, end = (paragraph("Body", f"{{%p {mark} %}}") for mark in ("if loop.last", "else", "endif"))
    return repeated(f"line in {field}", last, kept, other, paragraph("Body", "{{ line }}"), end)


def dotted(*labels: str) -> str:
    """A line to write on behind each label; an empty label is a line of dots."""
    return "".join(paragraph("Written", f"{label}\t") for label in labels)


def team_head() -> str:
    """The cell over its team, the Party right; no number."""
    names = row(
        cell(LEFT, paragraph("Superior", "{{ cell_name }}"), paragraph("Issuer", "{{ team_name }}")),
        cell(RIGHT, paragraph("PartyName", "ĐẢNG CỘNG SẢN VIỆT NAM"), paragraph("PartyLine")),
    )
    marks = row(cell(LEFT, paragraph("Number", "*")), cell(RIGHT, paragraph("PlaceDate", "{{ place_date }}")))
    return table((LEFT, RIGHT), names, marks)


def member_head() -> str:
    """The Party's name, place and date alone: a member writes, not the cell."""
    lines = (paragraph("PartyName", "ĐẢNG CỘNG SẢN VIỆT NAM"), paragraph("PartyLine"), paragraph("PlaceDate", "{{ place_date }}"))
    return table((LEFT, RIGHT), row(cell(LEFT, paragraph("Recipients")), cell(RIGHT, *lines)))


def team_signature() -> str:
    """Recipients left, the lead of the team right."""
    return paragraph("Recipients", keep_next=True) + table((LEFT, RIGHT), row(_recipients(), _hand(RIGHT, "TỔ TRƯỞNG", "{{ lead_name }}"))) + paragraph("Recipients", tiny=True)


def member_signature(capacity: str) -> str:
    """The member who writes, right."""
    hand = _hand(RIGHT, capacity, "{{ full_name }}")
    return paragraph("Recipients", keep_next=True) + table((LEFT, RIGHT), row(cell(LEFT, paragraph("Recipients")), hand)) + paragraph("Recipients", tiny=True)


def signature_beside(left: str) -> str:
    """Authority, post and name right, and what another body fills in to the left of them."""
    signer = cell(
        RIGHT,
        paragraph("SignAuthority", "{{ authority }}"),
        paragraph("SignPost", "{{ signer_post }}"),
        paragraph("SignName", "{{ signer_name }}"),
    )
    return paragraph("Recipients", keep_next=True) + table((LEFT, RIGHT), row(cell(LEFT, left), signer)) + paragraph("Recipients", tiny=True)


def annex(heading: str, *body: str) -> str:
    """An annex on a page of its own behind the signature."""
    return paragraph("AnnexTitle", "PHỤ LỤC", page_break=True) + paragraph("Summary", heading) + paragraph("Rule", _RULE) + "".join(body) + paragraph("Recipients", tiny=True)


def superior_signature() -> str:
    """Room for who confirms from above: capacity, hand, name and post, all written by that hand."""
    hand = (paragraph("SignAuthority", "XÁC NHẬN CỦA CẤP CÓ THẨM QUYỀN"), paragraph("SignPost", "(chức vụ, chữ ký, họ tên)"), paragraph("SignName"))
    return table((LEFT, RIGHT), row(cell(LEFT, paragraph("Recipients")), cell(RIGHT, *hand))) + paragraph("Recipients", tiny=True)


def three_hands(*hands: tuple[str, str]) -> str:
    """Three signatures side by side; names in a row of their own, so that a long capacity moves none."""
    width = (LEFT + RIGHT) / 3
    capacities = row(*(cell(width, paragraph("SignAuthority", capacity)) for capacity, _ in hands))
    names = row(*(cell(width, paragraph("SignName", name)) for _, name in hands))
    return paragraph("Recipients", keep_next=True) + table((width, width, width), capacities, names) + paragraph("Recipients", tiny=True)


def room(count: int) -> str:
    """So many lines of dots to write on."""
    return dotted(*[""] * count)


def lines_or_room(field: str, count: int) -> str:
    """The lines of a field; where the workbook has none, room to write."""
    marks = [paragraph("Body", f"{{%p {mark} %}}") for mark in (f"if {field}", "else", "endif")]
    return marks[0] + lines(field) + marks[1] + room(count) + marks[2]


def addressed() -> str:
    """To whom a report goes."""
    return paragraph("Addressee", "Kính gửi: {{ addressee }}")


def form_code() -> str:
    """The code of a prescribed form, top right, where the year has one."""
    return when("form_code", paragraph("FormCode", "{{ form_code }}"))


def columns(each: str, description: str, *told: tuple[str, float, str, str], keep_last: bool = False) -> str:
    """A table of heading, width, style and text of each column."""
    heads = [(heading, width) for heading, width, _, _ in told]
    return data_table(heads, each, [paragraph(style, text) for _, _, style, text in told], description, keep_last=keep_last)


def text(heading: str, width: float, field: str = "") -> tuple[str, float, str, str]:
    """A column of words; without a field a column to write in."""
    return heading, width, "TableText", f"{{{{ {field} }}}}" if field else ""


def count(heading: str, width: float, field: str = "") -> tuple[str, float, str, str]:
    """A column of numbers."""
    return heading, width, "TableNumber", f"{{{{ {field} }}}}" if field else ""


def boxes(*labels: str) -> str:
    """One box to mark a line; together, and with what follows."""
    return "".join(paragraph("Box", f"□ {label}", keep_next=True) for label in labels)
