"""The author's own sentences, filled with what this attempt asks for and what the phone holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Lesson, Value
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import Text
from elder_tutor.text.phrase import Phrase


class LessonWords:
    """Turn a lesson's texts into phrases; ``{ask.clinic}`` is filled with the words of its value."""

    def __init__(self, phone: Phone, lesson: Lesson, ask: Mapping[str, Value]) -> None:
        self._phone = phone
        self._spoken = spoken_ask(lesson, ask)

    def of(self, texts: Iterable[Text], state: PhoneState) -> tuple[Phrase, ...]:
        """Answer the texts as phrases, in order."""
        made = (self.one(text, state) for text in texts)
        return tuple(phrase for phrase in made if phrase is not None)

    def one(self, text: Text, state: PhoneState) -> Phrase | None:
        """Answer one text as a phrase; None when it is empty."""
        if not text:
            return None
        if "{" not in text:
            return Phrase(text, self._phone.domain)
        scene = Scene(self._phone.atlas, state, self._phone.seed, self._spoken)
        return self._phone.captions.compile(text, "")(scene)


def spoken_ask(lesson: Lesson, ask: Mapping[str, Value]) -> Mapping[str, Value]:
    """Answer, for everything that varies, the words of its value (the value itself without words)."""
    found: dict[str, Value] = {}
    for each in lesson.ask:
        value = ask.get(each.name, each.follow)
        found[each.name] = next((words for choice, words in each.choices if choice == value), "") or value
    return found
