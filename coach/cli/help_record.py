"""The help of `coach record` and its commands."""

from __future__ import annotations

from coach.cli.help_page import HELP_OPTION, Page

RECORD_PAGES: dict[str, Page] = {
    "record": Page(
        "coach record OPDRACHT",
        "Werkt met de afspraken die je samen met je medewerker maakt. Zonder OPDRACHT opent het scherm met "
        "je afspraken.",
        (
            ("new [NAAM]", "Maak samen afspraken."),
            ("list [BESTAND...]", "Toont je afspraken: de dag en de naam."),
            ("show NAAM", "Toont alles wat er is afgesproken."),
            ("review NAAM", "Kijk samen terug: wat werkte, wat verandert, wanneer weer."),
            ("export NAAM", "Maakt een kopie voor je medewerker of je agenda."),
            ("forget NAAM", "Gooit de afspraken weg."),
            HELP_OPTION,
        ),
        remarks=(
            "NAAM is de naam waaronder je de afspraken bewaarde in je kluis, of een bestand dat eindigt op "
            ".json.",
            "Coach vraagt het wachtwoord van je kluis op je terminal. Of zet het op de eerste regel van een "
            "bestand, en noem dat bestand in COACH_PASSPHRASE_FILE.",
        ),
    ),
    "record new": Page(
        "coach record new [NAAM] [OPTIES]",
        "Maak samen afspraken: wie doet wat, wanneer kijken jullie weer. NAAM is een naam die jij herkent. "
        "Gebruik geen naam van een persoon. Aan het eind vraagt coach of je ze wilt bewaren in je kluis.",
        (
            ("--from BESTAND", "Gaat verder met de afspraken uit dit bestand (.json)."),
            ("--export BESTAND", "Bewaart de afspraken na afloop in dit bestand (.json)."),
            ("--sick", "Je medewerker is ziek gemeld. Dan gaan de afspraken alleen over contact."),
            ("--plain", "Werkt met gewone regels tekst, ook voor een schermlezer of een pijp."),
            HELP_OPTION,
        ),
        ("coach record new", "coach record new --plain --export afspraken.json"),
        ("Een datum typ je zoals je hem zegt: volgende week donderdag, over twee weken, 12 december.",),
    ),
    "record list": Page(
        "coach record list [BESTAND...]",
        "Toont per regel de dag waarop je weer kijkt, en de naam. Wat er is afgesproken, staat er niet bij. "
        "Zonder BESTAND: wat er in je kluis staat.",
        (HELP_OPTION,),
        ("coach record list", "coach record list afspraken.json"),
    ),
    "record show": Page(
        "coach record show NAAM",
        "Toont alles wat er is afgesproken. NAAM is de naam in je kluis, of een bestand dat eindigt op "
        ".json.",
        (HELP_OPTION,),
        ('coach record show "planning november"', "coach record show afspraken.json"),
        ("Wat niet op papier mag, laat coach weg. Dat zegt coach er dan bij, en de uitkomst is 1.",),
    ),
    "record export": Page(
        "coach record export NAAM -o BESTAND",
        "Maakt een kopie van de afspraken. Het einde van BESTAND bepaalt de vorm: .pdf, .html, .md of .txt "
        "om te lezen, .ics voor je agenda, .json om later verder te gaan.",
        (("-o, --output BESTAND", "Waar de kopie komt."), HELP_OPTION),
        (
            'coach record export "planning november" -o afspraken.pdf',
            "coach record export afspraken.json -o agenda.ics",
        ),
        ("In je agenda staat alleen Overleg. Verandert een datum? Maak het bestand dan opnieuw.",),
    ),
    "record review": Page(
        "coach record review NAAM",
        "Kijk samen terug: wat werkte, wat werkte niet, wat verandert er, en wanneer kijken jullie weer. "
        "Stoppen jullie? Dan gooit coach de afspraken weg.",
        (HELP_OPTION,),
        ('coach record review "planning november"',),
    ),
    "record forget": Page(
        "coach record forget NAAM [OPTIES]",
        "Gooit de afspraken weg. Coach vraagt eerst of je het zeker weet. Je krijgt een bon: per plek of het "
        "weg is.",
        (("--yes", "Vraagt het niet nog een keer."), HELP_OPTION),
        ('coach record forget "planning november"',),
        ("Uitkomst: 0 alles is weg, 1 er staat nog iets, zoals een kopie die jij zelf bewaarde.",),
    ),
}
