"""Sample views like the drawings, and words for them, so that the phone can be looked at alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from elder_tutor import regions
from elder_tutor.i18n import Translator
from elder_tutor.lessons.model import KINDS, Behaviour
from elder_tutor.lessons.view import ElementView, KeyboardView, NoticeView, RowView, ScreenView
from elder_tutor.text.phrase import Phrase
from elder_tutor.text.wording import Wording

TODAY = date(2026, 6, 8)
FREE = {11, 14, 16, 18, 21, 23, 25}
FULL = {8, 9, 10, 15, 17, 22, 24, 29, 30}

PROGRAM = {
    "Practice app": "تَطْبِيقٌ تَدْرِيبِيٌّ",
    "Back": "رُجُوعٌ",
    "Home": "الرَّئِيسِيَّةُ",
    "Up": "لِلْأَعْلَى",
    "Down": "لِلْأَسْفَلِ",
    "Available": "مُتَاحٌ",
    "Full": "مُكْتَمِلٌ",
    "Next month": "الشَّهْرُ التَّالِي",
    "Previous month": "الشَّهْرُ السَّابِقُ",
    "Next week": "الْأُسْبُوعُ التَّالِي",
    "Next page": "الصَّفْحَةُ التَّالِيَةُ",
    "Hide": "إِخْفَاءٌ",
    "More": "الْمَزِيدُ",
    "Example": "مِثَالٌ",
    "Delete": "حَذْفٌ",
    "Done": "تَمَّ",
    "Space": "مَسَافَةٌ",
    "Microphone": "الْمِيكْرُوفُونُ",
    "English / العربية": "English / الْعَرَبِيَّةُ",
    "Arabic letters": "الْعَرَبِيَّةُ",
    "English letters": "English",
    "Put away": "إِخْفَاءٌ",
    "Open apps": "التَّطْبِيقَاتُ الْمَفْتُوحَةُ",
    "Notifications": "الْإِشْعَارَاتُ",
    "Volume up": "رَفْعُ الصَّوْتِ",
    "Volume down": "خَفْضُ الصَّوْتِ",
    "Power button": "زِرُّ التَّشْغِيلِ",
    "Previous": "السَّابِقُ",
    "Next": "التَّالِي",
    "This is training and calls nobody.": "هٰذَا تَدْرِيبٌ، وَلَا يَتَّصِلُ بِأَحَدٍ.",
    "In real danger, ask for help now.": "فِي خَطَرٍ حَقِيقِيٍّ اُطْلُبُوا الْمُسَاعَدَةَ الْآنَ.",
    "I need real help": "أَحْتَاجُ إِلَى مُسَاعَدَةٍ حَقِيقِيَّةٍ",
}

ENGLISH = {
    "صِحَّتُكُمْ": "My Health",
    "مُعَرِّفِي": "My ID",
    "خِدْمَاتُكُمْ": "My Services",
    "مَرْكَزُ الْوَقَارِ": "Al Waqar Centre",
    "وِصَالٌ": "Wisal",
    "مَصْرِفُكُمْ": "My Bank",
    "مَجْلِسٌ مَرْئِيٌّ": "Video Majlis",
    "رَاحَةُ الْبَالِ": "Peace of Mind",
    "مُلْتَقَى الْحَيِّ": "Neighbours' Club",
    "الْهَاتِفُ": "Phone",
    "الرَّسَائِلُ": "Messages",
    "طَوَارِئُ": "Emergency",
    "اِخْتَارُوا الْيَوْمَ": "Choose the day",
    "اِخْتَارُوا السَّاعَةَ": "Choose the time",
    "صَبَاحًا": "Morning",
    "مَسَاءً": "Evening",
    "مُرَاجَعَةُ الْمَوْعِدِ": "Review",
    "الْعِيَادَةُ": "Clinic",
    "عِيَادَةُ الْعُيُونِ": "Eye clinic",
    "الْمَوْعِدُ مَعَ": "With",
    "الطَّبِيبَةُ مَرْيَمُ": "Dr Maryam",
    "الْيَوْمُ": "Day",
    "السَّاعَةُ": "Time",
    "تَعْدِيلٌ": "Edit",
    "تَأْكِيدُ الْحَجْزِ": "Confirm booking",
    "تَمَّ حَجْزُ مَوْعِدِكُمْ": "Your visit is booked",
    "الْعَوْدَةُ إِلَى الرَّئِيسِيَّةِ": "Back to home",
    "[حُفِظَ] فِي التَّقْوِيمِ": "Saved in the calendar",
    "رَقْمٌ غَيْرُ مَحْفُوظٍ": "Number not saved",
    "عُنْوَانُ الرَّابِطِ": "Address of the link",
    "سَبَبُ الزِّيَارَةِ": "Reason for the visit",
    "حَجْزُ مَوْعِدٍ": "Book a visit",
}


class SampleTranslator(Translator):
    """Words for the samples without any catalogue."""

    def text(self, key: str, domain: str) -> str:
        words = (
            PROGRAM if domain == "elder_tutor" and self.lang == "ar" else ENGLISH if self.lang == "en" else {}
        )
        return words.get(key, key)


def wording(lang: str = "ar", digits: str = "latn") -> Wording:
    """Answer words of the region of Qatar."""
    return Wording(lang, SampleTranslator(lang), regions.load_region("qa"), digits)


def said(text: str, **values: object) -> Phrase:
    """Answer a text of the sample pack."""
    return Phrase(text, "core", tuple(values.items()))


def health(screen: str, title: str, *elements: ElementView, **more: object) -> ScreenView:
    """Answer a screen of the health app."""
    view = ScreenView(
        "health",
        f"health.{screen}",
        said("صِحَّتُكُمْ"),
        said(title),
        "sihhatukum",
        "#8E1C2F",
        elements,
        today=TODAY,
    )
    return replace(view, **more)  # type: ignore[arg-type]


def el(name: str, kind: str, label: str = "", text: str = "", sub: str = "", **more: object) -> ElementView:
    """Answer an element with Arabic words."""
    phrases = {key: said(value) for key, value in (("label", label), ("text", text), ("sub", sub)) if value}
    return ElementView(name, kind, **phrases, **more)  # type: ignore[arg-type]


def days() -> tuple[RowView, ...]:
    """Answer the days around today: past, full and free ones."""
    rows = []
    for number in range(-7, 62):
        day = TODAY + timedelta(days=number)
        free = number > 0 and (day.day in FREE if day.month == 6 else day.weekday() in (1, 6))
        full = number >= 0 and (day.day in FULL or day.month > 6)
        if free or full or number < 0:
            rows.append(RowView(f"d{number:02}", said("{day:date}", day=day), open=free, day=day))
    return tuple(rows)


def slots() -> tuple[RowView, ...]:
    """Answer six times in two groups."""
    times = (("09:00", "ص"), ("09:30", "ص"), ("10:30", "ص"), ("11:00", "ص"), ("16:00", "م"), ("17:30", "م"))
    group = {"ص": said("صَبَاحًا"), "م": said("مَسَاءً")}
    return tuple(
        RowView(f"s{at[:2]}{at[3:]}", said("{at:time}", at=at), group=group[half]) for at, half in times
    )


def day() -> ScreenView:
    """The calendar of lesson-follow."""
    return health("day", "اِخْتَارُوا الْيَوْمَ", el("health.day.calendar", "calendar", rows=days()))


def slot() -> ScreenView:
    """The times of lesson-find."""
    return health(
        "slot",
        "اِخْتَارُوا السَّاعَةَ",
        ElementView(
            "health.slot.chosen", "text", text=said("{day:date}", day=date(2026, 6, 14)), icon="calendar"
        ),
        el("health.slot.slots", "slots", rows=slots()),
    )


def review() -> ScreenView:
    """The review of lesson-alone-hint."""
    facts = (
        (said("الْعِيَادَةُ"), said("عِيَادَةُ الْعُيُونِ"), "home"),
        (said("الْمَوْعِدُ مَعَ"), said("الطَّبِيبَةُ مَرْيَمُ"), "person"),
        (said("الْيَوْمُ"), said("{day:date}", day=date(2026, 6, 14)), "calendar"),
        (said("السَّاعَةُ"), said("{at:time}", at="10:30"), "clock"),
    )
    return health(
        "review",
        "مُرَاجَعَةُ الْمَوْعِدِ",
        el("health.review.facts", "facts", facts=facts),
        el("health.review.edit", "button", "تَعْدِيلٌ", look="quiet"),
        el("health.review.confirm", "button", "تَأْكِيدُ الْحَجْزِ", look="primary", region="bottom"),
    )


def done() -> ScreenView:
    """The end of lesson-praise."""
    return health(
        "done",
        "صِحَّتُكُمْ",
        el("health.done.success", "success", text="تَمَّ حَجْزُ مَوْعِدِكُمْ"),
        el("health.done.clinic", "text", text="عِيَادَةُ الْعُيُونِ"),
        el("health.done.doctor", "text", text="الطَّبِيبَةُ مَرْيَمُ"),
        ElementView("health.done.day", "text", text=said("{day:date}", day=date(2026, 6, 14))),
        ElementView("health.done.time", "text", text=said("{at:time}", at="10:30")),
        el("health.done.kept", "badge", text="[حُفِظَ] فِي التَّقْوِيمِ", icon="calendar"),
        el("health.done.home", "button", "الْعَوْدَةُ إِلَى الرَّئِيسِيَّةِ", region="bottom"),
    )


def home() -> ScreenView:
    """The phone's home screen."""
    apps = (
        ("health", "صِحَّتُكُمْ", "sihhatukum"),
        ("id", "مُعَرِّفِي", "muarrifi"),
        ("services", "خِدْمَاتُكُمْ", "khadamatukum"),
        ("waqar", "مَرْكَزُ الْوَقَارِ", "waqar"),
        ("chat", "وِصَالٌ", "wisal"),
        ("bank", "مَصْرِفُكُمْ", "masrif"),
        ("majlis", "مَجْلِسٌ مَرْئِيٌّ", "majlis"),
        ("calm", "رَاحَةُ الْبَالِ", "raha"),
        ("club", "مُلْتَقَى الْحَيِّ", "multaqa"),
        ("phone", "الْهَاتِفُ", "phone"),
        ("messages", "الرَّسَائِلُ", "messages"),
        ("help", "طَوَارِئُ", "tawari"),
    )
    icons = tuple(
        el(f"home.{name}", "app", label, icon=icon, level=2 if name == "messages" else 0)
        for name, label, icon in apps
    )
    return ScreenView("", "home", None, None, "", "", icons, today=TODAY)


