import pytest

from newsroom.domain.listing import Filter
from newsroom.domain.workflow import State
from newsroom.library.query import terms
from newsroom.library.search import _statement
from newsroom.library.sqlite import matching


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
    "chosen",
    [Filter(), Filter(section="Sport"), Filter(states=frozenset({State.DRAFT})), Filter(trash=True)],
    ids=["all", "section", "state", "trash"],
)
def test_the_index_leads_and_nothing_is_sorted(library, anna, story, chosen):
    library.stories.save(story(), anna)
    with library._store.reading() as connection:
        compiled = _statement(matching(terms("hafen")), chosen, None).compile(
            dialect=connection.dialect, compile_kwargs={"render_postcompile": True}
        )
        values = {**compiled.params, "room": 51}
        asked = tuple(values[name] for name in compiled.positiontup)
        plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", asked)]
    assert plan[0].startswith("SCAN search VIRTUAL TABLE")
    assert not any("TEMP B-TREE" in step for step in plan)
