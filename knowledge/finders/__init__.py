"""What finds answers, one file per kind of question. ``FINDERS`` is their order: the first that is sure answers."""
