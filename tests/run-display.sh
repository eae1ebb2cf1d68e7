#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/run-display.sh COMMAND…
#
# Runs COMMAND on an X server and a D-Bus session of its own, with the desktop settings that the
# display suite expects and with folders of its own for whatever is written there. Each test of that
# suite is run so. For example:
#   tests/run-display.sh env GSETTINGS_SCHEMA_DIR=build/data gdb build/src/app/vacancy
set -euo pipefail

home=$(mktemp -d "${TMPDIR:-/tmp}/vacancy-display.XXXXXX")
server=
# Only what was started here is ended.
clean_up ()
{
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  rm -rf "$home"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir -p "$home/config/gtk-4.0" "$home/data" "$home/cache" "$home/state"
mkdir -m 700 "$home/runtime"
cat > "$home/config/gtk-4.0/settings.ini" <<'INI'
[Settings]
gtk-font-name=Cantarell 11
gtk-icon-theme-name=Adwaita
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-xft-antialias=1
gtk-xft-hinting=0
gtk-xft-rgba=none
INI

# The server picks a free number itself and writes it down once it is ready.
mkfifo "$home/display"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -noreset \
  3>"$home/display" >"$home/xvfb.log" 2>&1 &
server=$!
if ! read -r -t 30 number < "$home/display"; then
  echo "${0##*/}: the X server did not start:" >&2
  cat "$home/xvfb.log" >&2
  exit 1
fi

unset WAYLAND_DISPLAY
export DISPLAY=:$number GDK_BACKEND=x11
export XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
export XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home/runtime
export GSK_RENDERER=cairo GTK_A11Y=${GTK_A11Y-test}
# How to do without GL: GTK 4.16 has no more of the first, and complains of it.
if pkg-config --max-version=4.15 gtk4; then
  export GDK_DEBUG=gl-disable
else
  export GDK_DISABLE=gl
fi
export GSETTINGS_BACKEND=memory GIO_USE_VFS=local GIO_USE_VOLUME_MONITOR=unix
export GIO_MODULE_DIR=$home/no-modules
export LC_ALL=C.UTF-8 TZ=UTC
unset LANGUAGE

status=0
dbus-run-session -- "$@" || status=$?
exit "$status"
