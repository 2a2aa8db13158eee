"""Pure knowledge of the conversation: no I/O, no clock, no user interface."""
