"""Where and how something is kept or written: only when the user asks for it."""
