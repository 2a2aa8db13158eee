"""coach: rehearse, prepare and hold the signalerend gesprek with care."""

__version__ = "0.1.0"
