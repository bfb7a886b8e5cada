"""The accessibility bus as a screen reader meets it: names, roles, states, actions and announcements.

A private message bus is started for one virtual screen; nothing of the machine's own session
is touched. Only what AT-SPI tells is known here: no widget, no object name.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.waiting import until

REGISTRY: Final = "org.a11y.atspi.Registry"
ROOT: Final = "/org/a11y/atspi/accessible/root"
LAUNCHERS: Final = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
NULL: Final = "/org/a11y/atspi/null"
SLOW: Final = 20.0
"""Seconds that a busy program may take to answer."""
STATES: Final = {
    1: "active", 4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 20: "pressed", 23: "selected",
    24: "sensitive", 25: "showing", 30: "visible", 41: "checkable", 43: "read-only",
}  # fmt: skip
"""The states of AT-SPI that matter here, by their bit (atspi-constants.h)."""
ROLES: Final = {
    7: "check box", 16: "dialog", 20: "filler", 23: "frame", 29: "label", 37: "page tab", 39: "panel",
    40: "password text", 43: "button", 44: "radio button", 51: "slider", 56: "table cell", 61: "text",
    83: "heading",
    62: "toggle button", 67: "unknown", 69: "window", 75: "application", 79: "entry", 130: "switch",
}  # fmt: skip
"""Names of the roles that matter here, by their number (atspi-constants.h)."""
EVENTS: Final = ("object:announcement", "object:state-changed:focused")
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """One accessible object as it is told: nothing of it is known beside this."""

    place: Place
    name: str
    role: str
    states: frozenset[str]
    about: str = ""

    @property
    def usable(self) -> bool:
        """Tell whether it shows and can be used."""
        return {"showing", "enabled"} <= self.states


@dataclass(slots=True)
class Bus:
    """A screen reader's end of the bus. ``said`` collects every announcement in order."""

    line: DBusConnection
    said: list[tuple[str, bool]] = field(default_factory=list)
    focus: list[Place] = field(default_factory=list)

    def listen(self) -> None:
        """Register for announcements and focus, as a screen reader does."""
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
        self.line.send_and_get_reply(message_bus.AddMatch(rule), timeout=SLOW)
        for event in EVENTS:
            assert until(lambda wanted=event: self._registers(wanted), SLOW), f"{event} cannot be registered"

    def _registers(self, event: str) -> bool:
        """Ask for an event; the registry forgets the first wish now and then, when it wakes by it."""
        registry = DBusAddress("/org/a11y/atspi/registry", REGISTRY, REGISTRY)
        for call in (new_method_call(registry, "RegisterEvent", "s", (event,)),
                     new_method_call(registry, "GetRegisteredEvents")):  # fmt: skip
            told = self.line.send_and_get_reply(call, timeout=SLOW)
        if told.header.message_type is MessageType.error:  # it has not woken yet
            return False
        kind = event.rpartition(":")[2]
        return any(kind in name.casefold() for _, name in told.body[0])

    def hear(self, seconds: float = 0.0) -> None:
        """Take in what arrives within this time."""
        end = time.monotonic() + seconds
        while True:
            try:
                self._take(self.line.receive(timeout=max(0.0, end - time.monotonic())))
            except TimeoutError:
                return

    def _take(self, message: Any) -> None:
        if message.header.message_type is not MessageType.signal:
            return
        member = message.header.fields.get(HeaderFields.member)
        place = (message.header.fields[HeaderFields.sender], message.header.fields[HeaderFields.path])
        if member == "Announcement":
            self.said.append((str(message.body[3][1]), message.body[1] == 2))
        elif member == "StateChanged" and message.body[0] == "focused" and message.body[1]:
            self.focus.append(place)

    # --- asking -----------------------------------------------------------------------

    def call(
        self, place: Place, interface: str, method: str, kinds: str = "", *given: Any
    ) -> tuple[Any, ...]:
        """Ask an object and answer what it tells; () when it is gone."""
        address = DBusAddress(place[1], place[0], interface)
        reply = self._ask(new_method_call(address, method, kinds or None, given))
        return () if reply.header.message_type is MessageType.error else tuple(reply.body)

    def _ask(self, message: Any) -> Any:
        """Send and wait for the answer; signals that come before it are taken in, none is lost."""
        serial = next(self.line.outgoing_serial)
        self.line.send(message, serial=serial)
        end = time.monotonic() + SLOW
        while True:
            told = self.line.receive(timeout=max(0.0, end - time.monotonic()))
            if told.header.fields.get(HeaderFields.reply_serial) == serial:
                return told
            self._take(told)

    def children(self, place: Place) -> list[Place]:
        """Answer what an object holds."""
        told = self.call(place, "org.a11y.atspi.Accessible", "GetChildren")
        return [(name, path) for name, path in (told[0] if told else ()) if path != NULL]

    def node(self, place: Place) -> Node | None:
        """Answer an object as it stands now; None when it is gone."""
        name = self._property(place, "Name")
        role = self.call(place, "org.a11y.atspi.Accessible", "GetRole")
        states = self.call(place, "org.a11y.atspi.Accessible", "GetState")
        if name is None or not (role and states):
            return None
        bits = states[0][0] | states[0][1] << 32
        on = frozenset(word for bit, word in STATES.items() if bits >> bit & 1)
        about = self._property(place, "Description") or ""
        return Node(place, name, ROLES.get(role[0], str(role[0])), on, about)

    def _property(self, place: Place, name: str) -> str | None:
        words = ("org.a11y.atspi.Accessible", name)
        told = self.call(place, "org.freedesktop.DBus.Properties", "Get", "ss", *words)
        return str(told[0][1]) if told else None

    def walk(self, place: Place | None = None, depth: int = 0) -> Iterator[tuple[Node, int]]:
        """Walk everything that shows below an object, or below all programs."""
        for child in self.children(place or (REGISTRY, ROOT)):
            node = self.node(child)
            if node is None or (depth > 0 and "showing" not in node.states):
                continue
            yield node, depth
            yield from self.walk(child, depth + 1)

    def text(self, place: Place) -> str:
        """Answer what stands in a text."""
        told = self.call(place, "org.a11y.atspi.Text", "GetText", "ii", 0, -1)
        return str(told[0]) if told else ""

    def language(self, place: Place) -> str:
        """Answer the language of an object, as ``ar_AE``."""
        return self._property(place, "Locale") or ""

    def level(self, place: Place) -> str:
        """Answer the level of a heading, "" for anything else."""
        told = self.call(place, "org.a11y.atspi.Accessible", "GetAttributes")
        return str(told[0].get("level", "")) if told else ""

    # --- acting -----------------------------------------------------------------------

    def press(self, node: Node) -> bool:
        """Do the first action of an object, as a screen reader's «activate» does."""
        told = self.call(node.place, "org.a11y.atspi.Action", "DoAction", "i", 0)
        return bool(told and told[0])

    def actions(self, node: Node) -> list[str]:
        """Answer the names of what can be done."""
        told = self.call(node.place, "org.a11y.atspi.Action", "GetActions")
        return [each[0] for each in told[0]] if told else []

    def grab(self, node: Node) -> bool:
        """Bring the keyboard to an object."""
        told = self.call(node.place, "org.a11y.atspi.Component", "GrabFocus")
        return bool(told and told[0])


@contextmanager
def accessibility_bus(environment: dict[str, str], folder: Path, reader: bool = True) -> Iterator[Bus]:
    """Run a private message bus for a virtual screen and answer a screen reader's end of it.

    ``environment`` gets the address, so that a program started with it finds the bus.
    ``reader``: the bus says that a screen reader is there, as one does when it starts.
    """
    read, write = os.pipe()
    assert any(Path(each).exists() for each in LAUNCHERS), "at-spi2-core is missing; test.sh installs it"
    with (folder / "bus.log").open("wb") as log:
        daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", f"--print-address={write}"],
            env=environment, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=log, start_new_session=True,
        )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            environment["DBUS_SESSION_BUS_ADDRESS"] = pipe.readline().strip()
        with open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"]) as session:
            status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            told = session.send_and_get_reply(new_method_call(status, "GetAddress"), timeout=SLOW)
            says = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
            session.send_and_get_reply(Properties(says).set("ScreenReaderEnabled", "b", reader), timeout=SLOW)
        with open_dbus_connection(told.body[0]) as line:
            bus = Bus(line)
            bus.listen()
            yield bus
    finally:
        daemon.terminate()  # what the bus started ends with it
        with suppress(subprocess.TimeoutExpired):
            daemon.wait(5)
