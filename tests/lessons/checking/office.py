"""A small sound pack, and dead ends to plant in it: what stands there, what is put there, what is told."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

APP, LESSON = "apps/office.yaml", "courses/desk/visit.yaml"

PACK = "pack: office\nname: اَلْمَكْتَبُ\nlanguage: ar\nhome: [office]\ncourses: [desk]\n"
COURSE = "course: desk\nname: اَلْمَكْتَبُ\nicon: notes\nlessons: [visit]\n"
OFFICE = """\
app: office
name: اَلْمَكْتَبُ
icon: notes
first: home
tables:
  clinics:
    - {id: eye, name: اَلْعُيُونُ}
    - {id: skin, name: اَلْجِلْدُ}
  doctors:
    - {id: maryam, name: مَرْيَمُ, clinic: eye}
    - {id: hind, name: هِنْدٌ, clinic: skin}
  texts:
    - {id: card, name: بِطَاقَةٌ, fraud: true}
    - {id: club, name: لِقَاءٌ, fraud: false}
vars:
  code: {code: 4}
  typed: {text: {right: {equals: $code}}}
  locked: {yesno: false}
  entered: {yesno: false}
  consent: {one_of: ["yes", "no"]}
  clinic: {row: clinics}
  doctor: {row: doctors, reset_by: clinic}
  period: {one_of: [morning, evening]}
  visits: {records: {clinic: clinics, doctor: doctors, period: ""}}
  mail:
    records: {msg: texts, marked: "", place: ""}
    start:
      - {msg: card, marked: false, place: inbox}
      - {msg: club, marked: false, place: inbox}
  letter: {record: mail}
screens:
  home:
    title: اَلْمَكْتَبُ
    elements:
      - {kind: button, id: enter, label: دُخُولٌ, do: [{new_code: code}, {go: code}]}
      - {kind: button, id: mail, label: اَلْبَرِيدُ, do: [{go: mail}]}
  code:
    title: اَلرَّمْزُ
    back: home
    elements:
      - {kind: text, id: sent, text: "{code:code}"}
      - {kind: code, id: code, label: اَلرَّمْزُ, var: typed}
      - kind: button
        id: verify
        label: تَأْكِيدٌ
        on_if: {typed: right, locked: false}
        do: [{set: {entered: true}}, {clear: [typed, clinic, doctor, period, consent]}, {go: consent}]
        else: [{say: wrong_code, text: اَلرَّمْزُ غَيْرُ صَحِيحٍ.}]
  consent:
    title: اَلْمُوَافَقَةُ
    back: home
    elements:
      - {kind: option, id: "yes", label: نَعَمْ, var: consent, value: "yes", do: [{go: clinic}]}
      - {kind: option, id: "no", label: لَا, var: consent, value: "no", do: [{go: refused}]}
  refused:
    title: لَا بَأْسَ
    back: home
    elements:
      - {kind: button, id: again, label: رُجُوعٌ إِلَى السُّؤَالِ, do: [{go: consent}]}
  clinic:
    title: اَلْعِيَادَةُ
    back: home
    elements:
      - {kind: list, id: list, rows: clinics, label: "{row.name}", var: clinic, do: [{go: doctor}]}
  doctor:
    title: اَلطَّبِيبُ
    back: clinic
    elements:
      - kind: list
        id: list
        rows: doctors
        where: {clinic: $clinic}
        label: "{row.name}"
        var: doctor
        do: [{go: period}]
  period:
    title: اَلْفَتْرَةُ
    back: doctor
    elements:
      - {kind: option, id: morning, label: صَبَاحًا, var: period, value: morning}
      - {kind: option, id: evening, label: مَسَاءً, var: period, value: evening}
      - kind: button
        id: send
        label: إِرْسَالٌ
        on_if: {filled: [clinic, doctor, period]}
        do:
          - {add: visits, with: {clinic: $clinic, doctor: $doctor, period: $period}}
          - {clear: [clinic, doctor, period, consent]}
          - {go: done}
        else: [{say: not_filled, text: اِخْتَارُوا اَلْفَتْرَةَ أَوَّلًا.}]
  done:
    title: تَمَّ
    back: home
    elements: [{kind: card, id: ref, text: وَصَلَ الطَّلَبُ}]
  mail:
    title: اَلْبَرِيدُ
    back: home
    elements:
      - {kind: list, id: list, rows: mail, where: {place: inbox}, label: "{row.msg.name}", var: letter,
         do: [{go: letter}]}
      - {kind: button, id: bin, label: سَلَّةُ الْمَحْذُوفَاتِ, do: [{go: bin}]}
  letter:
    title: اَلرِّسَالَةُ
    back: mail
    elements:
      - kind: button
        id: mark
        label: إِبْلَاغٌ
        do: [{change: letter, with: {marked: true}}]
      - kind: button
        id: delete
        label: حَذْفٌ
        do: [{change: letter, with: {place: bin}}, {go: mail}]
  bin:
    title: سَلَّةُ الْمَحْذُوفَاتِ
    back: mail
    elements:
      - kind: list
        id: list
        rows: mail
        where: {place: bin}
        label: "{row.msg.name}"
        var: letter
        do: [{change: letter, with: {place: inbox}}, {go: mail}]
