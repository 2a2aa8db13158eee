"""No text from outside reaches a widget unwrapped: the syntax tree of the app says so (reliability, T1).

A widget, a notice or a tooltip may be given a literal, a constant, `plain(...)`, `Content...` or
one of our own widgets that cleans what it gets; anything else is a text that Textual would read as markup.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TUI = ROOT / "coach" / "tui"

SINKS = {
    "Static", "Label", "Button", "Checkbox", "RadioButton", "Option", "Collapsible", "TabPane", "Tab", "Link",
    "Digits", "Markdown", "Input", "TextArea", "Select", "SelectionList", "OptionList", "Placeholder", "Rule",
    "Tooltip", "Toast", "Header", "MaskedInput", "Tree", "DataTable",
}  # fmt: skip
"""Textual's own widgets; the text is their first argument, or one of `TEXT_ARGUMENTS`."""

METHODS = {
    "update", "notify", "set_options", "add_option", "add_options", "add_row", "add_column", "prompt",
    "replace_option_prompt", "add_leaf",
}  # fmt: skip
ATTRIBUTES = {"tooltip", "border_title", "border_subtitle", "label", "placeholder", "title", "sub_title"}
TEXT_ARGUMENTS = {"label", "placeholder", "tooltip", "title", "prompt", "message", "content", "text"}
SAFE_CALLS = {"plain", "Content", "one_line", "key_word"}
SAFE_METHODS = {"assemble", "join", "stylize", "wrap", "rstrip", "append"}
SAFE_NAMES = {"content", "contents", "options"}
"""Names that hold `Content` (mypy sees to it that they do) or options made of it."""

MAY = {
    # Own Markdown, a constant of each screen: help texts.
    ("dialogs/help.py", "self._text"),
    # Digits draws figures and refuses the rest.
    ("dialogs/emergency.py", "number.number"),
    # These give Content back; mypy sees to it.
    ("screens/home.py", "self._line(number, entry)"),
    (
        "screens/home.py",
        "(Option(self._line(number, entry)) for number, entry in enumerate(_MENU, start=1))",
    ),
    ("widgets/plain_text.py", "_content(text)"),
    # The text of a field, which Textual never reads as markup.
    ("widgets/text_field.py", "self._taken_in(text)[:MAX_TEXT]"),
}


def _is_constant(node: ast.expr) -> bool:
    return isinstance(node, ast.Name | ast.Attribute) and _last(node).isupper()


