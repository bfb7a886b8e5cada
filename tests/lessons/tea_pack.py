"""A small pack for the tutor: ordering tea, with a code, a switch, a card to read and a trap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from elder_tutor.lessons.model import (
    App,
    Ask,
    Check,
    Course,
    Element,
    Lesson,
    Mistake,
    Opinion,
    Pack,
    Screen,
    Step,
    Table,
    TextClass,
    Var,
    VarKind,
)
from elder_tutor.lessons.rules import Add, Clear, Equals, Go, Has, NewCode, Notify, OnScreen, Path, Say, Stop
from elder_tutor.lessons.teaching.practice import Practice, Setting
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.view import Action, Do

TODAY = date(2026, 6, 8)
KIND = ("mint", "karak", "empty")


def eq(root, *values):
    name, _, columns = root.partition("/")
    return Equals(Path(name, tuple(columns.split(".")) if columns else ()), values)


def at(screen, name, kind="button", label="", **more):
    return Element(f"tea.{screen}.{name}", kind, label=label or name, **more)


def tea() -> App:
    cups = Table("tea.cups", tuple({"id": name, "name": f"شَايُ {name}", "state": name} for name in KIND))
    code = TextClass("right", equals="$tea.otp", sample="$tea.otp")
    names = (
        Var("tea.who", VarKind.ONE_OF, options=("me", "family")),
        Var("tea.cup", VarKind.ROW, table="tea.cups"),
        Var("tea.sweet", VarKind.YESNO, start=False),
        Var("tea.note", VarKind.TEXT, classes=(
            TextClass("rude", words=("سيئ",), sample="سيئ"), TextClass("ok", least=3, sample="نعناع"))),
        Var("tea.otp", VarKind.CODE, digits=4),
        Var("tea.typed", VarKind.TEXT, classes=(code, TextClass("wrong", least=1, sample="0"))),
        Var("tea.orders", VarKind.RECORDS, fields=(("who", ""), ("cup", "tea.cups")), most=4),
    )  # fmt: skip
    screens = (
        Screen("tea.home", "الْبَيْتُ", "", (
            at("home", "order", label="طَلَبٌ", region="bottom", meaning="هُوَ الَّذِي يَبْدَأُ الطَّلَبَ.",
               do=(Clear(("tea.who", "tea.cup", "tea.sweet", "tea.note", "tea.typed")), Go("tea.who"))),
            at("home", "trap", "link", label="هَدِيَّةٌ", do=(Stop("trap", "هٰذَا فَخٌّ."),)),
            at("home", "gift", label="ضِيَافَةٌ", do=(Add("tea.orders", (("who", "guest"), ("cup", "mint"))),)),
        )),
        Screen("tea.who", "لِمَنْ", "tea.home", (
            at("who", "me", "option", label="لِي", var="tea.who", value="me", do=(Go("tea.cups"),)),
            at("who", "family", "option", label="لِأَهْلِي", var="tea.who", value="family", do=(Go("tea.cups"),)),
        )),
        Screen("tea.cups", "الْأَكْوَابُ", "tea.who", (
            at("cups", "list", "list", label="{row.name}", rows="tea.cups", var="tea.cup",
               do=(Go("tea.more"),), open_if=eq("record/state", "mint", "karak"),
               otherwise=(Say("none", "نَفِدَ هٰذَا."),)),
        )),
        Screen("tea.more", "الْمَزِيدُ", "tea.cups", (
            at("more", "note", "field", label="مُلَاحَظَةٌ", var="tea.note", region="top"),
            at("more", "sweet", "toggle", label="سُكَّرٌ", var="tea.sweet", region="middle"),
            at("more", "next", label="التَّالِي", region="bottom", on_if=eq("tea.sweet", True),
               do=(Go("tea.bill"),), otherwise=(Say("no_sugar", ""),)),
        )),
        Screen("tea.bill", "الْحِسَابُ", "tea.more", (
            at("bill", "card", "card", label="الثَّمَنُ", read=True),
            at("bill", "pay", label="دَفْعٌ", do=(NewCode("tea.otp"), Clear(("tea.typed",)),
               Notify("tea.code", "رَمْزُكُمْ {otp:code}"), Go("tea.code"))),
        )),
        Screen("tea.code", "الرَّمْزُ", "tea.bill", (
            at("code", "code", "code", label="الرَّمْزُ", var="tea.typed"),
            at("code", "ok", label="تَأْكِيدٌ", on_if=eq("tea.typed", "right"), otherwise=(Say("bad_code", ""),),
               do=(Add("tea.orders", (("who", Path("tea.who")), ("cup", Path("tea.cup")))), Go("tea.done"))),
        )),
        Screen("tea.done", "تَمَّ", "tea.home", (at("done", "receipt", "card", label="الْإِيصَالُ", read=True),)),
    )  # fmt: skip
    return App(
        "tea", "شَايٌ", "tea", "#123456", "tea.home", {cups.name: cups},
        {var.name: var for var in names}, {screen.id: screen for screen in screens},
    )  # fmt: skip


def news() -> App:
    page = Screen("news.home", "أَخْبَارٌ", "", (Element("news.home.read", "button", label="اِقْرَأْ"),))
    return App("news", "أَخْبَارٌ", "news", "#654321", "news.home", {}, {}, {page.id: page})


def step(name, touch=(), **more):
    return Step(name, (f"قُولُوا {name}.",), touch=touch if isinstance(touch, tuple) else (touch,), **more)


ORDERED = Has("tea.orders", eq("record/who", Path("ask.who")))
OPINION = Opinion(
    (("good", "طَيِّبٌ", "check"), ("bad", "سَيِّئٌ", "stop"), ("ask", "نَسْأَلُ", "people")),
    "good", ("ask",), "لَا بَأْسَ، الشَّايُ طَيِّبٌ.",
)  # fmt: skip

LESSON = Lesson(
    id="order-tea", revision=1, course="drinks", title="طَلَبُ الشَّايِ", icon="tea", minutes=5, needs=(),
    apps=("tea",), start="tea.home", prepare=(),
    ask=(Ask("who", (("me", "لَكُمْ"), ("family", "لِأَهْلِكُمْ")), "me"),),
    opening=("أَهْلًا بِكُمْ.",), goal=("اُطْلُبُوا شَايًا {ask.who}.",),
    steps=(
        step("order", "tea.home.order"),
        step("who", ("tea.who.me", "tea.who.family")),
        step("cup", "tea.cups.list", rows=("mint",)),
        step("note", "tea.more.note", optional=True),
        step("sweet", "tea.more.sweet"),
        step("bill", "tea.bill.card", must=True),
        step("pay", "tea.bill.pay", until=OnScreen("tea.code")),
        step("code", "tea.code.code", until=ORDERED),
        step("taste", opinion=OPINION),
        step("receipt", "tea.done.receipt", must=True),
    ),
    mistakes=(
        Mistake("gone", ("نَفِدَ، خُذُوا غَيْرَهُ.",), said="none", watch=True),
        Mistake("rude", ("كَلِمَةٌ قَاسِيَةٌ.",), when=eq("tea.note", "rude")),
        Mistake("calm", ("خُذُوا وَقْتَكُمْ.",), tip=True),
    ),
    check=None, praise=("أَحْسَنْتُمْ!",), remember=("نَطْلُبُ، ثُمَّ نَقْرَأُ، ثُمَّ نَدْفَعُ.",),
    aim=Has("tea.orders", eq("record/who", "me")),
)  # fmt: skip

CHECKED = replace(
    LESSON,
    check=Check(
        draw=("who",), say=("اُطْلُبُوا شَايًا {ask.who} وَحْدَكُمْ.",), goal=ORDERED,
        passed=("أَنْجَزْتُمْ.",), not_yet=("بَقِيَ شَيْءٌ.",),
    ),
)  # fmt: skip
"""The lesson with a check: of this seed's draws only «for your family» differs from what was taught."""

