"""Words of a line: which carry content, which are the same, and signs that a guard does not look for.

Loose on purpose: people inflect, misspell and compound, and an employee who hears his own word back does not
mind its ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
_SHORT, _SAME = 4, 5
"""Words of four letters are the same when equal, longer ones when their first five letters are."""

_EMPTY = frozenset(
    (
        "aan af al alle alles als altijd ander andere anders beetje begrijp begrijpen ben bent bij bijna "
        "blij daar daarom daarvan dan dat deze die dit doe doen doet door dus echt een eens eerst "
        "eigenlijk elkaar er even fijn gaan gaat gaf gedaan geen gegaan gehad geweest gewoon goed graag "
        "haar had hebben hebt heeft hele hem het hier hij hoe hoor hoorde iets iemand ik in is ja jaar "
        "jij jou jouw jullie kan keer klinkt klopt kon komt krijg krijgt kunnen kunt laat liever lijkt "
        "maar maken maakt mag meer meest merk met mij mijn misschien moet moeten naar natuurlijk nee niet "
        "niets nodig nog nooit omdat onder ons ook over precies samen samengevat snap soms steeds terug "
        "toch toen tussen uit vaak van veel vertel vertelt vertellen verder vind vindt voel voelt volgens "
        "voor vooral vraag vragen waar waarom wanneer want waren wat weer weet welke werd werk werken "
        "werkt weten wel wie wil willen worden wordt zal zeg zeggen zegt zelf zich zien ziet zijn zo zou "
        "zouden zoals gesprek dank dankje bedankt zonder moment tijd begin staat gezegd vertelde zeker "
        "heel dingen stuk paar gelijk echte eerlijk dacht denk denken "
    ).split()
)

_WHICH = re.compile(
    r"(?:(?:en|maar|dus|nou|oké|ok)\b[ ,]*)?(?:sinds |op |met |voor |van |tot )?"
    r"(?:wie|wat|waar\w*|wanneer|hoe\w*|welke?|waarom)\b"
)
_APOLOGY = re.compile(
    r"\b(sorry|excuus|excuses|mijn fout|spijt|neem ik terug|ging te snel|was te snel|verkeerd gezegd|"
    r"had ik niet (?:moeten|mogen)|niet netjes van mij|zo bedoelde ik het niet|laat ik het anders|"
    r"ik had (?:dat |het )?niet)\b"
)
_BUT = re.compile(r"\bmaar\b")
_GREETING = re.compile(
    r"(?:^|[.!?] )dag\b|"  # "Welke dag was dat?" is no greeting
    r"\b(hoi|hallo|hey|goede?(?:morgen|middag|navond)|welkom|ga zitten|kom binnen|kom verder|koffie|thee|"
    r"fijn dat je er bent|fijn dat je tijd|dank je dat je er bent)\b"
)
_FAREWELL = re.compile(
    r"\b(tot (?:dan|morgen|straks|volgende week|ziens|maandag|dinsdag|woensdag|donderdag|vrijdag)|"
    r"(?:bedankt|dank je|dank je wel|dankjewel) voor (?:je tijd|dit gesprek|het gesprek)|"
    r"we ronden (?:het )?af|laten we (?:het )?hier(?:bij)? (?:afronden|laten|stoppen))\b"
)
_THANKS = re.compile(
    r"\b(fijn|goed|knap|dapper|mooi|dank|dankjewel|bedankt|waardeer|waardeert)\b.{0,30}"
    r"\b(vertelt|vertelde|deelt|deelde|verteld|open(?:heid)?|eerlijk(?:heid)?)\b"
)
_POINTING = re.compile(r"\b(dat|daar|daarvan|daarover|daarmee|daaraan|die|dit|erover|ervan|hiervan|zoiets)\b")

_WHEN = re.compile(
    r"\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen|overmorgen|vandaag|vanmiddag|"
    r"(?:volgende|deze|komende|over|binnen) (?:een |één |twee |drie |vier |\d+ )?(?:week|weken|maand|dagen)|"
    r"\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|"
    r"om \w+ uur|\d{1,2}[-/]\d{1,2})\b"
)
_WHO = re.compile(r"\b(ik|jij|je|u|we|wij|samen|jullie)\b")
_WHAT = re.compile(
    r"\b(regel|regelen|bel|bellen|vraag|stuur|sturen|maak|maken|plan|plannen|neem|nemen|praat|praten|bespreek|"
    r"bespreken|zet|zetten|haal|halen|schuif|schuiven|schrap|schrappen|lever|leveren|meld|melden|deel|pak|pakken|"
    r"doe|doen|proberen|stop|stoppen|spreek|spreken|zorg|verdeel|verdelen|overleg|overleggen|schrijf|geef|kies|"
    r"kiezen|vast|lijst|lijstje|afspraak|afspreken|spreken we af)\b"
)
_AGAIN = re.compile(
    r"\b(hoe het (?:gaat|loopt|ging|is gegaan)|terugkijken|terug kijken|evalueren|kijken we|kijk ik|"
    r"weer (?:even )?(?:zitten|samen|spreken|kijken|praten)|opnieuw|bij elkaar|kom ik erop terug|"
    r"spreken we elkaar|bijpraten)\b"
)
_EVALUATED = "evaluatie"

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_ASKED = re.compile(
    # "Wat merk je" asks, "wat je merkt" does not.
    # "Er komt wat tussen" asks nothing either.
    r"(?:\b(?:waar\w*|wanneer|hoe\w*|waarom)\b|(?:^|[.,;:?!] ?|\b(?:en|of|dus|maar|nou|dat) )wat\b)"
    r"(?! (?:je|jij|jou|ik|u|we|wij|ze|hij|er|het|dat|dit|die|de|een|mij|jullie|anders)\b)"
    r"|\b(?:herken je|zullen we|kun je|klopt (?:dat|het))\b"
)
_CONFIRMING = re.compile(
    r"\b(?:klopt (?:dat|het)|is dat (?:zo|het|wat)|zeg ik (?:dat|het)|heb ik (?:dat|het|je) |zie ik dat|"
    r"begrijp ik (?:je|het|dat)|hoor ik (?:dat|je)|mis ik|vergeet ik|wat klopt er (?:nog )?niet|zit dat zo|"
    r"zo ongeveer|of niet helemaal)"
)
_TAKEN_IN = re.compile(r"^\W*ik (?:zie|hoor|merk|begrijp|snap)\b(?! graag)")
_OWN_STORY = re.compile(r"^\W*(?:maar|ja maar|nou)\b|\b(?:ik|mij|mijn|ons|onze|wij|moet\w*)\b")
_OTHER = re.compile(r"\b(?:je|jij|jou|jouw|jullie|u|uw)\b")
_STATED = 4
"""Words from which a sentence without a question mark says something."""


def words_of(text: str) -> list[str]:
    """Return the words of a text, in lower case."""
    return _WORD.findall(text.casefold())


def content_words(text: str) -> frozenset[str]:
    """Return the words that carry content."""
    return frozenset(word for word in words_of(text) if len(word) >= _SHORT and word not in _EMPTY)


def _stem(word: str) -> str:
    return word[:_SAME]


def shared(words: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether one of `words` stands in one of `texts`, whatever its ending."""
    stems = {_stem(word) for text in texts for word in content_words(text)}
    return any(_stem(word) in stems or (word[:_SHORT] in stems) for word in words)


