"""The help of every command: one page each, in Dutch, laid out for any width.

Typer's own help is English in parts and needs a wide terminal; a test holds these pages against the
parameters that the commands really have.
"""

from __future__ import annotations

from dataclasses import dataclass

from coach.cli.diagnostics import ExitCode
from coach.cli.environment import Environment
from coach.cli.output import STRONG, Output
from coach.cli.verdicts import wrapped

COLUMN = 24
"""Where the explanation of an option begins, on lines that are wide enough."""
_ROOM = 60


@dataclass(frozen=True, slots=True)
class Page:
    """The help of one command: how it is typed, what it does, its options, examples and closing remarks."""

    usage: str
    does: str
    options: tuple[tuple[str, str], ...] = ()
    examples: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


_HELP = ("-h, --help", "Toont deze uitleg.")

PAGES: dict[str, Page] = {
    "": Page(
        "coach [OPDRACHT]",
        "Coach helpt je bij het gesprek met een medewerker die je ziet veranderen. Typ alleen coach voor het "
        "beginscherm. Er gaat niets naar internet en er wordt niets bewaard zonder dat je het vraagt.",
        (
            ("prep", "Bereid je gesprek voor, stap voor stap."),
            ("rehearse", "Oefen je gesprek met een nagespeelde medewerker."),
            ("check", "Toets een zin: mag ik dit vragen?"),
            ("sheet", "Maak het blad voor je gesprek."),
            ("nood", "Toont de noodkaart."),
            ("rule", "Legt een regel uit: wat mag wel, wat niet, waarom."),
            ("content check", "Controleert de inhoud waar coach mee werkt."),
            ("doctor", "Kijkt wat hier werkt, en wat je kunt doen."),
            ("--version", "Toont de versie."),
            _HELP,
        ),
        remarks=(
            "Uitleg over een opdracht: coach prep --help",
            "Liever gewone regels dan een scherm? Gebruik coach prep --plain, of zet ACCESSIBLE=1.",
            "Coach is een geheugensteun, geen juridisch advies en geen zorg.",
        ),
    ),
    "prep": Page(
        "coach prep [NAAM] [OPTIES]",
        "Bereid je gesprek voor, stap voor stap. NAAM is een naam die jij herkent. Gebruik geen naam van een "
        "persoon.",
        (
            ("--plain", "Werkt met gewone regels tekst, ook voor een schermlezer of een pijp."),
            ("--import BESTAND", "Gaat verder met een voorbereiding uit dit bestand (.json)."),
            ("--export BESTAND", "Bewaart je voorbereiding na afloop in dit bestand (.json)."),
            _HELP,
        ),
        ("coach prep", "coach prep --plain --export mijn-gesprek.json"),
        ("Zonder --export bewaart coach niets, tenzij je het zelf vraagt.",),
    ),
    "rehearse": Page(
        "coach rehearse [SCENARIO] [OPTIES]",
        "Oefen het gesprek met een nagespeelde medewerker. Je typt wat je zegt; de ander reageert daarop. "
        "Daarna kijk je samen met coach terug.",
        (
            ("--list", "Noemt de scenario's."),
            ("--level NIVEAU", "1, 2 of 3. Anders: het niveau van het scenario."),
            ("--plain", "Werkt met gewone regels tekst, ook voor een schermlezer of een pijp."),
            ("--from BESTAND", "Oefent je eigen gesprek, uit je voorbereiding (.json)."),
            ("--style STIJL", "Hoe je medewerker reageert, bij --from, zoals zwijgen of boos."),
            ("-o, --output BESTAND", "Bewaart de nabespreking. De naam eindigt op .pdf, .html, .md of .txt."),
            (
                "--script BESTAND",
                "Speelt de regels uit een bestand of uit een pijp (-). Een lege regel is een stilte.",
            ),
            ("--seed GETAL", "Dezelfde regels en hetzelfde getal geven steeds hetzelfde gesprek."),
            (
                "--rephrase ADRES",
                "Laat een taalmodel op deze computer de zinnen anders zeggen, zoals http://127.0.0.1:8080.",
            ),
            ("--model NAAM", "Welk model dat is, bij --rephrase."),
            ("--json", "Geeft bij --script en --list JSON, voor andere programma's."),
            _HELP,
        ),
        ("coach rehearse --list", "coach rehearse planner-transport --plain"),
        (
            "Coach bewaart het gesprek niet, tenzij je daarom vraagt. Noem geen echte namen.",
            "Bij --script zonder --seed is het getal 1.",
        ),
    ),
    "check": Page(
        "coach check [ZIN] [OPTIES]",
        "Toetst een zin die je wilt zeggen of opschrijven. Zonder ZIN vraagt coach erom; dan "
        "blijft de zin ook uit de geschiedenis van je terminal. Met - leest coach regels uit een pijp: elke "
        "regel is een zin.",
        (
            ("--file BESTAND", "Leest de regels uit een bestand."),
            ("--note", "Toetst of je dit mag opschrijven."),
            ("--employee", "De zin komt van je medewerker. Coach let dan alleen op nood."),
            ("--status STATUS", "werkt of ziek: werkt je medewerker, of is hij ziek gemeld? Anders: werkt."),
            ("--json", "Geeft per zin een regel JSON, voor andere programma's."),
            ("--fail-on OORDEEL", "voorzichtig, liever_niet of verboden: vanaf hier is de uitkomst 1."),
            _HELP,
        ),
        ('coach check "Hoe gaat het nu echt met je?"', "coach check --file vragen.txt --json"),
        (
            "Uitkomst: 0 niets gevonden, 1 iets gevonden, 2 verkeerd getypt, 3 niet alles was te lezen.",
            "Begint je zin met een streepje? Zet er -- voor.",
        ),
    ),
    "sheet": Page(
        "coach sheet [OPTIES]",
        "Maakt het blad voor je gesprek. Zonder -o en zonder --print staat het als tekst op je scherm.",
        (
            ("--from BESTAND", "Maakt het blad van deze voorbereiding (.json)."),
            ("-o, --output BESTAND", "Bewaart het blad. De naam eindigt op .pdf, .html, .md of .txt."),
            ("--print", "Print het blad. Coach zegt eerst op welke printer."),
            (
                "--big",
                "Maakt het blad in grote letters, op twee bladzijden. Alleen als .pdf, .html of print.",
            ),
            ("--empty", "Laat ruimte om met de hand in te vullen. Werkt ook zonder --from."),
            ("--agreements", "Maakt het tweede blad: jullie afspraken, voor je medewerker."),
            ("--card", "Maakt kaartjes met de ezelsbruggen en de noodnummers, vier op een bladzijde."),
            _HELP,
        ),
        (
            "coach sheet --empty -o blad.pdf",
            "coach sheet --from mijn-gesprek.json --print",
            "coach sheet --card -o kaartjes.pdf",
        ),
        ("Wat niet op papier mag, laat coach weg. Dat zegt coach er dan bij, en de uitkomst is 1.",),
    ),
    "rule": Page(
        "coach rule [REGEL]",
        "Legt een regel uit: wat hij vindt, wat niet, wat je beter kunt zeggen en waar het staat. Zonder "
        "REGEL zie je alle regels. Je mag ook een soort noemen, zoals diagnose.",
        (_HELP,),
        ("coach rule", "coach rule diagnose"),
    ),
    "nood": Page(
        "coach nood", "Toont de noodkaart: wat je doet als iemand in gevaar is, en wie je belt.", (_HELP,)
    ),
    "content": Page(
        "coach content OPDRACHT",
        "Werkt met de inhoud van coach: de vragen, tips, kaarten en regels.",
        (("check [MAP]", "Controleert de inhoud."), _HELP),
    ),
    "content check": Page(
        "coach content check [MAP]",
        "Controleert de inhoud: de vorm, de bronnen, en of elke vraag zelf door de toets komt. MAP is de map "
        "met de inhoud van je eigen organisatie. Zonder MAP: de inhoud van coach zelf.",
        (_HELP,),
        ("coach content check", "coach content check mijn-map"),
        ("Uitkomst: 0 alles klopt, 4 er klopt iets niet. Bij elke fout staat waar, en wat er hoort.",),
    ),
    "doctor": Page(
        "coach doctor",
        "Kijkt wat er op deze computer werkt, en wat je kunt doen als iets niet werkt.",
        (_HELP,),
    ),
}


