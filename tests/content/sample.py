"""A small complete content of our own making, so that tests do not lean on what authors write."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import get_args

from coach.domain.agreements import Subject
from coach.domain.conversation import Part
from coach.library.schema_prepare import AdviceId, FactTextId, GroupId, ReadyId
from tests.content.sample_rehearsal import rehearsal_files

CONTENT = Path(__file__).resolve().parents[2] / "content"
"""The real content of the checkout."""

SUBJECTS = "taken rooster prioriteiten werkplek samenwerking bereikbaarheid scholing contact".split()

_SOURCES = """\
bronnen:
  - id: han
    titel: Een handreiking met een lange titel
    kort: HAN handreiking
    auteur: Een hogeschool
    jaar: "2021"
    gecontroleerd: "2026-11-22"
    noot: Een noot
  - id: ap
    titel: Beleidsregels
    auteur: Een toezichthouder
    gecontroleerd: "2026-11-22"
"""

_AID = """\
  - id: {name}
    letters: {letters}
    betekenis: De betekenis van {name}
    geheugenzin: Onthoud {name} zo.
    valkuil: Je bent vast moe.
    liever: Hoe is het voor je?
    bron: han, handvat 2
"""

_LIST = """\
  - id: {name}
    titel: De lijst {name}
    zichtbaar:
      - id: later-{name}
        tekst: Komt vaker te laat
        feit: Begon om ... uur. De dienst is om ... uur.
        je: je later begon dan afgesproken
        u: u later begon dan afgesproken
        bron: han, handvat 1
    herkennen:
      - tekst: Is vaak stil
        bron: eigen
"""

_ITEM = """\
  - id: {name}
    titel: De titel van {name}
    tekst: De tekst van {name}
    bron: han, handvat 1
"""

_PLACE = """\
  - id: plek-{number}
    titel: De plek nummer {number}
    plek: Kamer {number}
    advies:
      - Kies een rustige kamer.
    bron: han, handvat 2
"""

_PROPOSAL = """\
  - id: voorstel-{number}
    eerst: feit
    zorg: Ik wil je graag helpen.
    zorg_u: Ik wil u graag helpen.
    vraag: Hoe kijk jij daarnaar?
    vraag_u: Hoe kijkt u daarnaar?
    bron: han, handvat 2
"""

_CHECKLIST = """\
  - id: {name}
    titel: De checklist {name}
    bron: han, handvat 1
    punten:
      - tekst: Een punt van {name}
        bron: han, handvat 1
"""

_PITFALL = """\
  - id: valkuil-{number}
    tekst: Valkuil nummer {number}
    plannen:
      - als: het stil wordt
        dan: 'vraag ik: "Hoe is het voor je?"'
      - als: het spannend wordt
        dan: adem ik rustig uit
      - als: ik te snel praat
        dan: wacht ik even
    momenten: [stil]
    bron: eigen, uit het werk
"""

_OPENING = """\
  - id: opening-{number}
    tekst: Hoe gaat het met je, collega {number}?
    u: Hoe gaat het met u, collega {number}?
    bron: han, handvat 2
"""

_THEME = """\
  - id: thema-{subject}
    titel: Het thema {subject}
    vraag: Wat kan er anders?
    bron: han, handvat 4
    aanpassingen:
      - id: aanpassing-{subject}
        tekst: Elke week tien minuten praten over het werk.
        onderwerp: {subject}
        wie: samen
        bron: han, handvat 4
"""

_DURING = """\
begin:
  - id: begin-1
    tekst: Ik heb een lijstje bij me, kijk maar mee met je lijst.
    u: Ik heb een lijstje bij me, kijkt u maar mee met uw lijst.
    bron: eigen
pauze:
  - id: pauze-1
    tekst: Wil je even pauze?
    u: Wilt u even pauze?
    bron: eigen
"""

_MOMENTS = """\
momenten:
  - id: stil
    titel: Het blijft stil
    gebeurt: Je medewerker zegt niets.
    zeg:
      - Neem je tijd.
    liever_niet:
      - De stilte vullen.
    daarna:
      - Wacht rustig.
    bron: han, handvat 2
"""

_EMERGENCY = """\
titel: Noodkaart
gecontroleerd: "2026-11-22"
bron: han, bellen
stappen:
  - kop: Blijf.
    tekst: Laat de ander niet alleen.
nummers:
  - nummer: "112"
    naam: Alarmnummer
    wanneer: nu gevaar
  - nummer: "113"
    naam: Hulplijn
    wanneer: dag en nacht
  - nummer: "0800-0113"
    naam: Hulplijn
    wanneer: dag en nacht
liever_niet:
  - Beloven dat je niets zegt.
