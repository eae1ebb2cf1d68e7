#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-blackbox.py VACANCY VACANCY-CLI GUIDE APPLICATION-ID: the built program from outside.

Keys and clicks come from the X server, and what is there is found as a screen reader finds it.
"""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'metadata'))
from tap import PATIENCE as FACTOR, Tap  # noqa: E402

vacancy, vacancy_cli, guide, application_id = sys.argv[1:]
# Seconds; see ../meson.build.
PATIENCE = 15 * FACTOR
# Warnings are fatal to the program, not to the bindings here: they warn of each that comes or goes.
program_environment = dict(os.environ, GTK_A11Y='atspi', GDK_BACKEND='x11')
os.environ.pop('G_DEBUG', None)
# What GTK 4.8 calls a widget that nobody named.
CLASS_NAME = re.compile(r'(Gtk|Adw|Vac)[A-Z]\w*')
BROKEN = '{\n  "format": "vacancy-posting",\n  "version": 1,\n  oops\n}\n'
ADDED = ' of Tea'
# An entry that needs no scrolling, how far below it the page's own is, and what the page has.
PAGES = [('Required Qualifications', 0, 'Menu of Required Qualifications'), ('What We Offer', 10, 'More on Salaries')]


def what_is_missing():
    """Returns why a program cannot be driven from outside here, or nothing."""
    global pyatspi, Atspi, Gio, GLib
    if not shutil.which('xdotool'):
        return 'xdotool is not installed'
    try:
        import pyatspi
        from gi.repository import Atspi, Gio, GLib
    except ImportError as error:
        return f'python3-pyatspi is not installed ({error})'
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    names = bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                          'ListActivatableNames', None, None, Gio.DBusCallFlags.NONE, -1, None)
    return '' if 'org.a11y.Bus' in names.unpack()[0] else 'at-spi2-core is not installed'


def wait_for(what, find, patience=PATIENCE):
    """Asks until the answer is something; what is asked about may come and go meanwhile."""
    deadline = time.monotonic() + patience
    while True:
        with contextlib.suppress(GLib.Error, LookupError, NotImplementedError):
            found = find()
            if found:
                return found
        if time.monotonic() > deadline:
            raise TimeoutError(f'{what}: not within {patience} s')
        time.sleep(0.05)


def children_of(accessible):
    children = (accessible.getChildAtIndex(index) for index in range(accessible.childCount))
    return [child for child in children if child is not None]


def walk(accessible):
    yield accessible
    for child in children_of(accessible):
        yield from walk(child)


def extents(accessible):
    return accessible.queryComponent().getExtents(pyatspi.WINDOW_COORDS)


def xdotool(*arguments):
    result = subprocess.run(['xdotool', *map(str, arguments)], capture_output=True, text=True,
                            stdin=subprocess.DEVNULL, timeout=PATIENCE)
    return result.stdout.split()


def area_of(window):
    sizes = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', window))
    return int(sizes.get('WIDTH', 0)) * int(sizes.get('HEIGHT', 0))


class Program:
    """The program with files in a folder, as long as the context lasts."""

    def __init__(self, *paths, folder=None):
        environment = dict(program_environment)
        for name in ('XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'):
            environment[name] = os.path.join(folder or os.path.dirname(paths[0]), name)
        self.process = subprocess.Popen([vacancy, *paths], env=environment,
                                        stdin=subprocess.DEVNULL, stdout=sys.stderr)

    has_ended = False

    def __enter__(self):
        try:
            self.accessible = wait_for('the program for a screen reader', self.find_accessible)
            self.window = wait_for('its window', self.find_window)
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, kind, *_):
        status = None if self.has_ended else self.process.poll()
        self.end()
        if status is not None and kind in (None, TimeoutError):
            raise ChildProcessError(f'vacancy ended by itself with status {status}')

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def wait_for_end(self):
        """Returns the status; what comes is no accident."""
        self.has_ended = True
        return self.process.wait(PATIENCE)

    def activate(self, action):
        """What a menu of the program does, wherever that is shown."""
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            application_id, '/' + application_id.replace('.', '/').replace('-', '_'),
            'org.gtk.Actions', 'Activate', GLib.Variant('(sava{sv})', (action, [], {})), None,
            Gio.DBusCallFlags.NONE, 1000 * PATIENCE, None)

    def find_accessible(self):
        if self.process.poll() is not None:
            raise ChildProcessError(f'vacancy ended with status {self.process.returncode}')
        desktop = pyatspi.Registry.getDesktop(0)
        desktop.clear_cache()
        for index in range(desktop.childCount):
            application = desktop.getChildAtIndex(index)
            if application is not None and application.get_process_id() == self.process.pid:
                # What is remembered of a window is soon out of date.
                application.set_cache_mask(Atspi.Cache.NONE)
                return application if application.childCount else None
        return None

    def find_window(self):
        """The largest: the tooltip of what comes to be below the pointer is a window, too."""
        return max(xdotool('search', '--onlyvisible', '--all', '--pid', self.process.pid,
                           '--class', 'vacancy'), key=area_of, default=None)

    def find(self, role, says):
        """Returns what has the role and a name that is right, once it is there."""
        def look():
            return next((accessible for accessible in walk(self.accessible)
                         if accessible.getRole() == role and says(accessible.name or '')), None)
        return wait_for(f'what has the role {Atspi.role_get_name(role)} and the right name', look)

    def click(self, accessible):
        """Clicks in its middle. There is no window manager that would give the focus away."""
        box = extents(accessible)
        xdotool('windowfocus', self.window)
        xdotool('mousemove', '--window', self.window, box.x + box.width // 2,
                box.y + box.height // 2, 'click', 1)


def text_interface(accessible):
    """What of a field, or of its parts, has text in it."""
    for part in walk(accessible):
        with contextlib.suppress(NotImplementedError):
            return part.queryText()
    raise LookupError(accessible.name)


def get_text(accessible):
    """GTK 4.8 has no answer to an end of -1."""
    text = text_interface(accessible)
    return text.getText(0, text.characterCount)


def is_all_selected(accessible):
    text = text_interface(accessible)
    return text.getNSelections() == 1 and text.getSelection(0) == (0, text.characterCount)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def copy_guide(folder, name='engineer.vacancy'):
    return shutil.copy(guide, os.path.join(folder, name))


def focus_by_click(program, entry):
    """The field has the keys once the key that selects everything has done so there."""
    def selected():
        program.click(entry)
        xdotool('key', 'ctrl+a')
        with contextlib.suppress(TimeoutError):
            return wait_for('the selection', lambda: is_all_selected(entry), PATIENCE / 10)
    wait_for('the focus in the field that was clicked on', selected)


def only_the_title_is_saved(folder):
    path = copy_guide(folder)
    before = read(path)
    expected = json.loads(before)
    expected['job']['title'] += ADDED
    with Program(path) as program:
        entry = program.find(pyatspi.ROLE_TEXT, lambda name: name == 'Job title')
        focus_by_click(program, entry)
        xdotool('key', 'End')
        xdotool('type', ADDED)
        wait_for('the typed title for a screen reader',
                 lambda: get_text(entry) == expected['job']['title'])
        if read(path) != before:
            yield 'the file changed before it was saved'
        xdotool('key', 'ctrl+s')
        wait_for('a changed file', lambda: read(path) != before)
    after = read(path)
    if json.loads(after) != expected:
        yield f'more or other than the title changed:\n{after.decode()}'
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    if len(changed) != 1 or after.count(b'\n') != before.count(b'\n'):
        yield f'one line should differ, not {changed}'
    formatted = subprocess.run([vacancy_cli, 'format', path], capture_output=True, check=True)
    if formatted.stdout != after:
        yield 'the file is not written in the canonical form'


def outline_of(path):
    """The entries that the sidebar should have, those for the team apart."""
    entries = {'candidate': ['Job Details'], 'team': []}
    for section in json.loads(read(path))['sections']:
        entries[section['audience']] += [section['title']] + \
            [below['title'] for below in section.get('sections', [])]
    return entries['candidate'], entries['team']


def the_sidebar_is_read_in_order(folder):
    path = copy_guide(folder)
    with Program(path) as program:
        sidebar = program.find(pyatspi.ROLE_LIST, lambda name: name == 'Sections')
        children = [(child.getRole(), child.name, extents(child).y) for child in children_of(sidebar)]
    candidate, team = outline_of(path)
    items = [child for child in children if child[0] == pyatspi.ROLE_LIST_ITEM]
    # A name is the entry's title, then in sentences of their own what its marks say.
    names, tops = [name for _, name, _ in items], [top for _, _, top in items]
    for index, title in enumerate(candidate + team):
        if index >= len(names) or not names[index].startswith(f'{title}. '):
            yield f'entry {index + 1} should be “{title}”: {names[index:index + 1]}'
    if len(names) != len(candidate + team):
        yield f'the guide has {len(candidate + team)} entries, the sidebar {names}'
        return
    if tops != sorted(tops):
        yield f'entries are read in another order than they stand in: {tops}'
    heading = [top for _, name, top in children if name == 'For the Team']
    if len(heading) != 1 or not tops[len(candidate) - 1] < heading[0] < tops[len(candidate)]:
        yield f'“For the Team” should stand above “{team[0]}”, but is at {heading}'


def unnamed_buttons(accessible, inside=''):
    """A button without a name of its own is right only as a part of something that has one."""
    role = accessible.getRole()
    name = (accessible.name or '').strip()
    if role in (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON):
        if not name or CLASS_NAME.fullmatch(name):
            yield f'a button in “{inside}” is called “{name}”'
    if role == pyatspi.ROLE_COMBO_BOX and name and not CLASS_NAME.fullmatch(name):
        return
    for child in children_of(accessible):
        yield from unnamed_buttons(child, inside if CLASS_NAME.fullmatch(name) else name or inside)


def wait_for_page(program, part):
    """Waits for a page that has a part of this name."""
    wait_for(f'the page with “{part}”',
             lambda: any(accessible.name == part for accessible in walk(program.accessible)))


def buttons_have_names(folder):
    """On three pages, which stay where they are when another is shown."""
    with Program(copy_guide(folder)) as program:
        wait_for_page(program, 'Job title')
        for title, downs, part in PAGES:
            program.click(program.find(pyatspi.ROLE_LIST_ITEM,
                                       lambda name: name.startswith(f'{title}. ')))
            for _ in range(downs):
                xdotool('key', 'Down')
            wait_for_page(program, part)
        yield from unnamed_buttons(program.accessible)


def the_error_says_where(folder):
    path = os.path.join(folder, 'broken.vacancy')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(BROKEN)
    with Program(path) as program:
        program.find(pyatspi.ROLE_LABEL, lambda name: name == 'Could Not Open File')
        program.find(pyatspi.ROLE_LABEL, lambda name: f'{path}:4:3: ' in name)
    if read(path) != BROKEN.encode():
        yield 'the file changed'


def without_a_display(folder):
    """Says what to do without one, and ends."""
    environment = {name: value for name, value in program_environment.items()
                   if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'G_DEBUG')}
    result = subprocess.run([vacancy, copy_guide(folder)], env=environment, capture_output=True,
                            text=True, stdin=subprocess.DEVNULL, timeout=PATIENCE)
    if result.returncode != 1:
        yield f'the status is {result.returncode}'
    if 'vacancy-cli' not in result.stderr or 'display' not in result.stderr:
        yield f'the message is “{result.stderr}”'


def a_full_device_is_told(folder):
    """Whoever prints it: the program, or the library that makes the help."""
    for option in ('--version', '--help'):
        with open('/dev/full', 'wb') as full:
            result = subprocess.run([vacancy, option], env=program_environment, stdout=full,
                                    stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                                    timeout=PATIENCE)
        if result.returncode == 0 or not result.stderr:
            yield f'{option}: status {result.returncode}, message “{result.stderr.decode()}”'


@contextlib.contextmanager
def session_bus():
    """A session bus that can be ended without harm to anybody else."""
    daemon = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address'],
                              stdout=subprocess.PIPE, text=True)
    try:
        yield daemon, daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()


def find_windows(title):
    return xdotool('search', '--onlyvisible', '--name', f'^{re.escape(title)}$')


def the_bus_may_end(folder):
    """The window stays, and closes when it is asked to."""
    path = copy_guide(folder, 'outlives.vacancy')
    with session_bus() as (daemon, address):
        environment = dict(program_environment, DBUS_SESSION_BUS_ADDRESS=address, GTK_A11Y='none')
        process = subprocess.Popen([vacancy, path], env=environment, stdin=subprocess.DEVNULL,
                                   stdout=sys.stderr)
        try:
            window = wait_for('the window', lambda: find_windows('outlives.vacancy'))[0]
            daemon.terminate()
            daemon.wait()
            xdotool('windowfocus', '--sync', window)
            xdotool('key', 'ctrl+w')
            if process.wait(PATIENCE) != 0:
                yield f'the status is {process.returncode}'
        finally:
            process.kill()
            process.wait()


def a_lost_race_for_the_name(folder):
    """Somebody has the name on the bus, does not answer, and then lets it go."""
    path = copy_guide(folder, 'second.vacancy')
    with session_bus() as (_, address):
        bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                      'RequestName', GLib.Variant('(su)', (application_id, 4)),
                      None, Gio.DBusCallFlags.NONE, -1, None)
        environment = dict(program_environment, DBUS_SESSION_BUS_ADDRESS=address, GTK_A11Y='none')
        process = subprocess.Popen([vacancy, path], env=environment, stdin=subprocess.DEVNULL,
                                   stdout=sys.stderr)
        try:
            wait_for('the window', lambda: find_windows('second.vacancy'))
        finally:
            process.terminate()
            process.wait()
            bus.close_sync(None)


def kept(folder):
    """The files in which what was typed waits for the next start."""
    path = os.path.join(folder, 'XDG_STATE_HOME', 'vacancy', 'recovery')
    names = os.listdir(path) if os.path.isdir(path) else []
    return [name for name in names if name.endswith(('.a', '.b'))]


def type_title(program, title):
    entry = program.find(pyatspi.ROLE_TEXT, lambda name: name == 'Job title')
    focus_by_click(program, entry)
    xdotool('type', title)
    wait_for('the typed title for a screen reader', lambda: get_text(entry) == title)


def killed(folder):
    """Nobody saves, and nothing asks the program to end."""
    folder = os.path.join(folder, 'killed')
    os.mkdir(folder)
    path = copy_guide(folder)
    before = read(path)
    with Program(path) as program:
        type_title(program, 'Typed')
        wait_for('what is kept', lambda: kept(folder))
        program.process.kill()
        program.wait_for_end()
    if read(path) != before:
        yield 'the file changed before it was saved'
    with Program(folder=folder) as program:
        program.find(pyatspi.ROLE_PUSH_BUTTON, lambda name: name == 'Discard')
        program.click(program.find(pyatspi.ROLE_LIST_ITEM,
                                   lambda name: name == 'Typed, engineer.vacancy'))
        entry = program.find(pyatspi.ROLE_TEXT, lambda name: name == 'Job title')
        if get_text(entry) != 'Typed':
            yield f'the title is “{get_text(entry)}”'
        xdotool('windowfocus', '--sync', program.window)
        xdotool('key', 'ctrl+s')
        wait_for('a changed file', lambda: read(path) != before)
        wait_for('nothing kept', lambda: not kept(folder))
    if json.loads(read(path))['job']['title'] != 'Typed':
        yield 'what was typed is not in the file'


def ended_by_a_signal(folder):
    """Sooner than anything would be kept by itself; whoever asked sees that it was heard."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        place = os.path.join(folder, number.name)
        os.mkdir(place)
        with Program(copy_guide(place)) as program:
            type_title(program, 'Typed')
            program.process.send_signal(number)
            status = program.wait_for_end()
        if status != -number:
            yield f'{number.name}: the status is {status}'
        if not kept(place):
            yield f'{number.name}: nothing is kept'


