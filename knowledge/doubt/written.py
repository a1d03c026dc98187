"""A text with some of its words written otherwise."""

from collections.abc import Mapping

from knowledge.query import Query


def written(query: Query, meant: Mapping[int, str]) -> str:
    """Returns the text of a question with the words at some places as they may be meant."""
    text = query.text
    for at in sorted(meant, reverse=True):
        word = query.words[at]
        text = text[: word.start] + meant[at] + text[word.end :]
    return text
