"""The sheets of the Excel file, one file each."""
