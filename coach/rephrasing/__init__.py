"""Saying a line of the simulated employee in other words, with a language model on this very machine."""
