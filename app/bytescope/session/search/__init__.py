"""What is looked for, found and replaced."""
