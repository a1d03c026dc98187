"""The models, movements and campaigns of the plans: how questions name them, and how several are told."""
