"""A field for text that is judged while one types."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from coach.domain.guard.labels import Role, Status
from coach.domain.preparation import Aside
from coach.domain.text import one_line
from coach.flows.judge import Judgement, wordings
from coach.flows.sentence import SAID_ONLY, Sentence, Use, read_sentence
from coach.tui import bindings
from coach.tui.base import CoachAppBase
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.text_field import TextField
from coach.tui.widgets.verdict_panel import VerdictPanel

INSTANT = 1_000
"""Texts up to this many characters are judged at once, longer ones when the typing pauses."""
PAUSE = 0.3
"""That pause, in seconds."""


class JudgedField(VerticalGroup):
    """A labelled field with the verdict of its text under it.

    F4 puts the better wording in, and F4 again (or ctrl+z) gives back what was typed. F8 sets a finding aside
    that is not so for this sentence, and F8 again takes that back. A text that speaks of nood opens the
    emergency card, once, until the text no longer does.
    """

    DEFAULT_CSS = """
    JudgedField { height: auto; }
    JudgedField > .label { width: 100%; height: auto; padding: 0 1; }
    JudgedField > .label.-leeg { display: none; }
    """
    BINDINGS = [bindings.BETTER, bindings.NOT_SO]

    @dataclass
    class Changed(Message):
        """The text or its judgement changed; `judgement` is None for an empty text."""

        field: JudgedField
        value: str
        judgement: Judgement | None

        @property
        def control(self) -> JudgedField:
            """The field that sends it, for `@on` with a selector."""
            return self.field

    @dataclass
    class Submitted(Message):
        """Enter was pressed in a field of one line."""

        field: JudgedField
        value: str
        judgement: Judgement | None

        @property
        def control(self) -> JudgedField:
            """The field that sends it, for `@on` with a selector."""
            return self.field

    def __init__(
        self,
        label: str,
        role: Role,
        *,
        value: str = "",
        placeholder: str = "",
        lines: int = 1,
        status: Status = Status.WERKT,
        brief: bool = False,
        calm: bool = False,
        use: Use = SAID_ONLY,
        asides: Iterable[Aside] = (),
        starter: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Make the field; `lines` is its height (1: Enter submits), `brief` and `calm` go to the panel.

        `use` says what the text is for, `asides` what was set aside before, `starter` is what F4 puts in an
        empty field.
        """
        super().__init__(id=id)
        self._label = label
        self._role = role
        self._status = status
        self._area = TextField(value, placeholder=placeholder, lines=lines)
        self._panel = VerdictPanel(brief=brief, calm=calm)
        self._pending: Timer | None = None
        self._own_text: str | None = None
        self._put_in = ""
        self._judged = value if not value.strip() else None
        self._nood = False
        self._could_improve = bool(starter) and not value.strip()
        self._use = use
        self._asides = set(asides)
        self._starter = starter
        self._sentence: Sentence | None = None

    def compose(self) -> ComposeResult:
        """Yield label, field and panel."""
        yield PlainText(self._label, classes="label" if self._label else "label -leeg")
        yield self._area
        yield self._panel

    def on_mount(self) -> None:
        """Judge what the field starts with, when the guard has been read."""
        if self._area.text.strip():
            self.call_after_refresh(self._judge)

    @property
    def value(self) -> str:
        """The text of the field; setting it judges it."""
        return self._area.text

    @value.setter
    def value(self, text: str) -> None:
        if text != self._area.text:
            self._area.load_text(text)

    @property
    def role(self) -> Role:
        """Whose text it is; setting it judges anew."""
        return self._role

    @role.setter
    def role(self, role: Role) -> None:
        self._role = role
        self._judge()

    @property
    def status(self) -> Status:
        """Whether the employee works or is ill; setting it judges anew."""
        return self._status

    @status.setter
    def status(self, status: Status) -> None:
        self._status = status
        self._judge()

    @property
    def label(self) -> str:
        """The words above the field."""
        return self._label

    @label.setter
    def label(self, label: str) -> None:
        self._label = label
        line = self.query_one(".label", PlainText)
        line.show(label)
        line.set_class(not label, "-leeg")

    @property
    def judgement(self) -> Judgement | None:
        """The judgement of the text, without what was set aside; None for an empty text."""
        return self._sentence.judgement if self._sentence else None

    @property
    def asides(self) -> tuple[Aside, ...]:
        """What was set aside for the text as it stands."""
        here = one_line(self.value)
        return tuple(aside for aside in self._asides if aside.text == here)

    @property
    def better(self) -> str | None:
        """The wording that F4 puts in, None when there is none."""
        return self.judgement.better if self.judgement else self._starter or None

    @property
    def _can_improve(self) -> bool:
        return bool(self.better) or self._own_text is not None

    def focus(self, scroll_visible: bool = True) -> JudgedField:
        """Give the focus to the field itself."""
        self._area.focus(scroll_visible)
        return self

    @on(TextArea.Changed)
    def _text_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.value == self._judged:
            return  # several keys came at once, and the last of them was judged already
        if self._pending:
            self._pending.stop()
            self._pending = None
        if len(self.value) > INSTANT:
            self._pending = self.set_timer(PAUSE, self._judge)
        else:
            self._judge()

    @on(TextField.Submitted)
    def _submitted(self, event: TextField.Submitted) -> None:
        event.stop()
        self._judge()
        self.post_message(self.Submitted(self, self.value, self.judgement))

    def _judge(self) -> None:
        """Judge the text as it stands, show it and tell it."""
        if not self.is_attached:
            return
        text = self._judged = self.value
        app = self.app
        assert isinstance(app, CoachAppBase)
        self._sentence = (
            read_sentence(app.library, app.guard, text, self._role, self._status, self.asides, self._use)
            if text.strip()
            else None
        )
        if text != self._put_in:
            self._own_text = None
        others = wordings(app.guard, self.judgement)[1:] if self.judgement else ()
        self._panel.show(self._sentence, others)
        nood = self.judgement is not None and self.judgement.analysis.nood
        if nood and not self._nood:
            app.action_emergency()
        self._nood = nood
        self.post_message(self.Changed(self, text, self.judgement))
        if (can_improve := self._can_improve) != self._could_improve:
            # The footer is made anew at each refresh, so only when F4 turns on or off.
            self._could_improve = can_improve
            self.refresh_bindings()

    def action_better(self) -> None:
        """Put the better wording in, or give back what was typed before that."""
        if self._own_text is not None and self.value == self._put_in:
            own, self._own_text = self._own_text, None
            self._area.replace_all(own)
        elif better := self.better:
            own = self.value
            self._area.replace_all(better)
            self._put_in = self.value
            self._own_text = own

    def action_not_so(self) -> None:
        """Set the finding that is shown aside for this sentence, or take back what was set aside."""
        if self._sentence is None:
            return
        if aside := self._sentence.set_aside():
            self._asides.add(aside)
        elif self._sentence.asides:
            self._asides.difference_update(self._sentence.asides)
        else:
            return
        self._judge()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey F4 as long as there is nothing that it could put in."""
        if action == "better":
            return True if self._can_improve else None
        return True