def without_its_display(folder):
    """A display of its own goes away."""
    folder = os.path.join(folder, 'display')
    os.mkdir(folder)
    with contextlib.ExitStack() as stack:
        reader, writer = os.pipe()
        server = subprocess.Popen(['Xvfb', '-displayfd', str(writer), '-screen', '0', '1400x900x24',
                                   '-nolisten', 'tcp'], pass_fds=[writer],
                                  stderr=subprocess.DEVNULL)
        stack.callback(server.wait)
        stack.callback(server.kill)
        os.close(writer)
        with open(reader, encoding='ascii') as answer:
            display = ':' + answer.readline().strip()
        before = os.environ['DISPLAY']
        os.environ['DISPLAY'] = program_environment['DISPLAY'] = display
        try:
            with Program(copy_guide(folder)) as program:
                type_title(program, 'Typed')
                server.kill()
                program.wait_for_end()
        finally:
            os.environ['DISPLAY'] = program_environment['DISPLAY'] = before
    if not kept(folder):
        yield 'nothing is kept'


def the_last_session_comes_back(folder):
    folder = os.path.join(folder, 'session')
    os.mkdir(folder)
    paths = [copy_guide(folder, name) for name in ('one.vacancy', 'two.vacancy')]
    with Program(*paths) as program:
        for path in paths:
            wait_for('the window', lambda: find_windows(os.path.basename(path)))
        program.activate('quit')
        status = program.wait_for_end()
    if status != 0:
        yield f'the status is {status}'
    with Program(folder=folder) as program:
        if find_windows('one.vacancy'):
            yield 'a posting was opened unasked'
        program.activate('reopen-session')
        for path in paths:
            wait_for('the window again', lambda: find_windows(os.path.basename(path)))


