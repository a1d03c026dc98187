"""What finds answers, one file per kind of question. ``knowledge.message.one_question.FINDERS`` is their order: the first that is sure answers."""
