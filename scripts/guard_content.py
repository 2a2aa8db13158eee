"""What the guard's scripts read: content files as the compiler gets them, and the corpus."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml

from coach.domain.guard.decide import FEWEST_WORDS

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content" / "guard"
CORPUS = CONTENT / "corpus"
OTHER_WEIGHT = 2.0
"""A line of other text weighs more than a line of the talk: there is far more of it in the world."""
OWN_WEIGHT = 4.0
"""What the coach itself offers or lets an employee say weighs most: it may raise no alarm."""
LONG = FEWEST_WORDS + 2
_QUOTED = re.compile(r'"([^"]+)"')
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def artefact_files() -> dict[str, object]:
    """Parsed files of content/guard by path; every scalar of the YAML stays a text."""
    found: dict[str, object] = {}
    for path in sorted(CONTENT.rglob("*.yaml")):
        if CORPUS not in path.parents:
            with path.open(encoding="utf-8") as file:
                found[path.relative_to(CONTENT).as_posix()] = yaml.load(file, _LOADER)  # noqa: S506
    model = CONTENT / "model.json"
    if model.exists():
        found["model.json"] = json.loads(model.read_text(encoding="utf-8"))
    return found


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file with one JSON object per line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def corpus() -> list[dict[str, Any]]:
    """Labelled utterances; `voice` is the file's name where the line has none."""
    found = []
    for path in sorted(CORPUS.glob("*.jsonl")):
        if path.stem.endswith("_notes"):
            continue
        for row in lines(path):
            row.setdefault("voice", path.stem)
            row.setdefault("category", [])
            if path.stem == "seed":
                row["acts"] = row["acts"] if row["acts"] else None
            row.setdefault("acts", [])
            if path.stem.startswith("gewoon"):
                row["other"] = True
                row.setdefault("weight", OTHER_WEIGHT)
            found.append(row)
    return found


def notes() -> list[dict[str, Any]]:
    """Labelled notes; `voice` is the file's name without `_notes`."""
    found = []
    for path in sorted(CORPUS.glob("*_notes.jsonl")):
        for row in lines(path):
            row.setdefault("voice", path.stem.removesuffix("_notes"))
            found.append(row)
    return found


def danger_rows(files: dict[str, object]) -> list[dict[str, Any]]:
    """Texts of which only is told whether they speak of danger: `nood`.

    Those are the corpus of danger, the examples of nood.yaml, and what the employees of the rehearsals say.
    """
    nood: Any = files["nood.yaml"]
    found = [row for path in sorted((CORPUS / "nood").glob("*.jsonl")) for row in lines(path)]
    found += [
        {"text": text, "nood": key == "wel", "weight": OWN_WEIGHT}
        for key in ("wel", "niet")
        for text in nood[key]
    ]
    for folder in ("stemmen", "scenarios"):
        for path in sorted((CONTENT.parent / folder).glob("*.yaml")):
            with path.open(encoding="utf-8") as file:
                spoken = _spoken(yaml.load(file, _LOADER))  # noqa: S506
                found += [{"text": text, "nood": False, "weight": OWN_WEIGHT} for text in spoken]
    return found


