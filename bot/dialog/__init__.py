"""The channel-neutral form engine: a form as data, progress, one step. Pure (DESIGN 6)."""
