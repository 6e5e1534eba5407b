import multiprocessing
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from newsroom.domain.errors import Cancelled, Refused
from newsroom.formats import Reading
from newsroom.formats.guard import Guard

STORY = "Veröffentlichungsdatum: 27.03.2025 11:25 / Sport\n\nEin Tor\n\nText.".encode()


@pytest.fixture(scope="module")
def guard():
    with Guard(workers=2) as made:
        yield made


def headlines(outcomes):
    return [[story.article.headline for story in outcome.stories] for outcome in outcomes]


def readers():
    return [child for child in multiprocessing.active_children() if child.name == "newsroom-reader"]


def test_no_process_runs_before_the_first_file():
    before = len(readers())
    with Guard():
        assert len(readers()) == before


def test_a_file_is_read_in_another_process(guard, tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(STORY)
    (found,) = guard.read(path, Reading())
    assert found.article.headline == "Ein Tor"
    assert readers()


def test_bytes_with_a_name_are_read_too(guard):
    (found,) = guard.read(("story.txt", STORY), Reading())
    assert found.article.section == "Sport"


def test_the_format_can_be_chosen(guard):
    (found,) = guard.read(("story.txt", STORY), Reading(), format="text")
    assert found.article.headline.startswith("Veröffentlichungsdatum")


def test_a_refusal_comes_back_as_its_sentence(guard):
    with pytest.raises(Refused, match="empty"):
        guard.read(("story.txt", b""), Reading())
    with pytest.raises(Refused, match="picture"):
        guard.read(("story.txt", b"\x89PNG\r\n\x1a\n..."), Reading())


@pytest.mark.parametrize("name", ["folder", "missing.txt", "pipe"])
def test_what_is_no_file_is_refused_and_never_waited_for(guard, tmp_path, name):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refused, match=name):
        guard.read(tmp_path / name, Reading())


def test_many_files_come_back_in_order_with_progress(guard):
    sources = [(f"{n}.txt", STORY if n % 7 else b"") for n in range(100)]
    seen = []
    outcomes = list(guard.read_many(sources, Reading(), lambda *told: seen.append(told)))
    assert [outcome.name for outcome in outcomes] == [name for name, _ in sources]
    assert headlines(outcomes) == [["Ein Tor"] if data else [] for _, data in sources]
    assert all(bool(outcome.refused) != bool(outcome.stories) for outcome in outcomes)
    assert seen[-1] == (100, 100, "99.txt")


def test_a_stream_of_files_is_taken_as_it_is_needed(guard):
    taken = []
    outcomes = guard.read_many((taken.append(n) or (f"{n}.txt", STORY) for n in range(1000)), Reading())
    next(outcomes)
    assert len(taken) < 500
    outcomes.close()


def test_reading_ends_early_when_cancelled(guard):
    seen = []
    outcomes = guard.read_many(
        [(f"{n}.txt", STORY) for n in range(1000)],
        Reading(),
        lambda *told: seen.append(told),
        lambda: len(seen) > 40,
    )
    assert len(list(outcomes)) < 300
    assert guard.read(("a.txt", STORY), Reading())


@pytest.mark.long
def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read():
    long = b"x y\n\n" * 6_000_000
    with Guard(workers=1, deadline=1.5, memory=4 << 30) as guard:
        outcomes = list(guard.read_many([("a", STORY), ("long", long), ("b", STORY)], Reading()))
    assert headlines(outcomes) == [["Ein Tor"], [], ["Ein Tor"]]
    assert "1.5 seconds" in str(outcomes[1].refused)


@pytest.mark.long
def test_a_file_that_takes_too_much_memory_is_refused_and_the_next_is_read():
    big = b"x y " * 12_000_000
    with Guard(workers=1, memory=160 << 20) as guard:
        outcomes = list(guard.read_many([("a", STORY), ("big", big), ("b", STORY)], Reading()))
    assert headlines(outcomes) == [["Ein Tor"], [], ["Ein Tor"]]
    assert "memory" in str(outcomes[1].refused)


def test_a_process_that_died_unnoticed_is_replaced():
    with Guard(workers=1) as guard:
        before = readers()
        guard.read(("a.txt", STORY), Reading())
        (child,) = [child for child in readers() if child not in before]
        child.kill()
        child.join()
        assert guard.read(("a.txt", STORY), Reading())


def test_several_threads_may_read_at_once(guard):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(guard.read(("a", STORY), Reading()))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8


def test_a_closed_guard_leaves_no_process_and_reads_no_more():
    before = len(readers())
    guard = Guard(workers=2)
    guard.read(("a", STORY), Reading())
    assert len(readers()) == before + 1
    guard.close()
    assert len(readers()) == before
    with pytest.raises(Cancelled):
        guard.read(("a", STORY), Reading())


@pytest.mark.long
def test_it_works_from_a_program_with_a_window(tmp_path):
    script = tmp_path / "program.py"
    script.write_text(
        "from PySide6.QtCore import QThreadPool\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from newsroom.formats import Reading\n"
        "from newsroom.formats.guard import Guard\n"
        "if __name__ == '__main__':\n"
        "    app = QApplication([])\n"
        "    guard = Guard()\n"
        "    QThreadPool.globalInstance().start(\n"
        "        lambda: print(guard.read(('a.txt', b'Ein Tor\\n\\nText.'), Reading())[0].article.headline)\n"
        "    )\n"
        "    QThreadPool.globalInstance().waitForDone()\n"
        "    guard.close()\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=False, env=environment
    )
    assert (done.stdout, done.returncode) == ("Ein Tor\n", 0)
