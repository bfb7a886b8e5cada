"""Small apps built by hand: what the phone and the route are tested on without any pack."""

from __future__ import annotations

from datetime import date

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import App, Element, Row, Screen, Table, TextClass, Var, VarKind
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import (
    Add,
    AllOf,
    Change,
    Clear,
    Equals,
    Filled,
    Go,
    Has,
    NewCode,
    Notify,
    Open,
    Path,
    Say,
    Send,
    Set,
    Stop,
)
from elder_tutor.lessons.view import Action, Do, Outcome

TODAY = date(2026, 6, 8)


def eq(root: str, *values: object) -> Equals:
    name, _, columns = root.partition("/")
    return Equals(Path(name, tuple(columns.split("."))) if columns else Path(name), values)  # type: ignore[arg-type]


def rows(table: str, *cells: Row) -> Table:
    return Table(table, cells)


def app(
    name: str,
    *,
    screens: list[Screen],
    tables: tuple[Table, ...] = (),
    vars: tuple[Var, ...] = (),
    **more: object,
) -> App:
    return App(
        name,
        f"اسم {name}",
        name,
        "#123456",
        screens[0].id,
        {t.name: t for t in tables},
        {v.name: v for v in vars},
        {s.id: s for s in screens},
        **more,  # type: ignore[arg-type]
    )


CLINICS = rows(
    "health.clinics",
    {"id": "eye", "name": "عِيَادَةُ الْعُيُونِ"},
    {"id": "heart", "name": "عِيَادَةُ الْقَلْبِ"},
    {"id": "skin", "name": "عِيَادَةُ الْجِلْدِ"},
)
DAYS = rows(
    "health.days", *({"id": f"d{n}", "day": n, "state": "free" if n % 3 else "full"} for n in range(-1, 9))
)
SLOTS = rows(
    "health.slots",
    {"id": "s1", "half": "morning", "start": "10:30"},
    {"id": "s2", "half": "evening", "start": "17:00"},
)
RIGHT = TextClass("right", equals="$health.otp", sample="$health.otp")
FORM = ("health.clinic", "health.day", "health.slot", "health.reason", "health.typed")


def element(screen: str, name: str, kind: str = "button", **more: object) -> Element:
    return Element(f"{screen}.{name}", kind, label=more.pop("label", name), **more)  # type: ignore[arg-type]


def health() -> App:
    who, day, slot, why, code, done, mine = (
        f"health.{s}" for s in ("clinics", "day", "slot", "why", "code", "done", "mine")
    )
    screens = [
        Screen(
            "health.home",
            "الرئيسية",
            "",
            (
                element("health.home", "book", do=(Clear(FORM), Go(who))),
                element("health.home", "mine", do=(Go(mine),)),
            ),
        ),
        Screen(
            who,
            "العيادات",
            "health.home",
            (
                element(
                    who,
                    "list",
                    "list",
                    label="{row.name}",
                    rows="health.clinics",
                    var="health.clinic",
                    do=(Go(day),),
                ),
            ),
        ),
        Screen(
            day,
            "اليوم",
            who,
            (
                element(
                    day,
                    "calendar",
                    "calendar",
                    label="{row.date:date}",
                    rows="health.days",
                    var="health.day",
                    open_if=eq("row/state", "free"),
                    do=(Go(slot),),
                    otherwise=(Say("full", "هٰذَا الْيَوْمُ مُكْتَمِلٌ."),),
                ),
            ),
        ),
        Screen(
            slot,
            "الساعة",
            day,
            (
                element(
                    slot,
                    "slots",
                    "slots",
                    label="{row.start:time}",
                    rows="health.slots",
                    var="health.slot",
                    do=(Go(why),),
                ),
            ),
        ),
        Screen(
            why,
            "السبب",
            slot,
            (
                element(why, "reason", "field", var="health.reason"),
                element(why, "mic", "microphone", var="health.reason"),
                element(
                    why,
                    "next",
                    do=(
                        NewCode("health.otp"),
                        Clear(("health.typed",)),
                        Send("sms", (("msg", "code"), ("code", Path("health.otp")))),
                        Go(code),
                    ),
                ),
            ),
        ),
        Screen(
            code,
            "الرمز",
            why,
            (
                element(code, "code", "code", var="health.typed"),
                element(
                    code,
                    "verify",
                    on_if=eq("health.typed", "right"),
                    otherwise=(Say("wrong", "رَمْزٌ آخَرُ."),),
                    do=(
                        Add(
                            "health.visits",
                            (
                                ("clinic", Path("health.clinic")),
                                ("day", Path("health.day")),
                                ("slot", Path("health.slot")),
                            ),
                        ),
                        Clear(FORM),
                        Go(done),
                    ),
                ),
            ),
        ),
        Screen(done, "تم", "health.home", (element(done, "clinic", "text", text="{clinic.name}"),)),
        Screen(
            mine,
            "مواعيدي",
            "health.home",
            (
                element(
                    mine,
                    "list",
                    "list",
                    label="{row.clinic.name}",
                    sub="{row.slot.start:time}",
                    rows="health.visits",
                    var="health.picked",
                ),
            ),
        ),
    ]
    return app(
        "health",
        screens=screens,
        tables=(CLINICS, DAYS, SLOTS),
        vars=(
            Var("health.clinic", VarKind.ROW, table="health.clinics"),
            Var("health.day", VarKind.ROW, table="health.days", reset_by=("health.clinic",)),
            Var("health.slot", VarKind.ROW, table="health.slots", reset_by=("health.day",)),
            Var("health.reason", VarKind.TEXT, classes=(TextClass("ok", least=1, sample="فحص النظر"),)),
            Var("health.otp", VarKind.CODE, digits=6),
            Var(
                "health.typed",
                VarKind.TEXT,
                classes=(
                    RIGHT,
                    TextClass("short", fewer_digits=6),
                    TextClass("wrong", least=1, sample="000000"),
                ),
            ),
            Var(
                "health.visits",
                VarKind.RECORDS,
                most=3,
                fields=(("clinic", "health.clinics"), ("day", "health.days"), ("slot", "health.slots")),
            ),
            Var("health.picked", VarKind.RECORD, records="health.visits"),
        ),
    )


