"""The store beside the screens: opening it at the start, saving drafts in pauses, and ending in order.

Whatever may take a while runs in a thread; the `Keeper` and its store take one caller at a time.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.timer import Timer

from coach.domain.dates import short_date
from coach.domain.errors import CoachError
from coach.domain.kept import Receipt
from coach.domain.preparation import Preparation
from coach.flows.draft_pause import Typing
from coach.flows.keeper import State
from coach.flows.kept_preparations import (
    Draft,
    find_draft,
    find_kept,
    note_output,
    open_kept,
    save_draft,
    take_draft,
)
from coach.flows.kept_talks import save_talk
from coach.flows.look_after import AtStart, at_start
from coach.tui.dialogs.at_start import AtStartDialog
from coach.tui.dialogs.confirm import ConfirmDialog
from coach.tui.dialogs.receipt import ReceiptDialog
from coach.tui.dialogs.set_up import SetUpDialog
from coach.tui.dialogs.unlock import UnlockDialog

if TYPE_CHECKING:
    from coach.tui.base import CoachAppBase

Result = TypeVar("Result")
LOOK = 0.1
"""Seconds between two looks at whether a draft is to be saved, while there is something to save."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """What was found in the store when it opened."""

    told: AtStart
    wanted: Preparation | None = None
    draft: Draft | None = None


class Keeping:
    """The store of one run of the app. `app` is the running app; its session has the keeper."""

    def __init__(self, app: CoachAppBase) -> None:
        self._app = app
        self._keeper = app.session.keeper
        self._typing = Typing()
        self._timer: Timer | None = None
        self._drafted: Preparation | None = None
        self._talk_waits = False
        self._told_of_failure = False

    def start(self) -> None:
        """After the first paint: open the store without asking where that can be, else ask; none is made."""
        if self._keeper.state is State.CLOSED:
            self.in_thread(self._keeper.unlock_by_itself, self._started, self._not_started)

    def _started(self, opened: bool) -> None:
        if opened:
            self._look_in(lambda: None)
        else:
            self._app.push_screen(UnlockDialog(self._keeper), self._after_asking(lambda: None))

    def _not_started(self, error: CoachError) -> None:
        self._app.tell(str(error), careful=True)

    def with_store(self, then: Callable[[], None]) -> None:
        """Do something once the store is open: it is opened first, or made, when the user wants that."""
        match self._keeper.state:
            case State.OPEN:
                then()
            case State.CLOSED:
                self._app.push_screen(UnlockDialog(self._keeper), self._after_asking(then))
            case State.NONE:
                self._app.push_screen(SetUpDialog(self._keeper), self._after_asking(then))
            case State.NOWHERE:
                self.in_thread(lambda: self._keeper.folder, lambda _: None, self._not_started)

    def _after_asking(self, then: Callable[[], None]) -> Callable[[bool | None], None]:
        def after(opened: bool | None) -> None:
            if opened:
                self._look_in(then)

        return after

    def _look_in(self, then: Callable[[], None]) -> None:
        """Read what the store asks, and go on with what was begun before; afterwards `then`."""

        def read() -> _Opened:
            wanted, self._keeper.wanted = self._keeper.wanted, ""
            record = find_kept(self._keeper, wanted) if wanted else None
            found = open_kept(self._keeper, record) if record is not None else None
            return _Opened(at_start(self._keeper), found, find_draft(self._keeper) if found is None else None)

        def found(opened: _Opened) -> None:
            self._go_on_with(opened)
            self.touched()
            if opened.told.is_empty:
                then()
            else:
                self._app.push_screen(AtStartDialog(self._keeper, opened.told), told)

        def told(receipt: Receipt | None) -> None:
            if receipt is not None and receipt.places:
                if self._is_forgotten():
                    self.clear()
                self._app.push_screen(ReceiptDialog(receipt))
            then()

        self.in_thread(read, found, self._not_started)

    def _go_on_with(self, opened: _Opened) -> None:
        session = self._app.session
        if opened.wanted is not None and session.preparation.is_empty:
            self._put(opened.wanted, f"Je gaat verder met {opened.wanted.label}.")
        elif (draft := opened.draft) is not None:
            if session.preparation.is_empty and not session.held:
                self._take(draft)
            elif replace(draft.preparation, at_step=session.preparation.at_step) != session.preparation:
                self._ask_for(draft)

    def _take(self, draft: Draft) -> None:
        self._put(
            take_draft(self._keeper, draft), f"Je gaat verder met je concept van {short_date(draft.day)}."
        )

    def _ask_for(self, draft: Draft) -> None:
        question = (
            f"In je kluis staat nog een concept van {short_date(draft.day)}. Wil je daarmee verder? "
            "Wat je nu hebt ingevuld, verdwijnt dan."
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self._take(draft)

        self._app.push_screen(ConfirmDialog(question, yes="Verder met het concept", no="Nee"), answered)

    def _put(self, preparation: Preparation, told: str) -> None:
        """Put a preparation from the store in the place of what is on the screen."""
        self._app.session.start_with(preparation, of=self._keeper.current)
        self._drafted = preparation
        self._app.tell(told)
        self._resume()

    def _is_forgotten(self) -> bool:
        """Whether what is on the screen came from the store and is there no more."""
        return self._drafted is not None and self._keeper.current is None and find_draft(self._keeper) is None

    def clear(self) -> None:
        """Empty the screen: what is forgotten may not come back with the next draft."""
        self._app.session.start_with(Preparation())
        self.kept(self._app.session.preparation)
        self._resume()

    def _resume(self) -> None:
        """Let the screens show the preparation anew."""
        for screen in self._app.screen_stack:
            screen.post_message(events.ScreenResume())

    def talk_moved(self) -> None:
        """The talk went on: once the store is open, where it is is saved in the next pause."""
        if self._keeper.state is State.OPEN:
            self._talk_waits = True
            self._wait()

    # Drafts.

    def touched(self) -> None:
        """The preparation may have changed: once the store is open its draft is saved in the next pause."""
        if self._keeper.state is not State.OPEN or self._app.session.preparation == self._drafted:
            return
        self._wait()

    def _wait(self) -> None:
        self._typing = self._typing.key(time.monotonic())
        if self._timer is None:
            self._timer = self._app.set_interval(LOOK, self._look)

    def _look(self) -> None:
        if self._typing.is_due(time.monotonic()):
            self._typing = Typing()
            self._stop_looking()
            self.in_thread(self.save_draft_now, lambda _: None, self._draft_failed)

    def _stop_looking(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def save_draft_now(self) -> None:
        """Save the draft of the preparation, and where the talk is, as it is now, where the store is open.

        Raises a StoreError. Called from a thread, before another preparation comes, and at the end.
        """
        session = self._app.session
        if self._talk_waits and session.live is not None:
            self._talk_waits = False
            save_talk(self._keeper, session.live, session.clock())
        preparation = session.preparation
        if self._keeper.state is State.OPEN and preparation != self._drafted:
            save_draft(self._keeper, self._app.library, self._app.guard, preparation)
            self._drafted = preparation
            self._told_of_failure = False

    @property
    def saves_drafts(self) -> bool:
        """Whether what is filled in is in the store as a draft when coach ends, as far as it may be kept."""
        return self._keeper.state is State.OPEN and not self._told_of_failure

    def _draft_failed(self, error: CoachError) -> None:
        """Say once that the draft is not saved; each next change tries again."""
        if not self._told_of_failure:
            self._told_of_failure = True
            self._app.tell(str(error), careful=True)

    def kept(self, preparation: Preparation) -> None:
        """The preparation was kept under a label as it is now, so there is no draft of it."""
        self._drafted = preparation

    def note(self, path: Path) -> None:
        """Remember that a file was made of the preparation that is kept."""
        self.in_thread(lambda: note_output(self._keeper, path), lambda _: None, self._not_started)

    def finish(self) -> None:
        """Save what is not saved yet and close the store; called when the app has ended, however it ended."""
        try:
            self.save_draft_now()
        except CoachError:
            pass  # the screen is gone; the draft of a moment ago is still there
        finally:
            self._keeper.close()

    def in_thread(
        self,
        act: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[CoachError], None],
    ) -> None:
        """Do something with the store in a thread, then something on the screen's own, or when it failed."""
        app = self._app

        def work() -> None:
            try:
                result = act()
            except CoachError as error:
                app.call_from_thread(failed, error)
            else:
                app.call_from_thread(then, result)

        app.run_worker(work, thread=True, group="store", exit_on_error=True)
