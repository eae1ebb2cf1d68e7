#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Results of benchmarks for machines. A benchmark prints a line and calls record() with it, which
appends to the file that VAC_BENCH_RECORDS names. records.py RECORDS SOURCE-ROOT prints them as one
JSON document, with the machine, the date and the versions of all programs."""

import datetime
import json
import os
import platform
import re
import shutil
import subprocess
import sys

PEERS = ('gnome-text-editor', 'pandoc', 'soffice', 'weasyprint', 'wkhtmltopdf', 'jq')


def append(entry):
    path = os.environ.get('VAC_BENCH_RECORDS')
    if path:
        entry = {'bench': os.path.basename(sys.argv[0]).removesuffix('.py'), **entry}
        with open(path, 'a', encoding='utf-8') as file:
            file.write(json.dumps(entry, ensure_ascii=False) + '\n')


def record(name, value, unit, **more):
    """@more: to (what is 1) and ratio, n (how many were measured), p50, p95 and p99, goal."""
    append({'name': name, 'value': value, 'unit': unit,
            **{key: item for key, item in more.items() if item is not None}})


def record_missing(name, reason):
    """What was to be measured and was not."""
    append({'name': name, 'missing': reason})


def read_version(program):
    if shutil.which(program) is None:
        return None
    # Some print more than that; a display is not needed for it.
    done = subprocess.run([program, '--version'], capture_output=True, text=True, check=False,
                          timeout=60)
    found = re.search(r'\d+(\.\d+)+|\d+', done.stdout)
    return found[0] if found else 'unknown'


def read_processor():
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        found = re.search(r'model name\s*:\s*(.+)', file.read())
    return found[1].strip() if found else platform.machine()


def read_system():
    try:
        return platform.freedesktop_os_release()['PRETTY_NAME']
    except OSError:
        return platform.system()


def describe(records, root):
    with open(os.path.join(root, 'meson.build'), encoding='utf-8') as file:
        version = re.search(r"version: '([^']+)'", file.read())[1]
    with open('/proc/meminfo', encoding='utf-8') as file:
        memory = int(re.search(r'MemTotal:\s+(\d+)', file.read())[1])
    return {
        'version': version,
        'date': datetime.datetime.now(datetime.timezone.utc).isoformat(timespec='minutes'),
        'machine': {'processor': read_processor(), 'processors': os.cpu_count(),
                    'memory-gib': round(memory / 1024 ** 2, 1), 'system': read_system(),
                    'load': round(os.getloadavg()[0], 2)},
        'peers': {name: read_version(name) for name in PEERS},
        'results': [entry for entry in records if 'value' in entry],
        'missing': [entry for entry in records if 'missing' in entry],
    }


def main():
    path, root = sys.argv[1:]
    with open(path, encoding='utf-8') as file:
        records = [json.loads(line) for line in file]
    json.dump(describe(records, root), sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == '__main__':
    main()
