"""Voices, scenarios and words for the debrief to go with `sample.py`: as little as is complete."""

from __future__ import annotations

from coach.domain.guard.labels import Act, Category
from coach.domain.rehearsal.debrief import TIPS
from coach.domain.rehearsal.moves import MOVES, Band
from coach.library.rehearsal_problems import MIN_SCENARIOS, SHARED, STYLES

_NUMBERS = "een twee drie vier vijf zes zeven acht negen".split()


def _pools(indent: str, name: str) -> str:
    return "".join(f'{indent}{band}: ["{name} {band}."]\n' for band in Band)


def _voice(name: str) -> str:
    moves = MOVES if name == SHARED else ("erkennen",)
    # A move may be the name of something that no line may hold, so lines have its number.
    numbered = [(move, f"{name} {MOVES.index(move)}") for move in moves]
    blocks = "".join(f"  - bij: {move}\n{_pools('    ', text)}" for move, text in numbered)
    inner = "".join(f'  - bij: {move}\n    zeg: ["{text} gedacht."]\n' for move, text in numbered)
    return (
        f"id: {name}\ntitel: Stem {name}\nklank: Zo klinkt {name}.\nbron: eigen\nzinnen:\n{blocks}"
        f"aanloop: {{}}\nstaart: {{}}\ngebaren: {{}}\nbinnenstem:\n{inner}"
    )


def _scenario(number: int) -> str:
    word = _NUMBERS[number]
    ladder = "".join(
        f'  - trede: "{rung}"\n    feiten:\n'
        + "".join(
            f"      feit{rung}{letter}: "
            + str([f"Feit {rung}{letter} {word}, manier {way}." for way in _NUMBERS[:3]]).replace("'", '"')
            + "\n"
            for letter in "abc"
        )
        for rung in range(1, 6)
    )
    signals = "".join(f"  - {{wanneer: dag {n}, wat: Je kwam {n} keer later.}}\n" for n in _NUMBERS[:3])
    picks = "".join(
        f"  {part}: [Hoe gaat het?, Wat merk je in je werk?, Waar loop je tegenaan?]\n"
        for part in ("benoemen", "invloed", "knelpunten", "nodig", "afronding")
    )
    return (
        f'id: scenario-{word}\ntitel: Scenario {word}\nbron: eigen\nniveau: "1"\nsector: Proef\n'
        f'wie: {{naam: Kim, leeftijd: "40", rol: planner}}\nstijl: {STYLES[number % len(STYLES)]}\n'
        f"kaart: Kim plant.\nvalkuil: Te snel willen.\nsignalen:\n{signals}"
        'start: {vertrouwen: "46", spanning: "35", energie: "60"}\ngevoelig: {advies: "1.5"}\n'
        "woorden: {werk: de planning, mensen: de mensen, plek: op kantoor, drukte: de drukte}\n"
        "onderwerpen:\n  feit3a: [nachtlijn]\n"
        f'ladder:\n{ladder}terug_op_feit:\n  - weet: feit3a\n    zeg: ["Wat ik {word} zei."]\n'
        f'regels:\n  - bij: [erkennen, veiligheid]\n    als: {{trede: "1-5"}}\n'
        f'    zeg: ["Dank je, zegt {word}."]\nherstel: ["Oké, zegt {word}."]\nkeuzes:\n{picks}'
    )


def _advice() -> str:
    strengths = "".join(f"  - {{bij: {name}, tekst: Dat werkte., bron: eigen}}\n" for name in ("begin", *Act))
    rules = "".join(f"  - {{bij: [{name}], tekst: Doe dit., bron: eigen}}\n" for name in Category)
    tips = "".join(
        f"  - {{id: {name}, regel: Doe dit., liever: Hoe is het voor je?, waarom: Daarom., bron: eigen}}\n"
        for name in TIPS
    )
    return f"kracht:\n{strengths}regels:\n{rules}tips:\n{tips}"


def rehearsal_files() -> dict[str, str]:
    """Return the files of rehearsing by name."""
    files = {f"stemmen/{name}.yaml": _voice(name) for name in (SHARED, *STYLES)}
    files |= {f"scenarios/scenario-{_NUMBERS[n]}.yaml": _scenario(n) for n in range(MIN_SCENARIOS)}
    return files | {"oefenen/nabespreken.yaml": _advice()}
