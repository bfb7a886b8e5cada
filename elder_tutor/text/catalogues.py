"""Build the message catalogues of ``translations/<lang>/LC_MESSAGES``: what ``elder-tutor i18n`` does.

Headers carry no dates and comments no line numbers, so that a file changes only when a
sentence does.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from elder_tutor import i18n
from elder_tutor.text.catalogue_checks import must_be_complete
from elder_tutor.text.phrase import PROGRAM
from elder_tutor.text.po_files import po_file, read_po

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_HEADER = """msgid ""
msgstr ""
"Project-Id-Version: Elder Tutor\\n"
"Language: {lang}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
_ERROR_FAMILIES = ("KnownError", "BugError")
_KEYWORDS: Mapping[str, None] = dict.fromkeys(("phrase", "N_", *_ERROR_FAMILIES))


def domains(packs: Path) -> tuple[str, ...]:
    """List the program's domain and the id of every pack in a folder."""
    return (PROGRAM, *sorted(file.parent.name for file in packs.glob("*/pack.yaml")))


def sources(packs: Path) -> dict[str, str]:
    """Answer the language that each domain is written in, by domain."""
    import yaml

    found = {PROGRAM: i18n.PROGRAM_SOURCE}
    for domain in domains(packs)[1:]:
        about = yaml.safe_load((packs / domain / "pack.yaml").read_text("utf-8"))
        named = about.get("language") if isinstance(about, dict) else None
        found[domain] = str(named or i18n.PACK_SOURCE)
    return found


def program_template(package: Path) -> Catalog:
    """Extract the program's own sentences: ``phrase("…")``, ``N_("…")`` and the messages of errors."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract

    template = Catalog()
    for file in sorted(package.rglob("*.py")):
        source = file.read_bytes()
        keywords = dict(_KEYWORDS)
        if any(name.encode() in source for name in _ERROR_FAMILIES):
            keywords["__init__"] = None  # an error class hands its sentence to super().__init__
        place = file.relative_to(package.parent).as_posix()
        found = extract("python", io.BytesIO(source), keywords, ("Note:",), {"encoding": "utf-8"})
        for _, message, notes, _ in found:
            if isinstance(message, str) and message and not _is_name(message):
                template.add(message, locations=[(place, 1)], auto_comments=notes)
    return template


def _is_name(message: str) -> bool:
    """Tell a widget's name («trainer.learner.page») from a sentence."""
    return "." in message[:-1] and message.isascii() and message.islower() and " " not in message


