"""The server has an index for each list in its order, and one for words: where it uses them, it sorts nothing."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text

from newsroom.domain.listing import Cursor, Filter, Sort
from newsroom.domain.workflow import State
from newsroom.library.asking import asked
from newsroom.library.lists import _page
from newsroom.text.query.reading import read

TIME = datetime(2026, 1, 1, tzinfo=UTC)
PLACES = {
    Sort.NEWEST: (1 << 40,),
    Sort.OLDEST: (1 << 40,),
    Sort.HEADLINE: ("hafen", 5),
    Sort.MODIFIED: (TIME, 5),
    Sort.SECTION: ("sport", 1 << 40),
}


def plan(library, wanted, *forbidden):
    """Give the plan of a statement where the server must not go through whole tables."""
    with library._store.reading() as connection:
        for way in ("seqscan", "sort", *forbidden):
            connection.execute(text(f"SET LOCAL enable_{way} = off"))
        compiled = wanted.compile(dialect=connection.dialect, compile_kwargs={"render_postcompile": True})
        rows = connection.exec_driver_sql(f"EXPLAIN {compiled}", compiled.params)
        return "\n".join(row[0] for row in rows)


@pytest.mark.parametrize("sort", PLACES)
@pytest.mark.parametrize("chosen", [Filter(), Filter(trash=True)], ids=["all", "trash"])
def test_a_list_is_served_in_its_order(library, sort, chosen):
    for after in (None, Cursor(PLACES[sort])):
        found = plan(library, _page(chosen, sort, after, 200), "bitmapscan")
        assert "Index Scan" in found
        assert "Sort" not in found


@pytest.mark.parametrize(
    "chosen", [Filter(section="Sport"), Filter(states=frozenset({State.DRAFT}))], ids=["section", "state"]
)
def test_a_filtered_list_is_served_in_its_order(library, chosen):
    found = plan(library, _page(chosen, Sort.NEWEST, None, 200), "bitmapscan")
    assert "Index Scan" in found
    assert "Sort" not in found


@pytest.mark.parametrize("query", ["hafen", '"hafen wird"', "haf", "hafen -elbe", "headline:hafen or elbe"])
def test_words_are_looked_up_in_their_index(library, query):
    with library._store.reading() as connection:
        index = asked(connection, read(query), Filter()).index
    wanted = select(index.key).select_from(index.rows).where(index.fits)
    assert "Bitmap Index Scan on ix_search_lexemes" in plan(library, wanted, "indexscan")
