"""A made-up province to try everything on: its units, its people, an open period and last year's figures."""
