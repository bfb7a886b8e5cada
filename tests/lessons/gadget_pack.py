"""A small pack with every part of the phone itself: shade, lock, a call over an app, swipes, a store."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.model import Pack
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.view import Action, Do
from tests.lessons.packs import write

TODAY = date(2026, 6, 14)
NAMES = ("system", "lock", "call", "chat", "tools", "store", "maps")
HEAD = "pack: gadget\nname: ت\nhome: [chat, tools, store, maps]\nshell: system\n"
STATUS = "status: {wifi: tools.wifi, silent: tools.silent, volume: tools.volume, battery: tools.battery}\n"

SYSTEM = """
app: system
name: ت
first: shade
hidden: true
over: true
keys:
  shade: [{open: system.shade}]
  recents: [{open: system.recents}]
  volume_up: [{send: louder}]
  power: [{open: lock.home}]
tables:
  apps: [{id: chat, name: ت}, {id: tools, name: ت}, {id: system, name: ت}, {id: call, name: ت}]
vars:
  opened: {records: {app: apps}, max: 4}
  card: {record: opened}
events:
  app_opened: [{add: opened, with: {app: $arg.app}, if: {not: {has: opened, where: {app: $arg.app}}}}]
screens:
  shade:
    title: ت
    elements:
      - {kind: shade, id: notices, label: ت}
      - {kind: button, id: close, label: ت, do: [{go: back}]}
  recents:
    title: ت
    elements:
      - kind: recents
        id: cards
        rows: opened
        label: "{row.app.name}"
        var: card
        do: [{open: chat, if: {row.app: chat}}, {open: tools, if: {row.app: tools}}]
        swipe: [{remove: card}]
        swipe_to: up
        swipe_label: ت
  menu:
    title: ت
    dialog: true
    elements: [{kind: outside, id: outside, label: ت, do: [{go: back}]}]
"""

LOCK = """
app: lock
name: ت
first: home
hidden: true
lock: true
screens:
  home:
    title: ت
    elements:
      - {kind: button, id: unlock, label: ت, do: [{open: home}]}
      - {kind: button, id: enter, label: ت, do: [{go: number}]}
  number:
    title: ت
    back: home
    elements: [{kind: text, text: ت}]
"""

CALL = """
app: call
name: ت
first: incoming
hidden: true
over: true
vars:
  caller: {one_of: [noora, bank]}
events:
  ring: [{set: {caller: $arg.caller}}, {open: call.incoming}]
screens:
  incoming:
    title: ت
    danger: true
    elements:
      - {kind: call, id: answer, label: ت, look: answer, do: [{go: talking}]}
      - {kind: call, id: refuse, label: ت, look: hangup, do: [{go: back}]}
      - {kind: button, id: message, label: ت, do: [{open: chat.home}]}
  talking:
    title: ت
    back: incoming
    elements: [{kind: call, id: end, label: ت, look: hangup, do: [{go: incoming}, {go: back}]}]
"""

CHAT = """
app: chat
name: ت
first: home
badge: inbox
badge_if: {seen: false}
hold: [{open: system.menu}]
hold_label: ت
tables:
  people: [{id: noora, name: نُورَةُ}, {id: ali, name: عَلِيٌّ}]
vars:
  inbox:
    records: {who: people, seen: "", mine: ""}
    max: 4
    start: [{who: noora, seen: false, mine: false}, {who: ali, seen: true, mine: true}]
  picked: {record: inbox}
  calls: {level: 9}
events:
  arrived:
    - {add: inbox, with: {who: noora, seen: false, mine: false}}
    - {notify: chat.one, text: ت, with: {}}
timers:
  later: [{send: arrived}]
  sooner: [{step: {calls: +1}}]