"""
VISIT = """\
lesson: visit
revision: 1
title: زِيَارَةٌ
icon: notes
minutes: 5
apps: [office]
start: {open: office.home}
ask:
  period:
    one_of: {morning: اَلصَّبَاحُ, evening: اَلْمَسَاءُ}
    follow: morning
opening: أَهْلًا بِكُمْ.
goal: اُطْلُبُوا زِيَارَةً.
steps:
  - id: marked
    name: اَلْإِبْلَاغُ
    touch: office.letter.mark
    until: {has: office.mail, where: {msg: card, marked: true}}
    say: اِضْغَطُوا عَلَى «إِبْلَاغٌ».
  - id: send
    name: اَلْإِرْسَالُ
    touch: office.period.send
    until: {has: office.visits, where: {clinic: eye, period: $ask.period}}
    say: اِضْغَطُوا عَلَى «إِرْسَالٌ».
mistakes:
  - {id: code, said: wrong_code, say: اَلرَّمْزُ غَيْرُ صَحِيحٍ.}
check:
  ask: {period: draw}
  say: "وَالْآنَ وَحْدَكُمْ: اُطْلُبُوا زِيَارَةً فِي {ask.period}."
  goal: {has: office.visits, where: {clinic: eye, period: $ask.period}}
  passed: أَحْسَنْتُمْ.
  not_yet: بَقِيَ شَيْءٌ.
praise: أَحْسَنْتُمْ.
remember: اَلْمُوَافَقَةُ لَكُمْ.
"""


def office() -> dict[str, str]:
    """Answer the files of the sound pack, name -> content."""
    return {"pack.yaml": PACK, "courses/desk/course.yaml": COURSE, APP: OFFICE, LESSON: VISIT}


class Plant(NamedTuple):
    """A change of the app that leaves a learner stuck, and what is told of it."""

    changes: tuple[tuple[str, str], ...]
    step: str
    told: str


TO_CONSENT = (
    "1. office.home.enter «دخول»; 2. office.code.code «الرمز» ← “{code}”; 3. office.code.verify «تأكيد»; "
)
PLANTS = {
    "a code screen that locks after a wrong code": Plant(
        (("else: [{say: wrong_code,", "else: [{set: {locked: true}}, {say: wrong_code,"),),
        "send",
        "dead end: after 2 actions no way leads here any more: "
        "1. office.home.enter «دخول»; 2. office.code.verify «تأكيد»",
    ),
    "a consent that cannot be given after no": Plant(
        (
            (
                'value: "yes", do: [{go: clinic}]}',
                'value: "yes", on_if: {not: {consent: "no"}}, do: [{go: clinic}], '
                "else: [{say: said_no, text: لَا.}]}",
            ),
            ("{clear: [typed, clinic, doctor, period, consent]}", "{clear: [typed, clinic, doctor, period]}"),
            ("{clear: [clinic, doctor, period, consent]}", "{clear: [clinic, doctor, period]}"),
        ),
        "send",
        f"dead end: after 4 actions no way leads here any more: {TO_CONSENT}4. office.consent.no «لا»",
    ),
    "a period used up by the wrong request": Plant(
        (
            (
                "var: period, value: morning}",
                "var: period, value: morning, show_if: {not: {has: visits, where: {period: morning}}}}",
            ),
        ),
        "send",
        f"dead end: after 8 actions no way leads here any more: {TO_CONSENT}4. office.consent.yes «نعم»; "
        "5. office.clinic.list «الجلد»; 6. office.doctor.list «هند»; 7. office.period.morning «صباحًا»; "
        "8. office.period.send «إرسال»",
    ),
    "a clinic without doctors": Plant(
        (("name: مَرْيَمُ, clinic: eye}", "name: مَرْيَمُ, clinic: skin}"),),
        "send",
        "this can never be reached: there is no way to it from the start",
    ),
    "a message that can be deleted before it is marked": Plant(
        (("do: [{change: letter, with: {place: bin}}, {go: mail}]", "do: [{remove: letter}, {go: mail}]"),),
        "marked",
        "dead end: after 3 actions no way leads here any more: "
        "1. office.home.mail «البريد»; 2. office.mail.list «بطاقة»; 3. office.letter.delete «حذف»",
    ),
}


def planted(name: str) -> dict[str, str]:
    """Answer the files of the pack with a dead end in it."""
    files = office()
    for old, new in PLANTS[name].changes:
        assert old in files[APP], old
        files[APP] = files[APP].replace(old, new, 1)
    return files


def put(folder: Path, files: dict[str, str]) -> Path:
    """Write a pack's files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
