import socket
import subprocess
import sys

import pytest

from newsroom.domain.errors import Refused
from newsroom.formats import Incoming, Reading
from newsroom.formats.guard import worker
from newsroom.formats.guard.worker import Job, answer, read_here


def job(data: bytes, name: str = "story.txt", chosen: str = "") -> Job:
    return Job(name, data, chosen)


def test_a_reader_s_own_fault_is_a_refusal_with_its_trace(monkeypatch):
    monkeypatch.setattr(worker, "recognise", lambda _data: 1 / 0)
    found = answer(job(b"x"), Reading())
    assert "damaged" in str(found.refused)
    assert "ZeroDivisionError" in found.trace


@pytest.mark.parametrize(("fault", "word"), [(MemoryError, "memory"), (RecursionError, "nested")])
def test_a_reader_out_of_its_depth_is_a_refusal(monkeypatch, fault, word):
    def failing(_data):
        raise fault

    monkeypatch.setattr(worker, "recognise", failing)
    assert word in str(answer(job(b"x"), Reading()).refused)


def test_a_file_without_text_is_refused():
    with pytest.raises(Refused, match="no text"):
        read_here(job(b"Published: / Sport\n\n"), Reading())


def test_a_format_that_is_only_written_is_not_read():
    from newsroom.formats import writable

    only = next((entry for entry in writable() if not entry.read), None)
    if only:
        with pytest.raises(Refused, match="only written"):
            read_here(job(b"words", chosen=only.name), Reading())
    assert isinstance(read_here(job(b"words", chosen="text"), Reading())[0], Incoming)


def test_a_reading_process_reaches_no_network_and_starts_no_program():
    words = (
        "import sys, socket, subprocess\n"
        "from newsroom.formats.guard.worker import _stay_inside\n"
        "sys.addaudithook(_stay_inside)\n"
        "for way in (lambda: socket.create_connection(('127.0.0.1', 9)), lambda: subprocess.run(['true'])):\n"
        "    try:\n        way()\n    except PermissionError as fault:\n        print(fault)\n"
    )
    said = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True).stdout
    assert "socket." in said
    assert "subprocess.Popen" in said
    assert socket.has_ipv6 is not None
