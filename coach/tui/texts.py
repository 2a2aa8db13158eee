"""Text on the screen: the one way in for foreign text, and the Dutch words that several screens share."""

from __future__ import annotations

from textual.content import Content

from coach.domain.guard.labels import Act, Status, Verdict
from coach.domain.knowledge import Address
from coach.domain.text import clean_text

APP_TITLE = "coach"

MARK: dict[Verdict, str] = {
    Verdict.GOED: "✓",
    Verdict.MAG: "✓",
    Verdict.VOORZICHTIG: "?",
    Verdict.LIEVER_NIET: "~",
    Verdict.VERBODEN: "×",
    Verdict.MAG_NIET: "×",
}
"""One cell beside the word of a verdict; the word alone is enough."""

WORD: dict[Verdict, str] = {
    Verdict.GOED: "Goed",
    Verdict.MAG: "Mag",
    Verdict.VOORZICHTIG: "Voorzichtig",
    Verdict.LIEVER_NIET: "Liever niet",
    Verdict.VERBODEN: "Verboden",
    Verdict.MAG_NIET: "Mag niet",
}

MEANING: dict[Verdict, str] = {
    Verdict.GOED: "Dit kun je zo zeggen.",
    Verdict.MAG: "Dit kun je zo opschrijven.",
    Verdict.VOORZICHTIG: "Je mag dit vragen. De ander hoeft niet te antwoorden.",
    Verdict.LIEVER_NIET: "Het mag, maar het helpt je gesprek niet.",
    Verdict.VERBODEN: "Dit mag je als leidinggevende niet vragen of zeggen.",
    Verdict.MAG_NIET: "Schrijf dit niet op.",
}

ACT_WORD: dict[Act, str] = {
    Act.OPEN_VRAAG: "een open vraag",
    Act.GESLOTEN_VRAAG: "een gesloten vraag",
    Act.DOORVRAGEN: "doorvragen",
    Act.SAMENVATTEN: "samenvatten",
    Act.ERKENNEN: "erkennen wat de ander zegt",
    Act.OBSERVATIE: "zeggen wat je zag",
    Act.BELANGSTELLING: "belangstelling tonen",
    Act.WERKINVLOED: "vragen naar het werk",
    Act.KNELPUNT: "vragen naar knelpunten",
    Act.BEHOEFTE: "vragen wat nodig is",
    Act.KWALITEIT: "noemen wat goed gaat",
    Act.EIGEN_REGIE: "de keuze bij de ander laten",
    Act.VEILIGHEID: "veiligheid geven",
    Act.AFSPRAAK: "iets afspreken",
}

STATUS_WORD: dict[Status, str] = {Status.WERKT: "werkt", Status.ZIEK: "ziek gemeld"}
ADDRESS_WORD: dict[Address, str] = {Address.JE: "je", Address.U: "u"}


def plain(text: str) -> Content:
    """Return `text` ready to be shown: cleaned, and never read as markup.

    For every text that was typed, pasted, read from a file or taken from the content.
    """
    return Content(clean_text(text))
