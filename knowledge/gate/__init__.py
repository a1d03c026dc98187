"""The gate before an answer: a check for each kind of thing that may be missing in it, or be another one's."""
