"""What the plans' lists of communes and districts say of them."""
