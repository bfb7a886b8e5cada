"""The compiled pack on disk: quick, checked, trusted as little as the pack itself."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys

import pytest

from elder_tutor.lessons.catalog import open_catalog, read_one
from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.model import Pack
from elder_tutor.lessons.reading import cache
from elder_tutor.lessons.reading.files import pack_files
from tests.lessons.packs import APP, library, write


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "library", library())


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "cache"


def only_file(kept):
    (file,) = kept.iterdir()
    return file


def test_a_pack_from_the_cache_is_the_pack_that_was_loaded(folder, kept):
    loaded = load_pack(folder).pack
    assert read_one(folder, kept)[0] == loaded
    again, faults = read_one(folder, kept)
    assert again == loaded
    assert faults == ()
    assert repr(again) == repr(loaded)


def test_reading_from_the_cache_needs_neither_pydantic_nor_yaml_nor_the_loader(folder, kept):
    open_catalog([folder], kept)
    code = (
        "import sys; from pathlib import Path; from elder_tutor.lessons.catalog import open_catalog;"
        "c = open_catalog([Path(sys.argv[1])], Path(sys.argv[2])); assert c.lesson('borrow-book');"
        "print({'pydantic', 'yaml', 'babel', 'click', 'elder_tutor.lessons.loader'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder, kept], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_a_change_of_any_file_is_seen(folder, kept):
    read_one(folder, kept)
    write(folder, {APP: library()[APP].replace("first: home", "first: books")})
    assert read_one(folder, kept)[0].apps["library"].first == "library.books"


def test_a_fault_that_comes_later_is_seen_and_one_that_goes_too(folder, kept):
    read_one(folder, kept)
    write(folder, {APP: library()[APP] + "x: y\n"})
    assert read_one(folder, kept)[0] is None
    write(folder, library())
    assert read_one(folder, kept)[0] is not None


def test_a_new_file_is_seen(folder, kept):
    before = cache.key_of(pack_files(folder), folder)
    write(folder, {"apps/other.yaml": library()[APP]})
    assert cache.key_of(pack_files(folder), folder) != before


def test_another_version_of_the_program_reads_anew(folder, monkeypatch):
    before = cache.key_of(pack_files(folder), folder)
    monkeypatch.setattr(cache, "__version__", "99")
    assert cache.key_of(pack_files(folder), folder) != before


def test_content_that_moves_from_one_file_to_the_next_is_another_pack(tmp_path):
    one = write(tmp_path / "one", {"pack.yaml": "a", "apps/a.yaml": "bc"})
    two = write(tmp_path / "two", {"pack.yaml": "ab", "apps/a.yaml": "c"})
    assert cache.key_of(pack_files(one), one) != cache.key_of(pack_files(two), one)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: b"x" + data[1:],
        lambda data: data[:400] + b"\0" + data[401:],
    ],
)
def test_a_damaged_cache_is_silently_built_anew(folder, kept, damage):
    read_one(folder, kept)
    file = only_file(kept)
    good = file.read_bytes()
    file.write_bytes(damage(good))
    assert cache.unpacked(damage(good), file.stem) is None
    assert read_one(folder, kept)[0] is not None
    assert file.read_bytes() == good


def test_a_cache_kept_for_other_files_does_not_fit(folder, kept):
    read_one(folder, kept)
    assert cache.unpacked(only_file(kept).read_bytes(), "0" * 40) is None


class Evil:
    def __reduce__(self):
        return eval, ("print('taken over')",)


@pytest.mark.parametrize("value", [Evil(), {"a": 1}, Pack, print, ValueError("x")])
def test_a_sealed_pickle_of_anything_but_a_pack_is_refused(value, capsys):
    body = pickle.dumps(value)
    assert cache.unpacked(cache._seal(body, "k") + body, "k") is None
    assert capsys.readouterr().out == ""


def test_the_reader_knows_no_function_and_no_foreign_class():
    for name in ("builtins\neval", "os\nsystem", "elder_tutor.lessons.model\ndataclass", "pathlib\nPath"):
        with pytest.raises(pickle.UnpicklingError):
            cache._Unpickler(io.BytesIO(f"c{name}\n.".encode())).load()


@pytest.mark.parametrize("place", ["/proc/none/cache", "/dev/null"])
def test_a_folder_that_cannot_be_written_is_no_trouble(folder, tmp_path, place):
    from pathlib import Path

    assert read_one(folder, Path(place))[0] is not None


def test_without_a_folder_nothing_is_kept(folder):
    assert read_one(folder, None)[0] is not None


def test_the_oldest_packs_are_forgotten(folder, kept, monkeypatch):
    monkeypatch.setattr(cache, "KEPT", 2)
    for number in range(4):
        write(folder, {"pack.yaml": library()["pack.yaml"] + f"note: {number}x\n"})
        read_one(folder, kept)
    assert len(list(kept.iterdir())) == 2


def test_no_half_written_file_stays_behind(folder, kept, monkeypatch):
    monkeypatch.setattr(cache, "packed", lambda pack, key: (_ for _ in ()).throw(OSError(28, "disk full")))
    assert read_one(folder, kept)[0] is not None
    assert list(kept.iterdir()) == []
