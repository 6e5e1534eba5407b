def test_the_command_line_speaks_the_language_of_the_search_field(ask, story):
    for query in (
        ["titel:hafen"],
        ["section:region", "gemeinderat"],
        ["ist:importiert", "-hat:bild"],
        ["hafen or kran"],
    ):
        assert len(ask("search", *query)[1]["hits"]) == 1, query
    assert ask("search", "section:Politik Innen", "gemeinderat")[1]["hits"] == []


def test_the_best_and_what_once_stood_there_are_found_on_demand(ask, story):
    assert len(ask("search", "--best", "gemeinderat")[1]["hits"]) == 1
    assert ask("search", "--revisions", "gemeinderat")[1]["hits"] == []
    ask("set", story, "headline=Ganz anders")
    (hit,) = ask("search", "--revisions", "titel:kran")[1]["hits"]
    assert (hit["headline"], hit["version"]) == ("Ganz anders", 1)
