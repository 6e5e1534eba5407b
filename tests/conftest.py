"""Keeps every test from the settings of whoever runs it."""

import itertools

import pytest
from hypothesis import HealthCheck, settings

_NUMBERS = itertools.count()

# Laws are tried on few examples, the same each time, so that a change is judged and not chance; on many and
# ever new ones by ``--hypothesis-profile long``. How long one takes depends on the machine, and is no fault.
_CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("short", max_examples=50, derandomize=True, **_CALM)
settings.register_profile("long", max_examples=2_000, **_CALM)
settings.load_profile("short")


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory, monkeypatch):
    """Folders for the person's settings and data, which are made only where a test writes some."""
    number = next(_NUMBERS)
    for kind in ("settings", "data"):
        monkeypatch.setenv(
            f"NEWSROOM_{kind.upper()}", str(tmp_path_factory.getbasetemp() / f"{kind}-{number}")
        )


@pytest.fixture(scope="session")
def postgres():
    """A server of PostgreSQL; `library()` gives the address of a new library, `empty()` of a new database."""
    from tests.postgres import Postgres

    server = Postgres()
    yield server
    server.close()
