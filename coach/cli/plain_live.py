"""The talk in lines of text: the same steps as on the screen, each thing said once, on its own line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from coach.cli.dialogue import Dialogue, Ended, Leave
from coach.cli.nood import short_card, whole_card
from coach.cli.plain_days import day_typed
from coach.cli.refusals import sentences
from coach.domain.agreements import Record
from coach.domain.conversation import STATIONS
from coach.domain.dates import long_date
from coach.domain.errors import CoachError
from coach.domain.guard.labels import Role, Status
from coach.domain.knowledge import Address
from coach.domain.live import BREATHS, Ending, Live, View
from coach.domain.live_draft import from_draft
from coach.domain.preparation import Preparation
from coach.flows import live as flow
from coach.flows.agree import ending_of, new_record
from coach.flows.fit import in_address
from coach.flows.keeper import Keeper, State
from coach.flows.kept_talks import find_talk, save_talk
from coach.flows.sentence import SAID_ONLY, read_sentence
from coach.library.load import Library

LETTERS = (
    ("Enter", "verder"),
    ("t", "terug"),
    ("a", "een andere vraag"),
    ("1 tot 5", "naar een deel van het gesprek"),
    ("?", "mag ik dit vragen"),
    ("!", "noodkaart"),
    ("m", "lastig moment"),
    ("s", "stilte"),
    ("l", "wissel wie er praat"),
    ("v", "hoe lang praatte jij, en hoe lang luisterde je"),
    ("p", "pauze"),
    ("b", "maak het scherm leeg"),
    ("w", "je medewerker werkt, of is ziek gemeld"),
    ("u", "je of u"),
    ("k", "naar de afspraken"),
    ("h", "deze uitleg"),
)
ASK = "Enter is verder, h is uitleg:"
UNKNOWN = "Dat ken ik niet. Typ h voor alle letters."
NOT_CLOSED = "Je gesprek is nog niet afgerond: jullie kozen nog geen dag om weer te praten."
EMPTY_LINES = 100
"""More lines than a terminal shows at once: after them nothing that was on it can be seen."""
WITHOUT = "geen"


class PlainLive:
    """One talk in lines; `run` leads through it until it is closed or the input ends."""

    def __init__(
        self,
        dialogue: Dialogue,
        library: Library,
        preparation: Preparation,
        clock: Callable[[], float],
        today: date,
        keeper: Keeper,
    ) -> None:
        """Prepare the talk; where one was is taken up from the store, and kept there, while it is open."""
        self.dialogue = dialogue
        self.library = library
        self.preparation = preparation
        self.clock = clock
        self.today = today
        self._prompting = flow.prompting(library, library.guard, preparation)
        self.keeper = keeper
        self.agreed: Record | None = None
        self._told = False
        draft = find_talk(keeper)
        script = self._prompting.script
        self.live = Live(script) if draft is None else from_draft(script, draft, clock())
        self._letters: dict[str, Callable[[], None]] = {
            "": self._onward,
            "t": lambda: self._take(self.live.back),
            "a": lambda: self._take(lambda now: self.live.other(1, now)),
            "?": self._ask,
            "!": self._emergency,
            "m": self._moments,
            "s": self._silence,
            "l": self._turn,
            "v": self._balance,
            "p": self._pause,
            "b": self._blank,
            "w": self._status,
            "u": self._address,
            "k": self._close,
            "h": self._help,
        }

    def run(self) -> None:
        """Lead through the talk; nothing that is said in it is kept."""
        say = self.dialogue.say
        for sentence in sentences(self._prompting.refused, self.preparation, "in beeld"):
            say(sentence)
        say("Coach bewaart niet wat jullie zeggen.")
        try:
            self._show()
            while self.live.view is not View.DONE:
                answer = self.dialogue.raw_answer(ASK)
                self._do(answer)
                self._remember()
        except Ended:
            say(NOT_CLOSED)
        self.dialogue.output.flush()

    def _remember(self) -> None:
        """Put where the talk is in the store, where that is open; what fails is said once."""
        if self.keeper.state is not State.OPEN:
            return
        try:
            save_talk(self.keeper, self.live, self.clock())
        except CoachError as error:
            if not self._told:
                self.dialogue.say(str(error))
                self._told = True

    def _do(self, answer: str) -> None:
        letter = answer.lower()
        if letter in self._letters:
            self._letters[letter]()
        elif letter.isascii() and letter.isdigit() and 1 <= int(letter[:9]) <= len(STATIONS):
            self._take(lambda now: self.live.to_station(int(letter), now))
        elif answer.startswith("?"):
            self._judge(answer[1:].strip())
        else:
            self.dialogue.say(UNKNOWN)

    def _take(self, change: Callable[[float], Live]) -> None:
        self.live = change(self.clock())
        self._show()

    def _show(self) -> None:
        live, say = self.live, self.dialogue.say
        say()
        say(f"Deel {live.step.station.number} van {len(STATIONS)}. {flow.title_of(self.library, live)}")
        say(live.prompt.text, "  ", "  ")
        coming = live.coming
        say(f"Straks: {coming.text}" if coming else f"{flow.LAST}.")

    def _onward(self) -> None:
        self.live = self.live.onward(self.clock())
        if self.live.view is View.CLOSING:
            self._close()
        else:
            self._show()

    def _help(self) -> None:
        for letter, told in LETTERS:
            self.dialogue.say(f"{letter}: {told}")

    def _ask(self) -> None:
        self._judge(self.dialogue.raw_answer("Welke zin wil je zeggen?"))

    def _judge(self, sentence: str) -> None:
        if not sentence:
            return
        status = self.preparation.status
        read = read_sentence(self.library, self.library.guard, sentence, Role.ZEGT, status, use=SAID_ONLY)
        judgement = read.judgement
        if judgement.analysis.nood:
            short_card(self.dialogue.output, self.library.emergency)
        said = flow.advice(judgement)
        if said.word:
            self.dialogue.say(said.word)
        if said.better:
            self.dialogue.say(f"{said.opening}: {said.better}")
            self.dialogue.say(said.why)

    def _emergency(self) -> None:
        whole_card(self.dialogue.output, self.library.emergency)

    def _moments(self) -> None:
        moments = flow.moments_for(self.library, self.preparation.status)
        for number, moment in enumerate(moments, start=1):
            self.dialogue.say(moment.title, f"{number}. ")
        answer = self.dialogue.raw_answer("Wat gebeurt er? Typ een nummer, of Enter:")
        if not (answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= len(moments)):
            return
        for page in flow.pages_of(moments[int(answer) - 1]):
            self.dialogue.say("Zeg:" if page.said else "Daarna:")
            for line in page.lines:
                self.dialogue.say(line, "  " if page.said else "- ", "  ")

    def _silence(self) -> None:
        self.dialogue.say(flow.SILENCE)
        self.dialogue.raw_answer(f"Tel {BREATHS} keer je adem. Enter als je verder gaat:")

    def _turn(self) -> None:
        self.live = self.live.turned(self.clock())
        if self.live.clock.speaker is not None:
            self.dialogue.say(f"Genoteerd: {flow.SPEAKS[self.live.clock.speaker]}.")

    def _balance(self) -> None:
        clock = self.live.clock.settled(self.clock())
        self.dialogue.say(f"Jullie zijn {flow.in_words(clock.total)} bezig.")
        self.dialogue.say(flow.balance(clock, "l"))

    def _pause(self) -> None:
        self.live = self.live.paused(self.clock())
        said, *after = flow.pause_lines(self.library, self.preparation.status, self.preparation.address)
        self.dialogue.say(said, "  ", "  ")
        self.dialogue.raw_answer("Pauze, de tijd staat stil. Enter als je verder gaat:")
        for line in after:
            self.dialogue.say(line, "  ", "  ")
        self._take(self.live.returned)

    def _blank(self) -> None:
        self.dialogue.output.lines([""] * EMPTY_LINES)
        self.dialogue.raw_answer("Enter:")
        self._show()

    def _status(self) -> None:
        other = Status.WERKT if self.preparation.status is Status.ZIEK else Status.ZIEK
        self.dialogue.say("Je medewerker is ziek gemeld." if other is Status.ZIEK else "Je medewerker werkt.")
        self._prepare(replace(self.preparation, status=other))

    def _address(self) -> None:
        other = Address.JE if self.preparation.address is Address.U else Address.U
        self._prepare(in_address(self.library, self.preparation, other))

    def _prepare(self, preparation: Preparation) -> None:
        self.preparation = preparation
        self._prompting = flow.prompting(self.library, self.library.guard, preparation)
        self._take(lambda now: self.live.following(self._prompting.script))

    def _close(self) -> None:
        """Lead to the agreements, or ask for the next date alone, or the word that there is none."""
        self.dialogue.say()
        self.dialogue.say(f"{flow.BEFORE_CLOSING} {flow.CLOSING_HINT}")
        while True:
            answer = self.dialogue.raw_answer(
                f"Enter: samen afspraken maken. Of typ alleen een dag, of {WITHOUT}. Met t ga je terug:"
            )
            word = answer.lower().removesuffix(" afspraak")
            if word == "t":
                self._take(self.live.returned)
                return
            if not answer:
                ending = self._agree()
                if ending is not None:
                    break
                self.dialogue.say(flow.BEFORE_CLOSING)
                continue
            ending = Ending(None) if word == WITHOUT else self._day(answer)
            if ending is not None:
                break
        self.live = self.live.closed(ending, self.clock())
        day = ending.next_date
        self.dialogue.say(
            f"Jullie praten weer op {long_date(day)}." if day else "Jullie maken nu geen afspraak."
        )

    def _agree(self) -> Ending | None:
        """Agree together; return how that closes the talk, None when it does not."""
        from coach.cli.plain_agree import Agreeing, plain_agree

        record = self.agreed or new_record(self.today, self.preparation.label)
        draft = Agreeing(record, self.preparation.status, self.today)
        whole = plain_agree(self.dialogue, self.library, draft)
        if draft.record != record:
            self.agreed = draft.record
        if not whole:
            raise Ended
        return ending_of(self.agreed) if self.agreed is not None else None

    def _day(self, answer: str) -> Ending | None:
        try:
            day = day_typed(self.dialogue, answer, self.today)
        except Leave:
            return None
        return None if day is None else Ending(day)
