"""The talk: one sentence at a time, large and calm. Nothing here is logged, and nothing moves by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content

from coach.domain.errors import CoachError
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address
from coach.domain.live import Live, View
from coach.domain.live_draft import from_draft
from coach.domain.live_keys import LIVE_KEYS, keys_of
from coach.domain.live_script import Script
from coach.domain.preparation import Preparation
from coach.flows.fit import in_address
from coach.flows.kept_talks import find_talk
from coach.flows.live import Prompting, prompting
from coach.tui.base import CoachScreen
from coach.tui.live_bindings import LIVE_BINDINGS
from coach.tui.screens import live_view
from coach.tui.screens.live_check import LiveCheckDialog
from coach.tui.screens.live_closing import close_together
from coach.tui.screens.live_moments import LiveMomentsDialog
from coach.tui.session import Session
from coach.tui.widgets.key_word import KeyWord
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.title_bar import TitleBar

LOOK_EVERY = 1.0
"""Seconds between two looks at the clock; the screen only changes when a minute or a breath is full."""
NARROWEST_FULL, LOWEST_FULL = 60, 18
"""Columns and lines below which the small form is shown anyway."""

_HELP = """\
Er beweegt niets vanzelf. Is je kluis open, dan onthoudt coach waar je bent, nooit wat jullie zeggen. Je
gesprek is klaar als jullie een dag kiezen om weer te praten, of samen zeggen dat er geen afspraak komt.

