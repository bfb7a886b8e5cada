"""What a pack must satisfy beyond its schema, each by one slip in the first pack."""

from __future__ import annotations

import re

import pytest

from elder_tutor import resources
from elder_tutor.lessons.checking.words import sentences, words_in
from elder_tutor.lessons.checks import check_pack, run_check
from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.reading.faults import Severity
from tests.lessons.packs import APP, LESSON, changed, library, line_of, write

LONG = "هٰذِهِ جُمْلَةٌ " + "طَوِيلَةٌ " * 13
CODE = """  book: {row: books}
  otp: {code: 6}
  typed: {text: {right: {equals: $otp}}}
"""
FIELD = "- {kind: code, id: code, label: الرَّمْزُ, var: typed}\n      - {kind: text, id: welcome,"
ERRORS = [
    (APP, "label: كُتُبِي\n", "label: كتبي\n", "not vowelled: كتبي"),
    (APP, "text: حَرِّكُوا", "text: حركوا", "not vowelled: حركوا"),
    (LESSON, "say: اِخْتَارُوا كِتَابَ", "say: اختاروا كِتَابَ", "not vowelled: اختاروا"),
    (APP, "        label: كُتُبِي\n", "", "this tile has no “label”"),
    (APP, 'label: "{row.name}", var', "var", "this list has no “label”"),
    (APP, ", text: أَهْلًا بِكُمْ فِي مَكْتَبَةِ الْحَيِّ.", "", "this text has no “text”"),
    (
        APP,
        "{say: promise_off, text: حَرِّكُوا الْمِفْتَاحَ أَوَّلًا إِنْ وَافَقْتُمْ.}",
        "{say: other}",
        "“other” is said and has no words",
    ),
    (APP, "title: كُتُبِي\n    back: home", "title: كُتُبِي\n    back: loan", "“back” goes round in a circle"),
    (APP, "icon: plus", "icon: pluss", "there is no icon “pluss”. Did you mean “plus”?"),
    (LESSON, "said: day_full", "said: day_fool", "nothing ever says “day_fool”. Did you mean “day_full”?"),
    (LESSON, "said: day_full", "stopped: day_full", "nothing ever stops for “day_full”"),
    (LESSON, "«{ask.book}»", "«حِكَايَاتُ الْبَحْرِ»", "the sentence does not say which “book” is wanted"),
]
WARNINGS = [
    (APP, "{id: palm, name: زِرَاعَةُ", "{id: palm, name: زراعة", "not vowelled: زراعة"),
    (LESSON, "- أَهْلًا وَسَهْلًا بِكُمْ.", f"- {LONG}.", "this sentence has 15 words"),
    (APP, "do: [{go: loans}]", "do: [{go: home}]", "no way leads to this screen"),
    (
        APP,
        "id: mine\n",
        "id: mine\n        on_if: {filled: [book]}\n",
        "a touch while this is not so says nothing",
    ),
    (APP, "label: كُتُبِي\n", "label: اِسْتِعَارَةُ كِتَابٍ\n", "stands twice on this screen"),
    (APP, "        do: [{go: loans}]\n", "", "this tile does nothing"),
    (APP, "do: [{go: loans}]", "do: [{send: hello}, {go: loans}]", "no app has an event “hello”"),
    (APP, "vars:\n", "events: {hello: [{clear: [book]}]}\nvars:\n", "nobody sends “hello”"),
    (
        LESSON,
        "minutes: 8",
        "minutes: 8\nneeds: [fly]",
        "there is no lesson “fly” in this pack; it counts as done",
    ),
    (LESSON, "    until: {has: library.loans, where: {book: $ask.book}}\n", "", "no step has “until”"),
    (
        LESSON,
        "  goal: {has: library.loans, where: {book: $ask.book}}",
        "  goal: {has: library.loans}",
        "neither the start nor the check's goal uses it",
    ),
    (
        APP,
        "{say: day_full, text: الْمَكْتَبَةُ مُغْلَقَةٌ فِي هٰذَا الْيَوْمِ. جَرِّبُوا يَوْمًا آخَرَ.}",
        "{say: day_full}",
        "has words in a lesson only",
    ),
]


