"""`dataclass` for the values every start of the program makes: the same decorator, its methods made on first use.

The standard one compiles six to eight functions a class while a module is imported; for 150 classes that was a
third of a cold start. Here a class gets its slots at once, and `__init__`, `__eq__`, `__hash__` and the
order only when something first calls them. Type checkers see the standard decorator itself, and `replace`,
`fields`, `asdict` and pickling work as ever. Only classes with `slots=True` are made here; row types have their own
`record` in tables/columns.py.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, make_dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - the re-export type checkers are to see
else:

    def dataclass(*, slots, frozen=False, kw_only=False, order=False):  # noqa: ANN001, ANN201 - checkers read above
        """The decorator: `slots=True` always; the rest as in the standard library."""
        if not slots:
            raise TypeError("records are slotted: use the standard dataclass")
        return lambda made: _slotted(made, frozen=frozen, kw_only=kw_only, order=order)


T = TypeVar("T")
_ORDER = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


def _slotted(made: type, *, frozen: bool, kw_only: bool, order: bool) -> type:
    """The class once more, with slots for its fields and methods that make themselves when first called."""
    body = dict(made.__dict__)
    own = {
        name: (body.pop(name, MISSING), kind, kw_only)
        for name, kind in body.get("__annotations__", {}).items()
        if not str(kind).startswith("ClassVar")
    }
    taken = {name for base in made.__mro__[1:] for name in base.__dict__.get("__record_fields__", ())}
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    offered = {**_METHODS, **(_FROZEN if frozen else {}), **(_COMPARING if order else {})}
    body = {**offered, **body, "__record_fields__": own, "__slots__": tuple(name for name in own if name not in taken)}
    if body["__hash__"] is None and frozen:
        body["__hash__"] = _first_hash
    body["__match_args__"] = tuple(own)
    body["__qualname__"] = made.__qualname__
    return type(made)(made.__name__, made.__bases__, body)


def with_fields(made: type[T]) -> type[T]:
    """A class as it is, its fields declared: for one that brings its methods and keeps its values in `__dict__`."""
    own = {name: (made.__dict__.get(name, MISSING), kind, True) for name, kind in made.__annotations__.items()}
    for name, (given, *_) in own.items():
        if isinstance(given, Field) and given.default is not MISSING:
            setattr(made, name, given.default)
        elif isinstance(given, Field):
            delattr(made, name)
    for name, value in (("__record_fields__", own), ("__dataclass_fields__", _FIELDS)):
        setattr(made, name, value)
    return made


def declared(owner: type) -> dict[str, Field[Any]]:
    """What `field(…)` said, by name, of the fields that have one; those of bases first."""
    return {name: given for name, (given, *_) in _all_fields(owner).items() if isinstance(given, Field)}


def _all_fields(owner: type) -> dict[str, tuple[Any, Any, bool]]:
    """Every field by name, those of bases first: its default or `field(…)`, its type, whether by keyword only."""
    found: dict[str, tuple[Any, Any, bool]] = {}
    for base in reversed(owner.__mro__):
        found |= base.__dict__.get("__record_fields__", {})
    return found


def _owner(self: object, method: str, stub: object) -> type:
    """The class among the object's own whose method still is the stub."""
    return next(base for base in type(self).__mro__ if base.__dict__.get(method) is stub)


def _first_init(self: object, *values: object, **named: object) -> None:
    """The first few objects field by field; a class that makes more has its own `__init__` compiled."""
    owner = _owner(self, "__init__", _first_init)
    made_so_far = _MADE.get(owner, 0)
    _MADE[owner] = made_so_far + 1
    if made_so_far < _FEW and _filled(self, owner, values, named):
        return
    made = _init_of(owner)
    owner.__init__ = made  # type: ignore[misc]
    made(self, *values, **named)


_MADE: dict[type, int] = {}
_FEW = 12


def _filled(self: object, owner: type, values: tuple[object, ...], named: dict[str, object]) -> bool:
    """Whether the fields could be set; wrong arguments are left to the compiled `__init__`, which says what is wrong."""
    known = _all_fields(owner)
    given = dict(zip((name for name, (*_, is_keyword) in known.items() if not is_keyword), values, strict=False))
    if len(given) < len(values) or given.keys() & named.keys() or named.keys() - known.keys():
        return False
    held = {**given, **named}
    for name, (default, *_) in known.items():
        value = held[name] if name in held else _default(default)
        if value is MISSING:
            return False
        object.__setattr__(self, name, value)
    return True


