"""What lies on top of a screen for a moment: the emergency card, help, a question, the commands."""
