"""The keyboard: a tray over the full page width, since twelve keys of 13 mm do not fit in a phone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.view import Action, Do, KeyboardView, Target
from elder_tutor.text.digits import in_digits, normalise
from elder_tutor.text.phrase import Phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.phone import keys, sayings
from elder_tutor.ui.phone.fields import digits_of
from elder_tutor.ui.phone.keycap import KeyButton
from elder_tutor.ui.phone.keys import DELETE, DONE, LAYER, MIC, SHIFT, SPACE, Key
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.touch import TYPING
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.touching.ground import Feel, Ground
from elder_tutor.ui.widgets.tolerance import KIND, Tolerance

HEIGHT: Final = 344
MARGIN: Final = 28
TOP: Final = 18
GAP: Final = 12
NARROW: Final = 1000
"""Design pixels (TOKENS 5)."""

_WORDS: Final = {
    DELETE: sayings.DELETE,
    DONE: sayings.DONE,
    MIC: sayings.MICROPHONE,
    SPACE: sayings.SPACE,
    SHIFT: sayings.SHIFT,
    f"{LAYER}123": sayings.NUMBERS,
}


class KeyboardTray(Ground):
    """The tray. ``acted`` carries KEY, DELETE, LAYER, DONE, and WRITE for the microphone.

    Which keys stand here follows from the view alone: after «ا» its forms
    stand beside the space key.
    """

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyboard")
        self.setProperty(TYPING, True)
        self.view: KeyboardView | None = None
        self.kit: Kit | None = None
        self.dictation = ""
        self.buttons: dict[str, KeyButton] = {}

    def render_keyboard(
        self,
        view: KeyboardView,
        wording: Wording,
        metrics: Metrics,
        *,
        dictation: str = "",
        target: Target | None = None,
        tolerance: Tolerance = KIND,
    ) -> None:
        """Show the keys of a layer.

        ``dictation`` is what the microphone writes; ``target`` the key to press now, if the
        tutor shows one.
        """
        kit = Kit(metrics, wording, dpr=self.devicePixelRatioF(), tolerance=tolerance)
        self.kit = self.kit if kit == self.kit and self.kit is not None else kit
        self.view, self.dictation = view, dictation
        self.setAccessibleName(self.kit.plain(sayings.KEYBOARD))
        layout = keys.layout(view.layer, view.digits_only, view.forms)
        names = {key.name for key in layout}
        for gone in [name for name in self.buttons if name not in names]:
            button = self.buttons.pop(gone)
            button.hide()
            button.deleteLater()
        lit = key_name(target, names, view.shift) if target is not None else ""
        for key in layout:
            self._show(key, key.name == lit, self.kit)
        self.place()
        self.update()

    def handle_key(self, event: QKeyEvent) -> Action | None:
        """Answer what a key of a real keyboard does here."""
        return keys.action_of(event, self.view)

    def rect_of(self, target: Target) -> QRect | None:
        """Answer where a key is, in own coordinates; for one on another layer, the key that leads there."""
        shift = self.view is not None and self.view.shift
        button = self.buttons.get(key_name(target, self.buttons.keys(), shift))
        return button.geometry() if button is not None else None

    def sizeHint(self) -> QSize:
        """Answer the page's width and the height of four rows (TOKENS 8)."""
        if self.kit is None:
            return QSize(1366, HEIGHT)
        m = self.kit.metrics
        tall = m.px(HEIGHT) if m.portrait else max(min(m.px(HEIGHT), round(m.height * 0.45)), self._least())
        return QSize(m.width, tall)

    def place(self) -> None:
        """Give every key its place."""
        if self.kit is None:
            return
        kit = self.kit
        gap, margin = self._gap(kit), kit.px(MARGIN if self.width() > kit.px(NARROW) else 14)
        for button in self.buttons.values():
            if button.key is not None:
                spot = keys.place(button.key, self.width(), self.height(), margin, kit.px(TOP), gap)
                button.setGeometry(spot.toRect())

    # --- Qt ----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the keys again."""
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tray and the line along its top."""
        if self.kit is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.kit.q("tray"))
        painter.fillRect(0, 0, self.width(), self.kit.px(4), self.kit.q("line"))
        painter.end()

    def feel(self) -> Feel | None:
        """Answer how touches between the keys are taken."""
        return Feel(self.kit.tolerance, self.kit.metrics.px_per_mm) if self.kit is not None else None

    # --- inside ------------------------------------------------------------------

    def _show(self, key: Key, lit: bool, kit: Kit) -> None:
        button = self.buttons.get(key.name)
        if button is None:
            button = KeyButton(self)
            button.setObjectName(key.name)
            button.tapped.connect(lambda name=key.name: self._pressed(name))
            button.show()
            self.buttons[key.name] = button
        button.dress(kit, typing=True)
        said = self._phrase(key)
        words = kit.shown(said) if said is not None else in_digits(self._letter(key), digits_of(kit))
        button.setCheckable(key.name == SHIFT)
        button.setChecked(self._shift)
        button.show_key(key, "A" if key.name == SHIFT else words, lit)
        button.call(kit.plain(said) if said is not None else words)

    @property
    def _shift(self) -> bool:
        return self.view is not None and self.view.shift

    def _letter(self, key: Key) -> str:
        """Answer what a key writes now."""
        return key.letter.upper() if self._shift and key.letter.isascii() else key.letter

    def _phrase(self, key: Key) -> Phrase | None:
        if key.name in _WORDS:
            return _WORDS[key.name]
        if not key.name.startswith(LAYER):
            return None
        numbers = self.view is not None and self.view.layer == "123"
        if numbers:
            return sayings.ARABIC if key.name.endswith("ar") else sayings.ENGLISH
        return sayings.LANGUAGES

    def _pressed(self, name: str) -> None:
        if self.view is None:
            return
        field, button = self.view.field, self.buttons.get(name)
        if name == DELETE:
            self.acted.emit(Action(Do.DELETE, field))
        elif name == DONE:
            self.acted.emit(Action(Do.DONE, field))
        elif name == MIC and not self.dictation:
            return  # an empty text would wipe out what stands there
        elif name == MIC:
            self.acted.emit(Action(Do.WRITE, field, text=self.dictation))
        elif name == SHIFT:
            self.acted.emit(Action(Do.LAYER, field, text="shift"))
        elif name.startswith(LAYER):
            self.acted.emit(Action(Do.LAYER, field, text=name.removeprefix(LAYER)))
        elif button is not None and button.key is not None:
            self.acted.emit(Action(Do.KEY, field, text=self._letter(button.key)))

    def _gap(self, kit: Kit) -> int:
        """Answer the gap between keys: 12 design pixels, on a narrow page no more than 3 mm."""
        wide = self.width() > kit.px(NARROW)
        return max(kit.px(GAP), kit.metrics.mm(3)) if wide else kit.metrics.mm(3)

    def _least(self) -> int:
        """Answer the height at which four rows keep 13 mm and their gaps."""
        if self.kit is None:
            return HEIGHT
        m = self.kit.metrics
        return m.px(TOP) + 4 * (m.mm(13) + max(m.px(GAP), m.mm(3)))


def key_name(target: Target, there: Collection[str], shift: bool = False) -> str:
    """Answer the key for a target: itself, the alef of a form, or the way to its layer or capital."""
    element = target.element
    if element in there or not element.startswith("key.") or element.startswith(LAYER):
        return element
    letter = normalise(element.removeprefix("key."))
    if letter != letter.lower() and keys.name_of(letter.lower()) in there:
        return keys.name_of(letter.lower()) if shift else SHIFT
    if keys.name_of(letter) in there:
        return keys.name_of(letter)
    if letter in keyboard.ALEF_FORMS and keys.name_of(keyboard.ALEF) in there:
        return keys.name_of(keyboard.ALEF)
    return f"{LAYER}{keyboard.layer_of(letter)}"