def message() -> ScreenView:
    """The message of phone-messages-phishing."""
    text = "عَزِيزِي الْعَمِيلِ، تَمَّ إِيقَافُ بِطَاقَتِكُمْ. حَدِّثُوا بَيَانَاتِكُمْ خِلَالَ 24 سَاعَةً:"
    elements = (
        el("messages.message.sender", "sender", "", "+00 000 0000", "رَقْمٌ غَيْرُ مَحْفُوظٍ", icon="unknown-caller"),
        el("messages.message.text", "bubble", text=text, region="middle"),
        ElementView(
            "messages.message.link", "link", said("http://card-update.example"), region="middle",
            can_hold=True, hold_label=said("عُنْوَانُ الرَّابِطِ"),
        ),
        el("messages.message.reply", "field", "اُكْتُبُوا رِسَالَةً", region="bottom", input="text"),
        el("messages.message.more", "icon", "الْمَزِيدُ", icon="more", region="bottom"),
    )  # fmt: skip
    return ScreenView(
        "messages",
        "messages.message",
        said("الرَّسَائِلُ"),
        said("رِسَالَةٌ"),
        "messages",
        "#6A4700",
        elements,
        today=TODAY,
    )


def field() -> ScreenView:
    """The field of phone-keyboard."""
    return health(
        "reason",
        "حَجْزُ مَوْعِدٍ",
        el("health.reason.reason", "field", "سَبَبُ الزِّيَارَةِ", letters="فحص النظ", focused=True, input="text"),
        el("health.reason.mic", "microphone", "الْمِيكْرُوفُونُ", icon="mic"),
        el("health.reason.next", "button", "التَّالِي", look="primary", region="bottom"),
        keyboard=KeyboardView("health.reason.reason", "ar"),
    )


