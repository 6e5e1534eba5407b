"""``newsroom print-profiles`` and ``newsroom calibrate``."""

from __future__ import annotations

import pytest

SENTENCE = (
    "Die Straßenbahn nach Birkenau fährt vom Frühjahr an alle zehn Minuten, sagte die Bürgermeisterin. "
)


def _story(tmp_path, name, times):
    path = tmp_path / name
    path.write_text("\n\n".join([SENTENCE * times] * 3), encoding="utf-8")
    return path


def test_a_house_without_profiles_has_the_one_of_its_settings(ask):
    code, answer = ask("print-profiles", "list")
    assert code == 0
    (one,) = answer["profiles"]
    assert (one["counts"], one["type"]) == ("characters", "Source Serif Pro")
    assert one["characters"]["de"] in range(28, 36)


@pytest.mark.long
def test_lines_are_fitted_to_printed_stories_and_kept_when_asked(ask, call, tmp_path):
    short, long = _story(tmp_path, "short.txt", 2), _story(tmp_path, "long.txt", 5)
    code, told = ask("calibrate", f"{short}=24", f"{long}=60")
    assert (code, told["kept"]) == (0, False)
    assert told["after"] <= 1 < told["before"] + 1
    assert ask("print-profiles", "list")[1]["profiles"][0]["measure"] == 1
    kept = ask("calibrate", "--keep", "--by-type", f"{short}=24", f"{long}=60")[1]
    assert kept["counts"] == "type"
    assert kept["after"] <= 1
    assert ask("print-profiles", "list")[1]["profiles"][0]["measure"] == kept["measure"]
    assert "Wrong lines of forty" in call("calibrate", f"{short}=24")[1]


def test_profiles_go_out_and_come_in(ask, call, tmp_path):
    path = tmp_path / "print.json"
    assert call("print-profiles", "export", path)[1] == "1 profile written.\n"
    text = path.read_text(encoding="utf-8").replace('"columns": 3', '"columns": 2')
    path.write_text(text, encoding="utf-8")
    code, answer = ask("print-profiles", "import", path)
    assert (code, [one["columns"] for one in answer["profiles"]]) == (0, [2])


def test_what_is_no_file_of_profiles_or_no_count_of_lines_is_refused(call, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text("{}", encoding="utf-8")
    code, _, err = call("print-profiles", "import", bad)
    assert (code, err) == (3, "“bad.json” holds no print profiles.\n")
    code, _, err = call("calibrate", "story.txt=many")
    assert "FILE=LINES" in err
    assert code == 2
    assert call("calibrate", f"{_story(tmp_path, 'a.txt', 1)}=0")[0] != 0
    assert call("calibrate", "--profile", "Nowhere")[0] != 0
