"""The shade: notices that were not opened, each with the way to put it away."""

from __future__ import annotations

from elder_tutor.lessons.view import ElementView, RowView
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.phone.buttons import RowButton
from elder_tutor.ui.phone.choices import ListPiece
from elder_tutor.ui.phone.kit import Kit, drawing
from elder_tutor.ui.phone.touch import TouchButton


class ShadePiece(ListPiece):
    """Notices as cards, the newest first as the phone sends them; its words alone when there are none."""

    mark = ""

    def heading(self, view: ElementView) -> Phrase | None:
        """Answer the heading of the rows, or the words that stand there when there is no row."""
        return view.label if view.rows else view.text

    def show_row(self, button: TouchButton, row: RowView, kit: Kit) -> None:
        """Hand a notice over: the app's own drawing beside who and what."""
        if isinstance(button, RowButton):
            glyph = drawing(row.icon, "apps")
            button.render_row(kit.shown(row.label), kit.shown(row.sub), glyph, row.chosen, "")
