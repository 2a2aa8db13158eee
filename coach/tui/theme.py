"""The two looks of coach: calm, with enough contrast, and never colour as the only sign."""

from __future__ import annotations

from textual.theme import Theme

LIGHT = Theme(
    name="coach-licht",
    primary="#1f5f7a",
    secondary="#5b6b3a",
    accent="#1f5f7a",
    foreground="#1f2428",
    background="#f7f5f0",
    surface="#fffdf8",
    panel="#ebe7dd",
    success="#3c6e3c",
    warning="#8a5a00",
    error="#8c3b2e",
    dark=False,
    variables={
        "border-blurred": "#b3aa98",
        "footer-key-foreground": "#1f5f7a",
        "footer-background": "#ebe7dd",
        "input-selection-background": "#1f5f7a 25%",
        "block-cursor-text-style": "none",
    },
)

DARK = Theme(
    name="coach-donker",
    primary="#7fb7cc",
    secondary="#a9b97f",
    accent="#7fb7cc",
    foreground="#e2e4e0",
    background="#1b2024",
    surface="#22292e",
    panel="#2b3338",
    success="#8fbf8a",
    warning="#dcb36a",
    error="#e0927f",
    dark=True,
    variables={
        "border-blurred": "#56636b",
        "footer-key-foreground": "#7fb7cc",
        "footer-background": "#2b3338",
        "input-selection-background": "#7fb7cc 30%",
        "block-cursor-text-style": "none",
    },
)

THEMES = (DARK, LIGHT)
