"""Libraries as an older program left them."""

from importlib.resources import files

from alembic import command
from alembic.config import Config

from newsroom.library.engine import Store
from newsroom.library.sqlite.engine import make_engine


def taken_back(place, revision):
    """Take the tables of a library's file back to those of an older migration."""
    config = Config()
    config.set_main_option("script_location", str(files("newsroom.library") / "migrations"))
    store = Store(make_engine(place))
    with store.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
        connection.exec_driver_sql(f"PRAGMA user_version={int(revision)}")
    store.close()
