"""Build the message catalogues: ``python -m elder_tutor.text.catalogues update|compile|check|merge``.

``update`` extracts the program's strings and those of every pack and merges them into
``translations/<lang>/LC_MESSAGES/*.po``; ``compile`` makes the ``.mo`` files that are
older than their source; ``check`` lists what is missing or wrong; ``merge`` takes
translations from other PO files. Headers carry no dates and comments no line numbers,
so that a file changes only when a sentence does.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from elder_tutor import i18n, resources
from elder_tutor.text.catalogue_checks import faults
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
            if isinstance(message, str) and message:
                template.add(message, locations=[(place, 1)], auto_comments=notes)
    return template


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


def update(folder: Path, package: Path, packs: Path) -> list[Path]:
    """Refresh every template and PO file; answer those that changed."""
    changed = []
    for domain in domains(packs):
        template = program_template(package) if domain == PROGRAM else pack_template(packs / domain)
        files = [(folder / f"{domain}.pot", merged(template, read_po(Path())), "")]
        lang = "ar" if domain == PROGRAM else "en"
        file = po_file(folder, lang, domain)
        files.append((file, merged(template, read_po(file)), lang))
        changed += [place for place, catalogue, language in files if write_po(place, catalogue, language)]
    return changed


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


def main(arguments: Sequence[str], out: io.TextIOBase | None = None) -> int:
    """Run one of the commands; answer the exit code."""
    folder, packs = resources.translations(), resources.assets() / "packs"
    stream = out or sys.stdout
    command = arguments[0] if arguments else ""
    if command == "update":
        lines = [f"updated {file.name}" for file in update(folder, Path(__file__).parents[1], packs)]
    elif command == "compile":
        lines = [f"compiled {file.name}" for file in compile_all(folder)]
    elif command == "merge" and len(arguments) >= 4 and arguments[1] in i18n.LANGUAGES:
        target = po_file(folder, arguments[1], arguments[2])
        merge(target, arguments[1], map(Path, arguments[3:]))
        lines = [f"merged into {target.name}"]
    elif command == "check":
        lines = faults(folder, domains(packs))
        stream.write("".join(f"{line}\n" for line in lines))
        return 1 if lines else 0
    else:
        stream.write("usage: catalogues update | compile | check | merge LANG DOMAIN FILE...\n")
        return 2
    stream.write("".join(f"{line}\n" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
