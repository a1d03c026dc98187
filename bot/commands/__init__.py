"""The commands of the command line, one file each (DESIGN 9)."""
