"""What is printed or sent as a file, made from values (DESIGN 3)."""
