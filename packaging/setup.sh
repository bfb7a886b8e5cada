# Sets the program up beside its checkout. Sourced by run.sh and test.sh; needs `root`, `want` (run or test) set.
# Leaves `python` (of the virtual environment) set. Every step is skipped when it is done already.
# shellcheck shell=bash disable=SC2154

venv="$root/.venv"
python="$venv/bin/python"
stamp="$venv/.elder-tutor-$want"

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 2; }

# What the set-up depends on: when none of it changed, a start takes no set-up time.
fingerprint() {
  printf '%s %s\n' "$root" "$want"
  cat "$root/pyproject.toml" "$root/constraints.txt" "$root/packaging/setup.sh" "$root/packaging/elder-tutor.svg" \
    "$root"/translations/*/LC_MESSAGES/*.po 2>/dev/null
}

find_python() {
  local candidate found=""
  for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    command -v "$candidate" >/dev/null 2>&1 || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$candidate"
      return 0
    fi
    [ -n "$found" ] || found=$("$candidate" -c 'import platform; print(platform.python_version())' 2>/dev/null)
  done
  if [ -n "$found" ]; then
    stop "Elder Tutor needs Python 3.11 or newer; this machine has Python $found."
  fi
  stop "Elder Tutor needs Python 3.11 or newer; this machine has none. Install the package python3."
}

# One line a need: alternatives for different releases are parted by "|".
needs() {
  cat <<'LIST'
libgl1
libegl1
libglib2.0-0t64|libglib2.0-0
libdbus-1-3
libxkbcommon0
libfontconfig1
libxcb-cursor0
libxkbcommon-x11-0
libxcb-icccm4
libxcb-keysyms1
libxcb-shape0
libxcb-image0
libxcb-render-util0
libasound2t64|libasound2
ca-certificates
LIST
  if ! "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    "$1" -c 'import sys; print("python3-venv" if sys.executable.endswith("python3") else "python3.%d-venv|python3-venv" % sys.version_info[1])'
  fi
  if [ "$want" = test ]; then
    printf '%s\n' xvfb xauth xdotool dbus-daemon\|dbus procps
    # A window manager to escape to (2 MB), for the kiosk.
    printf '%s\n' openbox wmctrl x11-utils
    # The accessibility bus and an Arabic keyboard layout, for lessons done by names and by keys alone (4 MB).
    printf '%s\n' at-spi2-core x11-xkb-utils
    # What sound is tried with: private servers with a sink that nobody hears (6 MB, about 10 s).
    printf '%s\n' pulseaudio pulseaudio-utils libasound2-plugins pipewire pipewire-pulse wireplumber
  fi
}

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Prints the packages that are missing, for each need the first alternative this release has.
missing() {
  local line alternative present chosen
  while IFS= read -r line; do
    present=""
    for alternative in ${line//|/ }; do
      if installed "$alternative"; then present=1; break; fi
    done
    [ -z "$present" ] || continue
    chosen=""
    for alternative in ${line//|/ }; do
      if apt-cache show "$alternative" 2>/dev/null | grep -q '^Filename:'; then chosen=$alternative; break; fi
    done
    printf '%s\n' "${chosen:-${line##*|}}"
  done < <(needs "$1")
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then sudo "$@"
  else return 126
  fi
}

# shellcheck disable=SC2046
system_libraries() {
  if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    say "This system has no apt: if the program does not open, install the libraries that docs/install.md names."
    return 0
  fi
  local wanted
  wanted=$(missing "$1" | sort -u)
  [ -n "$wanted" ] || return 0
  if as_root apt-get update -q >/dev/null 2>&1; then
    wanted=$(missing "$1" | sort -u)
    say "Installing system libraries:" $wanted
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $wanted >"$log" 2>&1 && return 0
    tail -n 5 "$log" >&2
  fi
  stop "System libraries are missing. Run this once, then start again:  sudo apt-get install --no-install-recommends" $wanted
}

packages() {
  [ -x "$python" ] || "$1" -m venv "$venv" >"$log" 2>&1 || { tail -n 5 "$log" >&2; stop "The virtual environment could not be made in $venv."; }
  local extras=""
  [ "$want" = run ] && [ ! -e "$venv/.elder-tutor-test" ] || extras="[test]"
  say "Installing Python packages (once; about 120 MB)."
  PIP_CONSTRAINT="$root/constraints.txt" PIP_DISABLE_PIP_VERSION_CHECK=1 \
    "$python" -m pip install -q -e "$root$extras" >"$log" 2>&1 || {
      tail -n 15 "$log" >&2
      stop "The Python packages could not be installed. Is this machine connected? Nothing is lost; start again when it is."
    }
}

# A learning record store, for one test: it pins older packages than ours, so it has an environment of its own.
record_store() {
  [ -x "$venv/record-store/bin/ralph" ] && return 0
  "$python" -m venv "$venv/record-store" >"$log" 2>&1 &&
    PIP_DISABLE_PIP_VERSION_CHECK=1 "$venv/record-store/bin/python" -m pip install -q \
      "ralph-malph[cli,lrs]==5.1.0" requests cachetools cryptography >"$log" 2>&1 && return 0
  say "The learning record store could not be installed; its test is left out."
}

menu_entry() {
  local share="${XDG_DATA_HOME:-$HOME/.local/share}"
  mkdir -p "$share/applications" "$share/icons/hicolor/scalable/apps" 2>/dev/null || return 0
  cp "$root/packaging/elder-tutor.svg" "$share/icons/hicolor/scalable/apps/elder-tutor.svg" 2>/dev/null || return 0
  sed "s|@RUN@|${root//|/\\|}/run.sh|" "$root/packaging/elder-tutor.desktop" >"$share/applications/elder-tutor.desktop" 2>/dev/null || return 0
}

set_up() {
  local now base
  now=$(fingerprint | sha256sum)
  if [ -x "$python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then return 0; fi
  log=$(mktemp) || exit 2
  trap 'rm -f "$log"' EXIT
  base=$(find_python) || exit 2
  system_libraries "$base"
  packages "$base"
  if [ "$want" = test ]; then record_store; fi
  "$python" -m compileall -q "$root/elder_tutor"
  "$python" -m elder_tutor i18n compile >"$log" || stop "The translations could not be compiled."
  [ "$want" = test ] || menu_entry
  rm -f "$log"
  trap - EXIT
  printf '%s\n' "$now" >"$stamp"
}
