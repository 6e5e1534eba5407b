"""Qt speaks through the program's one log."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LOG = logging.getLogger("qt")
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def listen() -> None:
    """Send Qt's messages to the log."""
    qInstallMessageHandler(_hear)


def _hear(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    _LOG.log(LEVELS.get(kind, logging.WARNING), "%s", words)
