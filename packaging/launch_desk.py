"""Starts the window in a frozen build."""

import multiprocessing
import sys

from newsroom.__main__ import desk

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(desk())