def the_start_page_is_read(folder):
    """Its cards and buttons have names, and Enter leads to a field that has the focus."""
    folder = os.path.join(folder, 'start')
    os.mkdir(folder)
    with Program(folder=folder) as program:
        program.find(pyatspi.ROLE_TABLE_CELL, lambda name: name.startswith('Blank guide, '))
        # What is not shown is there as well, before this page.
        stack = program.find(pyatspi.ROLE_ENTRY, lambda name: name.startswith('Find a guide'))
        while not any(child.name == 'Vacancy' for child in walk(stack)):
            stack = stack.parent
        yield from unnamed_buttons(stack)
        xdotool('windowfocus', '--sync', program.window)
        xdotool('key', 'Return')
        entry = program.find(pyatspi.ROLE_TEXT, lambda name: name == 'Job title')
        xdotool('type', 'Tea')
        wait_for('the typed title', lambda: get_text(entry) == 'Tea')


def outcome(problems):
    """Problems as a list; that something did not come is one."""
    found = []
    try:
        found += problems
    except (TimeoutError, ChildProcessError, GLib.Error) as error:
        found.append(error)
    return found


def run(tap, folder):
    tap.check(CHECKS[0], outcome(only_the_title_is_saved(folder)))
    tap.check(CHECKS[1], outcome(the_sidebar_is_read_in_order(folder)))
    tap.check(CHECKS[2], outcome(buttons_have_names(folder)))
    tap.check(CHECKS[3], outcome(the_error_says_where(folder)))
    tap.check(CHECKS[4], outcome(without_a_display(folder)))
    tap.check(CHECKS[5], outcome(a_full_device_is_told(folder)))
    tap.check(CHECKS[6], outcome(the_bus_may_end(folder)))
    tap.check(CHECKS[7], outcome(a_lost_race_for_the_name(folder) or []))
    tap.check(CHECKS[8], outcome(killed(folder)))
    tap.check(CHECKS[9], outcome(ended_by_a_signal(folder)))
    tap.check(CHECKS[10], outcome(without_its_display(folder)))
    tap.check(CHECKS[11], outcome(the_last_session_comes_back(folder)))
    tap.check(CHECKS[12], outcome(the_start_page_is_read(folder)))


