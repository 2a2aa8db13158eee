"""Rehearsing with a simulated employee: who it is, how a line of the manager lands, and the debrief."""
