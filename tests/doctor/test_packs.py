"""Packs are read as the home page reads them; one with a fault is named."""

from __future__ import annotations

import shutil
from pathlib import Path

from elder_tutor.doctor import packs
from elder_tutor.doctor.finding import State
from elder_tutor.resources import assets

CORE = assets() / "packs" / "core"


def test_our_own_pack_is_whole(tmp_path: Path) -> None:
    (found,) = packs.look((assets() / "packs", tmp_path / "none"), tmp_path)
    assert found.state is State.OK, found.details
    assert dict(found.what.values)["lessons"] >= 29  # type: ignore[operator]


def test_a_pack_with_a_fault_is_named_with_its_line(tmp_path: Path) -> None:
    shutil.copytree(CORE, tmp_path / "ours")
    (tmp_path / "ours" / "pack.yaml").write_text("id: [\n", "utf-8")
    (found,) = packs.look((tmp_path,))
    assert (found.state, found.todo) == (State.BAD, packs.CHECK)
    assert dict(found.what.values) == {"packs": "ours"}
    assert "pack.yaml" in found.details


def test_a_machine_without_packs_must_be_mended(tmp_path: Path) -> None:
    (found,) = packs.look((tmp_path,))
    assert (found.state, found.todo) == (State.BAD, packs.INSTALL)
