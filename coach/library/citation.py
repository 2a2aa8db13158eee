"""How content names its source: `han, handvat 2` to authors, `HAN handreiking, handvat 2` to readers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coach.domain.text import one_line

OWN = "eigen"
"""The id of what the coach, or an organisation, says on its own account; it stands in no list of sources."""

OWN_SHOWN = "Eigen tekst"

_SOURCE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:, ?(\S.*))?")


def split_source(text: str) -> tuple[str, str]:
    """Return the id and the place ("" for none) of a `bron`; raises ValueError for what is no source."""
    match = _SOURCE.fullmatch(one_line(text))
    if match is None:
        raise ValueError
    return match[1], match[2] or ""


def source_for_people(text: str, names: Mapping[str, str]) -> str:
    """Return a `bron` with the name of its source in place of the id.

    `names` are the names of sources by id; raises KeyError for a source that is not in it.
    """
    name, place = split_source(text)
    shown = OWN_SHOWN if name == OWN else names[name]
    return f"{shown}, {place}" if place else shown
