#!/usr/bin/env bash
# Sets everything up the first time, then opens the program. ./run.sh --setup-only stops after the set-up.
# Other arguments go to the program: ./run.sh --data DIR, ./run.sh demo --out demo/, ./run.sh --help
set -u
root=$(cd "$(dirname "$(readlink -f "$0")")" && pwd) || exit 2
want=run
# shellcheck source=packaging/setup.sh
. "$root/packaging/setup.sh"
set_up
if [ "${1:-}" = --setup-only ]; then
  say "Elder Tutor is set up. Start it with ./run.sh"
  exit 0
fi
if [ $# -eq 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
  say "No screen here: showing a lesson as pictures and sound instead, in demo/."
  exec "$python" -m elder_tutor demo --out demo/
fi
exec "$python" -m elder_tutor "$@"
