"""Libraries as an older program left them."""

from alembic import command

from newsroom.library import schema
from newsroom.library.engine import Store
from newsroom.library.opening import is_on_server


def taken_back(where, revision):
    """Take a library's tables back to those of an older migration."""
    store = Store(_engine(where))
    with store.writing() as connection:
        command.downgrade(schema.migrations(connection), revision)
        store.database.mark(connection, int(revision))
    store.close()


def _engine(where):
    if is_on_server(where):
        from newsroom.library.postgres.address import url_of
        from newsroom.library.postgres.engine import make_engine

        return make_engine(url_of(where))
    from newsroom.library.sqlite.engine import make_engine

    return make_engine(where)
