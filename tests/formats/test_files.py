import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.errors import NotWritten, Refused
from newsroom.formats.files import MAX_NAME, atomic_write, free_path, inside, safe_name
from newsroom.translation import msg

DEVICES = ("CON", "con.txt", "NUL", "aux.", "COM1", "COM¹.docx", "LPT9", "CLOCK$", "CONIN$", "PRN .txt")


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def refuse(_data: bytes) -> None:
    raise Refused(msg("bad bytes"))


def fail(number: int):
    def failing(*_arguments, **_names):
        raise OSError(number, os.strerror(number))

    return failing


def test_a_file_is_written_whole_and_nothing_stays_beside_it(tmp_path):
    target = tmp_path / "story.txt"
    atomic_write(target, b"words")
    assert target.read_bytes() == b"words"
    assert names_in(tmp_path) == ["story.txt"]


def test_a_new_file_gets_ordinary_permissions_and_an_old_one_keeps_its_own(tmp_path):
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    new, old = tmp_path / "new", tmp_path / "old"
    old.write_bytes(b"before")
    old.chmod(0o640)
    atomic_write(new, b"x")
    atomic_write(old, b"after")
    assert new.stat().st_mode == ordinary.stat().st_mode
    assert old.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(tmp_path):
    (tmp_path / "real").write_bytes(b"before")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    atomic_write(tmp_path / "link", b"after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"after"


def test_bytes_that_fail_their_verification_harm_no_old_file(tmp_path):
    target = tmp_path / "story.docx"
    target.write_bytes(b"old")
    with pytest.raises(Refused):
        atomic_write(target, b"new", verify=refuse)
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("step", ["fsync", "fdopen", "open"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_fault_at_any_step_keeps_the_old_file_and_leaves_no_other(tmp_path, monkeypatch, step, number):
    target = tmp_path / "story.txt"
    target.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail(number))
        with pytest.raises(NotWritten) as caught:
            atomic_write(target, b"new")
    assert "story.txt" in str(caught.value)
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["story.txt"]


def test_a_full_disk_is_called_full(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", fail(errno.ENOSPC))
    with pytest.raises(NotWritten, match="disk is full"):
        atomic_write(tmp_path / "story.txt", b"x")


@pytest.mark.parametrize(
    ("path", "words"), [("no/such/story.txt", "there is no folder"), ("taken", "a folder has that name")]
)
def test_each_way_to_fail_has_its_own_sentence(tmp_path, path, words):
    (tmp_path / "taken").mkdir()
    with pytest.raises(NotWritten, match=words):
        atomic_write(tmp_path / path, b"x")
    assert names_in(tmp_path) == ["taken"]


@pytest.mark.parametrize("name", DEVICES)
def test_names_of_devices_are_never_given(name):
    assert safe_name(name).startswith("_")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("-rf", "rf"),
        ("~$Brief.docx", "Brief.docx"),
        ("Wer gewinnt? Alles: „offen“", "Wer gewinnt- Alles- „offen“"),
        ("ends with dots. . .", "ends with dots"),
        ("a\x00b\x1bc\u202ed", "abcd"),
        ("Su\u0308den", "Süden"),
        ("two\nlines", "two lines"),
        ("", "story"),
        ("...", "story"),
    ],
)
def test_a_name_is_made_safe_and_stays_readable(text, name):
    assert safe_name(text) == name


def test_a_long_name_keeps_its_extension():
    name = safe_name("ä" * 1_000_000 + ".docx")
    assert name.endswith("ä.docx")
    assert len(name.encode()) <= MAX_NAME


@given(st.text(max_size=200))
def test_a_safe_name_is_safe_and_making_it_again_changes_nothing(text):
    name = safe_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*\0')
    assert len(name.encode()) <= MAX_NAME
    assert not name.startswith(("-", "~$", ".", " "))
    assert not name.endswith((".", " "))
    assert safe_name(name) == name


def test_a_taken_name_gets_a_number_before_its_extension(tmp_path):
    (tmp_path / "a.txt").touch()
    (tmp_path / "a (2).txt").touch()
    assert free_path(tmp_path, "a.txt") == tmp_path / "a (3).txt"


def test_a_long_taken_name_stays_short_enough(tmp_path):
    first = free_path(tmp_path, "x" * 300 + ".html")
    first.touch()
    second = free_path(tmp_path, "x" * 300 + ".html")
    assert second.name.endswith(" (2).html")
    assert len(second.name) <= MAX_NAME


def test_a_dangling_link_counts_as_taken(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    assert free_path(tmp_path, "a.txt").name == "a (2).txt"


@pytest.mark.parametrize("way", ["../out.txt", "sub/../../out.txt", ".", "link/out.txt"])
def test_a_path_that_leads_out_of_the_folder_is_refused(tmp_path, way):
    home = tmp_path / "home"
    (home / "sub").mkdir(parents=True)
    (home / "link").symlink_to(tmp_path)
    with pytest.raises(NotWritten, match="outside"):
        inside(home, home / Path(way))


def test_a_disk_that_takes_no_more_bytes_harms_nothing_and_says_so(tmp_path):
    """The limit on a file's size stops a real write halfway, as a full disk does."""
    (tmp_path / "story.txt").write_bytes(b"old")
    words = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from newsroom.domain.errors import NotWritten\n"
        "from newsroom.formats.files import atomic_write\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        "try:\n    atomic_write(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except NotWritten as fault:\n    print(fault)\n"
    )
    command = [sys.executable, "-c", words, str(tmp_path / "story.txt")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "disk is full" in said
    assert (tmp_path / "story.txt").read_bytes() == b"old"
    assert names_in(tmp_path) == ["story.txt"]
