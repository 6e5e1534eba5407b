from newsroom.domain.changeset import Changes, Restore, Touched


def test_two_changes_together_are_undone_last_first():
    one = Changes(frozenset({Touched.TEXT}), frozenset({1}), 4, (Restore(1, 3),))
    other = Changes(frozenset({Touched.STATE}), frozenset({2}), 5, (Restore(2, 1),))
    both = one | other
    assert both.inverse == (Restore(2, 1), Restore(1, 3))
    assert (both.stories, both.seq) == ({1, 2}, 5)
    assert both.concerns(Touched.TEXT)
    assert not both.concerns(Touched.TRASH)


def test_no_change_is_false():
    assert not Changes()
