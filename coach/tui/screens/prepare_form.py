"""What the forms of preparing have in common: they read and write the preparation of the session."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.containers import ScrollableContainer
from textual.message import Message
from textual.widget import Widget

from coach.domain.guard.labels import Role, Verdict
from coach.domain.preparation import Preparation
from coach.domain.text import one_line
from coach.flows.prepare import Step
from coach.flows.sentence import ON_PAPER, Use
from coach.library.load import Library
from coach.tui import step_bindings
from coach.tui.session import Session
from coach.tui.widgets.judged_field import JudgedField


def refused(field: JudgedField) -> bool:
    """Whether the text of a note field may not be written down, so that it stays in the field alone."""
    return field.judgement is not None and field.judgement.verdict is Verdict.MAG_NIET


class StepForm(ScrollableContainer, can_focus=False, inherit_bindings=False):
    """The form of one step. It stays mounted when another step is shown, so what was typed stays in it.

    Whatever is typed or chosen lands in `session.preparation` at once, through `keep`.
    """

    DEFAULT_CSS = """
    StepForm { overflow: hidden auto; padding-right: 1; }
    StepForm .form-word { width: 100%; padding: 0 1; color: $text-muted; }
    StepForm .form-head { width: 100%; padding: 0 1; margin-top: 1; text-style: bold; }
    StepForm .form-held { width: 100%; padding: 0 1; color: $text-warning; }
    """
    BINDINGS = [*step_bindings.PAGE_BINDINGS]

    class Edited(Message):
        """The preparation changed."""

    def __init__(self, step: Step, library: Library, session: Session) -> None:
        super().__init__(id=f"vorm-{step.id}")
        self.step = step
        self.library = library
        self.session = session
        self._last: Widget | None = None

    @property
    def preparation(self) -> Preparation:
        """The preparation as it is."""
        return self.session.preparation

    def keep(self, preparation: Preparation) -> None:
        """Make `preparation` the one of the session and tell the screen."""
        preparation = self._with_asides(preparation)
        if preparation != self.session.preparation:
            self.session.preparation = preparation
            self.post_message(self.Edited())
        self.call_after_refresh(self._see_verdict)

    def _with_asides(self, preparation: Preparation) -> Preparation:
        """Take over what was set aside in the fields of this form; what other forms hold stays."""
        fields = list(self.query(JudgedField))
        here = {one_line(field.value) for field in fields}
        kept = [aside for aside in preparation.asides if aside.text not in here]
        mine = [aside for field in fields for aside in field.asides]
        return replace(preparation, asides=tuple(dict.fromkeys((*kept, *mine)))).tidied()

    def field(
        self,
        label: str,
        *,
        value: str = "",
        placeholder: str = "",
        lines: int = 1,
        role: Role | None = None,
        use: Use = ON_PAPER,
        starter: str = "",
        id: str | None = None,  # noqa: A002
    ) -> JudgedField:
        """Return a field for a text of this step, that knows what was set aside before."""
        return JudgedField(
            label,
            role or self.step.role,
            value=value,
            placeholder=placeholder,
            lines=lines,
            status=self.preparation.status,
            brief=True,
            use=use,
            asides=self.preparation.asides,
            starter=starter,
            id=id,
        )

    async def shown(self) -> None:
        """Take over what changed at another step; called each time the form comes on the screen."""

    def _see_verdict(self) -> None:
        """Keep the verdict of the field in which one types in sight."""
        at = self.screen.focused if self.is_attached else None
        if at is not None and self in at.ancestors:
            field = next((above for above in at.ancestors if isinstance(above, JudgedField)), None)
            if field is not None:
                self.scroll_to_widget(field, animate=False)

    def hold(self, texts: list[str]) -> None:
        """Remember the texts of this step that stay in their fields because they may not be written down."""
        if texts:
            self.session.held[self.step.id] = tuple(texts)
        else:
            self.session.held.pop(self.step.id, None)
        self.post_message(self.Edited())

    def start_field(self) -> Widget | None:
        """The widget to begin with."""
        return next((widget for widget in self.query("*") if widget.focusable), None)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember where one was, to come back to."""
        self._last = event.widget

    def to_focus(self) -> Widget | None:
        """Where one was last, else where to begin."""
        if self._last is not None and self._last.is_attached and self._last.focusable:
            return self._last
        return self.start_field()

    async def adapt(self) -> None:
        """Follow a change of status or address that was made at another step."""
        for field in self.query(JudgedField):
            field.status = self.preparation.status