def findings(tmp_path, file, old, new):
    return check_pack(changed(tmp_path, file, old, new), icons=resources.assets() / "icons")


def messages(found, severity):
    return [fault.message for fault in found if fault.severity is severity]


@pytest.mark.parametrize(("file", "old", "new", "sentence"), ERRORS, ids=[slip[3][:30] for slip in ERRORS])
def test_the_check_finds_an_error(tmp_path, file, old, new, sentence):
    found = findings(tmp_path, file, old, new)
    assert any(sentence in message for message in messages(found, Severity.ERROR))


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"), WARNINGS, ids=[slip[3][:30] for slip in WARNINGS]
)
def test_the_check_warns(tmp_path, file, old, new, sentence):
    found = findings(tmp_path, file, old, new)
    assert any(sentence in message for message in messages(found, Severity.WARNING))
    assert messages(found, Severity.ERROR) == []


def test_a_finding_has_the_line_of_the_text(tmp_path):
    (fault,) = findings(tmp_path, APP, "label: كُتُبِي\n", "label: كتبي\n")
    assert (fault.file, fault.line) == (APP, line_of(APP, "label: كُتُبِي"))
    assert fault.path == "screens.home.elements[2].label"


def test_words_are_looked_at_even_when_a_reference_is_wrong(tmp_path):
    files = library()
    files[APP] = (
        files[APP].replace("remove: picked", "remove: pcked").replace("label: كُتُبِي\n", "label: كتبي\n")
    )
    found = check_pack(load_pack(write(tmp_path, files)))
    assert messages(found, Severity.ERROR) == [
        "not vowelled: كتبي",
        "library has no variable “pcked”. Did you mean “picked”?",
    ]


def test_a_step_on_a_screen_that_no_way_leads_to_is_an_error(tmp_path):
    files = library()
    files[APP] = files[APP].replace("do: [{clear: [book, day, promise]}, {go: books}]", "do: [{go: loans}]")
    found = messages(check_pack(load_pack(write(tmp_path, files))), Severity.ERROR)
    assert "no way leads to the screen of “library.books.list”" in found


def test_a_code_that_is_shown_nowhere_cannot_be_known(tmp_path):
    files = library()
    files[APP] = (
        files[APP].replace("  book: {row: books}\n", CODE).replace("- {kind: text, id: welcome,", FIELD)
    )
    found = messages(check_pack(load_pack(write(tmp_path, files))), Severity.ERROR)
    assert found == ["nothing ever shows library.otp: a learner could not know what to write"]
    files[APP] = files[APP].replace("أَهْلًا بِكُمْ فِي مَكْتَبَةِ الْحَيِّ.", '"{otp:code}"')
    assert check_pack(load_pack(write(tmp_path, files))) == ()


def test_a_password_that_stands_nowhere_cannot_be_known(tmp_path):
    files = library()
    text = "  book: {row: books}\n  typed: {text: {right: {equals: نَخْلَةٌ}}}\n"
    field = "- {kind: field, id: word, label: الْكَلِمَةُ, var: typed}\n      - {kind: text, id: welcome,"
    files[APP] = (
        files[APP].replace("  book: {row: books}\n", text).replace("- {kind: text, id: welcome,", field)
    )
    found = messages(check_pack(load_pack(write(tmp_path, files))), Severity.WARNING)
    assert found == ["“نَخْلَةٌ” stands nowhere in the pack: a learner could not know what to write"]


def test_what_an_event_reads_every_sender_must_give(tmp_path):
    files = library()
    files[APP] = files[APP].replace("vars:\n", "events: {hello: [{set: {book: $arg.book}}]}\nvars:\n")
    files[APP] = files[APP].replace("do: [{go: loans}]", "do: [{send: hello, with: {bok: sea}}, {go: loans}]")
    found = messages(check_pack(load_pack(write(tmp_path, files))), Severity.ERROR)
    assert found == ["$arg.book is read here, and somebody sends “hello” without it"]


