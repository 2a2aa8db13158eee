"""The uses of coach, called by both front ends: they return values and never print."""
