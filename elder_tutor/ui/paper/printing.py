"""Print a paper, or show where its file lies; write many in the window's own loop, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.ui.paper.errands import Piece
from elder_tutor.ui.paper.sheet import Paper, paint_all

PRINTED, PUT_OFF, SHOWN, NOTHING = "printed", "put off", "shown", "nothing"
"""What became of a wish to print: done, thought better of, the folder was opened instead, or nothing can."""
FINEST: Final = 600
"""No printer gets more dots an inch than this: more is slow and not seen."""


def print_paper(paper: Paper, parent: QWidget | None, path: Path | None = None) -> str:
    """Print with the system's own dialogue; where there is none open the folder of the file ``path``.

    In a kiosk nothing opens: the machine's own printer is taken, or the file stays where the page says.
    Answers PRINTED, PUT_OFF, SHOWN, or NOTHING where this machine can do neither.
    """
    parts = _print_support()
    kiosk = _in_kiosk(parent)
    if parts is None or (kiosk and parts.QPrinterInfo.defaultPrinter().isNull()):
        return print_pdf(path, parent) if path is not None else PUT_OFF
    printer = parts.QPrinter(parts.QPrinter.PrinterMode.HighResolution)
    printer.setDocName(paper.title)
    printer.setPageLayout(paper.layout)
    printer.setFullPage(True)
    if printer.resolution() > FINEST:
        printer.setResolution(FINEST)
    if not kiosk:
        dialogue = parts.QPrintDialog(printer, parent)
        if dialogue.exec() != parts.QPrintDialog.DialogCode.Accepted:
            return PUT_OFF
    painter = QPainter()
    if not painter.begin(printer):
        return print_pdf(path, parent) if path is not None else PUT_OFF
    paint_all(paper, painter, lambda: bool(printer.newPage()), printer.resolution())
    painter.end()
    return PRINTED


def print_pdf(path: Path, parent: QWidget | None = None) -> str:
    """Open a file that is written with the system's own reader, which prints; else open its folder."""
    if _in_kiosk(parent):
        return PUT_OFF
    places = (QUrl.fromLocalFile(str(place)) for place in (path, path.parent))
    return SHOWN if any(QDesktopServices.openUrl(place) for place in places) else NOTHING


def _in_kiosk(parent: QWidget | None) -> bool:
    return parent is not None and bool(getattr(parent.window(), "kiosk", False))


def _print_support() -> Any:
    """Answer Qt's printing, None where this system came without it."""
    try:
        from PySide6 import QtPrintSupport
    except ImportError:
        return None
    return QtPrintSupport if QtPrintSupport.QPrinterInfo.availablePrinterNames() else None


class Writing(QObject):
    """Goes through work piece by piece whenever the window has nothing else to do.

    ``stepped`` tells how many of how many papers are done, ``written`` each file, ``finished`` how many
    files there are, ``failed`` the trouble that ended it.
    """

    stepped = Signal(int, int)
    written = Signal(object)
    finished = Signal(int)
    failed = Signal(object)

    def __init__(self, work: Iterator[Piece], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._count = 0
        self.piece: Piece | None = None
        """The last piece that was done."""
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Tell whether there is more to do."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin; the answers come as signals."""
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest; files that are whole stay."""
        self._timer.stop()
        close = getattr(self._work, "close", None)
        if close is not None:
            close()

    def _go_on(self) -> None:
        try:
            piece = next(self._work, None)
        except KnownError as trouble:
            self._timer.stop()
            self.failed.emit(trouble)
            return
        if piece is None:
            self._timer.stop()
            self.finished.emit(self._count)
            return
        self.piece = piece
        self.stepped.emit(piece.done, piece.of)
        if piece.path is not None:
            self._count += 1
            self.written.emit(piece.path)
