"""`coach record`: agreeing, listing, reading, looking back, taking along and forgetting, in lines of text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import icalendar
import pytest

from coach.cli.dialogue import COMMANDS_LINE
from coach.domain.agreements import Communication, LookBack, Present, Record, Subject, Team, Who
from coach.domain.guard.labels import Role, Status
from coach.flows.agree import offered
from coach.library.load import load_library
from coach.storage.agreements_file import read_record, write_record
from tests.cli.conftest import BETTER
from tests.cli.world import HOSTILE, TODAY, App, Result, call, world
from tests.unit.agreements import USUAL

pytestmark = pytest.mark.usefixtures("simple_guard")
BAD = "Hij heeft een burn-out."


def agree(tmp_path: Path, *lines: str, argv: tuple[str, ...] = ()) -> tuple[Result, Record]:
    """Type these lines into `coach record new --plain` and return what is in the file."""
    path = tmp_path / "afspraken.json"
    typed = "".join(f"{line}\n" for line in lines)
    result = call("record", "new", "--plain", "--export", str(path), *argv, into=world(typed))
    return result, read_record(path)


@pytest.fixture
def kept(tmp_path: Path) -> str:
    """The name of a file with a usual record."""
    path = tmp_path / "bewaard.json"
    write_record(path, USUAL)
    return str(path)


REST = ("", "", "", "", "morgen", "over zes weken", "")
"""No more agreements, no word about contact, the usual for the team, nobody else, both dates, the usual lead."""


def test_the_whole_walk(tmp_path: Path) -> None:
    result, record = agree(
        tmp_path,
        "1", "2", "Sam doet deze weken de inkoop.",
        "1", "volgende week donderdag", "eind van de maand", "do over 14 dgn", "2",
        "samen", "3",
        "Elke vrijdag bespreken we het rooster.", "2", "", "", "", "", "", "",
        "", "elke maandag bellen", "2", "Sam doet de inkoop.", "3",
        "over twee weken", "dinsdag", "over zes weken", "1",
    )  # fmt: skip
    assert (result.code, result.err.count("\n")) == (0, 2), result.err
    first, second = record.agreements
    assert (first.subject, first.who, first.lead) == (Subject.TAKEN, Who.MEDEWERKER, Who.SAMEN)
    assert first.what == "Sam doet deze weken de inkoop."
    assert first.by == date(2026, 11, 26)
    assert (first.review_on, first.review_how) == (date(2026, 12, 10), "samen")
    assert (second.subject, second.who) == (Subject.ROOSTER, Who.SAMEN)
    assert record.communication == Communication("elke maandag bellen", Team.WOORDEN, "Sam doet de inkoop.")
    assert record.present == (Present.MEDEWERKER, Present.LEIDINGGEVENDE, Present.HR)
    assert record.first_check == date(2026, 11, 24)
    assert record.evaluation == date(2027, 1, 3)
    assert record.lead is Who.MEDEWERKER
    assert "binnen een week" in result.out
    assert "zondag 3 januari 2027" in result.out and "Dat is in het weekend." in result.out
    assert COMMANDS_LINE.split(":")[0] in result.out


def test_the_text_of_the_list_may_stay(tmp_path: Path) -> None:
    text = offered(load_library(), Status.WERKT)[0].adjustments[0].text
    _, record = agree(tmp_path, "1", "1", "", "", "", "", "", "", "", *REST)
    assert [agreement.what for agreement in record.agreements] == [text]
    assert (record.first_check, record.evaluation) == (date(2026, 11, 23), date(2027, 1, 3))


def test_what_may_not_be_written_down_is_refused_with_a_better_wording(tmp_path: Path) -> None:
    result, record = agree(
        tmp_path, BAD, "1", "1", "", "", "", "", "", "", "", BAD, "3", *REST[2:]
    )
    assert "Mag niet." in result.out
    assert [agreement.what for agreement in record.agreements] == [BETTER[Role.NOTITIE]]
    assert record.communication.between == ""


def test_agreeing_on_nothing_is_explicit_and_needs_no_date(tmp_path: Path) -> None:
    result, record = agree(tmp_path, "geen", "", "", "", "", "")
    assert (result.code, record.none_made, record.agreements) == (0, True, ())
    assert (record.first_check, record.evaluation) == (None, None)
    assert "We hebben nu geen afspraak gemaakt." in result.out


def test_what_is_missing_is_said_before_the_end(tmp_path: Path) -> None:
    result, record = agree(tmp_path, "k", "1", "geen", "", "", "", "", "")
    assert 'kies "geen afspraak"' in result.out
    assert record.none_made
    result, record = agree(tmp_path, "k", "2")
    assert (result.code, record.agreements, record.none_made) == (0, (), False)


def test_agreements_are_changed_and_taken_away(tmp_path: Path) -> None:
    one = ("1", "1", "", "", "", "", "", "", "")
    _, record = agree(
        tmp_path,
        *one,
        *one,
        "pas 2",
        "Anders.",
        "",
        "",
        "",
        "",
        "",
        "",
        "weg 1",
        "weg 9",
        "pas 9",
        "99",
        "0",
        *REST,
    )
    assert [agreement.what for agreement in record.agreements] == ["Anders."]


def test_with_someone_who_is_ill_only_contact(tmp_path: Path) -> None:
    result, record = agree(tmp_path, "1", "1", "", "", "", "", "", "", "", *REST, argv=("--sick",))
    assert "ziek gemeld" in result.out
    assert [agreement.subject for agreement in record.agreements] == [Subject.CONTACT]
    assert "Taken" not in result.out


def test_the_end_of_the_input_loses_nothing(tmp_path: Path) -> None:
    result, record = agree(tmp_path, "1", "1", "", "", "", "", "", "", "")
    assert (result.code, len(record.agreements)) == (0, 1)


def test_a_question_can_be_left_or_taken_back_without_losing_the_agreement(tmp_path: Path) -> None:
    _, record = agree(tmp_path, "1", "1", "", "3", "morgen", "t", "overmorgen", "s", "k", *REST)
    (agreement,) = record.agreements
    assert (agreement.who, agreement.by) == (Who.SAMEN, date(2026, 11, 24))


def test_going_on_later_is_a_new_revision(tmp_path: Path, kept: str) -> None:
    lines = ("", "elke dinsdag bellen", "", "", "", "", "", "")
    result, record = agree(tmp_path, *lines, argv=("--from", kept))
    assert result.code == 0
    assert record == replace(
        USUAL, communication=replace(USUAL.communication, between="elke dinsdag bellen"), revision=1
    )


def test_nothing_is_written_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = call("record", "new", "--plain", into=world("geen\n" + "\n" * 6))
    assert result.code == 0
    assert "Er is niets bewaard." in result.err
    assert list(tmp_path.iterdir()) == []


def test_a_label_may_tell_nothing(tmp_path: Path) -> None:
    _, record = agree(tmp_path, "k", "2", argv=("planning",))
    assert record.label == "planning"
    for name in ("burn-out", "x" * 61):
        assert call("record", "new", name, "--plain").code == 2
    assert call("record", "new", "--plain", "--export", "a.pdf").code == 2


def test_without_a_terminal_or_lines_it_says_so() -> None:
    for argv in (("record",), ("record", "new")):
        result = call(*argv)
        assert (result.code, result.out) == (6, "")
        assert "--plain" in result.err


def test_on_a_terminal_the_screen_opens(kept: str) -> None:
    app = App()
    assert call("record", into=world(terminal=True, app=app)).code == 0
    assert call("record", "new", "planning", "--sick", into=world(terminal=True, app=app)).code == 0
    assert [start for _, start in app.opened] == ["records", "agree"]
    assert (app.opened[1][0].label, app.opened[1][0].status) == ("planning", Status.ZIEK)
    result = call("record", "new", "--from", kept, into=world(terminal=True, app=app))
    assert (result.code, len(app.opened)) == (2, 2)
    assert "F8" in result.err


def test_list_tells_day_and_label_only(kept: str) -> None:
    result = call("record", "list", kept)
    assert (result.code, result.out) == (0, "di 24 nov 2026  eerste moment  planning november\n")
    nothing = call("record", "list")
    assert (nothing.code, nothing.out) == (0, "")
    assert "coach record new" in nothing.err


def test_show_reads_all_back_and_leaves_out_what_may_not(kept: str, tmp_path: Path) -> None:
    result = call("record", "show", kept)
    assert (result.code, result.err) == (0, "")
    assert "Later beginnen" in result.out
    path = tmp_path / "fout.json"
    write_record(path, replace(USUAL, communication=Communication(BAD)))
    result = call("record", "show", str(path))
    assert result.code == 1
    assert "burn-out" not in result.out + result.err
    assert call("record", "show", "onbekend").code == 5


def test_export_in_every_form(kept: str, tmp_path: Path) -> None:
    for ending in (".md", ".txt", ".html", ".ics", ".json"):
        target = tmp_path / f"kopie{ending}"
        result = call("record", "export", kept, "-o", str(target))
        assert (result.code, result.out) == (0, ""), result.err
        assert target.exists()
    found = icalendar.Calendar.from_ical((tmp_path / "kopie.ics").read_bytes()).walk("VEVENT")
    assert [event.decoded("dtstart") for event in found][-1] == USUAL.evaluation
    assert found[0].decoded("dtstamp").date() == TODAY
    assert call("record", "export", kept).code == 2
    assert call("record", "export", kept, "-o", str(tmp_path / "a.doc")).code == 2
    assert call("record", "export", kept, "-o", str(tmp_path / "geen" / "a.md")).code == 3


def review(kept: str, *lines: str) -> Result:
    """Type these lines into `coach record review`."""
    return call("record", "review", kept, into=world("".join(f"{line}\n" for line in lines)))


def test_looking_back(kept: str) -> None:
    result = review(
        kept, "De planning.", BAD, "3", "Later beginnen op maandag.", "1", "Later.", *[""] * 6,
        "", "1", "gisteren", "over drie weken",
    )  # fmt: skip
    assert result.code == 0, result.err
    record = read_record(Path(kept))
    assert record.look_backs == (LookBack(TODAY, "De planning.", "", "Later beginnen op maandag."),)
    assert record.agreements[0].what == "Later."
    assert record.evaluation == date(2026, 12, 13)
    assert record.revision == 1


def test_stopping_is_forgetting_after_asking(kept: str) -> None:
    assert "niets weggegooid" in review(kept, "", "", "", "", "2", "nee").err
    assert Path(kept).exists()
    assert "weg." in review(kept, "", "", "", "", "2", "ja").err
    assert not Path(kept).exists()


def test_looking_back_that_is_broken_off_changes_nothing(kept: str) -> None:
    before = Path(kept).read_bytes()
    for lines in ((), ("dit",), ("dit", "k"), ("dit", "s", "zus", "", "1"), ("!", "o", "?", "t")):
        assert "niets veranderd" in review(kept, *lines).err
    assert Path(kept).read_bytes() == before


def test_forget(kept: str) -> None:
    assert "niets weggegooid" in call("record", "forget", kept).err
    result = call("record", "forget", kept, "--yes")
    assert (result.code, result.out) == (0, "")
    assert not Path(kept).exists()
    assert call("record", "forget", kept, "--yes").code == 3


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_nothing(tmp_path: Path, text: str) -> None:
    result, record = agree(
        tmp_path, text, "1", text, text, text, text, text, text, text, text, *["s"] * 4, "2"
    )
    assert result.code in (0, 1)
    assert "\x1b" not in result.out + result.err
    assert "Traceback" not in result.err
    shown = call("record", "show", str(tmp_path / "afspraken.json"), into=world(COLUMNS="40"))
    assert shown.code == 0
    assert "\x1b" not in shown.out
    assert isinstance(record, Record)
