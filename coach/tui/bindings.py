"""Every key of the app, once: its id, its Dutch label and what it does.

Only function keys and Escape work everywhere: a letter belongs to the field that has the focus, and many
terminals keep a part of the control keys for themselves.
"""

from __future__ import annotations

from textual.binding import Binding

HELP = Binding(
    "f1", "help", "Hulp", id="help", key_display="F1", tooltip="Uitleg bij dit scherm en alle toetsen"
)
EMERGENCY = Binding(
    "f9", "emergency", "Noodkaart", id="emergency", key_display="F9",
    tooltip="Wat je doet als iemand in gevaar is",
)  # fmt: skip
EMERGENCY_MARK = Binding(
    "exclamation_mark", "emergency", "Noodkaart", id="emergency.mark", show=False, key_display="!",
    tooltip="De noodkaart, als je niet in een veld typt",
)  # fmt: skip
QUIT = Binding(
    "ctrl+q", "quit", "Stoppen", id="quit", show=False, priority=True, key_display="ctrl+q",
    tooltip="Stop met coach",
)  # fmt: skip
COMMANDS = Binding(
    "ctrl+p", "command_palette", "Opdrachten", id="commands", show=False, key_display="ctrl+p",
    tooltip="Alles wat je met coach kunt doen, om uit te kiezen",
)  # fmt: skip
COPY = Binding(
    "ctrl+c,super+c", "screen.copy_text", "Kopiëren", id="copy", show=False, key_display="ctrl+c",
    tooltip="Zet de tekst die je met de muis koos op het klembord",
)  # fmt: skip
COPY_HINT = Binding("ctrl+c", "help_quit", "Hoe je stopt", id="copy.hint", show=False, system=True)
SUSPEND = Binding(
    "ctrl+z", "suspend_process", "Even weg", id="suspend", show=False, key_display="ctrl+z",
    tooltip="Zet coach stil, als je niet in een veld typt; ga verder met fg",
)  # fmt: skip
BACK = Binding(
    "escape", "back", "Terug", id="back", key_display="Esc",
    tooltip="Terug naar het begin; wat je invulde blijft staan",
)  # fmt: skip
PREVIOUS = Binding(
    "f2", "previous_step", "Vorige", id="step.previous", key_display="F2", tooltip="Naar de vorige stap"
)
NEXT = Binding(
    "f3", "next_step", "Volgende", id="step.next", key_display="F3", tooltip="Naar de volgende stap"
)
BETTER = Binding(
    "f4", "better", "Betere zin", id="better", key_display="F4",
    tooltip="Zet de betere zin in het veld; nog een keer F4 geeft je eigen zin terug",
)  # fmt: skip
NOT_SO = Binding(
    "f8", "not_so", "Klopt niet", id="not.so", show=False, key_display="F8",
    tooltip="Dit klopt niet: zet het oordeel opzij voor deze ene zin; nog een keer F8 haalt dat terug",
)  # fmt: skip
CLOSE = Binding("escape", "close", "Sluiten", id="close", key_display="Esc", tooltip="Sluit dit venster")

DIALOG_EMERGENCY = Binding(
    "f9", "emergency", "Noodkaart", id="emergency.dialog", show=False, key_display="F9",
    tooltip="Wat je doet als iemand in gevaar is",
)  # fmt: skip
CLOSE_HELP = Binding("f1", "help", "Sluiten", id="help.close", show=False, key_display="F1")
CHOOSE_NEXT = Binding("right,space,enter", "choose_next", "Volgende", id="choose.next", show=False)
CHOOSE_PREVIOUS = Binding("left", "choose_previous", "Vorige", id="choose.previous", show=False)
YES = Binding("j", "yes", "Ja", id="yes", show=False)
NO = Binding("n", "no", "Nee", id="no", show=False)
LIST_DOWN = Binding("down", "list_down", "Omlaag", id="list.down", show=False)
LIST_UP = Binding("up", "list_up", "Omhoog", id="list.up", show=False)
MENU_NUMBERS = [
    Binding(
        str(number % 10), f"menu({number})", "Kies", id=f"menu.{number}", show=False,
        tooltip="Kies deze regel van het menu",
    )
    for number in range(1, 11)
]  # fmt: skip
LIBRARY_BACK = Binding(
    "escape", "back", "Terug", id="library.back", key_display="Esc",
    tooltip="Van de tekst naar de lijst, van de lijst naar het begin",
)  # fmt: skip
HOME_BACK = Binding("escape", "back", "Terug", id="home.back", show=False)
ROLE = Binding(
    "f5", "role", "Zeg/schrijf", id="check.role", key_display="F5",
    tooltip="Wissel tussen wat je zegt en wat je opschrijft",
)  # fmt: skip
STATUS = Binding(
    "f6", "status", "Werkt/ziek", id="check.status", show=False, key_display="F6",
    tooltip="Wissel tussen een medewerker die werkt en een die ziek gemeld is",
)  # fmt: skip
SEARCH = Binding("f5", "search", "Zoeken", id="library.search", key_display="F5", tooltip="Naar het zoekveld")

FORGET = Binding(
    "f8", "forget", "Wissen", id="kept.forget", key_display="F8",
    tooltip="Wis de voorbereiding die je aanwijst",
)  # fmt: skip

APP_BINDINGS = [HELP, EMERGENCY, EMERGENCY_MARK, QUIT, COMMANDS, COPY_HINT, SUSPEND]
SCREEN_BINDINGS = [BACK, COPY]
