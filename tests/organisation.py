"""The folder of an organisation that tests share, and copies of it in which something is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

ORGANISATION = Path(__file__).parent / "voorbeeldorganisatie"
WORDS, RULES = "guard/lexicon/woorden.yaml", "guard/regels/metingen.yaml"
ASKED = "Wat kwam er uit je lindewijzer?"
"""What only the organisation's own rule and word know to be about health."""
PRESSED = "Dan krijg je minder uren."


def copied(tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(ORGANISATION, tmp_path / "organisatie"))
