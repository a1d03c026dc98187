"""Work that takes long, done outside a conversation (DESIGN 2): what it reads, and what it makes of it."""
