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


def _same_everywhere() -> None:
    """Let laws be tried on the same examples whatever else was imported, and bound how long a failure is made small.

    Hypothesis takes constants from the modules of the project that happen to be loaded, which differ from one
    worker to the next; and it makes a failing example smaller for up to five minutes.
    """
    from hypothesis.internal.conjecture import engine, providers

    if hasattr(providers, "is_local_module_file"):
        providers.is_local_module_file = lambda _path: False
    if hasattr(engine, "MAX_SHRINKING_SECONDS"):
        engine.MAX_SHRINKING_SECONDS = 20


_same_everywhere()


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


LONG = ("robustness", "e2e", "plugins")
"""Folders of tests that start programs, kill them, or fill disks."""
WHOLE = ("test_samples", "test_tour", "test_company", "test_two_windows")
"""Tests that go the whole road, or open two windows in turn."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes long: whole programs, ours or not, whole journeys, and every test on a server of its own."""
    for item in items:
        parts = item.path.parts
        case = item.name.partition("[")[2]
        served = "postgres" in case or "server" in case or "postgres" in getattr(item, "fixturenames", ())
        programs = item.get_closest_marker("foreign") is not None
        if (
            served
            or programs
            or "postgres" in parts
            or item.path.stem.endswith("_story")
            or item.path.stem in WHOLE
            or set(LONG) & set(parts)
        ):
            item.add_marker(pytest.mark.long)
