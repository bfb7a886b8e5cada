#!/usr/bin/env bash
# Sets everything up, then runs every check and test. ./test.sh --long adds the long forms of the harnesses.
set -u
root=$(cd "$(dirname "$(readlink -f "$0")")" && pwd) || exit 2
want=test
# shellcheck source=packaging/setup.sh
. "$root/packaging/setup.sh"
cd "$root" || exit 2
set_up
export QT_QPA_PLATFORM=offscreen
check() { say "== $*"; "$@" || { say "This check failed: $*"; exit 1; }; }
check "$venv/bin/ruff" check .
check "$venv/bin/mypy"
check "$venv/bin/lint-imports"
check "$python" -m elder_tutor i18n check
check "$python" -m elder_tutor check
say "== tests"
exec "$python" -m pytest -q -n 2 --dist loadgroup "$@"
