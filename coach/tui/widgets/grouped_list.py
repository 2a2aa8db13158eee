"""A list to choose from, in groups that can be closed and opened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coach.tui.widgets.choice_list import ChoiceList, Item, Mark

_HEAD = "groep:"


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together, under a title; `note` stands behind the title."""

    id: str
    title: str
    items: tuple[Item, ...]
    note: str = ""


class GroupedList(ChoiceList):
    """Groups below each other; choosing a title closes or opens it, choosing an item sends `Chosen`."""

    def __init__(
        self,
        groups: Iterable[Group] = (),
        *,
        opened: Iterable[str] = (),
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Make it with the groups of which the ids are in `opened` open."""
        self._groups = tuple(groups)
        self._opened = set(opened)
        super().__init__(self._flat(), id=id)
        # Not on a title: there the first press of a key would close the group.
        self.cursor = min(int(bool(self._opened)), max(0, len(self.items) - 1))

    def set_groups(self, groups: Iterable[Group]) -> None:
        """Show other items; what was open stays open."""
        self._groups = tuple(groups)
        self.set_items(self._flat())

    def _flat(self) -> list[Item]:
        items = []
        for group in self._groups:
            opened = group.id in self._opened
            mark = Mark.OPENED if opened else Mark.CLOSED
            items.append(Item(f"{_HEAD}{group.id}", group.title, group.note, mark))
            if opened:
                items += group.items
        return items

    def action_choose(self) -> None:
        """Open or close the group at the cursor, or choose the item."""
        at = self.items[self.cursor].id if self.items else ""
        if at.startswith(_HEAD):
            self._opened ^= {at.removeprefix(_HEAD)}
            self.set_items(self._flat())
        else:
            super().action_choose()
