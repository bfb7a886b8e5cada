"""One screen for every kind and state that the phone can show: to be looked at, and for the tests."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from phone_samples import el, home, review, said

from elder_tutor.lessons.view import ElementView, NoticeView, RowView, ScreenView, StatusView

SIDES = ("side.shade", "side.recents", "side.volume_up", "side.volume_down", "side.power")
WELL = StatusView(battery=80, volume=60, brightness=60)


def row(name: str, label: str, sub: str = "", icon: str = "", **more: object) -> RowView:
    """Answer a row with Arabic words."""
    return RowView(name, said(label), said(sub) if sub else None, icon, **more)  # type: ignore[arg-type]


def app(name: str, title: str, *elements: ElementView, **more: object) -> ScreenView:
    """Answer a screen of an app with everything the shell has around it."""
    names = {
        "messages": ("الرَّسَائِلُ", "messages", "#6A4700"),
        "chat": ("وِصَالٌ", "wisal", "#0E6E66"),
        "camera": ("الْكَامِيرَا", "camera", "#3B3F58"),
        "maps": ("الْخَرَائِطُ", "maps", "#2F5E4E"),
        "settings": ("الْإِعْدَادَاتُ", "settings", "#3C484D"),
        "phone": ("الْهَاتِفُ", "phone", "#0A4F5C"),
        "store": ("الْمَتْجَرُ", "store", "#0A4F5C"),
        "system": ("الْإِشْعَارَاتُ", "bell", "#0A4F5C"),
        "help": ("طَوَارِئُ", "tawari", "#8E1C2F"),
        "health": ("صِحَّتُكُمْ", "sihhatukum", "#8E1C2F"),
    }
    words, icon, colour = names[name]
    view = ScreenView(
        name, f"{name}.{title}", said(words), said(title), icon, colour, elements, today=date(2026, 6, 8)
    )
    return replace(view, **{"status": WELL, "sides": SIDES, **more})  # type: ignore[arg-type]


def timeline() -> ScreenView:
    """A request and how far it has come."""
    rows = (
        row("sent", "أُرْسِلَ الطَّلَبُ", "يَوْمَ الْأَحَدِ"),
        row("seen", "يُرَاجِعُهُ الْمُوَظَّفُ", "يَسْتَغْرِقُ يَوْمَيْنِ", chosen=True),
        row("agreed", "الْمُوَافَقَةُ"),
        row("paid", "صَرْفُ الْمُسَاعَدَةِ"),
    )
    return app("health", "حَالَةُ الطَّلَبِ", el("health.state.line", "timeline", rows=rows),
        el("health.state.home", "button", "الْعَوْدَةُ إِلَى الرَّئِيسِيَّةِ", region="bottom"))  # fmt: skip


def thread() -> ScreenView:
    """A conversation with a long press on each bubble."""
    rows = (
        row("a", "مَتَى نَزُورُكُمْ يَا جَدِّي؟", "9:40"),
        row("b", "يَوْمَ الْجُمُعَةِ بَعْدَ الصَّلَاةِ.", "9:42 ✓✓", mine=True),
        row("c", "صُورَةٌ مِنَ الْحَدِيقَةِ", "9:45", "palm"),
        row("d", "رِسَالَةٌ صَوْتِيَّةٌ", "9:50 ✓", "mic", mine=True),
    )
    element = el("chat.talk.thread", "thread", rows=rows, can_hold=True, hold_label=said("خِيَارَاتُ الرِّسَالَةِ"))
    field = el("chat.talk.text", "field", "اُكْتُبُوا رِسَالَةً", region="bottom", input="text")
    return app(
        "chat", "نُورَةُ", element, field, el("chat.talk.mic", "icon", "صَوْتٌ", icon="mic", region="bottom")
    )


def shade() -> ScreenView:
    """Notices that were not opened."""
    rows = (
        row("n1", "الرَّسَائِلُ", "رَمْزُ التَّحَقُّقِ وَصَلَ.", "messages"),
        row("n2", "صِحَّتُكُمْ", "مَوْعِدُكُمْ غَدًا.", "sihhatukum"),
        row("n3", "وِصَالٌ", "رِسَالَةٌ مِنْ نُورَةَ", "wisal"),
    )
    element = el("system.shade.list", "shade", rows=rows, can_swipe=True, swipe_to="side",
        swipe_label=said("إِخْفَاءٌ"), can_hold=True, hold_label=said("خِيَارَاتُ الْإِشْعَارِ"))  # fmt: skip
    return app("system", "الْإِشْعَارَاتُ", element)


def recents() -> ScreenView:
    """The open apps."""
    rows = (
        row("messages", "الرَّسَائِلُ", icon="messages"),
        row("camera", "الْكَامِيرَا", icon="camera"),
        row("health", "صِحَّتُكُمْ", icon="sihhatukum"),
    )
    element = el(
        "system.recents.list", "recents", rows=rows, can_swipe=True, swipe_to="up", swipe_label=said("إِغْلَاقٌ")
    )
    return app("system", "التَّطْبِيقَاتُ الْمَفْتُوحَةُ", element)


def camera() -> ScreenView:
    """The camera before the photo."""
    return app("camera", "صُورَةُ الْبِطَاقَةِ",
        el("camera.take.seen", "viewfinder", text="ضَعُوا الْبِطَاقَةَ دَاخِلَ الْإِطَارِ.", icon="masrif"),
        el("camera.take.shutter", "shutter", "اِلْتِقَاطٌ", region="bottom"))  # fmt: skip


def record(on: bool = True) -> ScreenView:
    """A voice note while it listens."""
    return app("chat", "رِسَالَةٌ صَوْتِيَّةٌ",
        el("chat.voice.how", "text", text="تَكَلَّمُوا، ثُمَّ اضْغَطُوا لِلْإِيقَافِ."),
        el("chat.voice.record", "record", "إِيقَافُ التَّسْجِيلِ" if on else "تَسْجِيلٌ", checked=on,
           region="middle"),
        el("chat.voice.send", "button", "إِرْسَالٌ", look="primary", enabled=not on,
           region="bottom"))  # fmt: skip


def idle() -> ScreenView:
    """A voice note before it listens."""
    return record(False)


def place() -> ScreenView:
    """A map with the way to one place."""
    facts = (
        (said("مِنَ الْبَيْتِ: شَمَالًا"), said("300 متر"), ""),
        (said("عِنْدَ الْحَدِيقَةِ: يَمِينًا"), said("100 متر"), ""),
    )
    return app("maps", "الطَّرِيقُ",
        el("maps.way.map", "map", "عِيَادَةُ الْعُيُونِ", "شَارِعُ الْوَرْدِ، مَبْنَى 12", facts=facts),
        el("maps.way.share", "share", "مُشَارَكَةُ الْمَوْقِعِ", region="bottom"))  # fmt: skip


def pins() -> ScreenView:
    """A map with several places."""
    rows = (
        row("eye", "عِيَادَةُ الْعُيُونِ", "عَلَى بُعْدِ كِيلُومِتْرٍ"),
        row("heart", "عِيَادَةُ الْقَلْبِ", "عَلَى بُعْدِ كِيلُومِتْرَيْنِ", chosen=True),
        row("teeth", "عِيَادَةُ الْأَسْنَانِ"),
    )
    return app("maps", "الْعِيَادَاتُ", el("maps.near.pins", "pins", rows=rows))


def incoming() -> ScreenView:
    """A call that covers everything."""
    return app("phone", "مُكَالَمَةٌ",
        el("phone.in.title", "text", text="مُكَالَمَةٌ وَارِدَةٌ", look="centre quiet"),
        el("phone.in.who", "image", "خِدْمَةُ الْبِطَاقَاتِ", "+00 000 0000", icon="unknown-caller", look="caller"),
        el("phone.in.known", "text", text="رَقْمٌ غَيْرُ مَحْفُوظٍ", look="centre quiet"),
        el("phone.in.answer", "call", "رَدٌّ", look="answer", region="bottom"),
        el("phone.in.refuse", "call", "رَفْضٌ", look="hangup", region="bottom"))  # fmt: skip


def talking() -> ScreenView:
    """A call that is going on."""
    return app("phone", "مُكَالَمَةٌ",
        el("phone.on.who", "image", "نُورَةُ", "00:12", icon="noura", look="caller"),
        el("phone.on.speaker", "toggle", "مُكَبِّرُ الصَّوْتِ", checked=True),
        el("phone.on.end", "call", "إِنْهَاءٌ", look="hangup", region="bottom"))  # fmt: skip


def dial() -> ScreenView:
    """The dialler."""
    return app("phone", "لَوْحَةُ الْأَرْقَامِ",
        el("phone.dial.number", "digits", "الرَّقْمُ", letters="5555 1234", input="digits", look="dial"),
        el("phone.dial.call", "call", "اِتِّصَالٌ", look="dial", region="bottom"))  # fmt: skip


def pages() -> ScreenView:
    """A strip with pages."""
    return app("health", "إِرْشَادَاتٌ",
        el("health.tips.text", "card", "شُرْبُ الْمَاءِ", "اِشْرَبُوا كُوبًا كُلَّ سَاعَةٍ.", icon="heart"),
        el("health.tips.pages", "pages", text="الصَّفْحَةُ 2 مِنْ 4", level=1, most=3, region="bottom"))  # fmt: skip


def scroll() -> ScreenView:
    """A long page, part by part."""
    return app("health", "الشُّرُوطُ",
        el("health.terms.text", "card", "شُرُوطُ الْخِدْمَةِ", "بَيَانَاتُكُمْ لَا تُشَارَكُ مَعَ أَحَدٍ دُونَ مُوَافَقَتِكُمْ."),
        el("health.terms.down", "scroll", level=0, most=2, region="bottom"))  # fmt: skip


def text_size() -> ScreenView:
    """The size of text and what it looks like."""
    return app("settings", "حَجْمُ النَّصِّ",
        el("settings.size.preview", "preview", text="هٰكَذَا يَظْهَرُ النَّصُّ", level=6, most=10),
        el("settings.size.level", "slider", "حَجْمُ النَّصِّ", level=6, most=10),
        el("settings.size.stars", "rating", "هَلِ الْقِرَاءَةُ سَهْلَةٌ؟", level=3, most=5))  # fmt: skip


def permission() -> ScreenView:
    """A permission asked for; the empty place closes it."""
    elements = (
        el("camera.ask.text", "text", text="هَلْ تَسْمَحُونَ بِاسْتِخْدَامِ الْكَامِيرَا؟"),
        el("camera.ask.yes", "button", "السَّمَاحُ", look="primary"),
        el("camera.ask.no", "button", "الرَّفْضُ", look="quiet"),
        el("camera.ask.outside", "outside", "خَارِجُ النَّافِذَةِ"),
    )
    return app("camera", "إِذْنٌ", *elements, dialog=True, under=camera())


def address() -> ScreenView:
    """The address of a link, before it is opened."""
    elements = (
        ElementView(
            "messages.link.address", "address", said("عُنْوَانُ الرَّابِطِ"), said("http://card-update.example")
        ),
        el("messages.link.open", "button", "فَتْحُ الرَّابِطِ", look="quiet"),
        el("messages.link.leave", "button", "إِغْلَاقٌ", look="primary"),
    )
    return app("messages", "الرَّابِطُ", *elements, dialog=True, under=thread())


def store() -> ScreenView:
    """Apps to install."""
    rows = (
        row("weather", "الطَّقْسُ", "مَجَّانًا · 4 نُجُومٍ", "apps/camera"),
        row("club", "مُلْتَقَى الْحَيِّ", "مُثَبَّتٌ", "apps/multaqa", chosen=True),
    )
    return app("store", "الْمَتْجَرُ", el("store.home.search", "search", text="اِبْحَثُوا عَنْ تَطْبِيقٍ"),
        el("store.home.list", "list", rows=rows), toast=said("[ثُبِّتَ] التَّطْبِيقُ."))  # fmt: skip


def danger() -> ScreenView:
    """A screen that looks like a call for help."""
    return app("help", "طَلَبُ الْمُسَاعَدَةِ",
        el("help.call.call", "button", "اِتِّصَالٌ بِالطَّوَارِئِ", look="danger", icon="phone"),
        el("help.call.place", "button", "إِرْسَالُ مَوْقِعِي", icon="pin"), danger=True)  # fmt: skip


def mail() -> ScreenView:
    """Rows with both gestures."""
    rows = (
        row("m1", "نُورَةُ", "نَزُورُكُمْ يَوْمَ الْجُمُعَةِ.", "noura"),
        row("m2", "+00 000 0000", "فُزْتُمْ بِجَائِزَةٍ.", "unknown-caller"),
    )
    element = el("messages.inbox.list", "chats", rows=rows, can_swipe=True, swipe_to="side",
        swipe_label=said("حَذْفٌ"), can_hold=True, hold_label=said("خِيَارَاتٌ"))  # fmt: skip
    card = el("messages.inbox.card", "card", "بِطَاقَةٌ", "اِسْحَبُوا الْبِطَاقَةَ إِلَى الْأَعْلَى.", can_swipe=True,
        swipe_to="up", swipe_label=said("إِرْسَالُهَا"))  # fmt: skip
    return app("messages", "الْوَارِدُ", element, card)


def apps() -> ScreenView:
    """The home screen with two pages, unread messages and long presses."""
    more = tuple(el(f"home.more{n}", "app", f"{name}", icon=icon, page=1) for n, (name, icon) in enumerate(
        (("الْكَامِيرَا", "camera"), ("الْخَرَائِطُ", "maps"), ("الْمَتْجَرُ", "store"))))  # fmt: skip
    first = tuple(
        replace(each, level=0, badge=12 if each.id == "home.messages" else 0,
            can_hold=each.id in ("home.chat", "home.messages"), hold_label=said("خِيَارَاتُ التَّطْبِيقِ"))
        for each in home().elements
    )  # fmt: skip
    return replace(home(), elements=first + more, page=0, pages=2, status=WELL, sides=SIDES)


def poor() -> ScreenView:
    """No network, silent, nearly empty; a notice at the top."""
    low = StatusView(wifi=False, network=False, silent=True, battery=8)
    note = NoticeView(
        "1", "messages", "messages", said("الرَّسَائِلُ"), said("رَمْزُ التَّحَقُّقِ: {code:code}", code="482913")
    )
    return replace(review(), status=low, sides=SIDES, notices=(note,))


def flight() -> ScreenView:
    """Airplane mode."""
    element = el("settings.home.air", "toggle", "وَضْعُ الطَّيَرَانِ", checked=True)
    return app(
        "settings",
        "الِاتِّصَالُ",
        element,
        status=StatusView(wifi=False, network=False, airplane=True, battery=55),
    )


GALLERY: dict[str, Callable[[], ScreenView]] = {
    each.__name__: each
    for each in (
        timeline, thread, shade, recents, camera, record, idle, place, pins, incoming, talking, dial, pages,
        scroll, text_size, permission, address, store, danger, mail, apps, poor, flight,
    )
}  # fmt: skip


def main(out: str, lang: str = "ar", step: int = 1, width: int = 1366, height: int = 768) -> None:
    """Write a picture of every screen into a folder."""
    from pathlib import Path

    from phone_samples import wording
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from elder_tutor.ui import fonts, theme
    from elder_tutor.ui.phone.frame import PhoneWidget

    program = QApplication.instance() or QApplication([])
    fonts.load()
    metrics = theme.metrics(width, height, step, lang)
    program.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if metrics.rtl else Qt.LayoutDirection.LeftToRight
    )
    Path(out).mkdir(parents=True, exist_ok=True)
    for name, make in GALLERY.items():
        phone = PhoneWidget()
        phone.resize(metrics.px(486), min(metrics.px(740), height - 8))
        phone.render_phone(make(), wording(lang), metrics)
        phone.show()
        phone.grab().save(f"{out}/{name}.png")
        phone.hide()


if __name__ == "__main__":
    main(sys.argv[1], *sys.argv[2:3], *(int(each) for each in sys.argv[3:]))
