"""Starts the command line in a frozen build."""

import multiprocessing
import sys

from newsroom.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
