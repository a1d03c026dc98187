"""Names of places in a question: those of the plans, those of elsewhere, and those that nobody has."""
