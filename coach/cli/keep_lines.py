"""Keeping a preparation in lines of text: under a label, and its draft while one answers."""

from __future__ import annotations

from dataclasses import replace

from coach.cli.dialogue import Dialogue
from coach.cli.environment import Environment
from coach.cli.refusals import sentences
from coach.cli.set_up_lines import set_up
from coach.cli.unlocking import unlock
from coach.domain.errors import CoachError, LabelInUseError
from coach.domain.preparation import Preparation
from coach.flows.keeper import Keeper, State
from coach.flows.kept_preparations import keep, save_draft
from coach.library.load import Library

WORD = "kluis"
"""Typed where a file is asked for, to keep the preparation in the store."""
_TAKEN = "Onder die naam is al een voorbereiding bewaard. Vervangen? j of n:"
_LABEL = (
    "Onder welke naam? Kies een naam die jij herkent, niet die van een persoon (alleen Enter: niet bewaren):"
)


def open_store(environment: Environment, dialogue: Dialogue, keeper: Keeper) -> bool:
    """Open the store, or make it where there is none; False when the user does not want one."""
    if keeper.state is State.NONE:
        return set_up(environment, dialogue, keeper)
    unlock(environment, keeper)
    return True


class StoreLines:
    """The store in the line mode: opens or makes it when it is needed, keeps, and saves the draft."""

    def __init__(
        self, environment: Environment, dialogue: Dialogue, library: Library, keeper: Keeper
    ) -> None:
        self._environment = environment
        self._dialogue = dialogue
        self._library = library
        self._drafted: Preparation | None = None
        self._told = False
        self.keeper = keeper

    @property
    def is_open(self) -> bool:
        """Whether the store is open."""
        return self.keeper.state is State.OPEN

    def open(self) -> bool:
        """Open the store, or make it where there is none; False when the user does not want one."""
        return open_store(self._environment, self._dialogue, self.keeper)

    def keep(self, preparation: Preparation) -> Preparation | None:
        """Keep a preparation under a label, and return it as it was kept; None when it was not.

        What stands in the way is said. Raises what `Dialogue.raw_answer` raises.
        """
        dialogue = self._dialogue
        try:
            if not self.open():
                return None
            label = preparation.label or dialogue.raw_answer(_LABEL)
            replaces = False
            while label:
                named = replace(preparation, label=label)
                try:
                    kept, refused = keep(
                        self.keeper, self._library, self._library.guard, named, replaces=replaces
                    )
                except LabelInUseError:
                    replaces = dialogue.raw_answer(_TAKEN).lower() == "j"
                    label = label if replaces else dialogue.raw_answer(_LABEL)
                    continue
                for sentence in sentences(refused, named, "in je kluis"):
                    dialogue.say(sentence)
                dialogue.say(f"Bewaard in je kluis, onder de naam {kept.label}.")
                self._drafted = kept
                return kept
            dialogue.say("Niet bewaard.")
        except CoachError as error:
            dialogue.say(str(error))
        return None

    def draft(self, preparation: Preparation) -> None:
        """Save the draft where the store is open and something changed; what fails is said once."""
        if not self.is_open or preparation == self._drafted:
            return
        try:
            save_draft(self.keeper, self._library, self._library.guard, preparation)
            self._drafted = preparation
        except CoachError as error:
            if not self._told:
                self._dialogue.say(str(error))
                self._told = True
