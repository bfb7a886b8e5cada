"""Files -> Pack: what a good one becomes."""

from __future__ import annotations

import dataclasses

import pytest

from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.rules import Add, AllOf, AtLeast, Clear, Equals, Filled, Go, Has, Not, Path, Say, Set
from tests.lessons.packs import APP, LESSON, changed, library, told, write


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    loaded = load_pack(write(tmp_path_factory.mktemp("library"), library()))
    assert loaded.pack
    return loaded.pack


def element(pack, name):
    screen = pack.apps["library"].screens[name.rpartition(".")[0]]
    return next(each for each in screen.elements if each.id == name)


def test_names_are_qualified_and_rows_events_and_classes_are_not(pack):
    app = pack.apps["library"]
    assert app.first == "library.home"
    assert set(app.tables) == {"library.books", "library.days"}
    assert [row["id"] for row in app.tables["library.books"].rows] == ["sea", "palm", "poems"]
    assert app.vars["library.day"].reset_by == ("library.book",)
    assert app.vars["library.loans"].fields == (("book", "library.books"), ("day", "library.days"))
    assert app.vars["library.picked"].records == "library.loans"


def test_an_element_keeps_what_its_author_wrote(pack):
    calendar = element(pack, "library.day.calendar")
    assert (calendar.rows, calendar.var, calendar.label) == ("library.days", "library.day", "{row.date:date}")
    assert calendar.open_if == Equals(Path("record", ("state",)), ("free",))
    assert calendar.do == (Go("library.confirm"),)
    assert isinstance(calendar.otherwise[0], Say)
    assert calendar.otherwise[0].key == "day_full"


def test_conditions_and_effects_become_values_with_paths(pack):
    confirm = element(pack, "library.confirm.confirm")
    promise, book, day = (Path(f"library.{name}") for name in ("promise", "book", "day"))
    assert confirm.on_if == AllOf((Equals(promise, (True,)), Filled((book, day))))
    assert confirm.do == (
        Add("library.loans", (("book", book), ("day", day))),
        Clear(("library.book", "library.day", "library.promise")),
        Go("library.done"),
    )


def test_a_lesson_names_its_apps_and_asks(pack):
    lesson = pack.lessons["borrow-book"]
    goal = Has("library.loans", Equals(Path("record", ("book",)), (Path("ask.book"),)))
    assert lesson.start == "library.home"
    assert lesson.ask[0].choices[0] == ("sea", "حِكَايَاتُ الْبَحْرِ")
    assert lesson.steps[-1].until == goal
    assert lesson.check.goal == goal
    assert lesson.check.draw == ("book",)
    assert lesson.course == "reading"


def test_a_pack_cannot_be_changed(pack):
    with pytest.raises(TypeError):
        pack.apps["other"] = None
    with pytest.raises(dataclasses.FrozenInstanceError):
        pack.apps["library"].name = "x"
    assert isinstance(hash(pack), int)


def test_an_element_that_is_only_shown_needs_no_id(tmp_path):
    loaded = changed(tmp_path, APP, "kind: text, id: none,", "kind: text,")
    assert loaded.pack.apps["library"].screens["library.loans"].elements[0].id == "library.loans.text_1"


def test_cards_are_read_unless_their_author_says_no(tmp_path):
    card = "{kind: card, id: card,"
    assert changed(tmp_path, APP, card, card).pack.apps["library"].screens["library.loan"].elements[0].read
    other = changed(tmp_path, APP, card, card + " read: false,")
    assert not other.pack.apps["library"].screens["library.loan"].elements[0].read


def test_a_sample_follows_from_a_test_that_can_tell_one(tmp_path):
    classes = "a: {equals: y}, b: {words: [n]}, c: {digits: 4}, d: {fewer_digits: 4}, e: {min: 1, sample: x}"
    app = changed(
        tmp_path, APP, "promise: {yesno: false}", "promise: {yesno: false}\n  t: {text: {" + classes + "}}"
    ).pack
    samples = [each.sample for each in app.apps["library"].vars["library.t"].classes]
    assert samples == ["y", "n", "1234", "123", "x"]


