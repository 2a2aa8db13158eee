"""The words of the guard: verdicts, categories, acts, roles, and what an analysis holds.

The values are Dutch, since they stand in the JSON contract and on the screen.
"""

from __future__ import annotations

from enum import StrEnum

from coach.domain.values import value


class Verdict(StrEnum):
    """What the worst finding decides; `MAG` and `MAG_NIET` belong to notes only."""

    GOED = "goed"
    VOORZICHTIG = "voorzichtig"
    LIEVER_NIET = "liever_niet"
    VERBODEN = "verboden"
    MAG = "mag"
    MAG_NIET = "mag_niet"

    @property
    def severity(self) -> int:
        """0 (nothing found) to 3 (forbidden); a refused note weighs as much as forbidden."""
        return _SEVERITY[self]


_SEVERITY = {
    Verdict.GOED: 0,
    Verdict.MAG: 0,
    Verdict.VOORZICHTIG: 1,
    Verdict.LIEVER_NIET: 2,
    Verdict.VERBODEN: 3,
    Verdict.MAG_NIET: 3,
}


class Category(StrEnum):
    """What a finding is about; its verdict follows from `CATEGORY_VERDICT`."""

    DIAGNOSE = "diagnose"
    KLACHTEN = "klachten"
    OORZAAK = "oorzaak"
    BEHANDELING = "behandeling"
    VOORGESCHIEDENIS = "voorgeschiedenis"
    BIJZONDER = "bijzonder"
    DRUK = "druk"
    PRIVE = "prive"
    BEPERKINGEN = "beperkingen"
    OORDEEL = "oordeel"
    MENING = "mening"
    ADVIES = "advies"
    INVULLEN = "invullen"
    BAGATELLISEREN = "bagatelliseren"
    SUGGESTIEF = "suggestief"
    REDDEN = "redden"
    DREIGEN = "dreigen"
    GEHEIM_BELOVEN = "geheim_beloven"


_FORBIDDEN = (
    Category.DIAGNOSE,
    Category.KLACHTEN,
    Category.OORZAAK,
    Category.BEHANDELING,
    Category.VOORGESCHIEDENIS,
    Category.BIJZONDER,
    Category.DRUK,
)
_CAREFUL = (Category.PRIVE, Category.BEPERKINGEN)

CATEGORY_VERDICT: dict[Category, Verdict] = {
    category: (
        Verdict.VERBODEN
        if category in _FORBIDDEN
        else Verdict.VOORZICHTIG
        if category in _CAREFUL
        else Verdict.LIEVER_NIET
    )
    for category in Category
}


class Act(StrEnum):
    """Conversation technique of an utterance; any number of them, whatever the verdict."""

    OPEN_VRAAG = "open_vraag"
    GESLOTEN_VRAAG = "gesloten_vraag"
    DOORVRAGEN = "doorvragen"
    SAMENVATTEN = "samenvatten"
    ERKENNEN = "erkennen"
    OBSERVATIE = "observatie"
    BELANGSTELLING = "belangstelling"
    WERKINVLOED = "werkinvloed"
    KNELPUNT = "knelpunt"
    BEHOEFTE = "behoefte"
    KWALITEIT = "kwaliteit"
    EIGEN_REGIE = "eigen_regie"
    VEILIGHEID = "veiligheid"
    AFSPRAAK = "afspraak"


class Role(StrEnum):
    """Whose text it is: said by the manager, written down by him, or said by the employee."""

    ZEGT = "zegt"
    NOTITIE = "notitie"
    MEDEWERKER = "medewerker"


class Status(StrEnum):
    """Whether the employee works or has reported sick; it changes what may be asked."""

    WERKT = "werkt"
    ZIEK = "ziek"


@value(frozen=True, slots=True)
class Finding:
    """One thing found in a text.

    `start` and `end` are character offsets in the analysed text, `sentence` those of the sentence it stands
    in, (0, 0) for the whole text; `instead` is a wording that may be said (or written) in place of that
    sentence; `sure` is False where only the model found it.
    """

    rule: str
    category: Category
    start: int
    end: int
    why: str
    instead: str
    source: str
    sure: bool = True
    sentence: tuple[int, int] = (0, 0)


@value(frozen=True, slots=True)
class Analysis:
    """The one judgement of a text, which everything that shows, counts or reacts uses; the worst finding is
    the first.
    """

    text: str
    verdict: Verdict
    nood: bool = False
    findings: tuple[Finding, ...] = ()
    acts: tuple[Act, ...] = ()

    @property
    def mended(self) -> str | None:
        """The text with a better wording in place of each sentence in which something was found.

        The other sentences stay as they are. None when nothing was found.
        """
        wordings: dict[tuple[int, int], str] = {}
        for finding in self.findings:
            wordings.setdefault(finding.sentence, finding.instead)
        text = self.text
        for (start, end), wording in sorted(wordings.items(), reverse=True):
            rest = text[end or len(text) :]
            text = text[:start] + ("" if wording in rest else wording) + rest
        return " ".join(text.split()) if wordings else None
