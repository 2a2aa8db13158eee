"""Looking back on a talk: first one's own judgement, then what happened, one strength, one thing to try."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalGroup, VerticalScroll
from textual.content import Content

from coach.domain.errors import CoachError
from coach.domain.guard.labels import Role
from coach.domain.rehearsal.debrief import AGAIN_AFTER, Debrief
from coach.domain.rehearsal.debrief_sheet import guess_words
from coach.domain.rehearsal.in_words import (
    RESULT_IS_THIS_TALK,
    STANDING,
    mark_words,
    measure_words,
    move_words,
    standing_words,
    way_words,
)
from coach.domain.rehearsal.progress import Rehearsed, rehearsed
from coach.flows.debrief_paper import save_debrief
from coach.flows.kept_rehearsals import keep_counts
from coach.flows.rehearse import Rehearsal, contest, labels, look_back
from coach.tui import rehearse_bindings
from coach.tui.base import CoachScreen
from coach.tui.screens.rehearse_dialogs import ListDialog
from coach.tui.screens.sheet_files import SaveSheetDialog
from coach.tui.texts import plain
from coach.tui.widgets.choice_list import ChoiceList, Item, Mark
from coach.tui.widgets.judged_field import JudgedField
from coach.tui.widgets.plain_text import PlainText
from coach.tui.widgets.text_field import TextField
from coach.tui.widgets.trust_curve import DOWN, GUESS, LEGEND, STEP, UP, curve_lines

_HELP = """
Eerst kijk je zelf: wanneer werd de ander opener of stiller? Daarna zie je wat coach zag.

- **F2** (of t): terug naar de beurt om te proberen, en zeg het anders.
- **F3**: bewaar alleen de tellingen in je kluis, nooit wat er gezegd is. Dan zie je bij Oefenen hoe het gaat.
- **F5**: wat er geteld is, in drie delen. Er is geen cijfer.
- **F6** (of b): een label klopt niet. Dan telt het niet mee.
- **F7**: bewaar de nabespreking in een bestand. Anders is hij weg als je stopt.
- **F8**: een nieuw gesprek.

