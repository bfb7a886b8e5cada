"""Which widget shows which kind of element."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from elder_tutor.lessons.view import ElementView
from elder_tutor.ui.phone import (
    camera,
    choices,
    fields,
    maps,
    messages,
    paging,
    reads,
    shows,
    switches,
    taps,
    tiles,
)
from elder_tutor.ui.phone.calendar import CalendarPiece
from elder_tutor.ui.phone.piece import Piece
from elder_tutor.ui.phone.preview import PreviewPiece
from elder_tutor.ui.phone.recents import RecentsPiece
from elder_tutor.ui.phone.shade import ShadePiece
from elder_tutor.ui.phone.slots import SlotsPiece
from elder_tutor.ui.phone.thread import ThreadPiece
from elder_tutor.ui.phone.timeline import TimelinePiece

PIECES: Final[Mapping[str, type[Piece]]] = {
    "text": shows.TextPiece,
    "image": shows.PicturePiece,
    "badge": shows.BadgePiece,
    "progress": shows.ProgressPiece,
    "timer": shows.TimerPiece,
    "title": shows.TitlePiece,
    "success": shows.SuccessPiece,
    "timeline": TimelinePiece,
    "preview": PreviewPiece,
    "viewfinder": camera.ViewfinderPiece,
    "card": reads.CardPiece,
    "sender": messages.SenderPiece,
    "address": reads.CardPiece,
    "receipt": reads.CardPiece,
    "bubble": messages.BubblePiece,
    "facts": reads.FactsPiece,
    "map": maps.MapPiece,
    "button": taps.ButtonPiece,
    "tab": taps.TabPiece,
    "tile": tiles.TilePiece,
    "icon": tiles.TilePiece,
    "link": messages.LinkPiece,
    "attach": taps.ButtonPiece,
    "camera": taps.ButtonPiece,
    "pin_on_map": taps.ButtonPiece,
    "exit": taps.ButtonPiece,
    "share": taps.ButtonPiece,
    "call": taps.CallPiece,
    "shutter": camera.ShutterPiece,
    "record": camera.RecordPiece,
    "outside": taps.ButtonPiece,
    "option": choices.OptionPiece,
    "list": choices.ListPiece,
    "calendar": CalendarPiece,
    "slots": SlotsPiece,
    "chips": choices.ChipPiece,
    "words": choices.WordsPiece,
    "menu": choices.MenuPiece,
    "contacts": choices.PeoplePiece,
    "photos": choices.PhotosPiece,
    "chats": choices.PeoplePiece,
    "pins": maps.PinsPiece,
    "thread": ThreadPiece,
    "field": fields.FieldPiece,
    "long_field": fields.LongFieldPiece,
    "digits": fields.FieldPiece,
    "amount": fields.FieldPiece,
    "code": fields.CodePiece,
    "pin": fields.CodePiece,
    "search": fields.FieldPiece,
    "microphone": taps.ButtonPiece,
    "toggle": switches.TogglePiece,
    "check": switches.CheckPiece,
    "slider": switches.SliderPiece,
    "rating": switches.RatingPiece,
    "scroll": paging.PagesPiece,
    "pages": paging.PagesPiece,
    "shade": ShadePiece,
    "recents": RecentsPiece,
}


def piece_for(view: ElementView) -> type[Piece]:
    """Answer the widget of an element; a button with a second line is a row, a call's button is round."""
    if view.kind == "button" and view.look in taps.CALL_LOOKS:
        return taps.CallPiece
    if view.kind == "button" and view.sub is not None:
        return taps.RowPiece
    if view.kind == "text" and view.icon:
        return shows.StripPiece
    if view.kind == "icon":
        return tiles.IconPiece
    if view.kind == "image" and view.look == "caller":
        return shows.CallerPiece
    return PIECES.get(view.kind, shows.TextPiece)
