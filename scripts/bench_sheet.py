"""How long a prep sheet as PDF takes from the command, beside a Python that does nothing."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from bench_timing import paired_cold

PREPARATION = {
    "soort": "coach-voorbereiding",
    "versie": 1,
    "feiten": [
        {"wat": "Je kwam drie keer later dan tien uur op het overleg.", "datum": "2026-11-10"},
        {"wat": "Twee rapporten kwamen een week later dan we hadden afgesproken.", "datum": "2026-11-16"},
        {"wat": "Je zei in het teamoverleg niets, ook niet toen ik je iets vroeg.", "datum": "2026-11-12"},
    ],
    "moment": "donderdag 19 november, 10.00 uur",
    "plek": "spreekkamer 2, telefoon uit",
    "plannen": [
        {"als": "ik meteen wil oplossen", "dan": "tel ik tot vijf", "valkuil": "oplossen"},
        {"als": "het stil valt", "dan": "wacht ik en kijk ik rustig", "valkuil": "stilte"},
    ],
    "opening": "Ik wil weten hoe het met je gaat. Ik zie dat twee rapporten later kwamen. Herken je dat?",
    "vragen": [
        {"deel": "benoemen", "tekst": "Hoe kijk jij daar zelf naar?"},
        {"deel": "invloed", "tekst": "Wat merk je ervan in je werk?"},
        {"deel": "knelpunten", "tekst": "Waar loopt je werk nu vast?"},
        {"deel": "nodig", "tekst": "Wat heb je nodig om je werk goed te blijven doen?"},
        {"deel": "afronding", "tekst": "Wat spreken we af, en wie doet wat?"},
    ],
    "volgende_datum": "2026-11-26",
}
"""A preparation of usual length, to make a sheet of."""


def measure(quick: bool) -> dict[str, float]:
    """Print the time of `coach sheet --from x.json -o x.pdf`; returns the ratio to `python3 -c pass`."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "x.json", Path(folder) / "x.pdf"
        source.write_text(json.dumps(PREPARATION), encoding="utf-8")
        command = [sys.executable, "-m", "coach", "sheet", "--from", str(source), "-o", str(target)]
        base, own = paired_cold([sys.executable, "-c", "pass"], command, quick)
        if not target.is_file():
            raise SystemExit("Het blad werd niet gemaakt; draai: coach sheet --empty -o blad.pdf")
    print(f"blad als PDF: {own:.0f} ms, {own / base:.2f} maal `python3 -c pass` ({base:.0f} ms)")
    return {"sheet": own / base}
