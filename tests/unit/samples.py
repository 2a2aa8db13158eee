"""Preparations and sheets to test with: an empty one, a usual one, the fullest one, and any at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from coach.domain.agreements import Agreement, Subject, Who
from coach.domain.conversation import Part
from coach.domain.guard.labels import Status
from coach.domain.knowledge import Address, EmergencyCard, HardMoment, HelpCard, HelpNumber, Mnemonic
from coach.domain.pocket_card import pocket_card
from coach.domain.preparation import (
    MAX_DATES,
    MAX_FACTS,
    MAX_PLANS,
    MAX_TIMES,
    Absence,
    Aside,
    Chosen,
    Energy,
    Fact,
    Plan,
    Preparation,
    Weighed,
)
from coach.domain.record_sheet import empty_record_sheet, record_sheet
from coach.domain.sheet import Paper, Sheet, build_sheet
from coach.domain.text import clean_text
from tests.unit.agreements import USUAL

EMERGENCY = EmergencyCard(
    title="Noodkaart",
    steps=(),
    numbers=(
        HelpNumber("112", "Alarmnummer", "nu gevaar"),
        HelpNumber("113", "Hulplijn", "gratis, dag en nacht"),
        HelpNumber("0800-0113", "Hulplijn", "zelfde hulp"),
    ),
    rather_not=(),
    checked="2026-11-22",
    source="eigen",
)
HELP = HelpCard(
    title="Hulp bij ons",
    numbers=(
        HelpNumber("030-1234567", "Bedrijfsarts", "werkdagen"),
        HelpNumber("06-12345678", "Vertrouwenspersoon", "ook ’s avonds"),
    ),
    checked="2026-11-01",
)
RATHER_NOT = (
    "Heb je een burn-out?",
    "Komt het door thuis?",
    "Wat kun je niet meer?",
    "Je moet wat meer rust nemen.",
)


def moment(name: str, title: str, say: str) -> HardMoment:
    """Return a hard moment with one thing to say."""
    return HardMoment(name, title, "", (say,), (), (), "eigen")


MOMENTS = (
    moment("huilt", "Je medewerker huilt", "Het is goed. Neem je tijd."),
    moment("zwijgt", "Het blijft stil", "Je hoeft niet meteen te antwoorden."),
    moment("boos", "Je medewerker wordt boos", "Ik hoor dat dit je raakt. Ik wil het begrijpen."),
)
ASKED = tuple(part for part in Part if part is not Part.VOORBEREIDING)

TYPICAL = replace(
    Preparation(
        moment="donderdag 19 november, 10.00 uur",
        place="spreekkamer 2, telefoon uit",
        opening="Ik wil weten hoe het met je gaat. Ik zie dat twee rapporten later kwamen. Herken je dat?",
        questions=(
            Chosen(Part.BENOEMEN, "Herken je dat?"),
            Chosen(Part.BENOEMEN, "Hoe kijk jij daar zelf naar?"),
            Chosen(Part.INVLOED, "Wat merk je ervan in je werk?"),
            Chosen(Part.KNELPUNTEN, "Waar loopt je werk nu vast?"),
            Chosen(Part.NODIG, "Wat heb je nodig om je werk goed te blijven doen?"),
            Chosen(Part.AFRONDING, "Wat spreken we af, en wie doet wat?"),
        ),
        signals=("later", "te-laat-af"),
        setting="kamer",
        asked="elke vrijdag de planning",
        delivered="twee keer op dinsdag",
        absence=Absence(2, (date(2026, 3, 2), date(2026, 9, 7))),
        weighed=(Weighed("overwerk", Energy.COSTS), Weighed("werksfeer", Energy.GIVES)),
        subjects=("taken", "evaluatie"),
        goal="wie de planning doet tot 1 december",
        next_date=date(2026, 11, 26),
        ready=("rust", "tijd", "feiten", "luisteren", "oplossen", "moeilijk", "los", "hulp"),
    )
    .with_facts(
        [
            Fact("Je kwam drie keer later dan tien uur op het overleg.", date(2026, 11, 10), "later"),
            Fact(
                "Twee rapporten kwamen een week later dan we hadden afgesproken.",
                date(2026, 11, 16),
                "te-laat-af",
            ),
            Fact("Je zei in het teamoverleg niets, ook niet toen ik je iets vroeg.", date(2026, 11, 12)),
        ]
    )
    .with_plans(
        [
            Plan("ik meteen wil oplossen", "tel ik tot vijf"),
            Plan("het stil valt", "wacht ik en kijk ik rustig"),
        ]
    )
)

FULLEST = replace(
    TYPICAL,
    facts=tuple(
        Fact("Je kwam later dan tien uur op het overleg van het team.", date(2026, 11, day))
        for day in range(1, MAX_FACTS + 1)
    ),
    plans=(Plan("ik zelf ga invullen wat er is", "vraag ik: wat bedoel je?"),) * MAX_PLANS,
)
"""Every list as long as it may be, in sentences of usual length."""


def sheet_of(preparation: Preparation, *, empty: bool = False) -> Sheet:
    """Return the sheet with sentences to keep away from and hard moments."""
    return build_sheet(preparation, rather_not=RATHER_NOT, moments=MOMENTS, emergency=EMERGENCY, empty=empty)


def in_large_print(sheet: Sheet) -> Sheet:
    """Return the same sheet in large print."""
    return replace(sheet, paper=Paper.LARGE)


WORD = "arbeidsongeschiktheidsverzekeringspolissen"
"""A Dutch word of more than forty letters."""
LONGEST = replace(
    FULLEST,
    opening=f"Ik wil graag weten hoe het met u gaat. Ik zie dat “de {WORD}” later kwamen. Klopt dat?",
    facts=tuple(
        Fact(f"Om 9.40 uur lag {WORD} er nog: € 40 “te laat”, zei é, ë en ï.", date(2026, 11, day))
        for day in range(1, MAX_FACTS + 1)
    ),
)
"""As FULLEST, with a long word, accents, quotes and a euro sign in every line."""

AGREEMENTS = replace(
    USUAL,
    agreements=(*USUAL.agreements, Agreement(Subject.TAKEN, Who.SAMEN, f"We nemen de {WORD} over.", id=3)),
)
AGREED, TO_AGREE = record_sheet(AGREEMENTS, HELP), empty_record_sheet(date(2026, 11, 26), HELP)
CARDS = pocket_card(
    [
        Mnemonic(
            letters.lower(), letters, "De betekenis van deze letters", "Wat je dan doet.", "", "", "eigen"
        )
        for letters in ("LSD", "OMA", "ANNA", "DIK", "NIVEA")
    ],
    EMERGENCY,
    HELP,
)

HARD = (
    "",
    " ",
    "[/b] [@click=app.quit]x[/] $x$ *b* #panic() @ref <script>alert(1)</script>",
    "\x1b]52;c;ZGFn\x07\x1b[31mrood\x9b0m\x00",
    "👩‍👩‍👧 ☎️ 🇳🇱 👍🏽",
    "שלום مرحبا \u202egraag\u202c",
    "文字" * 60,
    "hottentottententententoonstelling" * 4,
    "a" * 400,
    "e" + "\u0301" * 200,
    "\u200d" * 50,
    "\u0301los",
    "een\u2028twee\r\ndrie\tvier",
    "\ud800\U000e0041\ufeff",
    "1. een\n# kop\n- punt\n> citaat\n```\n| a | b |",
)
"""Texts on which something breaks when it is not treated as text."""

any_text = st.one_of(
    st.sampled_from(HARD), st.text(max_size=300), st.text(" aé-.文👍\u0301\u200d", max_size=120)
)
any_date = st.one_of(st.none(), st.dates())
ids = st.sampled_from(("later", "werksfeer", "taken", "rust", "een-ander"))
id_lists = st.lists(ids, unique=True).map(tuple)
absences = st.builds(
    Absence,
    st.none() | st.integers(0, MAX_TIMES),
    st.lists(st.dates(), unique=True, max_size=MAX_DATES).map(lambda days: tuple(sorted(days))),
)


@st.composite
def preparations(draw: st.DrawFn, texts: st.SearchStrategy[str] = any_text) -> Preparation:
    """Any preparation whose lists are as the app makes them: in order and within their limits."""
    preparation = Preparation(
        label=draw(texts),
        status=draw(st.sampled_from(Status)),
        address=draw(st.sampled_from(Address)),
        moment=draw(texts),
        place=draw(texts),
        opening=draw(texts),
        next_date=draw(any_date),
        setting=draw(ids),
        asked=draw(texts),
        delivered=draw(texts),
        absence=draw(absences),
        weighed=tuple(
            Weighed(name, energy)
            for name, energy in draw(st.dictionaries(ids, st.sampled_from(Energy), max_size=3)).items()
        ),
        subjects=draw(id_lists),
        goal=draw(texts),
        ready=draw(id_lists),
        at_step=draw(ids),
    ).with_signals(draw(id_lists))
    for part, asked in draw(st.dictionaries(st.sampled_from(Part), st.lists(texts, max_size=3))).items():
        preparation = preparation.with_questions(part, asked)
    facts = draw(st.lists(st.builds(Fact, texts, any_date, ids), max_size=MAX_FACTS))
    plans = draw(st.lists(st.builds(Plan, texts, texts, texts, texts), max_size=MAX_PLANS))
    preparation = preparation.with_facts(facts).with_plans(plans)
    if preparation.texts:
        asides = st.builds(Aside, st.sampled_from(preparation.texts), ids)
        preparation = replace(preparation, asides=tuple(draw(st.lists(asides, max_size=3)))).tidied()
    return preparation


clean_preparations = preparations(any_text.map(clean_text))
