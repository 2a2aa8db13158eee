"""Agreements to test with: a usual record, and any at all."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from coach.domain.agreements import (
    MAX_AGREEMENTS,
    Agreement,
    Communication,
    LookBack,
    Present,
    Record,
    Subject,
    Team,
    Who,
)
from coach.domain.text import clean_text

HELD_ON = date(2026, 11, 18)
UID = "0123456789abcdef"
LATER = Agreement(
    Subject.ROOSTER,
    Who.SAMEN,
    "Later beginnen, en dezelfde uren maken.",
    by=date(2026, 11, 23),
    until=date(2026, 12, 31),
    review_how="samen, tien minuten",
)
PLANNING = Agreement(
    Subject.PRIORITEITEN,
    Who.MEDEWERKER,
    "De medewerker maakt zelf een weekplanning.",
    review_on=date(2026, 12, 7),
    lead=Who.MEDEWERKER,
)
USUAL = (
    Record(
        UID,
        HELD_ON,
        label="planning november",
        communication=Communication("elke maandag even bellen", Team.WOORDEN, "Sam doet de planning."),
        first_check=date(2026, 11, 24),
        evaluation=date(2026, 12, 30),
    )
    .with_agreement(LATER)
    .with_agreement(PLANNING)
)

_days = st.one_of(st.none(), st.dates())
_texts = st.text(max_size=60).map(clean_text)
_agreements = st.builds(
    Agreement,
    st.sampled_from(Subject),
    st.sampled_from(Who),
    _texts,
    by=_days,
    until=_days,
    review_on=_days,
    review_how=_texts,
    lead=st.sampled_from(Who),
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record, with texts that were cleaned."""
    record = Record(
        UID,
        draw(st.dates()),
        label=draw(_texts),
        communication=Communication(draw(_texts), draw(st.sampled_from(Team)), draw(_texts)),
        first_check=draw(_days),
        evaluation=draw(_days),
        lead=draw(st.sampled_from(Who)),
        look_backs=tuple(
            draw(st.lists(st.builds(LookBack, st.dates(), _texts, _texts, _texts, _days), max_size=3))
        ),
        revision=draw(st.integers(0, 10_000)),
        none_made=draw(st.booleans()),
    ).with_present(draw(st.sets(st.sampled_from(Present))))
    for agreement in draw(st.lists(_agreements, max_size=MAX_AGREEMENTS)):
        record = record.with_agreement(agreement)
    return record