def test_a_mapping_or_list_of_effects_or_names_may_be_written_short(tmp_path):
    loaded = changed(tmp_path, APP, "do: [{go: loans}]", "do: {set: {promise: true}}")
    assert element(loaded.pack, "library.home.mine").do == (Set((("library.promise", True),)),)


def test_a_level_and_its_threshold(tmp_path):
    new = "promise: {yesno: false}\n  size: {level: 4, start: 2}"
    files = library()
    files[APP] = (
        files[APP]
        .replace("promise: {yesno: false}", new)
        .replace("show_if: {not: {has: loans}}", "show_if: {not: {size: {at_least: 3}}}")
    )
    pack = load_pack(write(tmp_path, files)).pack
    var = pack.apps["library"].vars["library.size"]
    assert (var.kind, var.most, var.start) == (VarKind.LEVEL, 4, 2)
    assert element(pack, "library.loans.none").show_if == Not(AtLeast(Path("library.size"), 3))


def shown_if(tmp_path, condition):
    loaded = changed(tmp_path, APP, "show_if: {not: {has: loans}}", "show_if: " + condition)
    return element(loaded.pack, "library.loans.none").show_if


def test_behind_a_dollar_sign_stands_a_variable_even_where_the_record_has_a_field_of_that_name(tmp_path):
    found = shown_if(tmp_path, "{has: loans, where: {book: $book, day: =day}}")
    book, day = found.where.parts
    assert book == Equals(Path("record", ("book",)), (Path("library.book"),))
    assert day == Equals(Path("record", ("day",)), (Path("record", ("day",)),))


def test_a_threshold_lies_on_the_scale(tmp_path):
    files = library()
    files[APP] = files[APP].replace("promise: {yesno: false}", "promise: {yesno: false}\n  size: {level: 4}")
    files[APP] = files[APP].replace("show_if: {not: {has: loans}}", "show_if: {size: {at_least: 5}}")
    assert "library.size goes up to 4 only" in " ".join(told(load_pack(write(tmp_path, files))))


def test_how_many_records_must_fit(tmp_path):
    assert shown_if(tmp_path / "a", "{has: loans, at_least: 2}") == Has("library.loans", None, 2)
    assert shown_if(tmp_path / "b", "{has: loans, exactly: 0}") == Has("library.loans", None, 1, 0)


def test_a_list_keeps_as_many_records_as_its_author_says(tmp_path):
    most = [changed(tmp_path / name, APP, ", max: 6", text).pack.apps["library"].vars["library.loans"].most
            for name, text in (("a", ", max: 6"), ("b", ""))]  # fmt: skip
    assert most == [6, 8]


def test_only_some_rows_are_asked_for(tmp_path):
    loaded = changed(tmp_path, LESSON, "words: name,", "words: name, only: [sea, poems],")
    assert [value for value, _ in loaded.pack.lessons["borrow-book"].ask[0].choices] == ["sea", "poems"]


def test_a_column_whose_ids_are_in_two_tables_leads_nowhere(tmp_path):
    files = library()
    files[APP] = files[APP].replace(
        "tables:\n", "tables:\n  a: [{id: x}]\n  b: [{id: x}]\n  c: [{id: y, to: x}]\n"
    )
    files[APP] = (
        files[APP].replace("vars:\n", "vars:\n  c: {row: c}\n").replace('"{book.name}"', '"{c.to.id}"')
    )
    assert "“to” is a plain value and has no columns" in " ".join(told(load_pack(write(tmp_path, files))))


def test_go_does_not_leave_the_app(tmp_path):
    files = library()
    files["apps/other.yaml"] = files[APP].replace("app: library", "app: other")
    files[APP] = files[APP].replace("do: [{go: loans}]", "do: [{go: other.home}]")
    assert "write “open: other.home”" in " ".join(told(load_pack(write(tmp_path, files))))
