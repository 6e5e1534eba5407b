"""Keeps every test from the settings of whoever runs it."""

import itertools

import pytest

_NUMBERS = itertools.count()


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory, monkeypatch):
    """A folder for the person's settings, which is made only where a test writes some."""
    monkeypatch.setenv(
        "NEWSROOM_SETTINGS", str(tmp_path_factory.getbasetemp() / f"settings-{next(_NUMBERS)}")
    )