Dit gaat over dit ene gesprek, niet over jou. coach is een geheugensteun en geen beoordeling.
"""
_QUESTION = "Wanneer merkte je dat de ander opener of stiller werd? Kies een beurt."
_UNKNOWN = "0"
_PLAN = "Je plan voor de volgende keer. Als ..., dan zeg ik ..."
_NOTE = "Wat zou je over dit gesprek opschrijven? Je ziet meteen of dat mag."
_NEXT = "Weer oefenen helpt het meest na ongeveer {} en {} dagen.".format(
    ", ".join(map(str, AGAIN_AFTER[:-1])), AGAIN_AFTER[-1]
)
_MORE = "Met F5 zie je wat er geteld is."
_KEEP = (
    "Met F3 bewaar je de tellingen van dit gesprek, als je dat wilt. Wat er gezegd is, bewaart coach niet."
)
_KEPT = "De tellingen van dit gesprek staan in je kluis. Bij Oefenen zie je ze naast elkaar."
_NO_LABELS = "Er is niets gevonden wat je kunt betwisten."
_FILE_NAME = "nabespreking"
_MARGIN = 6


class DebriefScreen(CoachScreen):
    """The debrief; `wanted` is the turn to go back to when it closes (0: none), `another` that it is over."""

    CSS_PATH = "rehearse_debrief.tcss"
    HEADING = "Nabespreken"
    HELP = _HELP
    AUTO_FOCUS = "ChoiceList"
    BINDINGS: ClassVar[list[BindingType]] = [*rehearse_bindings.DEBRIEF_BINDINGS]

    def __init__(self, rehearsal: Rehearsal, result: Debrief, kept: Rehearsed | None = None) -> None:
        """Make it for a talk that was had; `kept` are the counts of it that are in the store."""
        super().__init__()
        self.rehearsal = rehearsal
        self.result = result
        self.guess = 0
        self.wanted = 0
        self.another = False
        self.kept = kept

    def compose_body(self) -> ComposeResult:
        """Yield the question, and what follows it."""
        with VerticalScroll(id="body"):
            with VerticalGroup(id="ask"):
                yield PlainText(_QUESTION, classes="heading")
                turns = self.rehearsal.talk.first.turns
                items = [
                    Item(str(turn.number), turn.text or "(je zegt niets)", f"beurt {turn.number}", Mark.JUMP)
                    for turn in turns
                ]
                yield ChoiceList([*items, Item(_UNKNOWN, "Dat weet ik niet", "", Mark.JUMP)])
            with VerticalGroup(id="told"):
                yield PlainText(id="way")
                yield PlainText(id="curve")
                yield PlainText(id="guessed", classes="muted")
                yield PlainText(id="story")
                with VerticalGroup(id="counts"):
                    yield PlainText(id="counted")
                yield PlainText(_PLAN, classes="heading")
                yield TextField(self.coach.session.plan, placeholder="Als ..., dan zeg ik ...", id="plan")
                yield JudgedField(_NOTE, Role.NOTITIE, id="note", brief=True)
                yield PlainText(f"{_NEXT}\n{_KEEP}", classes="muted next")

    def on_mount(self) -> None:
        """Ask first."""
        self.query_one("#told").display = False
        self.query_one("#counts").display = False
        # The list takes the focus and with it the view; the question stands above it.
        self.call_after_refresh(self.query_one("#body", VerticalScroll).scroll_home, animate=False)

    def on_resize(self) -> None:
        """Set the picture to the new width."""
        self._show()

    @on(ChoiceList.Chosen)
    def _guessed(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self.guess = int(event.item.id)
        self.query_one("#ask").display = False
        self.query_one("#told").display = True
        self._show()
        self.query_one("#body").focus()
        self.query_one("#body", VerticalScroll).scroll_home(animate=False)

    def _show(self) -> None:
        result = self.result
        self.query_one("#way", PlainText).show(f"{way_words(result)} {_blocks(result)} {_MORE}")
        marks = {mark.turn: STEP if mark.rung else UP if mark.change > 0 else DOWN for mark in result.marks}
        if self.guess:
            marks[self.guess] = marks.get(self.guess, "") + GUESS
        width = max(20, self.size.width - _MARGIN)
        picture = "\n".join([*curve_lines(result.curve, marks, width), LEGEND])
        heading = Content.assemble(("Vertrouwen per beurt, van 0 tot 100", "bold $text-primary"), "\n")
        self.query_one("#curve", PlainText).show(Content.assemble(heading, plain(picture)))
        guessed = self.query_one("#guessed", PlainText)
        guessed.display = bool(self.guess)
        guessed.show(guess_words(self.guess, result.turning))
        self.query_one("#story", PlainText).show(_story(result))
        self.query_one("#counted", PlainText).show(_counted(result))

    def action_counts(self) -> None:
        """Show or hide what was counted."""
        counts = self.query_one("#counts")
        counts.display = not counts.display
        if counts.display:
            self.call_after_refresh(counts.scroll_visible, animate=False)

    def action_contest(self) -> None:
        """Offer every label, to leave it out or count it again."""
        items = [
            Item(
                f"{turn} {category}",
                move_words(category),
                f"beurt {turn}",
                Mark.OFF if (turn, category) in self.rehearsal.contested else Mark.ON,
            )
            for turn, category in labels(self.rehearsal)
        ]
        if not items:
            self.coach.tell(_NO_LABELS)
            return
        note = "Klopt een label volgens jou niet? Kies het, en het telt niet mee."
        self.app.push_screen(ListDialog("Wat telt mee?", items, note), self._contested)

    def _contested(self, label: str | None) -> None:
        if label is None:
            return
        turn, _, category = label.partition(" ")
        self.rehearsal = contest(self.rehearsal, int(turn), category)
        self.result = look_back(self.coach.library, self.rehearsal) or self.result
        self._show()

    @on(TextField.Submitted)
    def _planned(self, event: TextField.Submitted) -> None:
        event.stop()
        self.query_one("#note", JudgedField).focus()

    def action_save(self) -> None:
        """Ask where the debrief is to be saved, and save it."""
        plan = self.query_one("#plan", TextField).text
        guard, rehearsal, result, guess = self.coach.guard, self.rehearsal, self.result, self.guess

        def told(path: Path | None) -> None:
            if path is not None:
                self.coach.tell(f"De nabespreking staat in {path}")

        dialog = SaveSheetDialog(
            lambda path: save_debrief(guard, rehearsal, result, path, guess=guess, plan=plan), _FILE_NAME
        )
        self.app.push_screen(dialog, told)

    def action_keep_counts(self) -> None:
        """Keep the counts of this talk in the store, which is opened or made first; nothing else."""
        session, keeping = self.coach.session, self.coach.keeping
        counts = rehearsed(self.rehearsal.cast, self.result)

        def done(_: None) -> None:
            session.counts_kept += self.kept is None
            self.kept = counts
            self.coach.tell(_KEPT)

        def failed(error: CoachError) -> None:
            self.coach.tell(str(error), careful=True)

        keeping.with_store(
            lambda: keeping.in_thread(lambda: keep_counts(session.keeper, counts, self.kept), done, failed)
        )

    def action_rewind(self) -> None:
        """Go back to the turn that is worth another try, else to the last."""
        last = len(self.rehearsal.talk.first.turns)
        self.wanted = self.result.attempt.turn or self.result.turning or last
        self._leave()

    def action_another(self) -> None:
        """Choose whom to rehearse with now."""
        self.another = True
        self._leave()

    def action_back(self) -> None:
        """Back to the talk."""
        self._leave()

    def _leave(self) -> None:
        self.coach.session.plan = self.query_one("#plan", TextField).text
        self.dismiss()


def _blocks(result: Debrief) -> str:
    return " · ".join(standing_words(block) for block in result.blocks.all) + "."


def _headed(head: str, *lines: str | Content) -> list[str | Content]:
    return [Content.assemble(("\n" + head, "bold $text-primary")), *lines]


def _story(result: Debrief) -> Content:
    strength, attempt = result.strength, result.attempt
    lines: list[str | Content] = []
    if result.marks:
        lines += _headed("Wat ertoe deed", *(f"- {mark_words(mark)}" for mark in result.marks))
    if result.inner:
        thoughts = (f"Beurt {inner.turn}: “{inner.text}”" for inner in result.inner)
        lines += _headed("Wat de ander dacht", *thoughts)
    quote = [f"Beurt {strength.turn}: “{strength.quote}”"] if strength.quote else []
    lines += _headed("Dit was sterk", *quote, strength.why, _muted(f"Bron: {strength.source}"))
    lines += _headed("Probeer dit eens")
    if attempt.own:
        lines.append(f"Jij zei (beurt {attempt.turn}): “{attempt.own}”")
    if attempt.better:
        lines.append(Content.assemble(("Liever", "bold"), f": “{plain(attempt.better)}”"))
    lines += [text for text in (attempt.rule and f"Regel: {attempt.rule}", attempt.why) if text]
    lines.append(_muted(f"Bron: {attempt.source}. Met F2 probeer je deze beurt opnieuw."))
    if result.hints:
        lines += _headed("Kansen", *(f"Beurt {turn}: {text}" for turn, text in result.hints))
    return Content("\n").join(plain(line) if isinstance(line, str) else line for line in lines)


def _muted(text: str) -> Content:
    return plain(text).stylize("dim")


def _counted(result: Debrief) -> Content:
    lines: list[str | Content] = []
    for block in result.blocks.all:
        counted = (
            f"- {measure_words(measure)}" + (f" ({STANDING[measure.standing]})" if measure.standing else "")
            for measure in block.measures
        )
        lines += _headed(standing_words(block), *counted)
    lines += [
        f"\nGetypt: {result.typed}. Gekozen uit een lijst: {result.picked}.",
        _muted(RESULT_IS_THIS_TALK),
    ]
    return Content("\n").join(plain(line) if isinstance(line, str) else line for line in lines)
