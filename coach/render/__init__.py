"""A sheet as text, Markdown, HTML or PDF: blocks in, one finished text or file out, nothing written."""
