"""What the coach knows, from `content/` to domain values."""
