"""Lets ``python -m bytescope`` start the program."""

import sys

from bytescope.cli import main

if __name__ == "__main__":
    sys.exit(main())
