# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the scripts beside it: where things are, and how to get what is missing.
# shellcheck shell=bash

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build_dir=$source_dir/build

# The distribution's own python3 has the modules that the packages install; one from elsewhere,
# standing earlier in PATH, has not.
export PATH=/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin:$PATH

say ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
}

# copy_checkout FOLDER: this tree as it stands, without what was built. What an earlier copy had and
# this tree has no more goes; what was built there stays, and what has changed since is newer: it may
# have been edited while that was built.
copy_checkout ()
{
  local new=$1.new
  rm -rf "$new"
  mkdir -p "$1" "$new"
  tar -C "$source_dir" --exclude=./.git --exclude=./.flatpak-builder --exclude=./build \
      --exclude=./build-asan --exclude=./build-clang -cf - . |
    tar -C "$new" --no-same-owner --touch -xf -
  python3 - "$1" "$new" <<'PYTHON'
import filecmp, os, sys
old, new = sys.argv[1:]
for folder, _, names in os.walk(new):
    for name in names:
        path = os.path.join(folder, name)
        before = os.path.join(old, os.path.relpath(path, new))
        if os.path.isfile(before) and filecmp.cmp(before, path, shallow=False):
            os.utime(path, ns=(os.stat(before).st_atime_ns, os.stat(before).st_mtime_ns))
PYTHON
  find "$1" -mindepth 1 -maxdepth 1 ! -name build ! -name build-asan ! -name build-clang \
    -exec rm -rf {} +
  find "$new" -mindepth 1 -maxdepth 1 -exec mv -t "$1" {} +
  rmdir "$new"
}

# packages run|tests|setup|deb|peers: those named in build-aux/packages, up to the line "# tests", up
# to "# setup", or all; those that debian/control names; or the programs that benchmarks measure ours
# beside, and nothing else needs.
packages ()
{
  local end
  case $1 in
    run) end='^# tests' ;;
    tests) end='^# setup' ;;
    setup) end='^# end' ;;
    deb)
      echo dpkg-dev build-essential fakeroot
      sed -n '/^Build-Depends:/,/^[A-Z]/ { s/^ debhelper-compat.*/debhelper/; s/^ \?\([a-z0-9.+-]*\).*/\1/p }' \
        "$source_dir/debian/control"
      return
      ;;
    peers)
      printf '%s\n' gnome-text-editor jq libreoffice-writer-nogui pandoc valgrind weasyprint
      # Not in Debian 13; benchmarks say what is missing.
      if apt-cache show wkhtmltopdf >/dev/null 2>&1; then
        echo wkhtmltopdf
      fi
      return
      ;;
  esac
  sed -e "/$end/,\$d" -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' \
    "$source_dir/build-aux/packages"
}

missing_packages ()
{
  local name
  for name in $(packages "$1"); do
    if [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" != installed ]; then
      echo "$name"
    fi
  done
}

install_packages ()
{
  local missing as_root=()

  if ! command -v dpkg-query >/dev/null; then
    say "not a Debian system: install the equivalents of build-aux/packages yourself"
    return
  fi
  mapfile -t missing < <(missing_packages "$1")
  [ ${#missing[@]} -eq 0 ] && return

  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "these packages are missing, and installing them needs root or sudo:"
      say "  apt-get install ${missing[*]}"
      exit 1
    fi
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  apt_get () { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
                 apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null >&2; }
  apt_get update
  apt_get install --yes --no-install-recommends "${missing[@]}"
}

# has_options DIR -DNAME=VALUE…: whether the build folder was configured so.
has_options ()
{
  local dir=$1
  shift
  meson introspect "$dir" --buildoptions 2>/dev/null | python3 -c '
import json, sys
options = {option["name"]: option["value"] for option in json.load(sys.stdin)}
for word in sys.argv[1:]:
    name, _, wanted = word[2:].partition("=")
    value = options.get(name)
    value = ",".join(value) if isinstance(value, list) else str(value)
    if value.lower() != wanted:
        sys.exit(1)
' "$@" 2>/dev/null
}

# configure DIR -DNAME=VALUE…: sets the build folder up, or brings an existing one to these options.
# An older folder may not know an option yet, so it is set up again rather than told.
configure ()
{
  local dir=$1
  shift
  if [ ! -f "$dir/build.ninja" ]; then
    meson setup "$dir" "$source_dir" "$@"
  elif ! has_options "$dir" "$@"; then
    meson setup --reconfigure "$dir" "$source_dir" "$@"
  fi
}
