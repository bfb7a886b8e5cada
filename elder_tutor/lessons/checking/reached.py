"""When a gate counts as reached while the proof walks."""

from __future__ import annotations

from collections.abc import Hashable
from typing import cast

from elder_tutor.lessons.device.conditions import compile_test, find, unfit_test
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import Condition, Every
from elder_tutor.lessons.wayfinding.graph import Reached


def reached_test(phone: Phone, gate: Condition) -> Reached:
    """Answer the test of a gate; of "every" it asks for the record in focus only."""
    test = compile_test(phone.atlas, gate)
    if not isinstance(gate, Every) or gate.records not in phone.atlas.slots:
        return lambda state, _: test(Scene(phone.atlas, state, phone.seed))
    unfit = unfit_test(phone.atlas, gate)
    slot = phone.atlas.slots[gate.records]

    def reached(state: PhoneState, focus: Hashable) -> bool:
        scene = Scene(phone.atlas, state, phone.seed)
        if focus is None:
            return test(scene)
        scene.record = find(scene.records(slot), cast("int", focus))
        return scene.record is None or not unfit(scene)

    return reached
