"""``newsroom rules``: list, import and export of house rules."""

from __future__ import annotations


def test_a_table_is_taken_in_listed_and_written_again(call, tmp_path):
    table = tmp_path / "in.csv"
    table.write_text("word;wanted;reason;quotes\nHandy;Mobiltelefon;Hausstil;ja\n;leer\n", encoding="utf-8")
    code, out, err = call("rules", "import", table)
    assert (code, out) == (3, "1 rule in the table.\n")
    assert err == "Line 3:  · leer – The word is missing.\n"
    assert "Mobiltelefon" in call("rules", "list")[1]
    assert call("rules", "export", tmp_path / "out.csv")[1] == "1 rule written.\n"
    assert "Handy,Mobiltelefon,Hausstil,yes" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_a_dry_run_changes_nothing(call, ask, tmp_path):
    table = tmp_path / "in.tsv"
    table.write_text("Handy\tMobiltelefon\n", encoding="utf-8")
    code, answer = ask("rules", "import", "--dry-run", table)
    assert code == 0
    assert [rule["word"] for rule in answer["rules"]] == ["Handy"]
    assert call("rules", "list")[1] == "There is no house rule yet.\n"


def test_a_table_that_is_not_there_is_refused(call, tmp_path):
    code, _, err = call("rules", "import", tmp_path / "none.csv")
    assert code == 3
    assert "none.csv" in err
