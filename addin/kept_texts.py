"""What was worked out for somebody's texts: kept while their workbook is worked on, forgotten with it.

Texts repeat a lot within one workbook, so pure functions of a text keep their answers. A process that lives on
(clicks, a batch) must not hold the names and restricted squares of workbooks it is done with: every book that is
read brings a `Hold`, and when that goes, so does all that was kept. A book read while another lives takes over the
answers to the texts it has too; the rest goes with the other. No other cache of ours may hold texts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import ClassVar, Generic, ParamSpec, TypeVar, cast

_Text = TypeVar("_Text")
_Answer = TypeVar("_Answer")
_Asked = ParamSpec("_Asked")
_MOST = 1 << 16


class _Answers(dict[_Text, _Answer], Generic[_Text, _Answer]):
    """The answers of one function by text; asking is a plain look-up, working out the exception."""

    def __init__(self, function: Callable[[_Text], _Answer], is_ours: Callable[[_Text, object], bool] | None) -> None:
        super().__init__()
        self._function = function
        self._is_ours = is_ours
        self._ours: dict[_Text, _Answer] = {}
        self._before: dict[_Text, _Answer] = {}

    def __missing__(self, text: _Text) -> _Answer:
        if len(self) >= _MOST:
            self.forget()
        if text in self._before:
            answer = self[text] = self._before.pop(text)
            return answer
        answer = self[text] = self._function(text)
        if self._is_ours is not None and len(self._ours) < _MOST and self._is_ours(text, answer):
            self._ours[text] = answer
        return answer

    def begin(self) -> None:
        """Another book is read: what is not asked again goes with the last one."""
        self._before = {**self}
        self._renew()

    def end_before(self) -> None:
        """The book before is gone."""
        self._before = {}

    def forget(self) -> None:
        """No book is left."""
        self._before = {}
        self._renew()

    def _renew(self) -> None:
        self.clear()
        self.update(self._ours)


_KEPT: list[_Answers[object, object]] = []
_CALLS: list[Callable[[], None]] = []


def kept(function: Callable[[_Text], _Answer]) -> Callable[[_Text], _Answer]:
    """The decorator of a pure function of one text."""
    return _keeping(function, None)


def kept_apart(is_ours: Callable[[_Text, object], bool]) -> Callable[[Callable[[_Text], _Answer]], Callable[[_Text], _Answer]]:
    """The same, where text and answer tell whether the text is one of our own lists: such answers stay for good."""
    return lambda function: _keeping(function, is_ours)


def _keeping(function: Callable[[_Text], _Answer], is_ours: Callable[[_Text, object], bool] | None) -> Callable[[_Text], _Answer]:
    answers = _Answers(function, is_ours)
    _KEPT.append(cast("_Answers[object, object]", answers))
    return answers.__getitem__


def tell(function: Callable[[_Text], _Answer], answers: Mapping[_Text, _Answer]) -> None:
    """Answers of a kept function that somebody worked out for many texts together."""
    known = cast("_Answers[_Text, _Answer]", function.__self__)  # type: ignore[attr-defined]
    if len(known) + len(answers) < _MOST:
        known.update(answers)


def kept_calls(function: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """The same for several arguments: kept for one book, never taken over."""
    remembering = lru_cache(maxsize=1 << 13)(function)
    _CALLS.append(remembering.cache_clear)
    return cast("Callable[_Asked, _Answer]", remembering)


class Hold:
    """What a book holds as long as its texts are needed."""

    __slots__ = ()
    _latest: ClassVar[int | None] = None

    def __init__(self) -> None:
        for answers in _KEPT:
            answers.begin()
        for clear in _CALLS:
            clear()
        Hold._latest = id(self)

    def __del__(self, every: list[_Answers[object, object]] = _KEPT, calls: list[Callable[[], None]] = _CALLS) -> None:
        if Hold._latest not in (None, id(self)):
            for answers in every:
                answers.end_before()
            return
        Hold._latest = None
        for answers in every:
            answers.forget()
        for clear in calls:
            clear()
