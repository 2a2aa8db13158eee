"""Reading the options of a command that has to be quick, without the library that parses the others.

What is typed right is read here; everything else is left to that library, which says what is wrong.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def quick_options(
    argv: Sequence[str], flags: Mapping[str, str], values: Mapping[str, str]
) -> dict[str, str | bool] | None:
    """Return what the words of `argv` give, by parameter; None when they are not plainly right.

    `flags` and `values` give the parameter of each option without and with a value ("--big": "big"). A value
    stands behind its option, as the next word or after "="; the last one counts.
    """
    given: dict[str, str | bool] = {}
    words = iter(argv)
    for word in words:
        name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if word in flags:
            given[flags[word]] = True
        elif name in values and (equals or (value := next(words, "--")) and not value.startswith("-")):
            given[values[name]] = value
        else:
            return None
    return given
