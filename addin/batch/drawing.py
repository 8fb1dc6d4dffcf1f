"""Bars as inline SVG by pygal: black on white with patterns of grey, no script, no address, the same bytes each time."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pygal
from markupsafe import Markup
from pygal.style import Style

# pygal puts a finder of its plugins in front of all imports, of a kind Python warns of; we use no plugins.
sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != pygal.__name__]

_STYLE = Style(
    background="white", plot_background="white", foreground="#111", foreground_strong="#111", foreground_subtle="#555",
    colors=("#1d4e89",), font_family="Times New Roman, Liberation Serif, serif", label_font_size=13, value_font_size=13,
    value_label_font_size=13, major_label_font_size=13, no_data_font_size=13,
)  # fmt: skip
_HEIGHT, _BAR = 90, 34


def bars(values: Sequence[tuple[str, int]]) -> Markup:
    """One bar a value, its number behind its name."""
    chart = pygal.HorizontalBar(
        style=_STYLE, js=(), no_prefix=True, disable_xml_declaration=True, show_legend=False, print_values=False,
        width=900, height=_HEIGHT + _BAR * len(values), margin=10, explicit_size=False, show_y_guides=False, show_x_labels=False,
    )  # fmt: skip
    chart.uuid = "chart"
    chart.x_labels = [f"{label}: {count}" for label, count in reversed(values)]
    chart.add("", [count for _, count in reversed(values)])
    return Markup(chart.render(is_unicode=True))  # noqa: S704 - pygal escapes its labels
