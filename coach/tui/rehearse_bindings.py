"""The keys of rehearsing, beside those of `bindings.py`: id, Dutch label, what it does."""

from __future__ import annotations

from textual.binding import Binding

BEGIN = Binding("f3", "begin", "Begin", id="rehearse.begin", key_display="F3", tooltip="Begin met oefenen")
PROGRESS = Binding(
    "f5", "progress", "Voortgang", id="rehearse.progress", key_display="F5",
    tooltip="Hoe je gesprekken naast elkaar staan",
)  # fmt: skip
REWIND = Binding(
    "f2", "rewind", "Opnieuw", id="rehearse.rewind", key_display="F2",
    tooltip="Ga terug naar een beurt en zeg het anders",
)  # fmt: skip
REWIND_LETTER = Binding(
    "t", "rewind", "Terug in gesprek", id="rehearse.rewind.letter", show=False, key_display="t",
    tooltip="Ga terug naar een beurt, als je niet in een veld typt",
)  # fmt: skip
PICK = Binding(
    "f3", "pick", "Zinnen", id="rehearse.pick", show=False, key_display="F3",
    tooltip="Zinnen die je hier kunt zeggen",
)  # fmt: skip
CARD = Binding(
    "f5", "card", "Kaart", id="rehearse.card", show=False, key_display="F5",
    tooltip="Wat je vooraf weet van dit gesprek",
)  # fmt: skip
TRIES = Binding(
    "f6", "tries", "Pogingen", id="rehearse.tries", show=False, key_display="F6",
    tooltip="Wissel tussen wat je de eerste keer zei en je andere pogingen",
)  # fmt: skip
FINISH = Binding(
    "f8", "finish", "Nabespreken", id="rehearse.finish", key_display="F8",
    tooltip="Stop het gesprek en kijk terug",
)  # fmt: skip
COUNTS = Binding(
    "f5", "counts", "Tellingen", id="debrief.counts", show=False, key_display="F5",
    tooltip="Toon of verberg wat er geteld is",
)  # fmt: skip
CONTEST = Binding(
    "f6", "contest", "Klopt niet", id="debrief.contest", show=False, key_display="F6",
    tooltip="Een label klopt niet: laat het niet meetellen",
)  # fmt: skip
CONTEST_LETTER = Binding(
    "b", "contest", "Klopt niet", id="debrief.contest.letter", show=False, key_display="b",
    tooltip="Een label klopt niet, als je niet in een veld typt",
)  # fmt: skip
SAVE = Binding(
    "f7", "save", "Bewaar", id="debrief.save", show=False, key_display="F7",
    tooltip="Bewaar de nabespreking als PDF, HTML, Markdown of tekst",
)  # fmt: skip
KEEP_COUNTS = Binding(
    "f3", "keep_counts", "Onthoud", id="debrief.keep", show=False, key_display="F3",
    tooltip="Bewaar alleen de tellingen van dit gesprek in je kluis",
)  # fmt: skip
ANOTHER = Binding(
    "f8", "another", "Nieuw gesprek", id="debrief.another", key_display="F8",
    tooltip="Kies met wie je nu oefent",
)  # fmt: skip
TALK_BINDINGS = [REWIND, REWIND_LETTER, PICK, CARD, TRIES, FINISH]
AGAIN = Binding(
    "f2", "rewind", "Opnieuw", id="debrief.rewind", key_display="F2",
    tooltip="Ga terug naar deze beurt en probeer het anders",
)  # fmt: skip
AGAIN_LETTER = Binding(
    "t", "rewind", "Deze beurt opnieuw", id="debrief.rewind.letter", show=False, key_display="t",
    tooltip="Ga terug naar deze beurt, als je niet in een veld typt",
)  # fmt: skip
DEBRIEF_BINDINGS = [AGAIN, AGAIN_LETTER, COUNTS, CONTEST, CONTEST_LETTER, KEEP_COUNTS, SAVE, ANOTHER]