CHECKS = [
    '/blackbox/a-typed-title-is-saved-and-nothing-else',
    '/blackbox/a-screen-reader-reads-the-sidebar-in-the-order-of-the-guide',
    '/blackbox/every-button-has-a-name-for-a-screen-reader',
    '/blackbox/a-broken-file-is-shown-with-file-line-and-column',
    '/blackbox/without-a-display-the-message-names-the-command-line',
    '/blackbox/version-and-help-on-a-full-device-are-no-success',
    '/blackbox/a-window-outlives-the-session-bus',
    '/blackbox/a-start-that-loses-the-race-for-its-name-still-shows-its-file',
    '/blackbox/what-was-typed-before-the-program-was-killed-comes-back',
    '/blackbox/what-was-typed-before-a-signal-is-kept',
    '/blackbox/what-was-typed-before-the-display-was-gone-is-kept',
    '/blackbox/the-postings-of-the-last-session-come-back-when-asked-for',
    '/blackbox/the-start-page-is-read-and-one-key-from-typing',
]
if not os.environ.get('DISPLAY') or not os.environ.get('DBUS_SESSION_BUS_ADDRESS'):
    print('Bail out! there is no display or no session bus; see tests/run-display.sh')
    sys.exit(1)
tap = Tap()
missing = what_is_missing()
if missing:
    for name in CHECKS:
        tap.skip(name, missing)
else:
    Atspi.set_timeout(1000 * PATIENCE, 1000 * PATIENCE)
    with tempfile.TemporaryDirectory() as folder:
        run(tap, folder)
tap.finish()
