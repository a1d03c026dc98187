"""What takes long and is done outside the conversation: values read from the house, files made of them."""
