"""How people write and speak beside the standard language, as data."""