def code() -> ScreenView:
    """A code half written, with the notice that brought it."""
    return health(
        "code",
        "رَمْزُ التَّحَقُّقِ",
        el("health.code.where", "text", text="الرَّمْزُ فِي رِسَالَةٍ مِنْ «صِحَّتُكُمْ»."),
        el("health.code.code", "code", "رَمْزُ التَّحَقُّقِ", cells=6, letters="482", input="digits", region="middle"),
        el("health.code.verify", "button", "تَأْكِيدُ الرَّمْزِ", look="primary", enabled=False, region="bottom"),
        el("health.code.resend", "button", "إِعَادَةُ إِرْسَالِ الرَّمْزِ"),
    )


def notice() -> ScreenView:
    """The same screen while a notice stands at its top."""
    text = said("رَمْزُ التَّحَقُّقِ: {code:code}", code="482913")
    return replace(code(), notices=(NoticeView("1", "messages", "messages", said("الرَّسَائِلُ"), text),))


def inbox() -> ScreenView:
    """A list of messages longer than the screen."""
    people = ("unknown-caller", "noura", "waqar", "salem", "moza", "jassim")
    rows = tuple(
        RowView(
            f"m{number}", said("نُورَةُ" if number else "+00 000 0000"), said("نَزُورُكُمْ يَوْمَ الْجُمُعَةِ."), icon=icon
        )
        for number, icon in enumerate(people)
    )
    elements = (
        el("messages.inbox.list", "chats", rows=rows),
        el("messages.inbox.bin", "button", "الْمَحْذُوفَاتُ", icon="trash", look="quiet", region="bottom"),
    )
    return ScreenView(
        "messages", "messages.inbox", said("الرَّسَائِلُ"), said("صُنْدُوقُ الْوَارِدِ"), "messages", "#6A4700", elements
    )


