"""The Dutch words of a debrief, which every front end and the paper use."""

from __future__ import annotations

from coach.domain.rehearsal.debrief import Debrief, Mark
from coach.domain.rehearsal.measures import BlockResult, Measure, Standing

STANDING = {Standing.NOT_YET: "nog niet", Standing.UNDER_WAY: "op weg", Standing.FIRM: "stevig"}
BLOCK = {"veilig": "Veilig en toegestaan", "luisteren": "Luisteren", "route": "Route en resultaat"}
STEP = {
    "benoemen": "benoemen wat je zag",
    "werkinvloed": "invloed op het werk",
    "knelpunt": "knelpunten",
    "nodig": "wat nodig is",
    "afronden": "afspraak maken",
}
RUNG = (
    "vertelde nog niets over wat er speelt in het werk",
    "herkende wat jij zag",
    "vertelde wat het met het werk doet",
    "vertelde waar het werk vastloopt",
    "vertelde wat nodig is en wat nog lukt",
    "maakte een afspraak",
)
"""What the employee did at each rung, 0-5."""
LEVEL = {1: "rustig", 2: "lastiger", 3: "moeilijk"}
MOVE = {
    "open_vraag": "open vraag",
    "gesloten_vraag": "gesloten vraag",
    "observatie": "benoemen wat je zag",
    "werkinvloed": "vraag naar het werk",
    "knelpunt": "vraag naar knelpunt",
    "behoefte": "vraag naar wat nodig is",
    "kwaliteit": "noemen wat goed gaat",
    "eigen_regie": "keuze bij de ander",
    "veiligheid": "veiligheid geven",
    "diagnose": "vraag naar ziekte",
    "klachten": "vraag naar klachten",
    "oorzaak": "vraag naar oorzaak",
    "behandeling": "vraag naar behandeling",
    "bijzonder": "vraag naar iets bijzonders",
    "prive": "vraag naar privé",
    "geheim_beloven": "geheim beloven",
    "onbekend": "iets anders",
    "excuus": "terugnemen",
    "herstel": "goedmaken",
    "naast": "samenvatting ernaast",
    "dank_te_vroeg": "bedanken te vroeg",
    "afspraak_vroeg": "afspraak te vroeg",
    "einde": "einde van het gesprek",
}
"""The words for a move where its id is not Dutch enough."""
RESULT_IS_THIS_TALK = (
    "Dit gaat over dit ene gesprek, niet over wat voor leidinggevende je bent. "
    "De grenzen komen uit gesprekken van anderen; het zijn geen normen."
)
REAL_NAMES = "Noem geen echte namen en geen gezondheid van een echte medewerker."


def move_words(move: str) -> str:
    """Return a move as a user reads it."""
    return MOVE.get(move, move.replace("_", " "))


def standing_words(block: BlockResult) -> str:
    """Return a block with how far it is, on one line."""
    return f"{BLOCK[block.id]}: {STANDING[block.standing]}"


def _number(number: float) -> str:
    return f"{number:g}".replace(".", ",")


def _percent(number: float) -> str:
    return f"{round(number * 100)}%"


def measure_words(measure: Measure) -> str:
    """Return what was counted, as a sentence without its standing."""
    number = measure.value
    match measure.id:
        case "verboden":
            return f"Vragen die niet mogen: {_number(number)}"
        case "teruggenomen":
            return f"Zo'n vraag weer teruggenomen: {_number(number)}"
        case "druk":
            return f"Aandringen: {_number(number)}"
        case "dreigen":
            return f"Dreigen: {_number(number)}"
        case "voorzichtig":
            return f"Vragen over privé zonder ruimte, of een geheim beloofd: {_number(number)}"
        case "teruggeven_per_beurt":
            return f"Samenvatten en erkennen: in {_percent(number)} van je beurten"
        case "teruggeven_per_vraag":
            return f"Samenvatten en erkennen, per vraag: {_number(number)}"
        case "eigen_inbreng":
            return f"Oordeel, mening, advies of invullen: in {_percent(number)} van je beurten"
        case "woorden_per_beurt":
            return f"Woorden per beurt: {_number(number)}"
        case "advies":
            return f"Ongevraagd advies: in {_percent(number)} van je beurten"
        case "aandeel_woorden":
            return f"Jouw deel van de woorden: {_percent(number)} (richting: een derde)"
        case "open_vragen":
            return f"Open vragen: {_number(number)}"
        case "gesloten_vragen":
            return f"Gesloten vragen: {_number(number)}"
        case "stappen":
            return f"Stappen van het gesprek: {_number(number)} van de 5"
        case "trede":
            return f"Je medewerker {RUNG[int(number)]}"
        case "afspraak":
            return f"In de afspraak (wie, wat, wanneer, terugkijken): {_number(number)} van de 4"
        case _:
            return "De keuze bij de ander gelaten: " + ("ja" if number else "nog niet")


def mark_words(mark: Mark) -> str:
    """Return a turn that mattered, on one line."""
    sign = "+" if mark.change > 0 else ""
    rung = f", je medewerker {RUNG[mark.rung]}" if mark.rung else ""
    return f"Beurt {mark.turn}: {move_words(mark.move)} ({sign}{_number(mark.change)}){rung}"


def way_words(result: Debrief) -> str:
    """Return how far the first try came, and the best one where that is another."""
    first = f"Je medewerker {RUNG[result.first_rung]}."
    if result.best_from and result.best_rung > result.first_rung:
        return f"{first} Met beurt {result.best_from} opnieuw: hij {RUNG[result.best_rung]}."
    return first


def bar(number: float, width: int = 20) -> str:
    """Return a number of 0-100 as a bar of at most `width` blocks; its number always stands beside it."""
    return "■" * max(1, round(number / 100 * width))
