# SPDX-License-Identifier: GPL-3.0-or-later
"""A real browser without a window, driven over pipes by the DevTools protocol.

Chromium reads commands from its file descriptor 3 and answers on 4: JSON, ended by a NUL.
"""

import base64
import fcntl
import json
import os
import pathlib
import select
import shutil
import signal
import subprocess
import time

from tap import PATIENCE

PROGRAMS = ('chromium', 'chromium-browser', 'google-chrome')
OPTIONS = (
    '--headless=new', '--remote-debugging-pipe', '--no-sandbox', '--disable-gpu', '--no-first-run',
    '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update',
    '--disable-extensions', '--disable-sync', '--no-proxy-server', '--hide-scrollbars',
    '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--lang=en',
    # Whatever it may want to ask of the network, there is none.
    '--host-resolver-rules=MAP * ~NOTFOUND',
)
# In seconds, of one command on a quiet machine.
LIMIT = 20


class Missing(Exception):
    """There is no browser; the text says so."""


class Failed(Exception):
    """The browser did not do what it was told."""


def find():
    for name in PROGRAMS:
        path = shutil.which(name)
        if path is not None:
            return path
    raise Missing(f'none of {", ".join(PROGRAMS)} is installed')


def move_up(end):
    moved = fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(end)
    return moved


class Browser:
    """One browser with one page; to be used with “with”."""

    def __init__(self, folder, environment):
        self.last, self.session, self.events, self.rest = 0, None, [], b''
        self.profile = os.path.join(folder, 'profile')
        self.errors = os.path.join(folder, 'browser-errors')
        program = find()
        # Out of the way of 3 and 4, which the browser's ends become.
        commands, self.out, self.answers, answers = (
            move_up(end) for pair in (os.pipe(), os.pipe()) for end in pair)

        def take_ends():
            os.dup2(commands, 3)
            os.dup2(answers, 4)

        with open(self.errors, 'wb') as errors:
            self.process = subprocess.Popen(
                [program, *OPTIONS, f'--user-data-dir={self.profile}', 'about:blank'],
                stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, preexec_fn=take_ends,
                pass_fds=(3, 4), start_new_session=True,
                env={**os.environ, **environment, 'HOME': folder, 'XDG_CONFIG_HOME': folder,
                     'XDG_CACHE_HOME': folder})
        os.close(commands)
        os.close(answers)

    def __enter__(self):
        try:
            page = [target for target in self.call('Target.getTargets')['targetInfos']
                    if target['type'] == 'page'][0]
            self.session = self.call('Target.attachToTarget', targetId=page['targetId'],
                                     flatten=True)['sessionId']
            for domain in ('Page', 'Runtime', 'Log', 'Network', 'Accessibility'):
                self.call(f'{domain}.enable')
        except (Failed, OSError) as error:
            self.end()
            with open(self.errors, encoding='utf-8', errors='replace') as errors:
                said = errors.read().strip().splitlines()[-1:]
            raise Failed(f'it does not start: {error}; {" ".join(said)}') from error
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        """Its processes are a group of their own."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        os.close(self.out)
        os.close(self.answers)

    def read(self, deadline):
        while b'\0' not in self.rest:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.answers], [], [], left)[0]:
                raise Failed('it did not answer in time')
            piece = os.read(self.answers, 1 << 20)
            if not piece:
                raise Failed('it ended')
            self.rest += piece
        message, self.rest = self.rest.split(b'\0', 1)
        return json.loads(message)

    def call(self, method, **parameters):
        """What a command answers; events that come meanwhile are kept."""
        self.last += 1
        command = {'id': self.last, 'method': method, 'params': parameters}
        if self.session is not None:
            command['sessionId'] = self.session
        data = json.dumps(command).encode() + b'\0'
        while data:
            data = data[os.write(self.out, data):]
        deadline = time.monotonic() + LIMIT * PATIENCE
        while True:
            message = self.read(deadline)
            if message.get('id') == self.last:
                if 'error' in message:
                    raise Failed(f'{method}: {message["error"]["message"]}')
                return message['result']
            if 'method' in message:
                self.events.append(message)

    def wait(self, method):
        deadline = time.monotonic() + LIMIT * PATIENCE
        while not any(event['method'] == method for event in self.events):
            message = self.read(deadline)
            if 'method' in message:
                self.events.append(message)

    def open(self, path):
        """Loads a file; the events are those since then."""
        self.events = []
        said = self.call('Page.navigate', url=pathlib.Path(path).as_uri())
        if 'errorText' in said:
            raise Failed(f'{path}: {said["errorText"]}')
        self.wait('Page.loadEventFired')

    def set_view(self, width, height=900, scale=1, dark=False, medium='', phone=False):
        """Sizes in CSS pixels."""
        self.call('Emulation.setDeviceMetricsOverride', width=width, height=height,
                  deviceScaleFactor=scale, mobile=phone)
        self.call('Emulation.setEmulatedMedia', media=medium, features=[
            {'name': 'prefers-color-scheme', 'value': 'dark' if dark else 'light'}])

    def evaluate(self, script):
        """The value of an expression in the page."""
        said = self.call('Runtime.evaluate', expression=script, returnByValue=True,
                         awaitPromise=True)
        if 'exceptionDetails' in said:
            raise Failed(said['exceptionDetails']['exception']['description'])
        return said['result'].get('value')

    def take_picture(self):
        """A PNG of the whole page."""
        size = self.call('Page.getLayoutMetrics')['cssContentSize']
        return base64.b64decode(self.call(
            'Page.captureScreenshot', format='png', captureBeyondViewport=True,
            clip={'x': 0, 'y': 0, 'width': size['width'], 'height': size['height'], 'scale': 1}
        )['data'])

    def print(self, width, height):
        """A PDF; sizes in inches."""
        return base64.b64decode(self.call(
            'Page.printToPDF', paperWidth=width, paperHeight=height, preferCSSPageSize=True,
            printBackground=True, displayHeaderFooter=False)['data'])
