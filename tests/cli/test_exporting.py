"""``newsroom export``: selections, presets, audiences."""

import pytest

from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs
from newsroom.domain.export_profile import ExportProfile, Layout


@pytest.fixture
def stories(tmp_path):
    """Three stories of two sections and a preset of the house."""
    with open_desk(tmp_path / "library.newsroom") as desk:
        made = [
            desk.writing.save(
                desk.writing.new(headline=headline, section=section, body=paragraphs(["Der Hafen bleibt."]))
            ).article.id
            for headline, section in (("Kran", "Region"), ("Schiff", "Region"), ("Börse", "Wirtschaft"))
        ]
        desk.profiles.put(
            [ExportProfile(name="Archiv", format="markdown", layout=Layout.ONE, pattern="archiv-{year}")]
        )
    return made


def test_a_selection_goes_into_one_file(ask, stories, tmp_path):
    out = tmp_path / "all.txt"
    code, answer = ask("export", *stories, "--to", "wire", "--one-file", "--out", out)
    assert (code, answer["written"]) == (0, [str(out)])
    assert out.read_text(encoding="utf-8").count("Veröffentlichungsdatum:") == 3


def test_a_format_without_that_says_which_have_it(call, stories):
    code, _out, err = call("export", *stories, "--to", "html-fragment", "--one-file")
    assert code == 2
    assert "wire" in err


def test_folders_come_from_the_pattern(ask, stories, tmp_path):
    out = tmp_path / "out"
    ask("export", *stories, "--to", "text", "--name", "{section}/{id}-{slug}", "--out", out)
    found = sorted(str(path.relative_to(out)) for path in out.rglob("*.txt"))
    assert found == ["region/1-kran.txt", "region/2-schiff.txt", "wirtschaft/3-boerse.txt"]


def test_stories_are_chosen_by_section_state_and_words(ask, stories, tmp_path):
    def written(*chosen):
        return len(ask("export", *chosen, "--to", "text", "--out", tmp_path / "out")[1]["written"])

    assert written("--section", "Region") == 2
    assert written("--state", "draft") == 3
    assert written("--query", "Schiff") == 1
    assert written("--query", "Hafen", "--section", "Wirtschaft") == 1


def test_a_preset_says_format_layout_and_names(ask, call, stories, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    answer = ask("export", *stories, "--profile", "archiv", "--out", out)[1]
    assert [path.rpartition("/")[2][:7] for path in answer["written"]] == ["archiv-"]
    code, _out, err = call("export", *stories, "--profile", "Partner")
    assert (code, "Archiv" in err) == (2, True)


def test_an_audience_never_gets_around_an_embargo(call, ask, stories, tmp_path):
    ask("set", stories[0], "embargo=2099-01-01 06:00")
    code, _out, err = call("export", stories[0], "--to", "html", "--audience", "proof")
    assert (code, "embargo would no longer hold" in err) == (2, True)
    code, _out, err = call(
        "export", stories[0], "--to", "pdf", "--audience", "reader", "--out", tmp_path / "a"
    )
    assert (code, "Under embargo" in err) == (5, True)
    assert call("export", stories[0], "--to", "newsroom", "--out", tmp_path / "b")[0] == 0


def test_renewing_replaces_a_file_of_the_same_name(ask, stories, tmp_path):
    for options, names in (((), 1), ((), 2), (("--renew",), 2)):
        ask("export", stories[0], "--to", "text", "--out", tmp_path / "out", "--name", "kran", *options)
        assert len(list((tmp_path / "out").iterdir())) == names


@pytest.mark.parametrize(("words", "part"), [(("1",), "--to"), (("--to", "text"), "--query")])
def test_what_is_missing_is_said_in_one_sentence(call, words, part):
    code, _out, err = call("export", *words)
    assert (code, part in err, err.count("\n")) == (2, True, 1)
