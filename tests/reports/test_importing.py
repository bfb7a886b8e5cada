from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from elder_tutor.progress.intake import Newcomer
from elder_tutor.progress.people import Learner, pictures
from elder_tutor.reports.importing import ListTrouble, Preview, harmless, picture_named, preview, preview_file
from elder_tutor.reports.sheets import UnreadableFile, rows_of

HERE = (Learner("1", "أم خالد", "dallah", "", 0, None),)


def judged(text: str) -> Preview:
    rows = tuple((number, tuple(line.split(","))) for number, line in enumerate(text.splitlines(), 1))
    return preview(rows, HERE, ["الأحد"], Random(1))


def told(found: Preview) -> list[tuple[int, str]]:
    return [(fault.row, fault.what.key.format_map(dict(fault.what.values))) for fault in found.faults]


@pytest.mark.parametrize("head", ["name", "NAME", "الاسم", "الاسْمُ", "اسم المتعلم", "Full_Name", " Learner "])
def test_a_head_is_known_however_it_is_written(head: str) -> None:
    assert judged(f"x,{head}\n,منى").newcomers[0].name == "منى"


def test_columns_stand_in_any_order() -> None:
    found = judged("المجموعة,الصورة,الاسم\nالأحد,نخلة,منى")
    assert found.newcomers == (Newcomer("منى", "palm", "الأحد"),)


def test_without_a_column_of_names_nothing_is_taken() -> None:
    with pytest.raises(ListTrouble, match="name"):
        judged("group,picture\nA,palm")


def test_every_fault_is_told_with_its_row() -> None:
    found = judged(
        f"name,picture,group\n,palm,\n{'x' * 41},,\nمنى,apple,\nأم خالد,dallah,\nهيا,rose,{'y' * 41}"
    )
    assert [row for row, _ in told(found)] == [2, 3, 4, 5, 6]
    assert [words.split()[1] for _, words in told(found)] == ["name", "name", "is", "خالد”", "name"]
    assert found.newcomers == ()
    assert found.left_out == 5


def test_a_twin_in_the_list_names_the_row_of_the_first() -> None:
    found = judged("name,picture\nمنى,palm\nمنى,palm\nمنى,rose")
    assert [one.picture for one in found.newcomers] == ["palm", "rose"]
    assert "row 2" in told(found)[0][1]


def test_empty_rows_are_passed_over_and_keep_the_numbers_right() -> None:
    found = judged("name\n\nمنى\n \n" + "x" * 41)
    assert (found.empty, told(found)[0][0]) == (2, 5)


def test_more_than_two_thousand_rows_are_refused() -> None:
    rows = "\n".join(f"n{number}" for number in range(2001))
    with pytest.raises(ListTrouble, match="2000"):
        judged("name\n" + rows)


def test_groups_that_would_be_made_are_named_once() -> None:
    found = judged("name,group\na,الأحد\nb,الاثنين\nc,الاثنين")
    assert found.new_groups == ("الاثنين",)


def test_pictures_are_drawn_among_those_the_fewest_have() -> None:
    names = "\n".join(f"n{number}" for number in range(len(pictures()) - 1))
    found = judged("name\n" + names)
    assert sorted(one.picture for one in found.newcomers) == [one for one in pictures() if one != "dallah"]


def test_the_same_chance_draws_the_same_pictures() -> None:
    assert judged("name\na\nb\nc") == judged("name\na\nb\nc")


def test_when_a_name_stands_with_every_picture_it_is_a_twin() -> None:
    rows = "\n".join(["same"] * (len(pictures()) + 1))
    found = judged("name\n" + rows)
    assert (len(found.newcomers), found.left_out) == (len(pictures()), 1)


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3", "＝1", "'=1+1"])
def test_a_formula_is_made_harmless_and_told(text: str) -> None:
    name, tamed = harmless(text)
    assert tamed
    assert not name.startswith(("=", "+", "-", "@", "＝", "'"))


def test_a_name_with_a_hyphen_inside_stays() -> None:
    assert harmless("Anne-Marie") == ("Anne-Marie", False)


@pytest.mark.parametrize("word", ["palm", "PALM", "نخلة", "نَخْلَة", "النخله", "palm_tree"])
def test_a_picture_is_known_by_its_word_in_both_languages(word: str) -> None:
    assert picture_named(word) == "palm"


def test_pictures_of_the_lessons_belong_to_nobody() -> None:
    assert not any(key.startswith(("shot-", "card-")) for key in pictures())


# --- files --------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_text_is_read_in_its_encoding_and_with_its_delimiter(
    tmp_path: Path, encoding: str, between: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(f"الاسم{between}الصورة\r\nأم سعيد{between}نخلة\r\n".encode(encoding))
    assert preview_file(file, (), (), Random(1)).newcomers == (Newcomer("أم سعيد", "palm"),)


def test_a_workbook_is_read_with_its_row_numbers(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    for row in (["name", "group"], [None, None], ["منى", 7], [None, "x"]):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    found = preview_file(tmp_path / "list.xlsx", (), (), Random(1))
    assert [(one.name, one.group) for one in found.newcomers] == [("منى", "7")]
    assert [fault.row for fault in found.faults] == [4]


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04 no workbook", b"\x00\x01\x02\x03", b"\x89PNG\r\n\x1a\n\x00", b"%PDF-1.7\x01"]
)
def test_what_is_no_table_is_told_in_one_sentence(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "list.csv").write_bytes(raw)
    with pytest.raises((UnreadableFile, ListTrouble)):
        preview_file(tmp_path / "list.csv", (), (), Random(1))


def test_a_file_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"gone\.csv"):
        rows_of(tmp_path / "gone.csv")


def test_a_quoted_cell_may_hold_the_delimiter(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text('name,group\n"منى, أم سعد",A\n', encoding="utf-8")
    assert rows_of(tmp_path / "list.csv")[1] == (2, ("منى, أم سعد", "A"))