TEXTS = rows(
    "messages.texts",
    {"id": "code", "sender": "صِحَّتُكُمْ", "text": "رَمْزُكُمْ {code:code}", "verdict": "safe", "drill": False},
    {"id": "card", "sender": "+00 000", "text": "تَمَّ إِيقَافُ بِطَاقَتِكُمْ.", "verdict": "fraud", "drill": True},
    {"id": "visit", "sender": "الْوَقَارُ", "text": "تَذْكِيرٌ بِالْمَوْعِدِ.", "verdict": "safe", "drill": True},
)


def messages() -> App:
    inbox, one = "messages.inbox", "messages.one"
    screens = [
        Screen(
            inbox,
            "الرسائل",
            "",
            (
                element(
                    inbox,
                    "list",
                    "chats",
                    label="{row.msg.sender}",
                    rows="messages.all",
                    var="messages.picked",
                    do=(Go(one),),
                ),
            ),
        ),
        Screen(
            one,
            "رسالة",
            inbox,
            (
                element(one, "text", "bubble", label="", text="{picked.msg.text}"),
                element(
                    one,
                    "link",
                    "link",
                    show_if=eq("messages.picked/msg.verdict", "fraud"),
                    do=(Stop("link", "تَوَقَّفُوا."), Set((("messages.fooled", True),))),
                    hold=(Set((("messages.seen", True),)),),
                ),
                element(one, "fraud", do=(Change("messages.picked", (("mine", "fraud"),)), Go(inbox))),
                element(one, "safe", do=(Change("messages.picked", (("mine", "safe"),)), Go(inbox))),
            ),
        ),
    ]
    return app(
        "messages",
        screens=screens,
        tables=(TEXTS,),
        vars=(
            Var(
                "messages.all",
                VarKind.RECORDS,
                most=8,
                fields=(("msg", "messages.texts"), ("code", ""), ("mine", "")),
                first=({"msg": "card"}, {"msg": "visit"}),
            ),
            Var("messages.picked", VarKind.RECORD, records="messages.all"),
            Var("messages.fooled", VarKind.YESNO),
            Var("messages.seen", VarKind.YESNO),
        ),
        events={
            "sms": (
                Add("messages.all", (("msg", Path("arg.msg")), ("code", Path("arg.code")))),
                Notify("messages.one", "رِسَالَةٌ جَدِيدَةٌ: {arg.code:code}"),
            )
        },
    )


def settings() -> App:
    home = "settings.home"
    dialog = "settings.sure"
    return app(
        "settings",
        screens=[
            Screen(
                home,
                "الضبط",
                "",
                (
                    element(home, "volume", "slider", var="settings.volume"),
                    element(
                        home,
                        "dark",
                        "toggle",
                        var="settings.dark",
                        on_if=Filled((Path("settings.name"),)),
                        otherwise=(Say("name_first", "اُكْتُبُوا الِاسْمَ."),),
                    ),
                    element(home, "name", "field", var="settings.name"),
                    element(home, "off", do=(Go(dialog),)),
                    element(home, "visits", do=(Open("health.mine"),)),
                ),
            ),
            Screen(dialog, "متأكدون؟", home, (element(dialog, "no", do=(Go("back"),)),), dialog=True),
        ],
        vars=(
            Var("settings.volume", VarKind.LEVEL, most=10, start=5),
            Var("settings.dark", VarKind.YESNO),
            Var("settings.name", VarKind.TEXT, classes=(TextClass("ok", least=2, sample="نورة"),)),
        ),
    )


def phone(*apps: App, seed: int = 7) -> Phone:
    made = apps or (health(), messages(), settings())
    return Phone({a.id: a for a in made}, "core", TODAY, seed, 6, frozenset({4, 5}), ["messages", "health"])


def tap(element: str) -> Action:
    return Action(Do.TAP, element)


def pick(element: str, row: str) -> Action:
    return Action(Do.PICK, element, row=row)


def play(
    device: Phone, *actions: Action, state: PhoneState | None = None
) -> tuple[PhoneState, tuple[Outcome, ...]]:
    here, outcomes = state or device.start(), ()
    for action in actions:
        here, outcomes = device.apply(here, action)
    return here, outcomes


TO_CODE = (
    tap("home.health"),
    tap("health.home.book"),
    pick("health.clinics.list", "eye"),
    pick("health.day.calendar", "d1"),
    pick("health.slot.slots", "s1"),
    tap("health.why.next"),
)
BOOKED = Has("health.visits", AllOf((eq("record/clinic", "eye"), eq("record/slot.half", "morning"))))
