"""Tests of what is PostgreSQL's alone: every library here is on a server."""

import pytest


@pytest.fixture
def where(postgres):
    address = postgres.library()
    yield address
    postgres.give_back(address)