def on_topic(words: frozenset[str], topic: frozenset[str]) -> bool:
    """Whether one of the words of a line belongs to a topic, also as a part of a compound."""
    return any(
        word in topic or any(len(known) > _SHORT and known in word for known in topic) for word in words
    )


def short_form(text: str) -> str:
    """Return a line without case, marks and spaces, to see that it was said before."""
    return "".join(words_of(text))


def asks_which(text: str) -> bool:
    """Whether the last question asks who, when or how, so that yes or no does not answer it."""
    question = text.casefold().rstrip(" ?!.").rpartition("?")[2].rpartition(".")[2]
    return bool(_WHICH.match(question.strip(" ,")))


def apologises(text: str) -> bool:
    """Whether the speaker says sorry."""
    return bool(_APOLOGY.search(text.casefold()))


def takes_it_back_again(text: str) -> bool:
    """Whether what follows "sorry" is a "but": then it is no apology for what follows."""
    return bool(_BUT.search(text.casefold()))


def greets(text: str) -> bool:
    """Whether the speaker welcomes the other."""
    return bool(_GREETING.search(text.casefold()))


def takes_leave(text: str) -> bool:
    """Whether the speaker ends the talk."""
    return bool(_FAREWELL.search(text.casefold()))


def thanks_for_telling(text: str) -> bool:
    """Whether the speaker is glad that something was told."""
    return bool(_THANKS.search(text.casefold()))


def questions_in(text: str) -> int:
    """Return how many things a line asks at once, whatever its marks."""
    return max(text.count("?"), len(_ASKED.findall(text.casefold())))


def _sentences(text: str) -> list[str]:
    """The sentences of a line; one without marks is cut where its last question begins."""
    sentences = _SENTENCE.findall(text)
    if len(sentences) == 1:
        low = text.casefold()
        begins = [match.start() for form in (_CONFIRMING, _ASKED) for match in form.finditer(low)]
        at = max(begins, default=0)
        if at and len(words_of(text[:at])) >= _STATED:
            return [text[:at], text[at:]]
    return sentences


def statements(text: str) -> tuple[str, ...]:
    """Return the sentences that say something before the last one; a line of one sentence has none."""
    sentences = _sentences(text)
    return tuple(
        sentence for sentence in sentences[:-1] if "?" not in sentence and len(words_of(sentence)) >= _STATED
    )


def takes_in(sentence: str) -> bool:
    """Whether a sentence says what the speaker hears or sees in the other."""
    return bool(_TAKEN_IN.search(sentence.casefold()))


def gives_back(text: str, topics: frozenset[str]) -> bool:
    """Whether a line only says how it is for the other: of two of his topics, or of "je" and one of them."""
    low = text.casefold()
    about = len(topics) + bool(_OTHER.search(low))
    return bool(topics) and about > 1 and not questions_in(text) and not _OWN_STORY.search(low)


def asks_to_confirm(text: str) -> bool:
    """Whether the last sentence asks if it was understood well."""
    sentences = _sentences(text)
    return len(sentences) > 1 and bool(_CONFIRMING.search(sentences[-1].casefold()))


def names_a_moment(text: str) -> bool:
    """Whether a line names a day, a date or a number."""
    return bool(_WHEN.search(text.casefold())) or any(sign.isdigit() for sign in text)


def points_back(text: str) -> bool:
    """Whether a line refers to what was said with a word such as "daar"."""
    return bool(_POINTING.search(text.casefold()))


def agreement_parts(text: str) -> frozenset[str]:
    """Return what of an agreement a line names: wie, wat, wanneer, evaluatie."""
    low = text.casefold()
    found = {
        name for name, pattern in (("wie", _WHO), ("wat", _WHAT), ("wanneer", _WHEN)) if pattern.search(low)
    }
    if "wanneer" in found and _AGAIN.search(low):
        found.add(_EVALUATED)
    return frozenset(found)
