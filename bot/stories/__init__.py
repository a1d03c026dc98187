"""Stories: transcripts that anybody can read, played against the real program (DESIGN 8)."""
