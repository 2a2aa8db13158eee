"""Making the store in lines of text: what it is, a passphrase twice, and the recovery code."""

from __future__ import annotations

from coach.cli.dialogue import Dialogue
from coach.cli.environment import Environment
from coach.cli.output import STRONG
from coach.cli.unlocking import ask_secret
from coach.domain.errors import UsageError
from coach.flows.keeper import Keeper, last_group, new_code, passphrase_advice, same_group

WHAT_IT_IS = (
    "Je kluis is één versleuteld bestand op deze computer. Erin komt alleen wat jij bewaart. De dag na je "
    "gesprek, of na hoogstens 30 dagen, vraagt coach of je voorbereiding weg mag. "
    "Alles wissen kan altijd, met: coach data forget"
)
COPIED = (
    "Let op: deze map lijkt naar een clouddienst te gaan. Wat erin staat, is versleuteld. "
    "Wil je het niet daar? Zet COACH_HOME op een andere map."
)
WRITE_DOWN = (
    "Schrijf deze herstelcode op papier en bewaar hem op een veilige plek. Vergeet je je wachtwoord, dan kom "
    "je alleen hiermee nog bij wat je bewaarde. Niemand anders kan je helpen."
)


def asked_passphrase(environment: Environment, dialogue: Dialogue, keeper: Keeper) -> str:
    """Return a passphrase that was typed twice, or the one of the file; raises StoreError or UsageError."""
    if keeper.passphrase is not None:
        if (advice := passphrase_advice(keeper.passphrase, keeper.passphrase)) is not None:
            raise UsageError(advice)
        return keeper.passphrase
    while True:
        first = ask_secret(environment, "Kies een wachtwoord voor je kluis: ")
        second = ask_secret(environment, "Typ het nog een keer: ")
        advice = passphrase_advice(first, second)
        if advice is None:
            return first
        dialogue.say(advice)


def set_up(environment: Environment, dialogue: Dialogue, keeper: Keeper) -> bool:
    """Make the store and hold it open; False when the user stops before there is anything.

    Raises StoreError or UsageError, and what `Dialogue.raw_answer` raises.
    """
    dialogue.say(f"Je hebt nog geen kluis. Hij komt in {keeper.folder}")
    dialogue.say(WHAT_IT_IS)
    if keeper.is_copied_elsewhere:
        dialogue.say(COPIED)
    passphrase = asked_passphrase(environment, dialogue, keeper)
    code = new_code()
    dialogue.say()
    dialogue.say(WRITE_DOWN)
    dialogue.output.line(code, STRONG)
    if environment.stdin_is_terminal and not _written_down(dialogue, code):
        dialogue.say("Er is geen kluis gemaakt en niets bewaard.")
        return False
    keeper.set_up(passphrase, code)
    dialogue.say("Je kluis is klaar.")
    return True


def _written_down(dialogue: Dialogue, code: str) -> bool:
    question = "Staat hij op papier? Typ de laatste vier tekens over (alleen Enter: stoppen):"
    while typed := dialogue.raw_answer(question):
        if same_group(typed, code):
            return True
        dialogue.say(f"Dat zijn ze niet. De code eindigt op een groepje van {len(last_group(code))}.")
    return False