"""


def _part(name: str) -> str:
    tips = "".join(f"  - tekst: Tip {n} bij {name}\n    bron: han, handvat {n}\n" for n in range(1, 5))
    questions = "".join(
        f"  - id: {name}-{n}\n    tekst: Hoe gaat {name} nu, dag {n}, bij je?\n"
        f"    u: Hoe gaat {name} nu, dag {n}, bij u?\n    toon: open\n    bron: han, handvat 2\n"
        for n in range(1, 9)
    )
    return (
        f"id: {name}\ntitel: Het onderdeel {name}\nvraag: Waar gaat {name} over?\ndoel: Je doet {name}.\n"
        f"bron: han, handvat 2\nezelsbruggen: [lsd, oma]\ntips:\n{tips}vragen:\n{questions}liever_niet:\n"
        "  - tekst: Heb je een burn-out?\n    waarom: Dat is medisch.\n    liever: Hoe is het voor je?\n"
        "    bron: han, handvat 1\n"
    )


def _texts(names: tuple[str, ...]) -> str:
    return "".join(f"  - id: {name}\n    tekst: De tekst van {name}\n    bron: eigen\n" for name in names)


def _cards(group: str) -> str:
    cards = "".join(
        f"      - id: {group}-{n}\n        titel: Kaart {n}\n        vraag: Hoe dan?\n        bron: eigen\n"
        for n in range(8)
    )
    return f"  - id: {group}\n    titel: De groep {group}\n    kaarten:\n{cards}"


def _preparing() -> dict[str, str]:
    """The files that are only used before the talk."""
    points = "".join(
        f"  - id: {name}\n    tekst: Ik heb {name}\n    anders: Zoek {name} op.\n    bron: han, handvat 1\n"
        for name in get_args(ReadyId)
    )
    tip = "  - tekst: Neem de tijd.\n    bron: han, handvat 2\n"
    return {
        "gesprek/openingsdelen.yaml": "voorstellen:\n"
        + "".join(_PROPOSAL.format(number=n) for n in range(3)),
        "gesprek/plekken.yaml": "plekken:\n"
        + "".join(_PLACE.format(number=n) for n in range(3))
        + f"momenten:\n{tip}",
        "gesprek/werkfactoren.yaml": "groepen:\n" + "".join(map(_cards, get_args(GroupId))),
        "gesprek/onderwerpen.yaml": "onderwerpen:\n" + "".join(_ITEM.format(name=name) for name in Subject),
        "gesprek/voornamen.yaml": "bron: eigen, voor de proef\nnamen: [anna]\nook_woord: [mei]\n",
        "gesprek/klaar.yaml": f"punten:\n{points}niet_klaar:\n{tip}",
    }


def sample_files() -> dict[str, str]:
    """Return a complete content (but for the guard): the text of each file by its name."""
    aids = ("lsd", "oma", "anna", "dik", "nivea")
    lists = ("psychisch", "lichamelijk", "functioneren")
    files = {f"gesprek/onderdelen/{part}.yaml": _part(part) for part in Part}
    return (
        files
        | _preparing()
        | {
            "bronnen.yaml": _SOURCES,
            "gesprek/ezelsbruggen.yaml": "ezelsbruggen:\n"
            + "".join(_AID.format(name=name, letters=name.upper()) for name in aids),
            "gesprek/basistips.yaml": "basistips:\n  - tekst: Een tip\n    bron: han, in het kort\n",
            "gesprek/signalen.yaml": f"advies:\n{_texts(get_args(AdviceId))}feiten:\n"
            + _texts(get_args(FactTextId))
            + "lijsten:\n"
            + "".join(_LIST.format(name=name) for name in lists),
            "gesprek/checklists.yaml": "checklists:\n"
            + "".join(_CHECKLIST.format(name=f"C{n}") for n in range(5)),
            "gesprek/valkuilen.yaml": "valkuilen:\n"
            + "".join(_PITFALL.format(number=n) for n in range(1, 13)),
            "gesprek/openingszinnen.yaml": "openingszinnen:\n"
            + "".join(_OPENING.format(number=n) for n in range(1, 7)),
            "gesprek/werkaanpassingen.yaml": "themas:\n"
            + "".join(_THEME.format(subject=subject) for subject in SUBJECTS),
            "gesprek/tijdens.yaml": _DURING,
            "kaarten/moeilijke-momenten.yaml": _MOMENTS,
            "kaarten/nood.yaml": _EMERGENCY,
            **rehearsal_files(),
        }
    )


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """Write `files` below `folder`; return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    return folder


def write_sample(folder: Path, *, guard: bool = False) -> Path:
    """Write the sample below `folder`, with a copy of the real guard if `guard`; return the folder."""
    write_files(folder, sample_files())
    if guard:
        shutil.copytree(CONTENT / "guard", folder / "guard", ignore=shutil.ignore_patterns("corpus"))
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file in a folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def line_of(folder: Path, name: str, words: str, *, nth: int = 1) -> int:
    """Return the line, from 1, on which `words` stand for the nth time in a file; a test's own eyes."""
    lines = (folder / name).read_text("utf-8").split("\n")
    return [number for number, line in enumerate(lines, start=1) if words in line][nth - 1]


def replace_in(folder: Path, name: str, old: str, new: str) -> None:
    """Replace `old` by `new` once in a file; fails when it is not there."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} does not stand in {name}"
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")
