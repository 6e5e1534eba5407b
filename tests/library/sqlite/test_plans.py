import pytest

from newsroom.domain.listing import Filter
from newsroom.library.asking import asked
from newsroom.library.search import statement
from newsroom.text.query.reading import read


def test_a_list_is_served_in_order_by_an_index(library):
    statements = {
        "newest": "SELECT id FROM article WHERE in_trash = 0 ORDER BY sort_key DESC LIMIT 200",
        "state": "SELECT id FROM article WHERE in_trash = 0 AND state = 'draft' ORDER BY sort_key DESC",
        "headline": "SELECT id FROM article WHERE in_trash = 0 ORDER BY headline_key, id LIMIT 200",
    }
    with library._store.reading() as connection:
        for name, statement in statements.items():
            plan = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement).all()
            assert len(plan) == 1, name
            assert f"ix_article_{name}" in plan[0][-1]


@pytest.mark.parametrize(
    "query", ["hafen", "hafen section:Sport", "hafen is:draft -has:findings", "hafen is:trash", "haf on:2025"]
)
def test_the_index_leads_and_nothing_is_sorted(library, anna, story, query):
    library.stories.save(story(), anna)
    with library._store.reading() as connection:
        compiled = (
            statement(asked(connection, read(query), Filter()))
            .limit(51)
            .compile(dialect=connection.dialect, compile_kwargs={"render_postcompile": True})
        )
        values = tuple(compiled.params[name] for name in compiled.positiontup)
        plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", values)]
    assert plan[0].startswith("SCAN search VIRTUAL TABLE")
    assert not any("TEMP B-TREE" in step for step in plan)
