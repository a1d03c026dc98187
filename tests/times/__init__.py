"""Times as people type them, and how well they are read."""