def _last(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _is_safe(node: ast.expr) -> bool:
    """Whether `node` can hold no text from outside, or holds it wrapped."""
    match node:
        case ast.Constant():
            return True
        case ast.JoinedStr(values=values):
            return all(
                _is_constant(part.value) or isinstance(part.value, ast.Constant)
                for part in values
                if isinstance(part, ast.FormattedValue)
            )
        case ast.Call(func=ast.Name(id=name)):
            return name in SAFE_CALLS or (name == "str" and _is_safe(node.args[0]))
        case ast.Call(func=ast.Attribute(attr=name, value=inner)):
            return (name in SAFE_METHODS and _is_safe(inner)) or _last(inner) == "Content"
        case ast.IfExp(body=body, orelse=otherwise):
            return _is_safe(body) and _is_safe(otherwise)
        case ast.BinOp(left=left, right=right) | ast.BoolOp(values=[left, right]):
            return _is_safe(left) and _is_safe(right)
        case ast.Name(id=name):
            return _is_constant(node) or name in SAFE_NAMES or name == "Content"
        case ast.Attribute():
            return _is_constant(node)
        case ast.Subscript(value=inner):
            return _is_constant(inner)
        case ast.Starred(value=inner) | ast.GeneratorExp(elt=inner) | ast.ListComp(elt=inner):
            return _is_safe(inner) or (isinstance(inner, ast.Call) and not list(_unsafe_in_call(inner)))
    return False


def _unsafe_in_call(call: ast.Call) -> Iterator[ast.expr]:
    name = _last(call.func)
    is_method = isinstance(call.func, ast.Attribute)
    if any(
        k.arg == "markup" and isinstance(k.value, ast.Constant) and k.value.value is False
        for k in call.keywords
    ):
        return
    if (name in SINKS and not is_method) or (name in METHODS and is_method):
        yield from (argument for argument in call.args[:1] if not _is_safe(argument))
        yield from (
            keyword.value
            for keyword in call.keywords
            if keyword.arg in TEXT_ARGUMENTS and not _is_safe(keyword.value)
        )


def _is_super_init(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr == "__init__"
        and isinstance(call.func.value, ast.Call)
        and _last(call.func.value.func) == "super"
    )


def _unsafe_in_class(owner: ast.ClassDef) -> Iterator[ast.expr]:
    """Look at how a class built on one of Textual's widgets starts that widget."""
    if not any(_last(base) in SINKS for base in owner.bases):
        return
    for node in ast.walk(owner):
        if isinstance(node, ast.Call) and _is_super_init(node):
            yield from (argument for argument in node.args[:1] if not _is_safe(argument))
            yield from (k.value for k in node.keywords if k.arg in TEXT_ARGUMENTS and not _is_safe(k.value))


def unsafe(source: str) -> list[tuple[int, str]]:
    """Return line and source of every expression that reaches the screen unwrapped."""
    found: list[ast.expr] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            found += _unsafe_in_call(node)
        elif isinstance(node, ast.ClassDef):
            found += _unsafe_in_class(node)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if (
                    isinstance(target, ast.Attribute)
                    and target.attr in ATTRIBUTES
                    and not _is_safe(node.value)
                ):
                    found.append(node.value)
    return sorted({(expression.lineno, ast.unparse(expression)) for expression in found})


def test_no_text_from_outside_reaches_a_widget_unwrapped() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted(TUI.rglob("*.py"))
        for line, text in unsafe(path.read_text(encoding="utf-8"))
        if (path.relative_to(TUI).as_posix(), text) not in MAY
    ]
    assert found == []


def test_the_exceptions_are_still_needed() -> None:
    seen = {
        (path.relative_to(TUI).as_posix(), text)
        for path in TUI.rglob("*.py")
        for _line, text in unsafe(path.read_text(encoding="utf-8"))
    }
    assert seen >= MAY


@pytest.mark.parametrize(
    "planted",
    [
        "yield Static(tip.text)",
        "yield Label(f'Je typte {words}')",
        "Button(name)",
        "widget.update(event.value)",
        "self.app.notify(message)",
        "self.app.notify('goed', title=field.value)",
        "field.tooltip = text",
        "self.border_title = self.article.title",
        "Option('• ' + text)",
        "menu.add_options(Option(text) for text in texts)",
        "Input(placeholder=hint)",
        "TextArea(text, placeholder=hint)",
        "class Mine(Static):\n    def __init__(self, text):\n        super().__init__(text)",
        "Static(escape(text))",
        "Static(plain(text).plain)",
        "Static(str(text))",
        "app.notify(text, markup=True)",
    ],
)
def test_a_planted_fault_is_found(planted: str) -> None:
    assert unsafe(planted), planted


@pytest.mark.parametrize(
    "fine",
    [
        "yield Static('Vaste tekst')",
        "yield Static(plain(tip.text))",
        "widget.update(Content.assemble(('x', 'bold'), plain(text)))",
        "Option(Content('a') + plain(b))",
        "self.app.notify(_TOO_LONG)",
        "Button('Sluiten (Esc)', compact=True)",
        "menu.add_options(Option(plain(text)) for text in texts)",
        "Static(f'Stap {MAX}')",
        "Static(_LABEL[role])",
        "app.notify(text, markup=False)",
    ],
)
def test_a_wrapped_text_passes(fine: str) -> None:
    assert unsafe(fine) == []