PACK = Pack(
    "tea", "شَايٌ", "ar", "", {"tea": tea(), "news": news()},
    (Course("drinks", "مَشْرُوبَاتٌ", "tea", ("order-tea",)),), {LESSON.id: LESSON}, ("tea", "news"),
)  # fmt: skip

TAP, PICK = Do.TAP, Do.PICK
BACK, HOME = Action(Do.BACK), Action(Do.HOME)


def tap(name):
    return Action(Do.TAP, f"tea.{name}" if not name.startswith(("home.", "notice.")) else name)


def pick(row):
    return Action(Do.PICK, "tea.cups.list", row=row)


SWEET = Action(Do.SET, "tea.more.sweet", level=1)
ORDER = Action(Do.TAP, "tea.home.order")
TO_CUPS = (ORDER, tap("who.me"))
TO_MORE = (*TO_CUPS, pick("mint"))
TO_BILL = (*TO_MORE, SWEET, tap("more.next"))
TO_CODE = (*TO_BILL, tap("bill.card"), tap("bill.pay"))


def practice(stage, lesson=LESSON, **more):
    setting = Setting(TODAY, 7, 6, frozenset({4, 5}), **more)
    return Practice(replace(PACK, lessons={lesson.id: lesson}), lesson, Stage(stage), setting)


class Run:
    """A practice with its present moment and a clock that goes three seconds with each touch."""

    def __init__(self, stage, *actions, lesson=LESSON, **more):
        self.practice = practice(stage, lesson, **more)
        self.now = 0
        self.facts = []
        self.moment = self.practice.start(0)
        self.do(*actions)

    def do(self, *actions):
        for action in actions:
            self.now += 3000
            self._take(self.practice.act(self.moment, action, self.now)[0])
        return self

    def watch(self):
        self.now += 3000
        self._take(self.practice.perform(self.moment, self.guidance.next_action, self.now)[0])
        return self

    def help(self, after=3000):
        self.now += after
        self._take(self.practice.hint(self.moment, self.now))
        return self

    def finished(self):
        """Say: I have finished."""
        self.now += 3000
        self._take(self.practice.done(self.moment, self.now))
        return self

    def wait(self, ms, speaking=False):
        self.now += ms
        moment = self.practice.tick(self.moment, self.now, speaking)
        if moment is not None:
            self._take(moment)
        return self

    def _take(self, moment):
        self.moment = moment
        self.facts += moment.facts

    @property
    def guidance(self):
        return self.moment.guidance

    @property
    def said(self):
        return tuple(phrase.key for phrase in self.guidance.say)

    @property
    def screen(self):
        return self.practice.phone.screen(self.moment.phone)

    def kinds(self, kind):
        return [(fact.step, dict(fact.data)) for fact in self.facts if fact.kind.value == kind]


def finish(run, most=80):
    """Do what the tutor leads to until the lesson is finished."""
    for _ in range(most):
        if run.guidance.finished:
            return run
        run.do(due(run))
    raise AssertionError("the lesson did not end")


def due(run):
    """Answer the touch that is due, as the tutor's own tools know it."""
    bench = run.practice.tutor.bench(run.moment.tutor.asked)
    return bench.leads.due(run.moment.phone, run.moment.tutor.done, run.moment.tutor.skipped).action
