"""How soon the window stands and its list is filled, beside a bare QMainWindow in a process of its own."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.rows import Row

TIMES = 5
STORIES = 300
ROOT = Path(__file__).resolve().parents[2]


def run(_size: str) -> list[Row]:
    """Measure the start and give its table; the size of the library plays no part in the first window."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "start.newsroom"
        _fill(library)
        bare = [opened("bare", library) for _ in range(TIMES)]
        ours = [opened("ours", library) for _ in range(TIMES)]
    one, other = _middle(ours), _middle(bare)
    name = "bare QMainWindow"
    return [
        Row("first paint, wall", one["wall"], other["wall"], name, "<= 1.5 x"),
        Row("first paint, CPU", one["cpu"], other["cpu"], name, "<= 1.5 x"),
        Row("memory at first paint", one["memory"], other["memory"], name, "<= 1.5 x", "MB"),
        Row("all parts stand after that", one["built"]),
        Row("first list page after that", one["page"], goal="<= 600 ms"),
        Row("first list page after that, CPU", one["work"]),
        Row("everything answers after that", one["wired"]),
    ]


def _fill(library: Path) -> None:
    from newsroom.desk import open_desk
    from newsroom.domain.body import paragraphs

    with open_desk(library) as desk:
        stories = (
            (
                desk.writing.new(headline=f"Meldung {number}", body=paragraphs([f"Text {number}."])),
                f"k{number}",
            )
            for number in range(STORIES)
        )
        desk.library.stories.add_many(stories, desk.person)


def _middle(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: median(one[name] for one in runs) for name in runs[0]}


def opened(mode: str, library: Path) -> dict[str, float]:
    """Give times in milliseconds and memory in MB of a window in a process of its own: mode is bare or ours."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "BEGUN": str(time.time())}
    arguments = [sys.executable, "-m", "tests.benchmarks.bench_start", mode, str(library)]
    done = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, check=True, timeout=60)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _now() -> dict[str, float]:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "wall": (time.time() - float(os.environ["BEGUN"])) * 1000,
        "cpu": (usage.ru_utime + usage.ru_stime) * 1000,
        "memory": _peak(),
    }


def _peak() -> float:
    """Give the most memory this program held, in MB; what `getrusage` gives begins with that of whoever started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    QTimer.singleShot(0, application.quit)
    application.exec()
    sys.stdout.write(
        json.dumps(_now() | dict.fromkeys(("built", "page", "work", "wired", "held"), 0.0)) + "\n"
    )


def _ours(library: str) -> None:
    from PySide6.QtCore import QTimer

    from newsroom.gui.application import Program, begin, options
    from newsroom.gui.kept import Kept

    application = begin()
    program = Program(application, Kept(Path(library).with_suffix(".ini")), options(["--library", library]))
    seen: list[dict[str, float]] = []
    program.window.painted.connect(lambda: seen.append(_now()))
    look = QTimer(interval=2)

    def note() -> None:
        if len(seen) == 1 and program.window.built:
            seen.append(_now())
        if len(seen) == 2 and program.window.stories.model.items:
            seen.append(_now())
        if len(seen) == 3 and program.wiring:
            application.quit()

    look.timeout.connect(note)
    program.show()
    look.start()
    application.exec()
    first, built, listed, now = *seen, _now()
    after = {
        "built": built["wall"] - first["wall"],
        "page": listed["wall"] - first["wall"],
        "work": listed["cpu"] - first["cpu"],
        "wired": now["wall"] - first["wall"],
        "held": now["memory"],
    }
    program.window.close()
    program.end()
    sys.stdout.write(json.dumps(first | after) + "\n")


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _bare()
    else:
        _ours(sys.argv[2])
