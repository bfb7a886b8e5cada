"""The core pack: its apps really work, its lessons can be gone through, its texts are complete."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from elder_tutor import resources
from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.checks import check_pack
from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.reading.faults import Severity
from elder_tutor.lessons.view import Action, Do, OutcomeKind
from elder_tutor.text.phrase import Phrase

FOLDER = resources.assets() / "packs" / "core"
TODAY = date(2026, 6, 8)
SUNDAY, FRIDAY_SATURDAY = 6, frozenset({4, 5})
LESSONS = ("book-appointment", "phishing-sms", "home-visit-request")
FRAUD = ("card", "parcel", "aid")


@pytest.fixture(scope="module")
def loaded():
    return load_pack(FOLDER)


@pytest.fixture(scope="module")
def pack(loaded):
    return loaded.pack


@pytest.fixture(scope="module")
def catalog(pack):
    return Catalog([pack])


@pytest.fixture(scope="module")
def findings(loaded):
    return check_pack(loaded, resources.translations(), resources.assets() / "icons")


def phone(pack, today=TODAY, seed=1):
    return Phone(pack.apps, pack.id, today, seed, SUNDAY, FRIDAY_SATURDAY, pack.home)


class Hand:
    """Act on a phone as a finger does and remember what came of it."""

    def __init__(self, pack, lesson=None, today=TODAY, ask=None):
        self.phone = phone(pack, today)
        found = pack.lessons[lesson] if lesson else None
        self.ask = ask or {each.name: each.follow for each in found.ask} if found else {}
        self.state = self.phone.start(found, self.ask)
        self.outcomes = ()

    def do(self, action):
        self.state, self.outcomes = self.phone.apply(self.state, action)
        return self

    def tap(self, *elements):
        for element in elements:
            self.do(Action(Do.TAP, element))
        return self

    def pick(self, element, row):
        return self.do(Action(Do.PICK, element, row=str(row)))

    def write(self, element, text=None):
        return self.do(
            Action(Do.WRITE, element, text=self.phone.sample(element, self.state) if text is None else text)
        )

    @property
    def view(self):
        return self.phone.view(self.state)

    @property
    def screen(self):
        return self.view.screen

    def element(self, name):
        return next((each for each in self.view.elements if each.id == name), None)

    def rows(self, name):
        return self.element(name).rows if self.element(name) else ()

    def pick_first(self, element):
        return self.pick(element, self.rows(element)[0].id)

    def said(self):
        return [each.key for each in self.outcomes if each.kind in (OutcomeKind.SAID, OutcomeKind.STOPPED)]


def booked(pack, clinic="eye", doctor="maryam", day="d06", slot="s1030", who="me", hand=None):
    hand = (hand or Hand(pack)).tap("home.health") if hand is None or not hand.state.front else hand
    hand.tap("health.home.book", f"health.who.{who}").pick("health.clinics.list", clinic)
    if hand.screen != "health.doctors":
        return hand
    hand.pick("health.doctors.list", doctor).pick("health.day.calendar", day).pick("health.slot.slots", slot)
    hand.tap("health.reason.next", "health.review.confirm")
    return hand.write("health.code.code").tap("health.code.verify")


def at_the_code(pack):
    hand = (
        Hand(pack).tap("home.health", "health.home.book", "health.who.me").pick("health.clinics.list", "eye")
    )
    hand.pick("health.doctors.list", "salem").pick("health.day.calendar", "d06").pick(
        "health.slot.slots", "s0900"
    )
    return hand.tap("health.reason.next", "health.review.confirm")


def requested(pack, who="me", kind="social", period="morning"):
    hand = Hand(pack, "home-visit-request").tap(
        "waqar.home.services", "waqar.services.visit", f"waqar.who.{who}"
    )
    hand.pick("waqar.type.kinds", kind).write("waqar.need.need").tap("waqar.need.next", "waqar.address.next")
    hand.pick("waqar.day.days", "d06").tap(f"waqar.period.{period}").write("waqar.contact.number")
    hand.tap("waqar.contact.next").do(Action(Do.SET, "waqar.consent.agree", level=1))
    return hand.tap("waqar.consent.next", "waqar.review.submit")


def opened(pack, message, ask=None):
    hand = Hand(pack, "phishing-sms", ask=ask)
    return hand.pick("messages.inbox.list", serial_of(hand, message))


def serial_of(hand, message):
    records = hand.state.apps[hand.phone.atlas.at["messages"]][hand.phone.atlas.slots["messages.inbox"].at]
    return next(record[0] for record in records if record[1] == message)


def words(phrase: Phrase | None) -> str:
    if phrase is None:
        return ""
    inner = " ".join(words(value) if isinstance(value, Phrase) else str(value) for _, value in phrase.values)
    return f"{phrase.key} {inner}"


# --- the pack ------------------------------------------------------------------


def test_the_pack_loads_without_a_fault(loaded):
    assert [str(fault) for fault in loaded.faults if fault.severity is Severity.ERROR] == []


def test_its_checks_find_nothing_but_lessons_that_are_still_to_come(findings):
    assert [str(fault) for fault in findings if "it counts as done" not in fault.message] == []


def test_the_first_course_is_about_the_phone_itself(pack, catalog):
    assert [course.id for course in pack.courses][:2] == ["phone-first-steps", "phone-ready"]
    assert catalog.lessons[0].id == "tap-and-press"


def test_an_app_has_an_icon_unless_it_is_hidden_or_still_to_be_installed(pack):
    icons = {f"home.{app.id}" for app in pack.apps.values() if not app.hidden and app.icon_if is None}
    assert icons <= {each.id for each in Hand(pack).view.elements}


@pytest.mark.parametrize("seed", range(6))
def test_from_any_walk_back_leads_home(pack, seed):
    hand, chance = Hand(pack), random.Random(seed)
    for _ in range(120):
        hand.do(chance.choice(hand.phone.actions(hand.state)))
    for _ in range(12):
        hand.do(Action(Do.BACK))
    assert hand.screen in ("home", "lock.home")  # a locked phone stays locked


@pytest.mark.parametrize("seed", range(4))
def test_no_walk_meets_a_screen_where_something_has_no_words(pack, seed):
    hand, chance = Hand(pack), random.Random(seed)
    for _ in range(150):
        hand.do(chance.choice(hand.phone.actions(hand.state)))
        for each in hand.view.elements:
            assert all(words(part).strip() for part in (each.label, each.text) if part), each.id
            assert all(words(row.label).strip() for row in each.rows), each.id


# --- «صحتكم» -------------------------------------------------------------------


def test_an_eye_appointment_on_sunday_the_14th_can_be_booked(pack):
    hand = booked(pack)
    assert hand.screen == "health.done"
    assert hand.element("health.done.day").text.values == (("day.date", date(2026, 6, 14)),)


def test_a_booking_by_another_path_is_listed_afterwards(pack):
    hand = booked(pack, clinic="teeth", doctor="jassim", slot="s1730", who="family").tap(
        "health.done.home", "health.home.mine"
    )
    (row,) = hand.rows("health.appointments.list")
    assert "الْأَسْنَانِ" in words(row.label)
    assert "17:30" in words(row.sub)


def test_the_code_stands_in_a_notice_and_in_the_messages_app(pack):
    hand = at_the_code(pack)
    code = hand.phone.sample("health.code.code", hand.state)
    assert code in words(hand.view.notices[0].text)
    hand.tap(f"notice.{hand.view.notices[0].id}")
    assert code in words(hand.element("messages.message.text").text)


def test_a_wrong_code_is_refused_with_words_and_books_nothing(pack):
    hand = at_the_code(pack).write("health.code.code", "000000").tap("health.code.verify")
    assert (hand.said(), hand.screen) == (["code_wrong"], "health.code")
    assert hand.outcomes[0].phrase.key


def test_resending_makes_the_old_code_old(pack):
    hand = at_the_code(pack)
    old = hand.phone.sample("health.code.code", hand.state)
    hand.tap("health.code.resend").write("health.code.code", old).tap("health.code.verify")
    assert hand.said() == ["code_wrong"]


@pytest.mark.parametrize(("row", "key"), [("d07", "day_full"), ("m03", "day_past"), ("d27", "day_closed")])
def test_a_day_that_cannot_be_had_says_why(pack, row, key):
    hand = Hand(pack, today=date(2026, 6, 7)).tap("home.health", "health.home.book", "health.who.me")
    hand.pick("health.clinics.list", "eye").pick("health.doctors.list", "maryam").pick(
        "health.day.calendar", row
    )
    assert hand.said() == [key]


@pytest.mark.parametrize("ahead", range(0, 70, 3))
def test_next_week_always_has_a_free_day(pack, ahead):
    hand = Hand(pack, today=TODAY + timedelta(days=ahead))
    hand.tap("home.health", "health.home.book", "health.who.me").pick("health.clinics.list", "heart")
    hand.pick("health.doctors.list", "noura")
    free = [row.id for row in hand.rows("health.day.calendar") if row.open]
    rows = hand.phone.atlas.rows["health.days"]
    assert any(rows[name]["week"] == "next" for name in free)


@pytest.mark.parametrize(
    "today", [date(2026, 1, 1), date(2026, 2, 28), date(2026, 8, 31), date(2026, 12, 31)]
)
def test_the_calendar_covers_this_month_and_the_next(pack, today):
    rows = phone(pack, today).atlas.rows["health.days"].values()
    days = {row["date"] for row in rows}
    after_next = date(today.year + (today.month + 1) // 12, (today.month + 1) % 12 + 1, 1)
    assert date(today.year, today.month, 1) in days
    assert after_next - timedelta(days=1) in days


def test_a_second_booking_at_the_same_clinic_is_refused_and_can_be_changed_instead(pack):
    hand = booked(pack, hand=booked(pack).tap("health.done.home"))
    assert (hand.said(), hand.screen) == (["duplicate"], "health.duplicate")
    hand.tap("health.duplicate.change")
    assert len(hand.rows("health.appointments.list")) == 1


def test_a_changed_appointment_keeps_its_place_and_its_new_time(pack):
    hand = booked(pack).tap("health.done.home", "health.home.mine")
    hand.pick_first("health.appointments.list").tap("health.appointment.change")
    hand.pick("health.change_day.calendar", "d08").pick("health.change_slot.slots", "s1600")
    hand.tap("health.change_review.confirm").do(Action(Do.BACK))
    assert "16:00" in words(hand.rows("health.appointments.list")[0].sub)


def test_a_cancelled_appointment_can_be_restored(pack):
    hand = booked(pack).tap("health.done.home", "health.home.mine")
    hand.pick_first("health.appointments.list")
    hand.tap("health.appointment.cancel", "health.cancel.travel", "health.sure.cancel")
    assert hand.rows("health.appointments.list") == ()
    hand.pick_first("health.appointments.cancelled")
    hand.tap("health.appointment.restore").do(Action(Do.BACK))
    assert len(hand.rows("health.appointments.list")) == 1


def test_a_cancelled_appointment_is_not_restored_beside_its_successor(pack):
    hand = booked(pack).tap("health.done.home", "health.home.mine")
    hand.pick_first("health.appointments.list")
    hand.tap("health.appointment.cancel", "health.cancel.travel", "health.sure.cancel").do(Action(Do.BACK))
    booked(pack, slot="s0900", hand=hand).tap("health.done.home", "health.home.mine")
    hand.pick_first("health.appointments.cancelled")
    assert hand.tap("health.appointment.restore").said() == ["duplicate_restore"]


@pytest.mark.parametrize("seed", range(6))
def test_no_walk_books_one_person_twice_at_a_clinic(pack, seed):
    hand, chance = Hand(pack).tap("home.health"), random.Random(seed)
    slot = hand.phone.atlas.slots["health.appointments"]
    for _ in range(400):
        own = [
            act
            for act in hand.phone.actions(hand.state)
            if act.do is not Do.HOME and not act.element.startswith("notice")
        ]
        hand.do(chance.choice(own))
        if not hand.state.front:
            hand.tap("home.health")
        pairs = [
            (record[1], record[2]) for record in hand.state.apps[slot.app][slot.at] if record[-1] == "booked"
        ]
        assert len(pairs) == len(set(pairs))


def test_a_kept_appointment_stands_in_the_calendar_once(pack):
    hand = booked(pack).tap("health.done.calendar")
    assert hand.element("health.done.calendar") is None
    hand.tap("health.done.home", "health.home.mine")
    hand.pick_first("health.appointments.list").tap("health.appointment.calendar")
    assert hand.screen == "calendar.home"
    assert sum("الْعُيُونِ" in words(row.label) for row in hand.rows("calendar.home.list")) == 1


def test_every_clinic_has_several_doctors(pack):
    tables = pack.apps["health"].tables
    clinics = {row["id"] for row in tables["health.clinics"].rows}
    counts = {name: sum(row["clinic"] == name for row in tables["health.doctors"].rows) for name in clinics}
    assert len(clinics) >= 8
    assert min(counts.values()) >= 2


# --- «الرسائل» -----------------------------------------------------------------


def test_the_drill_puts_five_messages_in_the_inbox_and_no_other_lesson_does(pack):
    assert len(Hand(pack, "phishing-sms").rows("messages.inbox.list")) == 5
    assert (
        Hand(pack, "book-appointment")
        .tap("messages")
        .do(Action(Do.HOME))
        .tap("home.messages")
        .rows("messages.inbox.list")
        == ()
    )


def test_the_message_to_begin_with_stands_first(pack):
    hand = Hand(pack, "phishing-sms")
    assert "0000" in words(hand.rows("messages.inbox.list")[0].label)


@pytest.mark.parametrize("choice", ["first", "second", "third", "fourth", "fifth"])
def test_every_set_of_the_check_has_five_messages_of_both_kinds(pack, choice):
    hand = Hand(pack, "phishing-sms", ask={"set": choice})
    table = hand.phone.atlas.rows["messages.texts"]
    slot = hand.phone.atlas.slots["messages.inbox"]
    kinds = [table[record[1]]["fraud"] for record in hand.state.apps[slot.app][slot.at]]
    assert (len(kinds), set(kinds)) == (5, {True, False})


def test_tapping_a_link_is_stopped_with_words(pack):
    hand = opened(pack, "card").tap("messages.message.link")
    assert (hand.said(), hand.screen) == (["link_opened"], "messages.message")


def test_holding_a_link_shows_its_address_and_opens_nothing(pack):
    hand = opened(pack, "parcel").do(Action(Do.HOLD, "messages.message.link"))
    assert hand.screen == "messages.preview"
    assert "parcel-pay.example" in words(hand.element("messages.preview.url").text)


def test_the_message_opens_into_words_and_only_rushing_ones_are_accepted(pack):
    hand = opened(pack, "card").tap("messages.message.text")
    assert hand.pick("messages.message.words", "card1").said() == ["calm_words"]
    assert hand.pick("messages.message.words", "card4").said() == []


def test_a_deleted_message_can_be_restored(pack):
    hand = opened(pack, "aid").tap("messages.message.more", "messages.more.delete")
    assert len(hand.rows("messages.inbox.list")) == 4
    hand.tap("messages.inbox.bin").pick_first("messages.bin.list").tap("messages.binned.restore")
    assert len(hand.rows("messages.inbox.list")) == 5


def test_a_reply_to_a_fraud_is_stopped(pack):
    assert opened(pack, "aid").write("messages.message.reply", "من أنتم").tap(
        "messages.message.send"
    ).said() == ["replied"]


def test_a_code_is_never_sent_in_a_reply(pack):
    assert opened(pack, "login").write("messages.message.reply", "482913").tap(
        "messages.message.send"
    ).said() == ["code_told"]


def test_the_code_of_the_login_message_is_the_attempts_own(pack):
    hand = opened(pack, "login")
    slot = hand.phone.atlas.slots["messages.drill_code"]
    assert str(hand.state.apps[slot.app][slot.at]) in words(hand.element("messages.message.text").text)


def test_reporting_every_fraud_reaches_the_aim_also_when_they_are_deleted(pack):
    hand, aim = Hand(pack, "phishing-sms"), pack.lessons["phishing-sms"].aim
    for message in FRAUD:
        assert not hand.phone.holds(hand.state, aim)
        hand.pick("messages.inbox.list", serial_of(hand, message)).tap(
            "messages.message.more", "messages.more.report", "messages.more.delete"
        )
    assert hand.phone.holds(hand.state, aim)


def test_a_report_can_be_taken_back(pack):
    hand = opened(pack, "reminder").tap(
        "messages.message.more", "messages.more.report", "messages.more.unreport"
    )
    assert hand.element("messages.more.report") is not None


def test_every_message_that_opens_into_words_has_some(pack):
    tables = pack.apps["messages"].tables
    cut = {row["msg"] for row in tables["messages.pieces"].rows}
    assert cut == {row["id"] for row in tables["messages.texts"].rows if row["pieces"]}


def test_the_words_to_tap_stand_in_their_message(pack):
    tables = pack.apps["messages"].tables
    texts = {row["id"]: row["text"] for row in tables["messages.texts"].rows}
    plain = [
        row for row in tables["messages.pieces"].rows if not any(letter.isdigit() for letter in row["text"])
    ]
    assert [row["id"] for row in plain if row["text"] not in texts[row["msg"]]] == []


def test_addresses_and_numbers_are_visibly_invented(pack):
    rows = pack.apps["messages"].tables["messages.texts"].rows
    addresses = [row["url"] for row in rows if row.get("url")]
    numbers = [row["sender"] for row in rows if row["sender"][0] == "+"]
    assert [url for url in addresses if not url.endswith(".example")] == []
    assert [number for number in numbers if not number.startswith("+00")] == []
    assert addresses
    assert numbers


# --- «مركز الوقار» ----------------------------------------------------------------


def test_a_request_is_listed_with_its_number(pack):
    hand = requested(pack, who="family", kind="company", period="evening")
    number = words(hand.element("waqar.done.ref").text).split()[-1]
    hand.tap("waqar.done.requests").pick_first("waqar.requests.list")
    assert number in words(hand.element("waqar.request.ref").text)


@pytest.mark.parametrize(
    ("text", "key"), [("سقطت أمي", "need_urgent"), ("أحتاج إلى إبرة", "need_medical"), ("", "need_empty")]
)
def test_a_need_that_a_visit_is_not_for_is_answered(pack, text, key):
    hand = Hand(pack, "home-visit-request").tap("waqar.home.services", "waqar.services.visit", "waqar.who.me")
    hand.pick("waqar.type.kinds", "social").write("waqar.need.need", text).tap("waqar.need.next")
    assert (hand.said(), hand.screen) == ([key], "waqar.need")


def test_a_medical_need_goes_on_as_a_referral(pack):
    hand = Hand(pack, "home-visit-request").tap("waqar.home.services", "waqar.services.visit", "waqar.who.me")
    hand.pick("waqar.type.kinds", "medical").write("waqar.need.need", "أحتاج إلى إبرة").tap("waqar.need.next")
    assert hand.screen == "waqar.address"


def test_nothing_is_sent_without_consent(pack):
    hand = Hand(pack, "home-visit-request").tap("waqar.home.services", "waqar.services.visit", "waqar.who.me")
    hand.pick("waqar.type.kinds", "social").write("waqar.need.need").tap(
        "waqar.need.next", "waqar.address.next"
    )
    hand.pick("waqar.day.days", "d06").tap("waqar.period.morning").write("waqar.contact.number").tap(
        "waqar.contact.next"
    )
    assert (hand.tap("waqar.consent.next").said(), hand.screen) == (["consent_off"], "waqar.consent")


def test_a_cancelled_request_can_be_restored(pack):
    hand = requested(pack).tap("waqar.done.requests")
    hand.pick_first("waqar.requests.list").tap("waqar.request.cancel", "waqar.cancel.cancel")
    hand.pick_first("waqar.requests.cancelled").tap("waqar.request.restore")
    hand.do(Action(Do.BACK))
    assert len(hand.rows("waqar.requests.list")) == 1


# --- the other apps ------------------------------------------------------------------


def test_the_bank_says_that_the_card_works(pack):
    hand = Hand(pack).tap("home.bank")
    assert "تَعْمَلُ" in words(hand.element("bank.home.card").text)


def test_a_deleted_calendar_entry_can_be_restored(pack):
    hand = Hand(pack).tap("home.calendar")
    before = len(hand.rows("calendar.home.list"))
    hand.pick_first("calendar.home.list").tap("calendar.entry.delete", "calendar.home.bin")
    hand.pick_first("calendar.bin.list").tap("calendar.entry.restore")
    assert len(hand.rows("calendar.home.list")) == before


# --- lessons -----------------------------------------------------------------------


def test_a_lesson_begins_with_its_goal_not_yet_reached(pack):
    for lesson in LESSONS:
        hand = Hand(pack, lesson)
        assert not hand.phone.holds(hand.state, pack.lessons[lesson].aim, hand.ask)