def test_one_sender_of_two_that_forgets_is_enough(tmp_path):
    files = library()
    files[APP] = files[APP].replace("vars:\n", "events: {hello: [{set: {book: $arg.book}}]}\nvars:\n")
    files[APP] = files[APP].replace(
        "{go: loans}]", "{send: hello, with: {book: sea}}, {send: hello}, {go: loans}]", 1
    )
    found = messages(check_pack(load_pack(write(tmp_path, files))), Severity.ERROR)
    assert found == ["$arg.book is read here, and somebody sends “hello” without it"]


def test_an_app_that_is_only_opened_by_another_is_reached(tmp_path):
    files = library()
    screens = "screens: {home: {title: آ, elements: []}}\n"
    files["apps/quiz.yaml"] = "app: quiz\nname: آ\nicon: notes\nhidden: true\nfirst: home\n" + screens
    assert [fault.file for fault in check_pack(load_pack(write(tmp_path, files)))] == ["apps/quiz.yaml"]
    files[APP] = files[APP].replace("do: [{go: loans}]", "do: [{open: quiz}, {go: loans}]")
    assert check_pack(load_pack(write(tmp_path, files))) == ()


def test_an_app_that_a_lesson_uses_must_stand_in_its_list(tmp_path):
    other = "app: other\nname: آ\nicon: notes\nfirst: home\nscreens: {home: {title: آ, elements: []}}\n"
    files = library() | {"apps/other.yaml": other}
    files[LESSON] = files[LESSON].replace("apps: [library]", "apps: [other]")
    found = messages(check_pack(load_pack(write(tmp_path, files))), Severity.ERROR)
    assert set(found) == {"the lesson needs the app “library”; add it to “apps”"}


def test_what_is_drawn_to_ready_the_phone_need_not_be_said(tmp_path):
    old = "start: {open: library.home}"
    new = "start: {open: library.home, do: [{set: {library.book: $ask.book}}]}"
    files = library()
    files[LESSON] = (
        files[LESSON]
        .replace(old, new)
        .replace("where: {book: $ask.book}}\n  passed", "where: {book: sea}}\n  passed")
    )
    files[LESSON] = files[LESSON].replace("«{ask.book}»", "«حِكَايَاتُ الْبَحْرِ»")
    assert check_pack(load_pack(write(tmp_path, files))) == ()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("وَاحِدَةٌ اثْنَتَانِ. ثَلَاثٌ!", [2, 1]),
        ("اِضْغَطُوا عَلَى «اِسْمٌ طَوِيلٌ جِدًّا» الْآنَ.", [3]),
        ("مَوْعِدُكُمْ {day.date:date}، فِي {slot.start:time}", [4]),
        ("هَلْ فَهِمْتُمْ؟ نَعَمْ", [2, 1]),
        ("قَالَ: نَعَمْ – وَمَضَى", [3]),
    ],
)
def test_words_are_counted_by_sentence_and_labels_are_not(text, counts):
    assert [words_in(sentence) for sentence in sentences(text)] == counts


# --- translations ------------------------------------------------------------------


def po(tmp_path, entries):
    file = tmp_path / "t" / "en" / "LC_MESSAGES" / "library.po"
    file.parent.mkdir(parents=True)
    blocks = [f"{flag}msgid {quoted(key)}\nmsgstr {quoted(words)}\n" for key, words, flag in entries]
    file.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n' + "\n".join(blocks))
    return tmp_path / "t"


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


def english(tmp_path, *entries):
    loaded = load_pack(write(tmp_path / "library", library()))
    found = check_pack(loaded, po(tmp_path, entries))
    return {(fault.line, fault.message) for fault in found if fault.file == "pack.yaml"}


def test_without_a_file_of_translations_there_is_one_warning(tmp_path):
    loaded = load_pack(write(tmp_path / "library", library()))
    (fault,) = check_pack(loaded, tmp_path)
    assert "there is no English translation" in fault.message
    assert fault.severity is Severity.WARNING


def test_a_text_without_a_translation_is_named(tmp_path):
    assert english(tmp_path) == {(2, "English: not translated")}