Grotere letters? Vergroot je terminal, meestal met ctrl en +. Naast een video: **coach live --compact**.
"""


class LiveScreen(CoachScreen):
    """Shows the talk of the session (`session.live`) and hands every key to it."""

    CSS_PATH = "live.tcss"
    HEADING = "Gesprek"
    HELP = _HELP
    HAS_FIELDS = False
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-breed")]
    VERTICAL_BREAKPOINTS = [(0, "-laag"), (30, "-hoog")]
    BINDINGS: ClassVar[list[BindingType]] = [*LIVE_BINDINGS]

    def __init__(self) -> None:
        """Nothing is known of the talk yet."""
        super().__init__()
        self._prepared: Preparation | None = None
        self._prompting: Prompting | None = None

    @property
    def session(self) -> Session:
        """What all screens share."""
        return self.coach.session

    @property
    def live(self) -> Live:
        """The talk as it is."""
        live = self.session.live
        assert live is not None
        return live

    @property
    def keys(self) -> dict[str, str]:
        """The keys of each action, in words."""
        return live_view.key_words({key.name: keys_of(self.session.keys, key.name) for key in LIVE_KEYS})

    def compose_body(self) -> ComposeResult:
        """Yield where one is, the sentence, what comes next, and in the small form a few keys."""
        with HorizontalGroup(id="live-kop"):
            yield PlainText(id="live-station")
            yield PlainText(id="live-naast")
        with VerticalScroll(id="live-midden", can_focus=False):
            yield PlainText(id="live-titel")
            yield PlainText(id="live-zin")
            yield PlainText(id="live-klein")
        yield PlainText(id="live-straks")
        keys = self.keys
        with HorizontalGroup(id="live-toetsen"):
            yield KeyWord(keys["verder"].split(" ")[0], "verder", "onward")
            yield KeyWord(keys["terug"].split(" ")[0], "terug", "backward")
            yield KeyWord(keys["hulp"].split(" ")[0], "toetsen", "app.help")

    def on_mount(self) -> None:
        """Take up the talk where it was, or begin it."""
        self._follow()
        self._fit()
        self._show()
        self.set_interval(LOOK_EVERY, self._look_at_clock)

    def on_screen_resume(self) -> None:
        """Follow what was prepared meanwhile."""
        if self.is_mounted:
            self._follow()
            self._show()

    def on_resize(self) -> None:
        """Choose the form that fits."""
        if self.is_mounted:
            self._fit()
            self._show()

    def _follow(self) -> None:
        preparation = self.session.preparation
        if self._prompting is None or preparation != self._prepared:
            self._prompting = prompting(self.coach.library, self.coach.guard, preparation)
            self._prepared = preparation
        live, script = self.session.live, self._prompting.script
        if live is None or not live.begun:
            self.session.live = self._taken_up(script) or live or Live(script)
            live = self.session.live
        if live.script != script:
            self.session.live = live.following(script)

    def _taken_up(self, script: Script) -> Live | None:
        """The talk that was interrupted when coach last ended, where the store has one."""
        try:
            draft = find_talk(self.session.keeper)
        except CoachError as error:
            self.coach.tell(str(error), careful=True)
            return None
        return None if draft is None else from_draft(script, draft, self.session.clock())

    def _fit(self) -> None:
        size = self.app.size
        small = self.session.compact or size.width < NARROWEST_FULL or size.height < LOWEST_FULL
        self.set_class(small, "-compact")

    def _act(self, change: Callable[[float], Live]) -> None:
        """Put what `change` makes of the talk in its place, and show it."""
        self.session.live = change(self.session.clock())
        self.coach.keeping.talk_moved()
        self._show()

    def _told(self, now: float) -> live_view.Shown:
        left_out = len(self._prompting.refused) if self._prompting else 0
        compact = self.has_class("-compact")
        around = live_view.Around(self.coach.library, self.session.preparation, self.keys, left_out, compact)
        return live_view.shown(self.live, around, now)

    def _show(self) -> None:
        live, now = self.live, self.session.clock()
        preparation = self.session.preparation
        told = self._told(now)
        self.set_class(live.view is View.BLANK, "-leeg")
        wide = self.app.size.width >= 100  # noqa: PLR2004
        if self.has_class("-compact"):
            self.query_one("#live-station", PlainText).show(live_view.station_words(live))
        else:
            self.query_one("#live-station", PlainText).show(live_view.stations(live, wide=wide))
        self.query_one("#live-naast", PlainText).show(live_view.beside(live, now))
        self.query_one("#live-zin", PlainText).show(told.large)
        for name, text in (("titel", told.heading), ("klein", told.small), ("straks", told.coming)):
            line = self.query_one(f"#live-{name}", PlainText)
            line.show(text)
            line.display = bool(text)
        self.query_one("#live-midden").scroll_home(animate=False)
        sick = "ziek gemeld · " if preparation.status is Status.ZIEK else ""
        self.query_one(TitleBar).show_note(f"{sick}je zegt {preparation.address}")

    def _look_at_clock(self) -> None:
        """Show the minute, or the breath, when it has changed; never anything else."""
        if not self.is_active or self.session.live is None:
            return
        live, now = self.live, self.session.clock()
        self._renew("#live-naast", live_view.beside(live, now))
        if live.view is View.SILENCE:
            told = self._told(now)
            self._renew("#live-klein", told.small)
            self._renew("#live-zin", told.large)

    def _renew(self, selector: str, text: str | Content) -> None:
        widget = self.query_one(selector, PlainText)
        if str(widget.content) != str(text):
            widget.show(text)

    def on_key(self, event: events.Key) -> None:
        """Any key ends the blank, and does nothing else; only the emergency card may come at once."""
        if self.live.view is View.BLANK and not self._is_emergency(event.key):
            event.stop()
            event.prevent_default()
            self._act(self.live.returned)

    def _is_emergency(self, key: str) -> bool:
        active = self.active_bindings.get(key)
        return active is not None and active.binding.action.endswith("emergency")

    def on_click(self) -> None:
        """A click ends the blank too."""
        if self.live.view is View.BLANK:
            self._act(self.live.returned)

    # Keys: on and back.

    def action_onward(self) -> None:
        """Show the rest of a long sentence, else go on; after the last sentence come the agreements."""
        middle = self.query_one("#live-midden", VerticalScroll)
        if middle.scroll_y < middle.max_scroll_y:
            middle.scroll_page_down(animate=False)
            return
        if self.live.view is View.DONE:
            self.coach.go("home")
            return
        self._act(self.live.onward)
        if self.live.view is View.CLOSING:
            close_together(self)

    def action_backward(self) -> None:
        """Go back; from a talk that is closed, to its agreements."""
        if self.live.view is View.DONE:
            self._act(self.live.reopened)
            close_together(self)
        else:
            self._act(self.live.back)

    def action_other(self, by: int) -> None:
        """Show another sentence of the same part."""
        self._act(lambda now: self.live.other(by, now))

    def action_station(self, number: int) -> None:
        """Go to a station; the first one of a closed talk begins a new talk."""
        if number == 1 and self.live.view is View.DONE:
            self._act(lambda now: Live(self.live.script, shows_time=self.live.shows_time))
        else:
            self._act(lambda now: self.live.to_station(number, now))

    def closed(self, live: Live) -> None:
        """Show the talk as the agreements left it."""
        self._act(lambda now: live)

    # Keys: what lies over the talk for a moment.

    def action_over(self, what: str) -> None:
        """Call a method of the talk by name: `silent`, `paused`, `blanked`, `balanced` or `turned`."""
        self._act(getattr(self.live, what))

    def action_time(self) -> None:
        """Show or hide the time."""
        self._act(lambda now: self.live.timed())

    def action_moments(self) -> None:
        """Offer the hard moments."""
        self.app.push_screen(LiveMomentsDialog(self.coach.library, self.session.preparation.status))

    def action_ask(self) -> None:
        """Judge a sentence; afterwards one is where one was."""
        self.app.push_screen(LiveCheckDialog(self.session.preparation.status))

    # Keys: how it looks and for whom.

    def action_status(self) -> None:
        """Switch between an employee who works and one who is ill: other sentences hold."""
        preparation = self.session.preparation
        other = Status.WERKT if preparation.status is Status.ZIEK else Status.ZIEK
        self._prepare(replace(preparation, status=other))

    def action_address(self) -> None:
        """Switch between je and u."""
        preparation = self.session.preparation
        other = Address.JE if preparation.address is Address.U else Address.U
        self._prepare(in_address(self.coach.library, preparation, other))

    def _prepare(self, preparation: Preparation) -> None:
        self.session.preparation = preparation
        self._follow()
        self._act(lambda now: self.live)

    def action_back(self) -> None:
        """Go back to the sentence; from there to the home screen."""
        if self.live.view in (View.TALK, View.DONE):
            super().action_back()
        else:
            self._act(self.live.returned)
