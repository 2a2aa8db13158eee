"""The keys of agreeing together, and of the list of agreements: id, Dutch label, what it does."""

from __future__ import annotations

from textual.binding import Binding

BACK = Binding(
    "escape", "back", "Terug", id="agree.back", show=False, key_display="Esc",
    tooltip="Terug naar waar je vandaan kwam; wat je invulde blijft staan",
)  # fmt: skip
DONE = Binding("f3", "done", "Klaar", id="agree.done", key_display="F3", tooltip="Terug naar alle afspraken")
NEXT_PAGE = Binding(
    "f3", "next_page", "Verder", id="agree.next", key_display="F3", tooltip="Naar de volgende bladzijde"
)
PREVIOUS_PAGE = Binding(
    "f2", "previous_page", "Vorige", id="agree.previous", key_display="F2", tooltip="Een bladzijde terug"
)
REMOVE = Binding(
    "f7", "remove", "Weghalen", id="agree.remove", show=False, key_display="F7",
    tooltip="Haal de gekozen afspraak weg; F7 op een andere regel zet hem terug",
)  # fmt: skip
EXPORT = Binding(
    "f6", "export", "Kopie", id="agree.export", show=False, key_display="F6",
    tooltip="Maak een kopie voor je medewerker of je agenda, of bewaar de afspraken in een bestand",
)  # fmt: skip
AGREE_BINDINGS = [BACK, PREVIOUS_PAGE, NEXT_PAGE, REMOVE, EXPORT]

NEW = Binding("f5", "new", "Nieuw", id="records.new", key_display="F5", tooltip="Maak samen nieuwe afspraken")
OPEN_FILE = Binding(
    "f8", "open_file", "Open", id="records.open", show=False, key_display="F8",
    tooltip="Open afspraken uit een bestand",
)  # fmt: skip
CHANGE = Binding(
    "f4", "change", "Aanpassen", id="records.change", show=False, key_display="F4",
    tooltip="Pas de gekozen afspraken aan",
)  # fmt: skip
FORGET = Binding(
    "f7", "forget", "Weggooien", id="records.forget", show=False, key_display="F7",
    tooltip="Gooi de gekozen afspraken weg",
)  # fmt: skip
RECORDS_BINDINGS = [NEW, CHANGE, EXPORT, FORGET, OPEN_FILE]
LOOK_BACK_BINDINGS = [
    BACK,
    Binding("f3", "done", "Klaar", id="look.done", key_display="F3", tooltip="Bewaar dit en ga terug"),
    Binding(
        "f7", "stop", "Stoppen", id="look.stop", key_display="F7",
        tooltip="Stop met deze afspraken: alles wordt weggegooid",
    ),
]  # fmt: skip
