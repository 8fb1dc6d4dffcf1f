"""A frozen year (F65): sealed in "Thiết lập" with its rules and its rows, so that later edits show."""

from addin.core.tables.freezing.changes import Changes, changes_of
from addin.core.tables.freezing.frozen_year import FrozenYear, frozen_years, setting_name
from addin.core.tables.freezing.reach import Owned, Reach
from addin.core.tables.freezing.seal import seal_of

__all__ = ["Changes", "FrozenYear", "Owned", "Reach", "changes_of", "frozen_years", "seal_of", "setting_name"]
