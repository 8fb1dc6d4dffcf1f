"""Number formats a document may have to learn: days and yes/no. A square that shows a day already keeps its way."""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN201, ANN202, ANN204

from com.sun.star.lang import Locale
from com.sun.star.util import NumberFormat

from . import reading

DAY_FORMAT = "DD/MM/YYYY"
GENERAL = 0


class Formats:
    """The formats of one document, each looked up once."""

    def __init__(self, document):
        self._document = document
        self._keys = {}

    def fit(self, square, kind):
        """Let a square show what it holds: a day as a day, yes/no as such where nothing else was chosen."""
        if kind == "day" and not reading.is_day(self._document, square.NumberFormat):
            square.NumberFormat = self.key("day")
        elif kind == "flag" and square.NumberFormat == GENERAL:
            square.NumberFormat = self.key("flag")

    def key(self, kind):
        """The document's key of a format."""
        if kind not in self._keys:
            self._keys[kind] = self._day() if kind == "day" else self._flag()
        return self._keys[kind]

    def _flag(self):
        return self._document.NumberFormats.getStandardFormat(NumberFormat.LOGICAL, Locale())

    def _day(self):
        """Written the same on every PC: the letters are English ones, turned into those of the user's language."""
        formats = self._document.NumberFormats
        known = formats.queryKey(DAY_FORMAT, Locale(), False)
        if known != -1:
            return known
        return formats.addNewConverted(DAY_FORMAT, Locale("en", "US", ""), Locale())
