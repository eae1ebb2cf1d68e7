#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-print-queue.py PRINT-TO-QUEUE VACANCY-CLI GUIDE: what comes out of a printer of CUPS.

A print server of its own, on a socket in a temporary folder, has one printer that makes PDF files.
That printer puts them where its administrator says, which is the folder PDF of whoever prints
unless that was changed.
"""

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'metadata'))
from tap import PATIENCE, Tap, same  # noqa: E402

PROGRAM, CLI, GUIDE = map(os.path.abspath, sys.argv[1:4])
SERVER = '/usr/sbin/cupsd'
DRIVER = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd'
TITLE = f'Queue Keeper {os.getpid()}'
SIDE = 18    # a quarter of an inch, in pixels
FILES = '''User lp
Group lp
SystemGroup root
ServerRoot {0}/etc
CacheDir {0}/cache
StateDir {0}/run
RequestRoot {0}/spool
TempDir {0}/spool/tmp
ErrorLog {0}/log/error
AccessLog {0}/log/access
PageLog {0}/log/page
'''
CONFIGURATION = '''Listen {0}/run/socket
Browsing Off
DefaultAuthType None
<Location />
  Allow all
</Location>
<Policy default>
  <Limit All>
    Allow all
  </Limit>
</Policy>
'''


def find_lack():
    if os.geteuid() != 0:
        return 'only root may start the print server'
    for path in (SERVER, DRIVER):
        if not os.path.exists(path):
            return f'{path} is not installed'
    for program in ('lpadmin', 'pdftoppm', 'pdfinfo'):
        if not shutil.which(program):
            return f'{program} is not installed'
    return None


def wait_for(find):
    end = time.monotonic() + 3 * PATIENCE
    while not (found := find()) and time.monotonic() < end:
        time.sleep(0.1)
    return found


def find_output():
    """The file that the printer made, once it is complete."""
    for folder in (os.path.join(pwd.getpwuid(0).pw_dir, 'PDF'), '/var/spool/cups-pdf/ANONYMOUS'):
        for name in os.listdir(folder) if os.path.isdir(folder) else ():
            path = os.path.join(folder, name)
            if str(os.getpid()) in name and subprocess.run(
                    ['pdfinfo', path], stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL).returncode == 0:
                return path
    return None


def measure_ink(path, n_pages):
    """How dark each quarter of an inch of the first pages is: a list a page, rows first."""
    picture = subprocess.run(['pdftoppm', '-gray', '-r', '72', '-l', str(n_pages), path],
                             capture_output=True, check=True).stdout
    pages = []
    while picture:
        _, size, _, picture = picture.split(b'\n', 3)
        width, height = map(int, size.split())
        page, picture = picture[:width * height], picture[width * height:]
        pages.append([SIDE * SIDE * 255 - sum(sum(page[(y + i) * width + x:][:SIDE])
                                              for i in range(SIDE))
                      for y in range(0, height - SIDE, SIDE)
                      for x in range(0, width - SIDE, SIDE)])
    return pages


def differ(printed, exported):
    """The share of the ink that is elsewhere: about a tenth for the printer's margins and dots."""
    return sum(abs(a - b) for a, b in zip(printed, exported)) / sum(exported)


def run(tap, root):
    for folder in ('etc', 'cache', 'run', 'spool/tmp', 'log'):
        os.makedirs(os.path.join(root, folder))
    os.chmod(root, 0o755)
    for name, text in (('cups-files.conf', FILES), ('cupsd.conf', CONFIGURATION)):
        with open(os.path.join(root, 'etc', name), 'w', encoding='utf-8') as file:
            file.write(text.format(root))
    socket = os.path.join(root, 'run', 'socket')
    environment = {**os.environ, 'CUPS_SERVER': socket}
    server = subprocess.Popen([SERVER, '-f', '-c', f'{root}/etc/cupsd.conf',
                               '-s', f'{root}/etc/cups-files.conf'])
    output = None
    try:
        wait_for(lambda: os.path.exists(socket))
        subprocess.run(['lpadmin', '-p', 'Pages', '-E', '-v', 'cups-pdf:/', '-P', DRIVER],
                       env=environment, check=True, stderr=subprocess.DEVNULL)
        # GTK warns where no service for colours runs; it prints all the same.
        printed = subprocess.run([PROGRAM, 'Pages', TITLE], env={**environment, 'G_DEBUG': ''},
                                 timeout=6 * PATIENCE)
        tap.check('/print-queue/the-printer-takes-the-pages', same(printed.returncode, 0))
        output = wait_for(find_output)
        tap.check('/print-queue/the-job-has-the-title-of-the-posting',
                  same(output is not None and 'Queue_Keeper' in output.replace(' ', '_'), True))
        if output is None:
            return
        posting = os.path.join(root, 'posting.vacancy')
        pages = os.path.join(root, 'posting.pdf')
        shutil.copy(GUIDE, posting)
        subprocess.run([CLI, 'set', posting, f'job.title={TITLE}'], check=True)
        subprocess.run([CLI, 'export', '--to=pdf', '-o', pages, posting],
                       stderr=subprocess.DEVNULL)
        # The driver may make pictures of the pages: they are compared as such.
        printed = measure_ink(output, 9)
        exported = measure_ink(pages, 2)
        tap.check('/print-queue/the-chosen-pages-come-out', same(len(printed), 2))
        for i, page in enumerate(printed):
            tap.check(f'/print-queue/page-{i + 1}-looks-like-that-of-the-export',
                      [f'{share:.0%} of the ink is elsewhere']
                      if (share := differ(page, exported[i])) > 0.25 else [])
            tap.check(f'/print-queue/page-{i + 1}-does-not-look-like-another',
                      same(differ(page, exported[1 - i]) > 0.5, True))
    finally:
        server.terminate()
        server.wait()
        if output is not None:
            os.unlink(output)
            with contextlib.suppress(OSError):    # another's files are in it
                os.rmdir(os.path.dirname(output))


tap = Tap()
lack = find_lack()
if lack:
    tap.skip('/print-queue', f'SKIPPED: {lack}')
else:
    with tempfile.TemporaryDirectory(prefix='vacancy-queue-') as root:
        run(tap, root)
tap.finish()