def pack_template(pack: Path) -> Catalog:
    """Extract the sentences of a pack folder."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract

    from elder_tutor.text.extract import extract_pack

    template = Catalog()
    for file in sorted(pack.rglob("*.yaml")):
        place = file.relative_to(pack).as_posix()
        with file.open("rb") as stream:
            for _, message, notes, _ in extract(extract_pack, stream):
                template.add(message, locations=[(place, 1)], auto_comments=notes)
    return template


def merged(template: Catalog, old: Catalog, more: Iterable[Catalog] = ()) -> Catalog:
    """Answer the template's sentences with every translation that exists; never a guessed one.

    Translations of sentences that are gone are kept as obsolete and come back with them.
    """
    from babel.messages.catalog import Catalog, Message

    known: dict[object, Message] = {message.id: message for message in old.obsolete.values()}
    for catalogue in (old, *more):
        known.update({message.id: message for message in catalogue if message.id and message.string})
    result = Catalog(charset="utf-8")
    for message in template:
        if not message.id:
            continue
        found = known.pop(message.id, None)
        words = found.string if found else ""
        comments = found.user_comments if found else ()
        result.add(message.id, words, sorted(set(message.locations)), (), message.auto_comments, comments)
    result.obsolete.update((str(key), message) for key, message in known.items())
    return result


def write_po(file: Path, catalogue: Catalog, lang: str = "") -> bool:
    """Write a PO or POT file without dates; answer whether anything changed."""
    from babel.messages.pofile import write_po as render

    buffer = io.BytesIO()
    render(buffer, catalogue, width=100, omit_header=True, sort_by_file=True, include_lineno=False)
    content = _HEADER.format(lang=lang).encode() + buffer.getvalue().lstrip(b"\n")
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return True


def extract_all(folder: Path, package: Path, packs: Path) -> list[Path]:
    """Refresh the templates (POT); answer those that changed."""
    empty = read_po(Path())
    templates = ((folder / f"{domain}.pot", template_of(domain, package, packs)) for domain in domains(packs))
    return [file for file, template in templates if write_po(file, merged(template, empty))]


def stale(folder: Path, package: Path, packs: Path) -> list[str]:
    """Name the sentences that are not collected yet, one fault each."""
    found = []
    for domain in domains(packs):
        known = {message.id for message in read_po(folder / f"{domain}.pot")}
        new = [message.id for message in template_of(domain, package, packs) if message.id not in known]
        found += [f"{domain}.pot: “{key}”: not collected; run elder-tutor i18n update." for key in new if key]
    return found


def template_of(domain: str, package: Path, packs: Path) -> Catalog:
    """Extract the sentences of a domain: the program's, or a pack's by its id."""
    return program_template(package) if domain == PROGRAM else pack_template(packs / domain)


def update(folder: Path, package: Path, packs: Path) -> list[Path]:
    """Refresh every template and PO file; answer those that changed.

    A language that promises a complete translation gets its file; another one has it from ``begin``.
    """
    changed = extract_all(folder, package, packs)
    for domain, source in sources(packs).items():
        template = template_of(domain, package, packs)
        for lang in i18n.languages():
            file = po_file(folder, lang, domain)
            if lang != source and (file.is_file() or must_be_complete(lang, domain)):
                changed += [file] if write_po(file, merged(template, read_po(file)), lang) else []
    return changed


def begin(lang: str, folder: Path, package: Path, packs: Path) -> list[Path]:
    """Make the PO files a language does not have yet; answer those that were made."""
    made = []
    for domain, source in sources(packs).items():
        file = po_file(folder, lang, domain)
        if lang != source and not file.is_file():
            write_po(file, merged(template_of(domain, package, packs), read_po(Path())), lang)
            made.append(file)
    return made


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a catalogue is: sentences translated, marked as uncertain, and not translated."""

    lang: str
    domain: str
    translated: int
    fuzzy: int
    missing: int

    @property
    def percent(self) -> float:
        """Answer how many of a hundred sentences are translated; a catalogue without any is finished."""
        whole = self.translated + self.fuzzy + self.missing
        return 100 * self.translated / whole if whole else 100.0


def stands(folder: Path, packs: Path) -> Iterator[Stand]:
    """Tell how far the catalogues are that there are, by language and domain."""
    for lang in i18n.languages():
        for domain in domains(packs):
            file = po_file(folder, lang, domain)
            if file.is_file():
                messages = [message for message in read_po(file) if message.id]
                fuzzy = sum(bool(message.fuzzy) for message in messages)
                done = sum(bool(message.string) and not message.fuzzy for message in messages)
                yield Stand(lang, domain, done, fuzzy, len(messages) - done - fuzzy)


def merge(target: Path, lang: str, sources: Iterable[Path]) -> bool:
    """Take the translations of other PO files over; sentences not yet known are added."""
    catalogue = read_po(target)
    for source in sources:
        for message in read_po(source):
            if message.id and message.string:
                catalogue.add(message.id, message.string)
                catalogue[message.id].string = message.string
    return write_po(target, catalogue, lang)


def compile_all(folder: Path) -> list[Path]:
    """Compile each PO file that is newer than its MO file; answer what was made."""
    made = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.is_file() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            _compile(source, target)
            made.append(target)
    return made


def _compile(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo

    part = target.with_suffix(".part")
    with part.open("wb") as stream:
        write_mo(stream, read_po(source))
    part.replace(target)