def half_typed(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The beginning of each longer text in which nothing is dangerous, as it stands in a field half-way."""
    found = []
    for row in rows:
        words = row["text"].split()
        if len(words) > LONG and not row.get("nood"):
            size = FEWEST_WORDS + crc32(row["text"].encode()) % (len(words) - FEWEST_WORDS)
            found.append({"text": " ".join(words[:size]), "nood": False})
    return found


def _spoken(value: Any) -> list[str]:
    """Every text of some words in a file of content."""
    if isinstance(value, dict):
        return [text for key, part in value.items() if key != "crisis" for text in _spoken(part)]
    if isinstance(value, list):
        return [text for part in value for text in _spoken(part)]
    return [value] if value.count(" ") > 1 else []


def own_texts() -> list[tuple[str, bool]]:
    """What the coach's content offers a manager: (text, whether it is said or else written down).

    Questions, opening lines (composed ones too), what to say and what stands between quotes in a plan are
    said; visible signals, the `als` and `dan` of plans and what to do afterwards are only read on a sheet.
    """
    said: list[str] = []
    read: list[str] = []
    signals: list[dict[str, str]] = []
    offers: list[dict[str, str]] = []
    folder = CONTENT.parent
    for path in sorted((folder / "gesprek").rglob("*.yaml")) + sorted((folder / "kaarten").glob("mo*.yaml")):
        with path.open(encoding="utf-8") as file:
            top = yaml.load(file, _LOADER)  # noqa: S506
        lists = [top.get(key, []) for key in ("vragen", "openingszinnen", "begin", "pauze")]
        for item in [item for items in lists for item in items]:
            said += [item[key] for key in ("tekst", "u") if key in item]
        for item in [*top.get("liever_niet", []), *top.get("ezelsbruggen", [])]:
            said += [item["liever"]] if isinstance(item, dict) else []
        for item in top.get("momenten", []):
            said += item.get("zeg", [])
            read += item.get("daarna", [])
        for item in top.get("lijsten", []):
            read += [signal["tekst"] for signal in item["zichtbaar"]]
            signals += item["zichtbaar"]
        offers += top.get("voorstellen", [])
        for item in top.get("valkuilen", []):
            for plan in item["plannen"]:
                read += [plan["als"], plan["dan"]]
                said += _QUOTED.findall(plan["dan"])
    said += [f"Ik zag dat {signal[form]}." for form in ("je", "u") for signal in signals]
    for offer in offers:
        for form, end in (("je", ""), ("u", "_u")):
            lines = [
                f"{offer['zorg' + end]} Ik zag dat {signal[form]}. {offer['vraag' + end]}"
                for signal in signals
            ]
            said += [offer["zorg" + end], offer["vraag" + end], *lines]
            read += lines
    return [*((text, True) for text in dict.fromkeys(said)), *((text, False) for text in dict.fromkeys(read))]


HEALTH = frozenset(
    "AANDOENING KLACHT KLACHTWW ZWANGER MIDDEL SUBST BEHANDELAAR BEHANDELING INSTORTEN PARTNER SCHEIDING "
    "GELD ROUW BIJZONDERGELOOF BIJZONDERGEAARD GEESTEL ERFELIJK ZIEK PRIVE".split()
)
"""Classes that keep a sentence which may be said from being taken for a note that may be written."""
REFUSED = frozenset("diagnose klachten oorzaak behandeling voorgeschiedenis bijzonder".split())
"""Categories of what may be neither said nor written down."""


def borrowed_notes(classes: Any, said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Notes made of what is said, at a low weight: a text on the sheet is judged as a note too.

    `classes` gives the class names in a text. What may be said and names nothing of health may be written
    down; what asks for health may not.
    """
    found: list[dict[str, Any]] = []
    for text, _ in own_texts():
        if not HEALTH & classes(text):
            found.append({"text": text, "label": "mag", "voice": "regels"})
    for row in said:
        wanted = set(row["category"])
        held = HEALTH & classes(row["text"])
        if wanted & REFUSED and held:
            label, weight = "mag_niet", 0.1
        elif wanted.isdisjoint(REFUSED) and "prive" not in wanted and not held and not row.get("nood"):
            label, weight = "mag", 0.1
        else:
            continue
        found.append({"text": row["text"], "label": label, "voice": row["voice"], "weight": weight})
    return found


def note_wordings(files: dict[str, object]) -> list[dict[str, Any]]:
    """The better wordings of notes, which may be written down."""
    categories = files["categorieen.yaml"]["categorieen"]  # type: ignore[index]
    return [{"text": item["notitie"], "label": "mag", "voice": "regels"} for item in categories]


def rule_examples(files: dict[str, object]) -> list[dict[str, Any]]:
    """The examples of rules and the better wordings, as labelled utterances whose acts are not told."""
    found: list[dict[str, Any]] = []
    for path, content in files.items():
        if path.startswith("regels/"):
            for rule in content["regels"]:  # type: ignore[index]
                for text in rule["fout"] if "status" not in rule else []:
                    found.append({"text": text, "category": [rule["categorie"]]})
                for text in [*rule["goed"], *rule["beter"]]:
                    found.append({"text": text, "category": []})
        elif path.startswith("maskers/"):
            for mask in content["maskers"]:  # type: ignore[index]
                found.extend({"text": text, "category": []} for text in mask["gedempt"])
        elif path == "categorieen.yaml":
            for item in content["categorieen"]:  # type: ignore[index]
                found.extend({"text": text, "category": []} for text in item["beter"])
        elif path == "wendingen.yaml":
            for item in content["wendingen"]:  # type: ignore[index]
                found.extend({"text": item[form], "category": []} for form in ("zeg", "u"))
    unique = {row["text"]: row for row in found}
    return [{**row, "acts": None, "voice": "regels", "held": False, "weight": 2.0} for row in unique.values()]
