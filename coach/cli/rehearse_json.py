"""A rehearsal as data: what `coach rehearse --script FILE --json` and `--list --json` give."""

from __future__ import annotations

from coach.cli.check import as_record
from coach.domain.conversation import station_of
from coach.domain.rehearsal.debrief import Debrief
from coach.domain.rehearsal.engine import Turn
from coach.domain.rehearsal.measures import BlockResult
from coach.domain.rehearsal.route import part_after
from coach.domain.rehearsal.script import Scenario
from coach.flows.rehearse import Rehearsal


def scenario_record(scenario: Scenario) -> dict[str, object]:
    """Return one line of `--list --json`."""
    return {
        "id": scenario.id,
        "title": scenario.title,
        "who": scenario.who,
        "sector": scenario.sector,
        "level": scenario.level,
        "style": scenario.voice,
    }


def rehearsal_record(rehearsal: Rehearsal, result: Debrief | None, unplayed: int) -> dict[str, object]:
    """Return the one object of a rehearsal that was played from a script.

    `unplayed` counts the lines that came after the end of the talk. Where life was in danger, or nothing was
    said, `blocks` and `debrief` are null.
    """
    turns = rehearsal.talk.first.turns
    return {
        "scenario": rehearsal.cast.scenario.id,
        "level": rehearsal.cast.level,
        "seed": rehearsal.seed,
        "turns": [_turn(turn, turns[: turn.number]) for turn in turns],
        "ended": bool(turns) and turns[-1].after.ended,
        "unplayed": unplayed,
        "blocks": {block.id: _block(block) for block in result.blocks.all} if result else None,
        "debrief": _debrief(result) if result else None,
    }


def _turn(turn: Turn, so_far: tuple[Turn, ...]) -> dict[str, object]:
    return {
        "text": turn.text,
        "analysis": as_record(turn.analysis),
        "reply": turn.reply.text,
        "trust": round(turn.after.trust, 1),
        "tension": round(turn.after.tension, 1),
        "openness": round(turn.after.openness, 1),
        "rung": turn.after.rung,
        "station": station_of(part_after(so_far)).number,
        "part": part_after(so_far).value,
        "move": str(turn.heard.move),
        "fact": turn.reply.fact or None,
    }


def _block(block: BlockResult) -> dict[str, object]:
    return {
        "standing": block.standing.value,
        "measures": {
            measure.id: {
                "value": measure.value,
                "standing": measure.standing.value if measure.standing else None,
            }
            for measure in block.measures
        },
    }


def _debrief(result: Debrief) -> dict[str, object]:
    strength, attempt = result.strength, result.attempt
    return {
        "curve": [round(trust, 1) for trust in result.curve],
        "turning": result.turning or None,
        "marks": [
            {"turn": mark.turn, "change": mark.change, "rung": mark.rung or None, "move": str(mark.move)}
            for mark in result.marks
        ],
        "inner": [{"turn": inner.turn, "text": inner.text} for inner in result.inner],
        "strength": {
            "turn": strength.turn or None,
            "quote": strength.quote,
            "why": strength.why,
            "source": strength.source,
        },
        "try": {
            "turn": attempt.turn or None,
            "own": attempt.own,
            "better": attempt.better,
            "rule": attempt.rule,
            "why": attempt.why,
            "source": attempt.source,
        },
        "steps": list(result.steps),
        "hints": [{"turn": turn, "text": text} for turn, text in result.hints],
    }
