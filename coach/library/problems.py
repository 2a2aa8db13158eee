"""What is wrong with content: file, line, and what was expected there, in one Dutch sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coach.domain.errors import ContentError


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a file of content.

    `file` is relative to the folder that was read, with forward slashes; `line` counts from 1;
    `expected` is a Dutch sentence. It never repeats the text that stands there.
    """

    file: str
    line: int
    expected: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.expected}"


class ContentProblems(ContentError):
    """Content that cannot be used, with everything that is wrong in it; the message names the first.

    `problems` is in order of file and line, and never empty.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        more = len(self.problems) - 1
        rest = f" (en nog {more} andere)" if more else ""
        super().__init__(f"{self.problems[0]}{rest}")
