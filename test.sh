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
# The tests run in parts, each in processes of its own: a window system that crashes takes only its part
# with it, and that part is run once more. A test that fails is never run again.
part() {
  local told code tries
  told=$(mktemp) || exit 2
  for tries in 1 2; do
    timeout 1500 "$python" -m pytest -q -n 2 --dist loadgroup --max-worker-restart=0 "$@" 2>&1 | tee "$told"
    code=${PIPESTATUS[0]}
    if [ "$code" = 0 ] || ! grep -qE "node down|crashed while running" "$told"; then break; fi
    say "A test process crashed (try $tries)."
  done
  rm -f "$told"
  [ "$code" = 0 ] || failed=$code
}
failed=0
case " $* " in
  *" tests"*) exec "$python" -m pytest -q -n 2 --dist loadgroup "$@" ;;
esac
say "== tests of everything but the windows"
part tests --ignore=tests/ui "$@"
say "== tests of the windows"
part tests/ui --ignore=tests/ui/kiosk --ignore=tests/ui/paper --ignore-glob='*/test_trainer_*' "$@"
say "== tests of kiosk and paper"
part tests/ui/kiosk tests/ui/paper "$@"
say "== tests of the trainer's pages"
part $(ls tests/ui/test_trainer_*.py) "$@"
exit "$failed"
