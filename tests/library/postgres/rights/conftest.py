"""A newsroom with rights for all tests of a module, or for one."""

import pytest

from tests.library.postgres.rights.newsroom import with_rights


@pytest.fixture(scope="module")
def house(postgres):
    made = with_rights(postgres, postgres.library())
    yield made
    postgres.drop(made.url)