def _default(given: Any) -> Any:
    """What a field is without an argument; MISSING where it must have one."""
    if not isinstance(given, Field):
        return given
    return given.default if given.default_factory is MISSING else given.default_factory()


def _init_of(owner: type) -> Any:
    """`__init__` compiled: one line a field, set through its slot, so that a frozen class is no slower to make."""
    names: dict[str, Any] = {"_absent": MISSING}
    heads: tuple[list[str], list[str]] = ([], [])
    lines: list[str] = []
    for name, (given, _, is_keyword) in _all_fields(owner).items():
        default, factory = (given.default, given.default_factory) if isinstance(given, Field) else (given, MISSING)
        names[f"_set_{name}"] = getattr(owner, name).__set__
        value, head = name, name
        if factory is not MISSING:
            names[f"_make_{name}"] = factory
            head, value = f"{name}=_absent", f"_make_{name}() if {name} is _absent else {name}"
        elif default is not MISSING:
            names[f"_default_{name}"] = default
            head = f"{name}=_default_{name}"
        heads[is_keyword].append(head)
        lines.append(f" _set_{name}(self, {value})")
    head = ", ".join(["self", *heads[0], *(["*", *heads[1]] if heads[1] else [])])
    return _compiled(owner, "__init__", f"def __init__({head}):\n" + "\n".join(lines or [" pass"]), names)


def _compiled(owner: type, name: str, source: str, names: dict[str, Any]) -> Any:
    exec(source, names)  # noqa: S102 - our own text, made of field names, as the standard library does
    made = names.pop(name)
    made.__qualname__ = f"{owner.__qualname__}.{name}"
    return made


def _compared(owner: type, who: str) -> str:
    """A tuple of the fields that count, as source."""
    found = _all_fields(owner).items()
    counted = [name for name, (given, *_) in found if not isinstance(given, Field) or given.compare]
    return f"({''.join(f'{who}.{name},' for name in counted)})"


def _comparing(name: str, sign: str) -> Any:
    """The stub of a comparison: compiles it for the class and answers."""

    def first(self: object, other: object) -> Any:
        owner = _owner(self, name, first)
        left, right = _compared(owner, "self"), _compared(owner, "other")
        lines = f" if other.__class__ is self.__class__:\n  return {left} {sign} {right}\n return NotImplemented"
        made = _compiled(owner, name, f"def {name}(self, other):\n{lines}", {})
        setattr(owner, name, made)
        return made(self, other)

    return first


def _first_hash(self: object) -> int:
    owner = _owner(self, "__hash__", _first_hash)
    made = _compiled(owner, "__hash__", f"def __hash__(self):\n return hash({_compared(owner, 'self')})", {})
    owner.__hash__ = made  # type: ignore[method-assign]
    return int(made(self))


def _repr(self: object) -> str:
    found = _all_fields(type(self)).items()
    shown = [name for name, (given, *_) in found if not isinstance(given, Field) or given.repr]
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _no_change(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_removal(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: object) -> list[Any]:
    return [getattr(self, name) for name in _all_fields(type(self))]


def _set_state(self: object, state: list[Any]) -> None:
    for name, value in zip(_all_fields(type(self)), state, strict=True):
        object.__setattr__(self, name, value)


class _LazyFields:
    """`__dataclass_fields__`, asked for by `replace`, `fields` and `asdict`: made by the standard library, once."""

    def __get__(self, instance: object, owner: type) -> dict[str, Field[Any]]:
        holder = next(base for base in owner.__mro__ if base.__dict__.get("__dataclass_fields__") is self)
        model = _model(holder)
        made: dict[str, Field[Any]] = attrgetter("__dataclass_fields__")(model)
        type.__setattr__(holder, "__dataclass_fields__", made)
        return made


def _model(owner: type) -> type:
    """A dataclass without methods that has the class's fields."""
    specs = [
        (name, kind) if given is MISSING else (name, kind, given)
        for name, (given, kind, is_keyword) in _all_fields(owner).items()
    ]
    return make_dataclass(
        owner.__name__, specs, init=False, repr=False, eq=False, kw_only=True, namespace={"__doc__": owner.__doc__ or "."}
    )


_FIELDS = _LazyFields()
_METHODS = {
    "__init__": _first_init,
    "__eq__": _comparing("__eq__", "=="),
    "__hash__": None,
    "__repr__": _repr,
    "__dataclass_fields__": _FIELDS,
}
_FROZEN = {
    "__hash__": _first_hash,
    "__setattr__": _no_change,
    "__delattr__": _no_removal,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
_COMPARING = {name: _comparing(name, sign) for name, sign in _ORDER.items()}