def _rows(rows: tuple[tuple[str, str], ...], width: int) -> list[str]:
    lines: list[str] = []
    for name, text in rows:
        if width >= _ROOM and len(name) < COLUMN - 2:
            lines += wrapped(text, width, f"  {name}".ljust(COLUMN), " " * COLUMN)
        else:
            lines.append(f"  {name}")
            lines += wrapped(text, width, "      ")
    return lines


def usage_line(name: str) -> str:
    """Return how a command is typed, for below an error."""
    return f"Zo typ je het: {PAGES[name].usage}"


def show_help(name: str, environment: Environment) -> ExitCode:
    """Write the help page of a command ("" is coach itself)."""
    page, output = PAGES[name], Output(environment)
    width = output.width
    output.lines(wrapped(f"Zo typ je het: {page.usage}", width, rest="    "))
    output.line()
    output.lines(wrapped(page.does, width))
    if page.options:
        output.line()
        output.line("Opdrachten en opties" if not name else "Opties", STRONG)
        output.lines(_rows(page.options, width))
    if page.examples:
        output.line()
        output.line("Voorbeelden", STRONG)
        for example in page.examples:
            output.lines(wrapped(example, width, "  ", "    "))
    for remark in page.remarks:
        output.line()
        output.lines(wrapped(remark, width))
    output.flush()
    return ExitCode.OK
