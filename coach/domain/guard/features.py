"""What the model weighs: words, classes, their order, the kind of sentence. Training and run time share this."""

from __future__ import annotations

from coach.domain.guard.reading import Reading

LONGEST = 40
"""Class pairs are taken over this many words of a sentence; more would make the work grow with the square."""


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
    mix_before2 = ""
    for place, lemma in enumerate(lemmas):
        mix = mixes[place]
        if lemma != ",":
            add(lemma)
        add(before + " " + lemma)
        if mix != lemma or mix_before != before:
            add(mix_before + "_" + mix)
        add(mix_before2 + "_" + mix_before + "_" + mix)
        before = lemma
        mix_before2 = mix_before
        mix_before = mix
    opening = reading.opening
    add("o:" + lemmas[opening])
    add("o:" + "_".join(mixes[opening : opening + 2]))
    add("o:" + "_".join(mixes[opening : opening + 3]))
    seen: dict[str, int] = {}
    for place, word in enumerate(words[:LONGEST]):
        for name in word.classes:
            if name not in seen:
                seen[name] = place
    for name, start, _ in reading.phrases:
        add("x:" + name)
        if name not in seen:
            seen[name] = start
    order = sorted(seen, key=seen.__getitem__)
    for place, name in enumerate(order):
        add(name)
        add(name + kind)
        for other in order[place + 1 :]:
            add(name + ">" + other)
