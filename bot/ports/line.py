"""What one process serves."""

Line = tuple[str, str]
"""A channel and the bot on it: what one process serves. Rows of other lines in the same tables are left alone."""
