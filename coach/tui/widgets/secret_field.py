"""A field for a passphrase: dots for letters, and nothing of it can be copied."""

from __future__ import annotations

from coach.tui.widgets.line_field import LineField


class SecretField(LineField):
    """An input that shows dots."""

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        """Make it, empty."""
        super().__init__(placeholder=placeholder, id=id)
        self.password = True

    def action_copy(self) -> None:
        """A passphrase goes to no clipboard."""

    def action_cut(self) -> None:
        """A passphrase goes to no clipboard."""
