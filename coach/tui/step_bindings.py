"""The keys of preparing and of the sheet, beside those of `bindings.py`: id, Dutch label, what it does."""

from __future__ import annotations

from textual.binding import Binding

FIRST_EMPTY = Binding(
    "f5", "first_empty", "Wat mist", id="step.empty", show=False, key_display="F5",
    tooltip="Naar de volgende stap waar nog iets leeg is",
)  # fmt: skip
TIPS = Binding(
    "f6",
    "tips",
    "Tips",
    id="step.tips",
    show=False,
    key_display="F6",
    tooltip="Tips en wat je liever niet zegt bij deze stap",
)
STEPS = Binding(
    "f7",
    "steps",
    "Stappen",
    id="step.list",
    show=False,
    key_display="F7",
    tooltip="Alle stappen, om er een te kiezen",
)
BACK = Binding(
    "escape", "back", "Terug", id="step.back", show=False, key_display="Esc",
    tooltip="Terug naar het begin; wat je invulde blijft staan",
)  # fmt: skip
KEEP_LABELLED = Binding(
    "f8", "keep", "Bewaren", id="step.keep", show=False, key_display="F8",
    tooltip="Bewaar je voorbereiding in je kluis, onder een eigen naam",
)  # fmt: skip
FIRST_NUMBER = Binding(
    "1", "step_number(1)", "Stap 1", id="step.1", show=False, key_display="1 ... 0",
    tooltip="Naar stap 1 tot en met 10 (0), als je niet in een veld typt",
)  # fmt: skip
OTHER_NUMBERS = [
    Binding(str(number % 10), f"step_number({number})", f"Stap {number}", id=f"step.{number}", show=False)
    for number in range(2, 11)
]
STEP_BINDINGS = [BACK, FIRST_EMPTY, TIPS, STEPS, KEEP_LABELLED, FIRST_NUMBER, *OTHER_NUMBERS]

CHOICE_BINDINGS = [
    Binding(
        "up", "move(-1)", "Vorige regel", id="choice.up", show=False, key_display="↑ ↓",
        tooltip="Door de lijst lopen",
    ),
    Binding("down", "move(1)", "Volgende regel", id="choice.down", show=False),
    Binding("home", "edge(False)", "Eerste regel", id="choice.first", show=False),
    Binding("end", "edge(True)", "Laatste regel", id="choice.last", show=False),
    Binding(
        "space,enter", "choose", "Kiezen", id="choice.choose", show=False, key_display="spatie",
        tooltip="Kies deze regel, of haal hem weer weg",
    ),
]  # fmt: skip
RAIL_BINDINGS = [
    Binding(
        "up", "move(-1)", "Vorige stap", id="rail.up", show=False, key_display="↑ ↓",
        tooltip="Door de stappen lopen",
    ),
    Binding("down", "move(1)", "Volgende stap", id="rail.down", show=False),
    Binding(
        "enter,space", "pick", "Ga erheen", id="rail.pick", show=False, key_display="Enter",
        tooltip="Ga naar deze stap",
    ),
]  # fmt: skip
PAGE_BINDINGS = [
    Binding(
        "pageup", "page_up", "Scherm omhoog", id="page.up", show=False, key_display="PgUp PgDn",
        tooltip="Een scherm omhoog of omlaag",
    ),
    Binding("pagedown", "page_down", "Scherm omlaag", id="page.down", show=False),
]  # fmt: skip
SCROLL_BINDINGS = [
    *PAGE_BINDINGS,
    Binding(
        "up", "scroll_up", "Omhoog", id="scroll.up", show=False, key_display="↑ ↓",
        tooltip="Een regel omhoog of omlaag",
    ),
    Binding("down", "scroll_down", "Omlaag", id="scroll.down", show=False),
    Binding("home", "scroll_home", "Begin", id="scroll.home", show=False),
    Binding("end", "scroll_end", "Eind", id="scroll.end", show=False),
]  # fmt: skip

OTHER_SHEET = Binding(
    "f3", "other_sheet", "Ander blad", id="sheet.other", show=False, key_display="F3",
    tooltip="Kies een ander blad: grote letters, leeg, jullie afspraken of kaartjes",
)  # fmt: skip
PRINT = Binding(
    "f4", "print", "Printen", id="sheet.print", show=False, key_display="F4", tooltip="Print dit blad"
)
SAVE = Binding(
    "f6", "save", "Bewaar blad", id="sheet.save", show=False, key_display="F6",
    tooltip="Bewaar je blad als PDF, HTML, Markdown of tekst",
)  # fmt: skip
KEEP = Binding(
    "f7", "keep", "Bewaar voorbereiding", id="sheet.keep", show=False, key_display="F7",
    tooltip="Bewaar je voorbereiding in een bestand",
)  # fmt: skip
OPEN = Binding(
    "f8", "open", "Open", id="sheet.open", show=False, key_display="F8",
    tooltip="Open een voorbereiding uit een bestand",
)  # fmt: skip
TO_STEPS = Binding(
    "f2", "previous_step", "Voorbereiden", id="sheet.steps", key_display="F2",
    tooltip="Terug naar je voorbereiding",
)  # fmt: skip
SHEET_BINDINGS = [TO_STEPS, OTHER_SHEET, PRINT, FIRST_EMPTY, SAVE, KEEP, OPEN]
