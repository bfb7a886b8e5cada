#!/usr/bin/env bash
# Runs the kiosk under the compositor or the X server that is named. The exit code is the program's own:
# 0 after the trainer's PIN, so that the unit does not start it again; anything else after a crash.
# Run by the units; `inside` is what compositor and server start.
set -u
root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd) || exit 2
kept="${RUNTIME_DIRECTORY:-${XDG_RUNTIME_DIR:-/tmp}}/exit-code"

case "${1:-}" in
  cage)
    rm -f "$kept"
    export QT_QPA_PLATFORM="wayland;xcb" QT_WAYLAND_DISABLE_WINDOWDECORATION=1
    # -s would let people change the console; it is left out.
    dbus-run-session -- cage -d -- "$0" inside
    ;;
  x11)
    rm -f "$kept"
    export QT_QPA_PLATFORM=xcb
    # No window manager: the program holds the screen by itself. -nolisten and vt7: nobody from outside, no other console.
    dbus-run-session -- xinit "$(readlink -f "$0")" inside -- :0 vt7 -nolisten tcp -s 0 -dpms -keeptty
    ;;
  inside)
    if [ "${QT_QPA_PLATFORM:-}" = xcb ]; then
      xset s off -dpms 2>/dev/null
      xset s noblank 2>/dev/null
    fi
    # shellcheck disable=SC2086
    "$root/run.sh" kiosk ${ELDER_TUTOR_OPTIONS:-}
    code=$?
    printf '%s\n' "$code" >"$kept"
    exit "$code"
    ;;
  *)
    printf 'Usage: %s cage|x11\n' "$0" >&2
    exit 2
    ;;
esac
# xinit tells nothing of how its client ended, and cage of some releases neither.
code=$(cat "$kept" 2>/dev/null) || exit 1
exit "$code"