def dialog() -> ScreenView:
    """A dialog over the review."""
    return health(
        "edit",
        "مَاذَا تُغَيِّرُونَ؟",
        el("health.edit.clinic", "button", "الْعِيَادَةُ", icon="home"),
        el("health.edit.day", "button", "الْيَوْمُ", icon="calendar"),
        el("health.edit.slot", "button", "السَّاعَةُ", icon="clock"),
        dialog=True,
        under=review(),
    )


def consent() -> ScreenView:
    """A long card, a switch and a button."""
    text = (
        "أُوَافِقُ عَلَى أَنْ يَطَّلِعَ الْمُخْتَصُّ الْمُكَلَّفُ بِالزِّيَارَةِ عَلَى اسْمِي وَعُنْوَانِي وَوَصْفِ احْتِيَاجِي. "
        "وَيُمْكِنُنِي سَحْبُ مُوَافَقَتِي فِي أَيِّ وَقْتٍ."
    )
    return health(
        "consent",
        "الْمُوَافَقَةُ",
        el("health.consent.text", "card", text=text),
        el(
            "health.consent.agree",
            "toggle",
            "أُوَافِقُ عَلَى مُشَارَكَةِ بَيَانَاتِي مَعَ الْمُخْتَصِّ",
            region="middle",
            checked=True,
        ),
        el("health.consent.next", "button", "التَّالِي", look="primary", region="bottom"),
    )


def start() -> ScreenView:
    """The first screen of the health app."""
    return health(
        "home",
        "الرَّئِيسِيَّةُ",
        el("health.home.welcome", "text", text="أَهْلًا بِكُمْ فِي «صِحَّتُكُمْ»."),
        el("health.home.book", "tile", "حَجْزُ مَوْعِدٍ", icon="calendar", look="primary", region="middle"),
        el("health.home.mine", "tile", "مَوَاعِيدِي", icon="clock", region="middle"),
        el("health.home.clinics", "tile", "الْعِيَادَاتُ وَأَوْقَاتُهَا", icon="help"),
    )


def who() -> ScreenView:
    """Two options."""
    return health(
        "who",
        "لِمَنِ الْمَوْعِدُ؟",
        el("health.who.me", "option", "لِي أَنَا", icon="person", checked=True),
        el("health.who.family", "option", "لِأَحَدِ أَفْرَادِ أُسْرَتِي", icon="people"),
    )


