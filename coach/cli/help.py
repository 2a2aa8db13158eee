"""The help of every command: one page each, in Dutch, laid out for any width.

Typer's own help is English in parts and needs a wide terminal; a test holds these pages against the
parameters that the commands really have.
"""

from __future__ import annotations

from coach.cli.diagnostics import ExitCode
from coach.cli.environment import Environment
from coach.cli.help_page import HELP_OPTION, Page
from coach.cli.help_record import RECORD_PAGES
from coach.cli.output import STRONG, Output
from coach.cli.verdicts import wrapped
from coach.domain.live_keys import LIVE_KEYS

COLUMN = 24
"""Where the explanation of an option begins, on lines that are wide enough."""
_ROOM = 60


PAGES: dict[str, Page] = {
    **RECORD_PAGES,
    "": Page(
        "coach [OPDRACHT]",
        "Coach helpt je bij het gesprek met een medewerker die je ziet veranderen. Typ alleen coach voor het "
        "beginscherm. Er gaat niets naar internet en er wordt niets bewaard zonder dat je het vraagt.",
        (
            ("prep", "Bereid je gesprek voor, stap voor stap."),
            ("live", "Tijdens je gesprek: steeds een zin in beeld."),
            ("rehearse", "Oefen je gesprek met een nagespeelde medewerker."),
            ("check", "Toets een zin: mag ik dit vragen?"),
            ("sheet", "Maak het blad voor je gesprek."),
            ("record new", "Maak samen afspraken."),
            ("record list", "Toont je afspraken: de dag en de naam."),
            ("record show", "Toont alles wat er is afgesproken."),
            ("record review", "Kijk samen terug op afspraken."),
            ("record export", "Een kopie voor je medewerker, of voor je agenda."),
            ("record forget", "Gooit afspraken weg."),
            ("nood", "Toont de noodkaart."),
            ("data where", "Zegt waar staat wat je bewaarde."),
            ("data export", "Haalt alles eruit wat je bewaarde."),
            ("data forget", "Wist wat je bewaarde."),
            ("data passphrase", "Kiest een ander wachtwoord."),
            ("rule", "Legt een regel uit: wat mag wel, wat niet, waarom."),
            ("content check", "Controleert de inhoud waar coach mee werkt."),
            ("doctor", "Kijkt wat hier werkt, en wat je kunt doen."),
            ("--version", "Toont de versie."),
            HELP_OPTION,
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
        "persoon. Is er onder die naam een voorbereiding bewaard, dan ga je daarmee verder.",
        (
            ("--plain", "Werkt met gewone regels tekst, ook voor een schermlezer of een pijp."),
            ("--import BESTAND", "Gaat verder met een voorbereiding uit dit bestand (.json)."),
            ("--export BESTAND", "Bewaart je voorbereiding na afloop in dit bestand (.json)."),
            HELP_OPTION,
        ),
        ("coach prep", "coach prep --plain --export mijn-gesprek.json"),
        (
            "Coach bewaart niets, tenzij je het zelf vraagt: in een bestand, of in je kluis.",
            "Coach vraagt het wachtwoord van je kluis op je terminal. Of zet het op de eerste regel van een "
            "bestand, en noem dat bestand in COACH_PASSPHRASE_FILE.",
        ),
    ),
    "live": Page(
        "coach live [NAAM] [OPTIES]",
        "Voor tijdens je gesprek: steeds een zin in beeld, groot en rustig. Met spatie ga je verder, met h "
        "zie je alle toetsen. NAAM is de naam waaronder je de voorbereiding bewaarde.",
        (
            ("--from BESTAND", "Begint met de zinnen uit deze voorbereiding (.json)."),
            ("--compact", "De kleine vorm, voor naast een videogesprek."),
            ("--plain", "Werkt met gewone regels tekst, ook voor een schermlezer."),
            HELP_OPTION,
        ),
        ("coach live", "coach live --from mijn-gesprek.json --compact"),
        (
            "Coach bewaart niet wat jullie zeggen.",
            "Andere toetsen? Zet COACH_KEYS, bijvoorbeeld: COACH_KEYS='leeg=x, verder=n spatie'. Deze namen "
            f"kun je gebruiken: {', '.join(key.name for key in LIVE_KEYS)}.",
        ),
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
            HELP_OPTION,
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
            HELP_OPTION,
        ),
        ('coach check "Hoe gaat het nu echt met je?"', "coach check --file vragen.txt --json"),
        (
            "Uitkomst: 0 niets gevonden, 1 iets gevonden, 2 verkeerd getypt, 3 niet alles was te lezen.",
            "Begint je zin met een streepje? Zet er -- voor.",
        ),
    ),
    "sheet": Page(
        "coach sheet [NAAM] [OPTIES]",
        "Maakt het blad voor je gesprek. NAAM is de naam waaronder je de voorbereiding bewaarde in je kluis. "
        "Zonder -o en zonder --print staat het als tekst op je scherm.",
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
            HELP_OPTION,
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
        (HELP_OPTION,),
        ("coach rule", "coach rule diagnose"),
    ),
    "nood": Page(
        "coach nood",
        "Toont de noodkaart: wat je doet als iemand in gevaar is, en wie je belt.",
        (HELP_OPTION,),
    ),
    "content": Page(
        "coach content OPDRACHT",
        "Werkt met de inhoud van coach: de vragen, tips, kaarten en regels.",
        (("check [MAP]", "Controleert de inhoud."), HELP_OPTION),
    ),
    "content check": Page(
        "coach content check [MAP]",
        "Controleert de inhoud: de vorm, de bronnen, en of elke vraag zelf door de toets komt. MAP is de map "
        "met de inhoud van je eigen organisatie. Zonder MAP: de inhoud van coach zelf.",
        (HELP_OPTION,),
        ("coach content check", "coach content check mijn-map"),
        ("Uitkomst: 0 alles klopt, 4 er klopt iets niet. Bij elke fout staat waar, en wat er hoort.",),
    ),
    "data": Page(
        "coach data OPDRACHT",
        "Voor wat je bewaarde: je kluis is één versleuteld bestand op deze computer.",
        (
            ("where", "Zegt waar alles staat."),
            ("export", "Haalt alles eruit, als leesbaar bestand."),
            ("forget [NAAM]", "Wist wat er onder een naam staat, of alles."),
            ("passphrase", "Kiest een ander wachtwoord."),
            HELP_OPTION,
        ),
    ),
    "data where": Page(
        "coach data where",
        "Zegt waar je kluis staat en hoe groot hij is. Er gaat niets open en er is geen wachtwoord nodig.",
        (HELP_OPTION,),
    ),
    "data export": Page(
        "coach data export [OPTIES]",
        "Haalt alles uit je kluis, als JSON: dat kunnen mensen en programma's lezen. Zonder -o staat het op "
        "je scherm.",
        (("-o, --output BESTAND", "Schrijft alles in dit bestand. Het is niet versleuteld."), HELP_OPTION),
        ("coach data export -o alles.json",),
    ),
    "data forget": Page(
        "coach data forget [NAAM] [OPTIES]",
        "Wist wat onder deze naam in je kluis staat: een voorbereiding, afspraken, of allebei. Zonder NAAM: de "
        "hele kluis, met sleutels en reservekopieën; daar is geen wachtwoord voor nodig. Je krijgt een bon: per plek of het weg is.",
        (("--yes", "Vraagt niet of je het zeker weet."), HELP_OPTION),
        ("coach data forget", 'coach data forget "gesprek over de planning"'),
        ("Uitkomst: 0 alles is weg, 1 er staat nog iets, zoals een blad dat jij zelf bewaarde.",),
    ),
    "data passphrase": Page(
        "coach data passphrase [OPTIES]",
        "Kiest een ander wachtwoord voor je kluis. Je herstelcode blijft dezelfde.",
        (("--recover", "Opent je kluis met je herstelcode, als je je wachtwoord kwijt bent."), HELP_OPTION),
        ("coach data passphrase --recover",),
    ),
    "doctor": Page(
        "coach doctor",
        "Kijkt wat er op deze computer werkt, en wat je kunt doen als iets niet werkt.",
        (HELP_OPTION,),
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
