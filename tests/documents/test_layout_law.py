"""The shipped layout is what the register of regulations says, in every regime of the format."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from document_contexts import decision

from addin.core.regulations import in_force
from addin.documents import packages
from addin.documents.parts.contexts import DEFAULT_LINE_SPACING
from addin.documents.template_files import shipped_folder
from tools import template_markup

REGIMES = pytest.mark.parametrize(
    "on",
    [date(2019, 9, 3), date(2026, 1, 9), date(2026, 5, 26), date(2026, 5, 27)],
    ids=["HD 36", "QĐ 399", "ngày trước HD 05", "HD 05"],
)


def built() -> str:
    """Body and styles of the decision's template in one string."""
    parts = packages.read_parts((shipped_folder() / "inspection-decision.docx").read_bytes())
    return parts["word/document.xml"].decode() + parts["word/styles.xml"].decode()


@REGIMES
def test_the_page_is_that_of_the_regime(on):
    """Margins, header distance, indent, spacing and font of the day are those of the templates."""
    law = in_force(on)
    text = built()

    for side in ("top", "bottom", "left", "right"):
        assert f'w:{side}="{template_markup.twips(float(law.get(f"documents.layout.margin_{side}").decimal))}"' in text
    assert f'w:header="{template_markup.twips(float(law.get("documents.layout.header_distance").decimal))}"' in text
    assert f'w:firstLine="{template_markup.twips(float(law.get("documents.layout.first_line_indent").decimal))}"' in text
    assert f'w:after="{int(law.get("documents.layout.paragraph_space").decimal * 20)}"' in text
    assert law.get("documents.layout.line_spacing").decimal == DEFAULT_LINE_SPACING == Decimal(18)
    assert f'w:ascii="{law.get("documents.layout.font").text}"' in text


@REGIMES
def test_signature_archive_and_rule_are_those_of_the_regime(on):
    """T/M CHI BỘ, Lưu Chi bộ, five hyphens."""
    law = in_force(on)
    context = decision()

    assert context.authority == law.get("documents.signing_authority").text
    assert context.archive == f"{law.get('documents.last_recipient').text}."
    assert f">{law.get('documents.rule_under_subject').text}<" in built()
