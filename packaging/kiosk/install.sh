#!/usr/bin/env bash
# Makes a kiosk of this machine; docs/kiosk.md tells each step. Run as root:
#   packaging/kiosk/install.sh cage|x11 [--user NAME] [--name NAME] [--dry-run DIR]
# --dry-run writes everything below DIR and asks nothing of the system. Running it twice changes nothing.
set -eu
root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
here="$root/packaging/kiosk"
user=elder-tutor name=kiosk-1 below="" kind="${1:-}"

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 2; }

case "$kind" in cage | x11) shift ;; *) stop "Say which: $0 cage, or $0 x11" ;; esac
while [ $# -gt 0 ]; do
  case "$1" in
    --user) user="${2:?--user needs a name}"; shift 2 ;;
    --name) name="${2:?--name needs a name}"; shift 2 ;;
    --dry-run) below="${2:?--dry-run needs a folder}"; shift 2 ;;
    *) stop "There is no option $1" ;;
  esac
done
case "$root" in *[!A-Za-z0-9/_.+-]*) stop "The path $root has signs a system unit cannot hold. Move the folder, for example to /opt/elder-tutor." ;; esac
case "$user$name" in *[!A-Za-z0-9_.+-]*) stop "Names are of Latin letters, digits and - _ . +" ;; esac
[ -n "$below" ] || [ "$(id -u)" = 0 ] || stop "Run this as root: sudo $0 $kind"

asks() { [ -n "$below" ] || "$@"; }
place() { # file, where: user and folder are put in
  mkdir -p "$(dirname "$below$2")"
  sed -e "s|@ROOT@|$root|g" -e "s|@USER@|$user|g" -e "s|^ELDER_TUTOR_KIOSK=.*|ELDER_TUTOR_KIOSK=$name|" "$here/$1" >"$below$2"
  say "   $below$2"
}

say "1. Packages"
wanted="dbus-daemon libpam-systemd"
[ "$kind" = cage ] && wanted="$wanted cage xwayland libwayland-cursor0 libwayland-egl1" || wanted="$wanted xinit xserver-xorg xserver-xorg-legacy x11-xserver-utils"
# shellcheck disable=SC2086
asks env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $wanted

say "2. The account $user, which may see screen, touch and sound and nothing else"
if ! id "$user" >/dev/null 2>&1; then asks useradd --create-home --shell /usr/sbin/nologin "$user"; fi
asks usermod -aG video,input,render,audio,tty "$user"

say "3. The program"
asks "$root/run.sh" --setup-only

say "4. Files of the system"
place "elder-tutor-kiosk-$kind.service" "/etc/systemd/system/elder-tutor-kiosk-$kind.service"
place 10-kiosk-logind.conf /etc/systemd/logind.conf.d/10-elder-tutor.conf
place 10-kiosk-sysctl.conf /etc/sysctl.d/10-elder-tutor.conf
[ -e "$below/etc/elder-tutor/kiosk.conf" ] || place kiosk.conf /etc/elder-tutor/kiosk.conf
if [ "$kind" = x11 ]; then
  place 10-kiosk-xorg.conf /etc/X11/xorg.conf.d/10-elder-tutor.conf
  mkdir -p "$below/etc/X11"
  printf 'allowed_users=anybody\nneeds_root_rights=yes\n' >"$below/etc/X11/Xwrapper.config"
fi

say "5. Started with the machine, instead of a login"
asks systemctl daemon-reload
asks systemctl mask ctrl-alt-del.target
before=$(basename "$(readlink -f /etc/systemd/system/display-manager.service 2>/dev/null || true)")
case "$before" in "" | display-manager.service | elder-tutor-kiosk-*) ;; *) asks systemctl disable "$before" ;; esac
asks systemctl set-default graphical.target
asks systemctl enable --force "elder-tutor-kiosk-$kind.service"

say "Done. Restart the machine. The trainer chooses a PIN on the first page; without it nobody can leave."
