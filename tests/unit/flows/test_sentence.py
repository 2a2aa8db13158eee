"""What is made of a sentence: facts and interpretations, what is set aside, and what never is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.guard.labels import Role, Status, Verdict
from coach.domain.preparation import Aside, Fact, Plan, Preparation
from coach.flows.aside import health_word
from coach.flows.facts import analyse_fact, pattern
from coach.flows.keep import keepable
from coach.flows.make_sheet import make_sheet
from coach.flows.sentence import ON_PAPER, SAID_ONLY, Sentence, Use, read_sentence
from coach.library.load import Library

HARMLESS = "ze haar mond houdt"


def read(
    library: Library, text: str, *asides: Aside, role: Role = Role.ZEGT, use: Use = ON_PAPER
) -> Sentence:
    return read_sentence(library, library.guard, text, role, Status.WERKT, asides, use)


@pytest.mark.parametrize(
    "text",
    [
        "Kwam om 9.40 uur binnen.",
        "Zei niets in het overleg van dinsdag",
        "Leverde de planning drie dagen later in",
        "Er zaten vijf fouten in de orders",
        "Je kwam drie keer te laat.",
        "Ging om drie uur weg, de dienst was tot vijf",
    ],
)
def test_what_was_seen_is_a_fact(library: Library, text: str) -> None:
    assert analyse_fact(library, library.guard, text, Status.WERKT).verdict is Verdict.MAG


@pytest.mark.parametrize(
    "text",
    [
        "Was lui in het overleg",
        "Was lui ...",
        "Is ongemotiveerd",
        "Had er geen zin in",
        "Was onbeschoft tegen een klant",
    ],
)
def test_an_interpretation_is_refused_with_a_pattern_to_fill_in(library: Library, text: str) -> None:
    analysis = analyse_fact(library, library.guard, text, Status.WERKT, "later")
    assert analysis.verdict is Verdict.MAG_NIET
    (finding,) = analysis.findings
    assert finding.instead == pattern(library, "later") == library.visible_signals["later"].fact
    assert finding.why in {library.fact_texts[name].text for name in ("oordeel", "invullen")}


def test_health_in_a_fact_is_refused_with_a_pattern_too(library: Library) -> None:
    analysis = analyse_fact(library, library.guard, "Heeft een burn-out", Status.WERKT)
    assert analysis.verdict is Verdict.MAG_NIET
    assert analysis.findings[0].instead == pattern(library)


def test_every_pattern_is_a_fact_itself(library: Library) -> None:
    for signal in library.visible_signals.values():
        assert analyse_fact(library, library.guard, signal.fact, Status.WERKT).verdict is Verdict.MAG, (
            signal.id
        )


def test_a_harmless_half_of_a_plan_is_set_aside_for_exactly_that_text(library: Library) -> None:
    found = read(library, HARMLESS)
    assert found.verdict is Verdict.GOED
    assert found.off_paper is not None and found.doubtful is not None
    aside = found.set_aside()
    assert aside is not None and aside.text == HARMLESS
    after = read(library, f" {HARMLESS} ", aside)
    assert (after.off_paper, after.doubtful, after.asides) == (None, None, (aside,))
    assert read(library, f"{HARMLESS} en zucht", aside).off_paper is not None
    filled = Preparation(plans=(Plan(HARMLESS, "wacht ik"),))
    assert make_sheet(library, library.guard, filled).refused
    let_by = replace(filled, asides=(aside,))
    assert make_sheet(library, library.guard, let_by).refused == ()
    assert keepable(library, library.guard, let_by) == (let_by, ())


@pytest.mark.parametrize("text", ["Heeft een burn-out", "hij depressief is", "Kreeg nieuwe medicijnen"])
def test_a_health_word_is_never_set_aside_for_paper(library: Library, text: str) -> None:
    fact = Use(fact=True)
    found = read(library, text, role=Role.NOTITIE, use=fact)
    assert found.verdict is Verdict.MAG_NIET
    assert found.health is not None and found.doubtful is None and found.set_aside() is None
    finding = found.judgement.analysis.findings[0]
    forced = Aside(text, finding.rule)
    assert read(library, text, forced, role=Role.NOTITIE, use=fact).verdict is Verdict.MAG_NIET
    filled = Preparation(facts=(Fact(text),), asides=(forced,))
    assert make_sheet(library, library.guard, filled).refused
    assert keepable(library, library.guard, filled)[0] == Preparation()


def test_a_sentence_that_goes_nowhere_can_always_be_set_aside(library: Library) -> None:
    found = read(library, "Project Depressie loopt uit", role=Role.NOTITIE, use=SAID_ONLY)
    aside = found.set_aside()
    assert found.verdict is Verdict.MAG_NIET and aside is not None
    after = read(library, "Project Depressie loopt uit", aside, role=Role.NOTITIE, use=SAID_ONLY)
    assert after.verdict is Verdict.MAG


def test_one_finding_is_set_aside_and_the_others_stay(library: Library) -> None:
    text = "Je bent lui. Ga toch eens wandelen."
    found = read(library, text, use=SAID_ONLY)
    first, *others = found.judgement.analysis.findings
    after = read(library, text, Aside(text, first.rule))
    assert others and [finding.rule for finding in after.judgement.analysis.findings] == [
        finding.rule for finding in others if finding.rule != first.rule
    ]
    assert after.verdict is Verdict.LIEVER_NIET


def test_nood_is_never_set_aside(library: Library) -> None:
    text = "Hij zei: het hoeft voor mij niet meer"
    found = read(library, text, role=Role.NOTITIE)
    asides = [Aside(text, finding.rule) for finding in found.judgement.analysis.findings]
    assert found.judgement.analysis.nood
    assert read(library, text, *asides, role=Role.NOTITIE).judgement.analysis.nood


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("hij depressief is", "depressief"),
        ("hij ziek is", "ziek"),
        ("hij over zijn psycholoog begint", "psycholoog"),
        ("hij slaapt slecht", "slaapt"),
        ("hij gaat bidden", "bidden"),
        ("hij huilt", None),
        ("mijn stem gaat trillen", None),
        ("hij boos wordt", None),
        ("de planning beter gaat", None),
        ("twee dagen afwezig", None),
        ("hij naar de bedrijfsarts wil", None),
    ],
)
def test_which_words_are_about_health(library: Library, text: str, word: str | None) -> None:
    assert health_word(library.guard, text) == word


def test_what_was_set_aside_goes_with_its_text() -> None:
    aside = Aside(HARMLESS, "model-oorzaak")
    filled = Preparation(plans=(Plan(HARMLESS, "wacht ik"),), asides=(aside,))
    assert filled.tidied() == filled
    assert filled.with_plans([]).tidied().asides == ()
