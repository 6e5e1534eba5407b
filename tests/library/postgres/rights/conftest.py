"""A newsroom with rights for all tests of a module, or for one."""

import pytest

from newsroom.desk import Desk
from tests.library.postgres.rights.newsroom import PEOPLE, with_rights


@pytest.fixture(scope="module")
def house(postgres):
    made = with_rights(postgres, postgres.library())
    yield made
    postgres.drop(made.url)


@pytest.fixture(scope="module")
def desks(house):
    """Give a desk to each person, at a library of their own login."""
    made = {login: Desk(house.open(login), person) for login, person in PEOPLE.items()}
    yield made
    for desk in made.values():
        desk.library.close()


@pytest.fixture
def anna(desks):
    return desks["anna.berg"]


@pytest.fixture
def bruno(desks):
    return desks["bruno.hald"]


@pytest.fixture
def clara(desks):
    return desks["clara.voss"]
