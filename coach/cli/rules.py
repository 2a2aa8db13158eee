"""`coach rule`: what a rule catches, what it lets pass, what to say instead, and where it comes from."""

from __future__ import annotations

import difflib

from coach.cli.diagnostics import ExitCode
from coach.cli.environment import Environment
from coach.cli.output import STRONG, Output
from coach.cli.verdicts import quoted, wrapped
from coach.domain.errors import UsageError
from coach.domain.guard import Guard, RuleExplanation
from coach.domain.guard.labels import Category
from coach.domain.text import one_line

_OWN = "van je organisatie"


def _list(output: Output, rules: list[RuleExplanation], own: frozenset[str]) -> None:
    """List rules under the verdict and category that they give; `own` are the organisation's."""
    heading = ""
    for rule in rules:
        head = f"{str(rule.verdict).replace('_', ' ').capitalize()}: {rule.category}"
        if head != heading:
            if heading:
                output.line()
            output.line(head, STRONG)
            heading = head
        whose = f" ({_OWN})" if rule.id in own else ""
        output.lines(wrapped(f"{rule.id}: {rule.title}{whose}", output.width, "  ", "    "))


def _sentences(output: Output, head: str, texts: tuple[str, ...]) -> None:
    if texts:
        output.line()
        output.line(head, STRONG)
        for text in texts:
            output.lines(wrapped(quoted(text), output.width, "  - "))


def _explain(output: Output, rule: RuleExplanation, own: frozenset[str]) -> None:
    output.lines(wrapped(rule.title, output.width))
    whose = f" {_OWN}" if rule.id in own else ""
    kind = f"Regel {rule.id}{whose}, soort {rule.category}, oordeel {str(rule.verdict).replace('_', ' ')}."
    output.lines(wrapped(kind, output.width))
    output.line()
    output.lines(wrapped(rule.why, output.width))
    _sentences(output, "Zeg liever", rule.instead)
    _sentences(output, "Dit vindt de regel", rule.catches)
    _sentences(output, "Dit mag wel", rule.passes)
    output.line()
    output.lines(wrapped(f"Bron: {rule.source}", output.width))


def _grouped(rules: tuple[RuleExplanation, ...]) -> list[RuleExplanation]:
    """The rules with those of a category together, the gravest categories first."""
    order = list(Category)
    return sorted(rules, key=lambda rule: order.index(Category(rule.category)))


def _unknown(guard: Guard, name: str) -> UsageError:
    known = [rule.id for rule in guard.rules()] + [category.value for category in Category]
    near = difflib.get_close_matches(name.lower(), known, n=1)
    hint = f" Bedoel je {near[0]}?" if near else ""
    return UsageError(f"Die regel is er niet.{hint} Alle regels: coach rule")


def rule(environment: Environment, name: str | None) -> ExitCode:
    """Explain the rule with this id, or list all rules, or those of one category."""
    guard = environment.library().guard
    output = Output(environment)
    wanted = one_line(name or "")
    own = frozenset(found.id for found in guard.own_rules())
    if not wanted:
        _list(output, _grouped(guard.rules()), own)
    elif wanted in list(Category):
        _list(output, [found for found in _grouped(guard.rules()) if found.category == wanted], own)
    elif (found := guard.rule(wanted)) is not None:
        _explain(output, found, own)
    else:
        raise _unknown(guard, wanted)
    output.flush()
    return ExitCode.OK
