#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/run-test.sh COMMAND…
#
# Runs a test with folders of its own for what programs keep for whoever runs them, which go when it
# ends, so that nothing reaches the files of whoever runs the suite. A test that writes elsewhere in
# the home fails. Meson runs every test so.
set -eu

own=$(mktemp -d "${TMPDIR:-/tmp}/vacancy-test.XXXXXX")
trap 'rm -rf "$own"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
mkdir "$own/home"

# What others are told, and keep, there.
home=${HOME-/nonexistent}
export GIT_CONFIG_GLOBAL="${GIT_CONFIG_GLOBAL-$home/.gitconfig}"
export NPM_CONFIG_USERCONFIG="${NPM_CONFIG_USERCONFIG-$home/.npmrc}"
export NPM_CONFIG_CACHE="${NPM_CONFIG_CACHE-$home/.npm}"
export HOME="$own/home"
export XDG_CONFIG_HOME="$own/config" XDG_DATA_HOME="$own/data" XDG_CACHE_HOME="$own/cache"
export XDG_STATE_HOME="$own/state"

status=0
"$@" || status=$?
left=$(find "$own/home" ! -type d | head -n 3)
if [ -n "$left" ]; then
  echo "${0##*/}: written into the home:" "$left" >&2
  status=1
fi
exit "$status"
