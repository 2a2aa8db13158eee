"""Frozen values with slots, for the classes that a command cannot do without which has to be quick.

`dataclasses` imports the source inspection of the standard library, which takes longer than Python itself
needs to start (measured: 1.7 times as long). For type checkers `value` is `dataclasses.dataclass`; at run
time it makes the same kind of class by itself, on which `dataclasses.replace` works too; `replace` here does
the same without it.
"""

from __future__ import annotations

__all__ = ["replace", "value"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass as value
    from dataclasses import replace
else:
    _NOTHING = object()

    class _Fields:
        """The fields as `dataclasses` knows them, made when `replace`, `fields` or `asdict` first asks."""

        def __get__(self, item, cls):
            from dataclasses import make_dataclass

            return make_dataclass(cls.__name__, cls.__match_args__).__dataclass_fields__

    def _init(names, defaults):
        def __init__(self, *given, **named):
            if len(given) > len(names):
                raise TypeError(f"{type(self).__name__} takes {len(names)} values, not {len(given)}")
            for name, item in zip(names, given, strict=False):
                if name in named:
                    raise TypeError(f"{type(self).__name__} got {name} twice")
                named[name] = item
            for name in names:
                item = named.pop(name, _NOTHING)
                if item is _NOTHING:
                    if name not in defaults:
                        raise TypeError(f"{type(self).__name__} needs {name}")
                    item = defaults[name]
                object.__setattr__(self, name, item)
            if named:
                raise TypeError(f"{type(self).__name__} has no {next(iter(named))}")

        return __init__

    def _items(item):
        return tuple(getattr(item, name) for name in item.__match_args__)

    def _equal(self, other):
        return _items(self) == _items(other) if type(other) is type(self) else NotImplemented

    def _hash(self):
        return hash(_items(self))

    def _repr(self):
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({inside})"

    def _refuse(self, name, *_item):
        raise AttributeError(f"cannot change {name} of a {type(self).__name__}")

    def _reduce(self):
        return type(self), _items(self)

    def replace(item, /, **changes):
        """Return a copy of a value (or of a dataclass) with other values in some of its fields."""
        kept = {name: getattr(item, name) for name in item.__match_args__}
        return type(item)(**(kept | changes))

    def value(*, frozen, slots):
        """Return a class decorator; only for frozen classes with slots and defaults that are immutable."""
        if not (frozen and slots):
            raise TypeError("a value is frozen and has slots")

        def make(cls):
            own = tuple(cls.__annotations__)
            names = (*getattr(cls, "__match_args__", ()), *own)
            body = {
                name: item
                for name, item in vars(cls).items()
                if name not in own and name not in ("__dict__", "__weakref__")
            }
            defaults = getattr(cls, "_defaults", {}) | {
                name: vars(cls)[name] for name in own if name in vars(cls)
            }
            body |= {
                "__slots__": own,
                "__match_args__": names,
                "_defaults": defaults,
                "__dataclass_fields__": _Fields(),
                "__init__": _init(names, defaults),
                "__eq__": _equal,
                "__hash__": _hash,
                "__repr__": _repr,
                "__setattr__": _refuse,
                "__delattr__": _refuse,
                "__reduce__": _reduce,
            }
            return type(cls)(cls.__name__, cls.__bases__, body)

        return make