def doctors() -> ScreenView:
    """A list with people."""
    rows = (
        RowView("maryam", said("الطَّبِيبَةُ مَرْيَمُ"), said("اِسْتِشَارِيَّةُ طِبِّ الْعُيُونِ"), "dr-maryam"),
        RowView("salem", said("الطَّبِيبُ سَالِمٌ"), said("طَبِيبُ عُيُونٍ"), "salem", chosen=True),
        RowView("khalifa", said("الطَّبِيبُ خَلِيفَةُ"), said("فِي إِجَازَةٍ"), "person", open=False),
    )
    return health("doctors", "اِخْتَارُوا الطَّبِيبَ", el("health.doctors.list", "list", rows=rows))


def words() -> ScreenView:
    """A message shown word by word."""
    parts = ("عَزِيزِي الْعَمِيلِ", "تَمَّ إِيقَافُ بِطَاقَتِكُمْ", "حَدِّثُوا بَيَانَاتِكُمْ", "خِلَالَ 24 سَاعَةً")
    rows = tuple(RowView(f"w{n}", said(part), chosen=n == 1) for n, part in enumerate(parts))
    view = message()
    return replace(
        view,
        elements=(view.elements[0], el("messages.message.words", "words", rows=rows), *view.elements[2:]),
    )


def call() -> ScreenView:
    """An incoming call."""
    elements = (
        el("phone.incoming.title", "text", text="مُكَالَمَةٌ وَارِدَةٌ", look="centre quiet"),
        el(
            "phone.incoming.who",
            "image",
            "خِدْمَةُ الْبِطَاقَاتِ",
            "+00 000 0000",
            icon="unknown-caller",
            look="caller",
        ),
        el("phone.incoming.known", "text", text="رَقْمٌ غَيْرُ مَحْفُوظٍ", look="centre quiet"),
        el("phone.incoming.answer", "button", "رَدٌّ", look="answer", region="bottom"),
        el("phone.incoming.refuse", "button", "رَفْضٌ", look="refuse", region="bottom"),
    )
    return ScreenView("phone", "phone.incoming", said("الْهَاتِفُ"), None, "phone", "#20292D", elements)


def settings() -> ScreenView:
    """Everything that is set: check box, slider, rating, tabs, progress."""
    return health(
        "settings",
        "الْإِعْدَادَاتُ",
        el("health.settings.ring", "slider", "مُسْتَوَى الرَّنِينِ", level=6, most=10),
        el("health.settings.bold", "check", "نَصٌّ عَرِيضٌ", checked=True),
        el("health.settings.stars", "rating", "تَقْيِيمُ الزِّيَارَةِ", level=3, most=5),
        el("health.settings.done", "progress", "اِكْتَمَلَ النِّصْفُ", level=5, most=10),
        el("health.settings.a", "tab", "الْخِدْمَاتُ", icon="grid", checked=True),
        el("health.settings.b", "tab", "طَلَبَاتِي", icon="note"),
    )


def of_kind(kind: str) -> ScreenView:
    """Answer a screen with one element of a kind and one of each thing it can hold."""
    rows = days() if kind == "calendar" else slots() if kind == "slots" else doctors().elements[0].rows
    element = ElementView(
        f"health.all.{kind}",
        kind,
        said("تَعْدِيلٌ"),
        said("مَوَاعِيدِي"),
        icon="calendar",
        level=2,
        most=5,
        cells=6 if kind in ("code", "pin") else 0,
        facts=review().elements[0].facts if kind == "facts" else (),
        rows=rows if KINDS[kind] is Behaviour.CHOOSE else (),
    )
    return health("all", "صِحَّتُكُمْ", replace(element, sub=None))


SCREENS: dict[str, Callable[[], ScreenView]] = {
    "day": day,
    "slot": slot,
    "review": review,
    "done": done,
    "home": home,
    "message": message,
    "words": words,
    "field": field,
    "code": code,
    "notice": notice,
    "inbox": inbox,
    "dialog": dialog,
    "consent": consent,
    "start": start,
    "who": who,
    "doctors": doctors,
    "call": call,
    "settings": settings,
}
ALL_KINDS = tuple(KINDS)
