"""How a message is taken apart into questions, and its answers put together."""
