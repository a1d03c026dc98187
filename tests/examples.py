"""The trees of the examples."""

from bot.demo.load import PROVINCE, example
from bot.model.tree import Tree


def tree(name: str = PROVINCE) -> Tree:
    """Returns the tree of an example."""
    return Tree(example(name))
