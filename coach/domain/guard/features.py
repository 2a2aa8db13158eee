"""What the model weighs: words, classes, their order, the kind of sentence. Training and run time share
this.
"""

from __future__ import annotations

from coach.domain.guard.reading import Reading


def features(readings: list[Reading], masks: tuple[str, ...] = ()) -> set[str]:
    """Names of the features that hold for these sentences together."""
    found: set[str] = set()
    add = found.add
    for name in masks:
        add("m:" + name)
    for reading in readings:
        _sentence(reading, add)
    if readings:
        last = readings[-1]
        add("e:" + (last.mark or ("q" if last.question else "-")))
        if len(readings) > 1:
            add("n:2")
        if any(reading.question for reading in readings):
            add("q")
        else:
            add("nq")
    return found


def _sentence(reading: Reading, add) -> None:  # type: ignore[no-untyped-def]
    lemmas = reading.lemmas
    mixes = reading.mixes
    words = reading.words
    kind = "?" if reading.question else "."
    before = "^"
    mix_before = "^"
    for place, lemma in enumerate(lemmas):
        mix = mixes[place]
        if lemma != ",":
            add(lemma)
            if len(lemma) >= 6:
                add("p:" + lemma[:5])
        add(before + " " + lemma)
        if mix != lemma or mix_before != before:
            add(mix_before + "_" + mix)
        before = lemma
        mix_before = mix
    opening = reading.opening
    add("o:" + lemmas[opening])
    add("o:" + "_".join(mixes[opening : opening + 2]))
    add("o:" + "_".join(mixes[opening : opening + 3]))
    names = {name for word in words for name in word.classes}
    for name, _, _ in reading.phrases:
        add("x:" + name)
        names.add(name)
    for name in names:
        add(name)
        add(name + kind)
