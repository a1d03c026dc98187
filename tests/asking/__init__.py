"""Questions built from the fields of the facts, never from the ways of asking that stand in them."""
