"""What is wrong with the parts of the phone itself, gestures and the kinds of their own, is said plainly."""

from __future__ import annotations

import pytest

from elder_tutor.lessons.loader import load_pack
from tests.lessons.gadget_pack import FILES, gadget
from tests.lessons.packs import write

CHAT, CALL, TOOLS, SYSTEM, MAPS = (
    f"apps/{name}.yaml" for name in ("chat", "call", "tools", "system", "maps")
)

SLIPS = [
    # the phone itself
    ("pack.yaml", "shell: system", "shell: sistem", "there is no app “sistem”. Did you mean “system”?"),
    ("pack.yaml", "shell: system\n", "", "“status” needs “shell”"),
    ("pack.yaml", "shell: system", "shell: lock", "only the phone's own app “lock” has “keys”"),
    ("pack.yaml", "wifi: tools.wifi", "wify: tools.wifi", "the status bar does not show “wify”"),
    ("pack.yaml", "wifi: tools.wifi", "wifi: tools.volume", "here it must be yesno"),
    ("pack.yaml", "tools.battery", "tools.wifi", "here it must be level"),
    (SYSTEM, "  power:", "  pover:", "the phone has no key “pover”. Did you mean “power”?"),
    (CALL, "over: true", "over: true\nkeys: {shade: []}", "the phone's own touches are in"),
    (CHAT, "hold_label: ت\ntables", "tables", "“hold” needs “hold_label”"),
    (CHAT, "badge: inbox", "badge: people", "there are no records “people”. There is: inbox."),
    (CHAT, "badge: inbox\n", "", "“badge_if” needs “badge”"),
    (CHAT, "badge_if: {seen: false}", "badge_if: {sean: false}", "“sean” is neither a column of"),
    (MAPS, "app: maps", "app: pages", "“pages” has a meaning of its own"),
    # gestures
    (CHAT, "        swipe_label: ت\n", "", "“swipe” needs “swipe_label”"),
    (CHAT, "swipe_label: ت\n", "swipe_label: ت\n        swipe_to: left\n", "“left” cannot stand here"),
    (CHAT, "label: ت, do: [{send: arrived}]", "label: ت, swipe_to: up", "“swipe_to” needs “swipe”"),
    (CHAT, "kind: thread, id: thread", "kind: list, id: thread", "“mine_if” belongs to kind: thread"),
    # kinds
    (SYSTEM, "kind: shade, id: notices", "kind: shade, var: card, id: notices", "“var” has no meaning here"),
    (TOOLS, "kind: scroll, id: scroll, label: ت, var: down", "kind: scroll, id: scroll, label: ت", "how far"),
    (TOOLS, "label: ت, var: noting", "label: ت, var: down", "here it must be yesno"),
    (TOOLS, "rows: stages, label", "label", "a timeline needs “rows”"),
    (TOOLS, 'label: "{row.name}", var: stage', 'label: "{row.name}", var: volume', "must be row or record"),
    (TOOLS, "var: stage}", "var: stage, do: [{clear: stage}]}", "is only shown and cannot be touched"),
    (TOOLS, "text: ت, var: volume", "text: ت", "the level that is its size"),
    (TOOLS, "kind: map, id: map", "kind: card, id: map", "“facts” belong to kind: facts or map"),
    (CALL, "kind: call, id: answer", "kind: button, id: answer", "“answer” is a look of kind: call"),
    (MAPS, "kind: pins, id: pins, rows: places", "kind: pins, id: pins", "a pins needs “rows”"),
    # effects and names
    (TOOLS, "step: {volume: +1}", "step: {wifi: +1}", "here it must be level"),
    (TOOLS, "step: {volume: +1}", "step: {chat.calls: +1}", "an app changes only its own variables"),
    (TOOLS, "step: {volume: -9}", "step: {volume: low}", "a whole number is expected here"),
    (
        CHAT,
        "{start: sooner}",
        "{start: sooner, after: 4}, {start: sooner, after: 9}",
        "has one length",
    ),
    (CHAT, "{start: later, after: 8}", "{cancel: later, after: 8}", "“after” has no meaning beside “cancel”"),
    (TOOLS, "vars:\n", "vars:\n  stages: {yesno: false}\n", "“stages” is a table of this app too"),
    (CHAT, "name: نُورَةُ", 'name: "{who.amount}"', "chat.people has no column “amount”"),
    (CHAT, "name: نُورَةُ", 'name: "{wha}"', "“wha” is neither a column of"),
]


