"""The real voice: length, word times, pace, privacy, and life after a crash."""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress
from pathlib import Path

import pytest

from elder_tutor.speech.cache import ClipCache
from elder_tutor.speech.clip import Clip
from elder_tutor.speech.engine import Engine, Spoken
from elder_tutor.speech.errors import NothingToSay, NoVoice, VoiceFailed
from elder_tutor.speech.voice_process import VoiceProcess
from elder_tutor.text.line import Line
from elder_tutor.text.phrase import phrase
from elder_tutor.text.wording import Wording
from tests.speech.sentences import ARABIC, ENGLISH
from tests.waiting import until


def collect(engine: Engine, count: int = 1) -> list[Spoken]:
    done: list[Spoken] = []

    def heard() -> bool:
        select.select([engine.fileno()], [], [], 1)
        done.extend(engine.results())
        return len(done) >= count

    until(heard)
    return done


def state(pid: int) -> str:
    """Answer the letter of a process's state: T when halted by SIGSTOP, nothing when there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def gone(pid: int) -> bool:
    """Tell whether a process has ended; an orphan may stay a zombie where nobody fetches it."""
    return state(pid) in ("", "Z")


def starts(clip: Clip) -> list[int]:
    return [word.start_ms for word in clip.words]


@pytest.mark.parametrize("text", ARABIC)
def test_every_word_of_a_line_has_its_own_time(voice: Engine, arabic: Wording, text: str) -> None:
    line = arabic.text(text)
    clip = voice.synth(line)
    assert len(clip.words) == len(line.words)
    assert starts(clip) == sorted(set(starts(clip)))
    assert 0 < clip.words[-1].end_ms <= clip.duration_ms


def test_a_typed_value_of_many_spoken_words_stays_one_lit_word(voice: Engine, arabic: Wording) -> None:
    line = arabic.line(phrase("رَمْزُكُمْ {otp:code}، السَّاعَةَ {t:time}.", "core", otp="482913", t="10:30"))
    clip = voice.synth(line)
    assert len(clip.words) == len(line.words) == 4
    assert clip.words[1].end_ms - clip.words[1].start_ms > 2000
    assert clip.word_at(clip.words[1].start_ms + 1900) == 1


def wpm(voice: Engine, lines: list[Line], pace: int) -> float:
    clips = [voice.synth(line, wpm=pace) for line in lines]
    return sum(len(clip.words) for clip in clips) * 60_000 / sum(clip.duration_ms for clip in clips)


@pytest.mark.parametrize("pace", [80, 105, 130])
def test_arabic_is_spoken_at_the_measured_pace(voice: Engine, arabic: Wording, pace: int) -> None:
    assert wpm(voice, [arabic.text(text) for text in ARABIC], pace) == pytest.approx(pace, rel=0.07)


def test_english_is_spoken_at_the_measured_pace(voice: Engine, english: Wording) -> None:
    assert wpm(voice, [english.text(text) for text in ENGLISH], 147) == pytest.approx(147, rel=0.12)


def test_phrases_and_sentences_are_parted_by_their_own_pauses(voice: Engine, arabic: Wording) -> None:
    clip = voice.synth(arabic.text("نَعَمْ، هُنَا. شُكْرًا لَكُمْ."))
    first, second, third, _ = clip.words
    assert 300 <= second.start_ms - first.end_ms <= 400
    assert 680 <= third.start_ms - second.end_ms <= 720


@pytest.mark.parametrize("kind", ["male", "female"])
def test_both_kinds_of_voice_speak_both_languages(kind: str) -> None:
    with Engine(voice=kind) as engine:
        assert engine.synth("مَرْحَبًا بِكُمْ", "ar").duration_ms > 800
        assert engine.synth("Welcome", "en").duration_ms > 600


def test_results_come_in_order_and_ring_the_bell(voice: Engine) -> None:
    tickets = [voice.submit(text, "ar") for text in ARABIC[:3]]
    done = collect(voice, 3)
    assert [spoken.ticket for spoken in done] == tickets
    assert all(spoken.clip for spoken in done)
    assert select.select([voice.fileno()], [], [], 0)[0] == []


def test_what_is_needed_now_passes_what_was_asked_ahead() -> None:
    with Engine() as engine:
        long = " ".join(ARABIC)
        first = engine.submit(long, "ar", ahead=True)
        later = engine.submit(long + "نَعَمْ", "ar", ahead=True)
        now = engine.submit("نَعَمْ", "ar")
        order = [spoken.ticket for spoken in collect(engine, 3)]
    assert order.index(now) < order.index(later)
    assert {first, later, now} == set(order)


def test_a_sentence_asked_ahead_is_there_at_once(voice: Engine) -> None:
    voice.submit(ARABIC[4], "ar", ahead=True)
    collect(voice)
    voice.submit(ARABIC[4], "ar")
    assert len(voice.results()) == 1


def test_a_warm_voice_runs_before_it_is_asked() -> None:
    with Engine() as engine:
        engine.warm()
        assert until(lambda: engine._process.pid is not None)
        assert engine.results() == []


def test_a_changed_page_drops_what_waits() -> None:
    with Engine() as engine:
        engine.submit(" ".join(ARABIC), "ar")
        dropped = engine.submit("نَعَمْ", "ar")
        engine.forget_waiting()
        kept = engine.submit("لَا", "ar")
        done: list[int] = []
        while kept not in done:
            done += [spoken.ticket for spoken in collect(engine)]
    assert dropped not in done


def test_no_sentence_is_lost_when_many_come_in_a_row() -> None:
    with Engine() as engine:
        clips = [engine.synth(ARABIC[8], "ar", wpm) for wpm in range(90, 130)]
    assert all(len(clip.words) == 9 and clip.duration_ms > 3500 for clip in clips)


@pytest.mark.parametrize("text", ["", "  ", "…", "«»!"])
def test_an_empty_text_is_known_trouble(voice: Engine, text: str) -> None:
    with pytest.raises(NothingToSay, match="empty"):
        voice.synth(text, "ar")


def test_a_language_without_a_voice_is_known_trouble(voice: Engine) -> None:
    voice.submit("hello", "xx")
    [spoken] = collect(voice)
    assert isinstance(spoken.error, NoVoice)
    assert "xx" in str(spoken.error)


@pytest.mark.parametrize("command", [("/nowhere/voice",), ("false",), ("sh", "-c", "echo nonsense nonsense")])
def test_a_voice_that_cannot_start_is_known_trouble(command: tuple[str, ...]) -> None:
    with Engine(process=VoiceProcess(2, command)) as engine, pytest.raises(VoiceFailed):
        engine.synth("hello", "en")


def test_a_worker_killed_in_the_middle_of_a_sentence_is_replaced() -> None:
    with Engine() as engine:
        engine.synth("نَعَمْ", "ar")
        pid = engine._process.pid
        assert pid
        os.kill(pid, signal.SIGSTOP)
        engine.submit(ARABIC[0], "ar")
        assert until(lambda: state(pid) == "T" and engine._speaking.locked())
        os.kill(pid, signal.SIGKILL)
        [spoken] = collect(engine)
        assert spoken.clip
        assert engine.synth(ARABIC[1], "ar").words
        assert engine._process.pid != pid


def test_a_worker_that_hangs_is_killed_in_time_and_replaced() -> None:
    with Engine(process=VoiceProcess(time_out_s=1.0)) as engine:
        engine.synth("نَعَمْ", "ar")
        pid = engine._process.pid
        assert pid
        os.kill(pid, signal.SIGSTOP)
        assert engine.synth(ARABIC[0], "ar").words
        assert until(lambda: gone(pid))


def test_closing_leaves_no_process_and_no_thread_behind() -> None:
    engine = Engine()
    engine.submit(" ".join(ARABIC) * 20, "ar")
    assert until(lambda: engine._process.pid is not None)
    pid, thread = engine._process.pid, engine._thread
    engine.close()
    assert until(lambda: gone(pid))
    assert thread is not None
    assert not thread.is_alive()
    with pytest.raises(ProcessLookupError):
        os.killpg(pid, 0)


def test_the_worker_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "from elder_tutor.speech.engine import Engine; import time\n"
        "e = Engine(); e.synth('hello', 'en'); print(e._process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    ) as program:
        assert program.stdout
        pid = int(program.stdout.readline())
        program.kill()
    assert until(lambda: gone(pid))


def test_private_words_never_land_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    with Engine(ClipCache(tmp_path / "cache")) as engine:
        engine.synth("canary", "en", private=True)
        engine.synth("hello", "en")
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file.suffix for file in files] == [".clip"]
    assert not any(b"canary" in file.read_bytes() for file in files)


def test_a_line_knows_itself_that_it_is_private(tmp_path: Path, english: Wording) -> None:
    with Engine(ClipCache(tmp_path)) as engine:
        engine.synth(english.line(phrase("You wrote {x}.", x="canary")))
    assert list(tmp_path.iterdir()) == []


def test_a_cached_sentence_needs_no_voice(tmp_path: Path) -> None:
    with Engine(ClipCache(tmp_path)) as engine:
        spoken = engine.synth(ARABIC[0], "ar")
    with Engine(ClipCache(tmp_path), process=VoiceProcess(1, ("false",))) as mute:
        assert mute.synth(ARABIC[0], "ar") == spoken


def test_results_after_closing_are_none() -> None:
    engine = Engine()
    engine.close()
    engine.close()
    assert engine.submit("late", "en") > 0
    assert engine.results() == []
    with suppress(VoiceFailed):
        engine.synth("late", "en")
    assert engine._process.pid is None


@pytest.mark.parametrize("while_", ["_key", "_ask"])
def test_nothing_begun_for_one_person_is_kept_for_the_next(monkeypatch, while_: str) -> None:
    with Engine() as engine:
        real = getattr(engine, while_)
        monkeypatch.setattr(engine, while_, lambda job: (engine.forget_clips(), real(job))[1])
        engine.synth("hello", "en", private=True)
        assert not engine._kept
