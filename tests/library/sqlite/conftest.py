"""Tests of what is SQLite's alone: every library here is a file."""

import pytest


@pytest.fixture
def where(place):
    return place