@pytest.mark.parametrize(("file", "old", "new", "sentence"), SLIPS, ids=[slip[2][:50] for slip in SLIPS])
def test_a_slip_leaves_the_pack_out_and_says_why(tmp_path, file, old, new, sentence):
    assert old in FILES[file], old
    loaded = load_pack(write(tmp_path, FILES | {file: FILES[file].replace(old, new, 1)}))
    assert loaded.pack is None
    assert sentence in " | ".join(map(str, loaded.faults))


LESSON = """
lesson: try
title: ت
apps: [chat]
goal: ت
ask: {how: {one_of: {voice: ت, text: ت}, follow: voice}}
steps:
  - {id: one, touch: [back, home, home.pages, side.shade, key.ب, key.layer.en, key.delete], say: ت}
  - {id: two, for: {how: voice}, swipe: true, touch: chat.home.list, say: ت}
mistakes:
  - {id: m, name: ت, did: side.power, say: ت}
check:
  ask: {how: draw}
  say: "{ask.how}"
  goal: {has: chat.inbox}
  start: {open: tools.home, set: {chat.calls: 2}}
  never: [{did: chat.home.ring}, {stopped: told}]
  at_most: {wrong: 1}
"""
COURSE = {"courses/c/course.yaml": "course: c\nname: ت\nlessons: [try]\n"}


def lesson(tmp_path, text):
    return load_pack(write(tmp_path, FILES | COURSE | {"courses/c/try.yaml": text}))


def test_a_lesson_says_when_a_step_counts_and_what_a_check_forbids(tmp_path):
    loaded = lesson(tmp_path, LESSON)
    assert loaded.pack is not None
    read = loaded.pack.lessons["try"]
    assert (read.steps[1].for_, read.steps[1].swipe) == ((("how", ("voice",)),), True)
    assert read.mistakes[0].name
    assert [(each.did, each.stopped) for each in read.check.never] == [("chat.home.ring", ""), ("", "told")]
    assert (read.check.start.screen, read.check.most_wrong) == ("tools.home", 1)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("side.shade", "side.shad", "the phone has no “side.shad”. Did you mean “side.shade”?"),
        ("side.shade", "side.volume_down", "no app says what “side.volume_down” does"),
        ("key.delete", "key.return", "the keyboard has no key “return”"),
        ("for: {how: voice}", "for: {how: video}", "“how” is never “video”"),
        ("for: {how: voice}", "for: {when: voice}", "the lesson asks nothing called “when”"),
        ("{did: chat.home.ring}", "{did: chat.home.rang}", "has no element “rang”"),
        ("{did: chat.home.ring}", "{did: chat.home.ring, said: x}", "exactly one of: did, said, stopped"),
        ("wrong: 1", "wrong: -1", "the number must be at least 0"),
    ],
)
def test_a_slip_of_a_lesson_is_found(tmp_path, old, new, sentence):
    assert old in LESSON
    assert sentence in " | ".join(map(str, lesson(tmp_path, LESSON.replace(old, new, 1)).faults))


def test_a_field_of_a_text_in_a_table_may_come_from_the_record_it_is_shown_for(tmp_path):
    text = FILES[CHAT].replace("name: نُورَةُ", 'name: "نُورَةُ {seen}"')
    assert load_pack(write(tmp_path, FILES | {CHAT: text})).pack is not None


def test_the_shell_keeps_what_the_status_bar_reads():
    pack = gadget()
    assert pack.shell == "system"
    assert pack.apps["system"].status == pack.status
    assert pack.status["wifi"] == "tools.wifi"
