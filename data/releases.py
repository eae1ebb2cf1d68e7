#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""releases.py NEWS DATE: the releases that NEWS tells of, for the metainfo.

Each stands under a line "Vacancy VERSION, DATE", or "not yet released", for which DATE stands in; its
notes are the paragraph that follows.
"""

import re
import sys
from xml.sax.saxutils import escape

HEADING = re.compile(r'^Vacancy ([\d.]+), (not yet released|\d{4}-\d\d-\d\d)\n=+\n\n(.+?)\n\n',
                     re.MULTILINE | re.DOTALL)

with open(sys.argv[1], encoding='utf-8') as file:
    releases = HEADING.findall(file.read())
if not releases:
    sys.exit(f'{sys.argv[1]} tells of no release')
for version, date, notes in releases:
    kind = 'stable' if date[0].isdigit() else 'development'
    print(f'''    <release version="{version}" date="{date if kind == 'stable' else sys.argv[2]}" type="{kind}">
      <description translatable="no">
        <p>{escape(' '.join(notes.split()))}</p>
      </description>
    </release>''')