screens:
  home:
    title: ت
    elements:
      - kind: chats
        id: list
        rows: inbox
        label: "{row.who.name}"
        var: picked
        open_if: {who: noora}
        do: [{change: picked, with: {seen: true}}, {go: one}]
        else: [{say: closed, text: ت}]
        hold: [{go: more}]
        hold_label: ت
        swipe: [{remove: picked}]
        swipe_label: ت
      - {kind: button, id: ring, label: ت, do: [{send: ring, with: {caller: noora}}]}
      - {kind: button, id: wait, label: ت, do: [{start: later, after: 8}, {start: sooner}]}
      - {kind: button, id: get, label: ت, do: [{send: arrived}]}
  one:
    title: ت
    back: home
    elements: [{kind: thread, id: thread, rows: inbox, label: "{row.who.name}", mine_if: {mine: true}}]
  more:
    title: ت
    back: home
    dialog: true
    elements: [{kind: button, id: done, label: ت, do: [{go: home}]}]
"""

TOOLS = """
app: tools
name: ت
first: home
tables:
  stages: [{id: sent, name: ت}, {id: ready, name: ت}]
vars:
  wifi: {yesno: true}
  silent: {yesno: false}
  volume: {level: 4, start: 3}
  battery: {level: 100, start: 20}
  down: {level: 2}
  noting: {yesno: false}
  notes: {level: 9}
  stage: {row: stages, start: sent}
  word: {text: {ok: {min: 1, sample: Hi}}}
  number: {text: {ok: {digits: 3, sample: "123"}}}
events:
  louder: [{step: {volume: +1}}, {toast: "{volume:number}"}]
screens:
  home:
    title: ت
    elements:
      - {kind: scroll, id: scroll, label: ت, var: down}
      - {kind: text, text: ت, show_if: {down: {at_least: 1}}}
      - {kind: record, id: record, label: ت, var: noting, do: [{step: {notes: +1}, if: {noting: false}}]}
      - {kind: timeline, id: stages, rows: stages, label: "{row.name}", var: stage}
      - {kind: preview, id: preview, text: ت, var: volume}
      - {kind: map, id: map, label: ت, text: ت, facts: [{label: ت, text: ت}]}
      - {kind: button, id: quieter, label: ت, do: [{step: {volume: -9}}]}
      - {kind: button, id: swiped, label: ت, swipe: [{set: {silent: true}}], swipe_label: ت, swipe_to: up}
      - {kind: field, id: word, label: ت, var: word}
      - {kind: digits, id: number, label: ت, var: number}
"""

STORE = """
app: store
name: ت
first: home
vars: {installed: {yesno: false}}
screens:
  home:
    title: ت
    elements:
      - {kind: toggle, id: install, label: ت, var: installed}
      - kind: button
        id: maps
        label: ت
        on_if: {tools.wifi: true}
        do: [{open: maps}]
        else: [{say: no_wifi, text: ت}]
"""

MAPS = """
app: maps
name: ت
first: home
icon_if: {store.installed: true}
tables: {places: [{id: souq, name: ت}, {id: park, name: ت}]}
vars: {place: {row: places}}
screens:
  home:
    title: ت
    elements: [{kind: pins, id: pins, rows: places, label: "{row.name}", var: place}]
"""

FILES = {
    "pack.yaml": HEAD + STATUS,
    **{
        f"apps/{name}.yaml": text
        for name, text in zip(NAMES, (SYSTEM, LOCK, CALL, CHAT, TOOLS, STORE, MAPS), strict=True)
    },
}


@cache
def gadget() -> Pack:
    """Answer the pack, loaded from its files."""
    with TemporaryDirectory() as folder:
        loaded = load_pack(write(Path(folder), FILES))
    assert loaded.pack is not None, [str(fault) for fault in loaded.faults]
    return loaded.pack


@cache
def device(icons_a_page: int = 12) -> Phone:
    """Answer a phone with the pack's apps."""
    pack = gadget()
    return Phone(pack.apps, "gadget", TODAY, 7, 6, frozenset({4, 5}), pack.home, icons_a_page)


def play(*touches: Action | str, phone: Phone | None = None, state=None):
    """Answer the state after touches; a name alone is a tap, ``back`` and ``home`` are those."""
    phone = phone or device()
    state = state or phone.start()
    for touch in touches:
        state, _ = phone.apply(state, made(touch))
    return state


def made(touch: Action | str) -> Action:
    """Answer the action that a short name stands for."""
    if isinstance(touch, Action):
        return touch
    return Action(Do(touch)) if touch in ("back", "home") else Action(Do.TAP, touch)