def test_a_translation_that_is_only_a_guess_does_not_count(tmp_path):
    assert english(tmp_path, ("مَكْتَبَةُ الْحَيِّ", "The library", "#, fuzzy\n")) == {(2, "English: not translated")}


def test_a_text_with_a_translation_is_not(tmp_path):
    assert english(tmp_path, ("مَكْتَبَةُ الْحَيِّ", "The library", "")) == set()


def test_a_pack_may_bring_its_own_translations(tmp_path):
    folder = write(tmp_path / "library", library())
    po(tmp_path, [("مَكْتَبَةُ الْحَيِّ", "The library", "")]).rename(folder / "translations")
    found = check_pack(load_pack(folder), tmp_path)
    assert "pack.yaml" not in {fault.file for fault in found}
    assert len(found) > 10


def test_a_translation_must_name_the_same_values(tmp_path):
    key = "وَالْآنَ دُونَ مُسَاعَدَةٍ: اِسْتَعِيرُوا كِتَابَ «{ask.book}»."
    loaded = load_pack(write(tmp_path / "library", library()))
    found = check_pack(loaded, po(tmp_path, [(key, "Borrow “{ask.buk}”.", "")]))
    assert any("the values differ" in fault.message for fault in found)


# --- the report ------------------------------------------------------------------


def test_the_report_counts_and_says_what_was_proved(tmp_path):
    report = run_check(write(tmp_path / "library", library()), tmp_path, cores=1)
    assert (report.errors, report.warnings, report.exit_code) == (0, 2, 0)
    assert report.lines()[-2].startswith("library: 0 errors, 2 warnings in 1 apps, 7 screens, 1 lessons")
    assert re.fullmatch(r"1 lesson, 2 gates, [1-9]\d* keys proved, \d+ tested only", report.lines()[-1])


def test_the_report_names_the_keys_of_every_gate_when_asked(tmp_path):
    report = run_check(write(tmp_path / "library", library()), tmp_path, cores=1)
    told = [line for line in report.lines(nodes=True) if line.startswith("borrow-book/")]
    assert len(told) == 2
    assert all(re.search(r": \d+ keys$", line) for line in told)


def test_an_error_makes_exit_code_1_and_stands_first(tmp_path):
    files = library()
    files[LESSON] = files[LESSON].replace("said: day_full", "said: x")
    report = run_check(write(tmp_path / "library", files), tmp_path)
    # the one slip is told twice: nothing says this key, and so the mistake cannot happen
    assert (report.errors, report.exit_code) == (2, 1)
    assert ": error: " in report.lines()[0]


def test_a_folder_without_a_pack_is_reported(tmp_path):
    report = run_check(tmp_path / "nothing")
    assert report.exit_code == 2
    assert "there is no pack.yaml" in report.lines()[0]


@pytest.mark.long
@pytest.mark.timeout(600)
def test_the_proof_finds_no_error_in_the_core_pack():
    assert [
        fault
        for fault in run_check(resources.assets() / "packs" / "core").faults
        if fault.severity is Severity.ERROR
    ] == []


QUIZ = (
    "app: quiz\nname: آ\nicon: notes\nhidden: true\nfirst: home\nscreens: {home: {title: آ, elements: []}}\n"
)


def test_an_event_leads_to_the_screens_that_its_handlers_open(tmp_path):
    files = library() | {"apps/quiz.yaml": QUIZ + "events: {ring: [{open: quiz.home}]}\n"}
    files[APP] = files[APP].replace("do: [{go: loans}]", "do: [{send: ring}, {go: loans}]")
    assert check_pack(load_pack(write(tmp_path, files))) == ()


def test_back_is_a_way_too(tmp_path):
    files = library() | {
        "apps/quiz.yaml": QUIZ.replace("}}\n", "}, deep: {title: آ, back: home, elements: []}}\n")
    }
    files[APP] = files[APP].replace("do: [{go: loans}]", "do: [{open: quiz.deep}, {go: loans}]")
    assert check_pack(load_pack(write(tmp_path, files))) == ()
