"""Commands that the first bytes do not need, as tables: one module for each part of the program."""
