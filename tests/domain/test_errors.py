"""What the system says is told in the program's own few words."""

from __future__ import annotations

import errno

import pytest

from newsroom.domain.errors import reason_of


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "access is denied"),
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (RuntimeError("Symlink loop"), "Symlink loop"),
        (ValueError(), "ValueError"),
    ],
)
def test_a_fault_of_the_system_has_a_reason(fault: Exception, words: str) -> None:
    assert str(reason_of(fault)) == words


def test_a_rare_fault_keeps_the_words_of_the_system() -> None:
    assert str(reason_of(OSError(errno.EXDEV, "x"))) not in {"", "x"}
