"""All that the coach knows, as articles to read and to search in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from coach.domain.guard.labels import Status
from coach.domain.knowledge import (
    BOTH,
    Adjustment,
    Avoid,
    Checklist,
    HardMoment,
    Mnemonic,
    PartGuide,
    Pitfall,
    Spoken,
    Theme,
    Tip,
)
from coach.domain.preparing import FactorGroup, Place, ReadyPoint, Signal, SignalList, SubjectText, WorkFactor
from coach.library.load import Library


class Kind(Enum):
    """What a line of an article is, so that it can be set as such."""

    HEADING = auto()
    TEXT = auto()
    ITEM = auto()
    SAY = auto()
    RATHER_NOT = auto()
    NOTE = auto()
    SOURCE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """Something to read: its id, the group it stands in, its title and its lines."""

    id: str
    group: str
    title: str
    lines: tuple[Line, ...]


_BEFORE = "Voorbereiden"


def _heading(text: str) -> Line:
    return Line(Kind.HEADING, text)


def _items(texts: Iterable[str], kind: Kind = Kind.ITEM) -> list[Line]:
    return [Line(kind, text) for text in texts]


def _listed(title: str, texts: Sequence[str], kind: Kind = Kind.ITEM) -> list[Line]:
    return [_heading(title), *_items(texts, kind)] if texts else []


_FOR_WHOM = (
    (BOTH, ""),
    ((Status.WERKT,), " als je medewerker werkt"),
    ((Status.ZIEK,), " bij een ziekmelding"),
)


def _by_status(
    title: str, items: Iterable[tuple[str, tuple[Status, ...]]], kind: Kind = Kind.ITEM
) -> list[Line]:
    """List texts under one heading for each status they hold for."""
    texts = list(items)
    lines: list[Line] = []
    for statuses, for_whom in _FOR_WHOM:
        lines += _listed(
            title + for_whom, [text for text, holds in texts if set(holds) == set(statuses)], kind
        )
    return lines


_Sourced = Tip | Spoken | Avoid | Adjustment | Signal | Place | WorkFactor | SubjectText | ReadyPoint


def _tips(tips: Iterable[Tip | Signal]) -> list[str]:
    return [tip.text for tip in tips]


def _sources(*named: Iterable[_Sourced] | str) -> Line:
    """One line with every source that an article rests on, each once, in order."""
    sources = dict.fromkeys(
        source
        for group in named
        for source in ([group] if isinstance(group, str) else [i.source for i in group])
    )
    return Line(Kind.SOURCE, "Bron: " + "; ".join(filter(None, sources)))


def _part(library: Library, guide: PartGuide) -> Article:
    lines = [
        Line(Kind.TEXT, guide.question),
        Line(Kind.NOTE, guide.purpose),
        *_by_status("Vragen", [(f"{q.je} ({q.tone.value})", q.statuses) for q in guide.questions], Kind.SAY),
        *_by_status("Tips", [(tip.text, tip.statuses) for tip in guide.tips]),
        _heading("Liever niet"),
    ]
    for avoid in guide.avoid:
        lines += [
            Line(Kind.RATHER_NOT, avoid.text),
            Line(Kind.NOTE, avoid.why),
            Line(Kind.SAY, f"Liever: {avoid.instead}"),
        ]
    aids = [library.mnemonic(name) for name in guide.mnemonics]
    lines += _listed("Ezelsbruggen", [f"{aid.letters}: {aid.meaning}" for aid in aids])
    lines.append(_sources(guide.source, guide.tips, guide.questions, guide.avoid))
    return Article(f"deel-{guide.part.value}", "Het gesprek", guide.title, tuple(lines))


def _openings(openings: Sequence[Spoken]) -> Article:
    lines = (
        *_by_status("Openingszinnen", [(line.je, line.statuses) for line in openings], Kind.SAY),
        _sources(openings),
    )
    return Article("openingszinnen", "Het gesprek", "Openingszinnen", lines)


def _basic_tips(tips: Sequence[Tip]) -> Article:
    return Article("basistips", "Het gesprek", "Basistips", (*_items(_tips(tips)), _sources(tips)))


def _mnemonic(aid: Mnemonic) -> Article:
    lines = (
        Line(Kind.TEXT, aid.meaning),
        Line(Kind.NOTE, aid.prompt),
        _heading("Zo gaat het mis"),
        Line(Kind.RATHER_NOT, aid.breach),
        Line(Kind.SAY, f"Liever: {aid.instead}"),
        _sources(aid.source),
    )
    return Article(f"ezelsbrug-{aid.id}", "Ezelsbruggen", aid.letters, lines)


def _signals(signals: SignalList) -> Article:
    lines = (
        *_listed("Zichtbaar op het werk: dit mag je benoemen en opschrijven", _tips(signals.visible)),
        *_listed(
            "Alleen om te herkennen: vraag er niet naar en schrijf het niet op", _tips(signals.recognise_only)
        ),
        _sources(signals.visible, signals.recognise_only),
    )
    return Article(f"signalen-{signals.id}", "Signalen", signals.title, lines)


def _checklist(checklist: Checklist) -> Article:
    lines = (*_items(_tips(checklist.points)), _sources(checklist.source, checklist.points))
    return Article(f"checklist-{checklist.id}", "Checklists", f"{checklist.id} {checklist.title}", lines)


def _moment(moment: HardMoment) -> Article:
    lines = (
        Line(Kind.TEXT, moment.happens),
        *_listed("Zeg", moment.say, Kind.SAY),
        *_listed("Liever niet", moment.rather_not, Kind.RATHER_NOT),
        *_listed("Daarna", moment.then),
        _sources(moment.source),
    )
    return Article(f"moment-{moment.id}", "Lastige momenten", moment.title, lines)


def _pitfall(pitfall: Pitfall) -> Article:
    plans = [f"Als {plan.when}, dan {plan.then}" for plan in pitfall.plans]
    lines = (*_listed("Maak een plan", plans), _sources(pitfall.source))
    return Article(f"valkuil-{pitfall.id}", "Jouw valkuilen", pitfall.text, lines)


def _theme(theme: Theme) -> Article:
    adjustments = [(adjustment.text, adjustment.statuses) for adjustment in theme.adjustments]
    lines = (
        Line(Kind.SAY, theme.question),
        *_by_status("Zo kun je het afspreken", adjustments),
        _sources(theme.source, theme.adjustments),
    )
    return Article(f"werkaanpassing-{theme.id}", "Wat kan er anders in het werk", theme.title, lines)


def _places(places: Sequence[Place], moments: Sequence[Tip]) -> Article:
    lines = [line for place in places for line in _listed(place.title, place.advice)]
    lines += _listed("Wanneer", _tips(moments))
    return Article("plekken", _BEFORE, "Waar en wanneer", (*lines, _sources(places, moments)))


def _factors(group: FactorGroup) -> Article:
    lines = [Line(Kind.ITEM, f"{factor.title}. {factor.question}") for factor in group.factors]
    lines.append(_sources(group.factors))
    return Article(f"werk-{group.id}", _BEFORE, group.title, tuple(lines))


def _subjects(subjects: Sequence[SubjectText]) -> Article:
    lines = [Line(Kind.ITEM, f"{subject.title}: {subject.text}") for subject in subjects]
    return Article("onderwerpen", _BEFORE, "Wat je kunt afspreken", (*lines, _sources(subjects)))


def _ready(points: Sequence[ReadyPoint], not_ready: Sequence[Tip]) -> Article:
    lines: list[Line] = []
    for point in points:
        lines += [Line(Kind.ITEM, point.text), Line(Kind.NOTE, f"Nog niet? {point.otherwise}")]
    lines += _listed("Nog niet klaar", _tips(not_ready))
    return Article("klaar", _BEFORE, "Ben ik er klaar voor?", (*lines, _sources(points, not_ready)))


def articles(library: Library) -> tuple[Article, ...]:
    """Return all articles, group by group, in the order in which one would read them."""
    return (
        *(_part(library, guide) for guide in library.parts.values()),
        _openings(library.openings),
        _basic_tips(library.basic_tips),
        *map(_mnemonic, library.mnemonics),
        *map(_signals, library.signals),
        *map(_checklist, library.checklists),
        *map(_moment, library.moments),
        *map(_pitfall, library.pitfalls),
        *map(_theme, library.themes),
        _places(library.places, library.moment_tips),
        *map(_factors, library.factor_groups),
        _subjects(library.subjects),
        _ready(library.ready_points, library.not_ready),
    )


def find(among: Iterable[Article], words: str) -> tuple[Article, ...]:
    """Return the articles that hold all of `words`, those with them in the title first; no words: all."""
    wanted = words.casefold().split()
    in_title: list[Article] = []
    in_text: list[Article] = []
    for article in among:
        title = f"{article.group} {article.title}".casefold()
        body = " ".join(line.text for line in article.lines).casefold()
        if all(word in title for word in wanted):
            in_title.append(article)
        elif all(word in title or word in body for word in wanted):
            in_text.append(article)
    return (*in_title, *in_text)
