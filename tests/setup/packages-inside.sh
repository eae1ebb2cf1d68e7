#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# packages-inside.sh STEP: runs in a bare Debian, as root, with our packages in /packages. Standard
# output is what is wrong; a step that ends with another status than 0 could not be done.
set -eu
export HOME=/tmp/home LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
mkdir -p "$HOME"
exec 3>&1 1>&2

wrong ()
{
  echo "$*" >&3
}

package ()
{
  set -- /packages/"$1"_[0-9]*.deb
  echo "$1"
}

# Without what is only recommended, and without the other one of our packages.
satisfy ()
{
  apt-get -q satisfy --yes --no-install-recommends \
    "$(dpkg-deb -f "$(package "$1")" Depends | sed 's/vacancy-cli ([^)]*), *//')" </dev/null
}

# All files but those that apt and fontconfig keep for themselves.
list_files ()
{
  find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /src -o -path /packages -o \
    -path /tmp -o -path /old -o -path /var/cache/apt -o -path /var/lib/apt -o -path /var/log -o \
    -path /var/cache/fontconfig -o -path /var/lib/dpkg/triggers -o -path '/var/lib/dpkg/*-old' \
    -o -path /root \) -prune -o -print | sort
}

remember ()
{
  list_files > /tmp/before
}

compare ()
{
  list_files > /tmp/after
  diff /tmp/before /tmp/after >&3 || wrong "the files are not those from before"
  for cache in /usr/share/mime/globs2 /usr/share/mime/packages /usr/share/applications/mimeinfo.cache \
               /usr/share/glib-2.0/schemas /usr/share/icons/hicolor /etc /var/lib/dpkg/status; do
    [ -e "$cache" ] || continue
    grep -rliE 'vacancy' "$cache" >&3 && wrong "$cache still names it"
  done
  rm -rf "$HOME"
}

# The same package, but older and with a file that the new one has no more.
install_older ()
{
  rm -rf /old
  dpkg-deb -R "$(package "$1")" /old
  sed -i -e 's/^Version: .*/Version: 0.0.1/' -e 's/vacancy-cli (= [^)]*)/vacancy-cli (= 0.0.1)/' \
    /old/DEBIAN/control
  echo old > "/old/usr/share/doc/$1/old"
  dpkg-deb -b /old "/tmp/$1.deb"
  rm -rf /old
  dpkg -i "/tmp/$1.deb"
}

check_cli ()
{
  local size
  cd "$HOME"
  vacancy-cli guides | grep -q '^machine-learning-engineer' || wrong "guides are missing"
  vacancy-cli new machine-learning-engineer --force -o a.vacancy
  vacancy-cli export --to pdf,docx,html --force -o . a.vacancy || [ $? -eq 1 ]
  for ending in pdf docx html; do
    size=$(cat ./*."$ending" | wc -c)
    [ "$size" -gt 4000 ] || wrong "a file of $size bytes came out as $ending"
  done
  cd /
}

case $1 in
  install-cli)
    apt-get -q update </dev/null
    satisfy vacancy-cli
    remember
    dpkg -i "$(package vacancy-cli)"
    check_cli
    if ldd /usr/bin/vacancy-cli | grep -E 'libgtk|libgdk-[0-9]|libadwaita'; then
      wrong "vacancy-cli is linked to a toolkit"
    fi
    dpkg-query -W -f '${Package} ${db:Status-Status}\n' | grep -E '^lib(gtk|adwaita).* installed' >&3 &&
      wrong "the command line brought a toolkit along"
    dpkg-deb -f "$(package vacancy-cli)" Recommends | grep -q fonts-lato || wrong "no fonts are recommended"
    ;;
  purge-cli)
    dpkg --purge vacancy-cli
    compare
    ;;
  upgrade)
    satisfy vacancy
    remember
    install_older vacancy-cli
    install_older vacancy
    dpkg -i "$(package vacancy-cli)" "$(package vacancy)"
    for name in vacancy vacancy-cli; do
      dpkg --audit "$name" >&3
      [ ! -e "/usr/share/doc/$name/old" ] || wrong "$name left a file of the older version"
      "$name" --version | grep -qF "$(dpkg-query -W -f '${Version}' "$name")" ||
        wrong "$name does not tell its package's version"
    done
    check_cli
    [ -n "$(gsettings list-schemas 2>/dev/null | grep -i vacancy)" ] ||
      grep -qi vacancy /usr/share/glib-2.0/schemas/gschemas.compiled || wrong "the settings are not known"
    grep -q vacancy /usr/share/mime/globs2 || wrong "the type of postings is not known"
    ;;
  purge)
    dpkg --purge vacancy vacancy-cli
    compare
    ;;
esac
