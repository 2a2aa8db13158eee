"""A sheet in sections: what stands under one heading belongs together on the paper."""

from __future__ import annotations

from coach.domain.sheet import BlankLines, BlankTable, Block, Heading, Listing, Paragraph
from coach.domain.values import value


@value(frozen=True, slots=True)
class Section:
    """A heading, "" for what stands above the first one, and the blocks below it."""

    head: str
    blocks: tuple[Block, ...]

    @property
    def wide(self) -> bool:
        """Whether it needs the full width of the paper: to be read out, or to write in."""
        return not self.head or any(isinstance(b, BlankTable | BlankLines | Paragraph) for b in self.blocks)

    @property
    def only_lists(self) -> bool:
        """Whether it holds nothing but lists."""
        return bool(self.blocks) and all(isinstance(block, Listing) for block in self.blocks)


def sections_of(blocks: tuple[Block, ...]) -> list[Section]:
    """Return the sections from top to bottom; none is without both a heading and blocks."""
    found: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Heading):
            found.append((block.text, []))
        else:
            found[-1][1].append(block)
    return [Section(head, tuple(inside)) for head, inside in found if head or inside]
