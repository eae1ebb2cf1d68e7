#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-desktop.py SOURCE-ROOT BUILD-ROOT APPLICATION-ID: what the desktop is told is right."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import sources
from tap import Tap

root, build, application_id = sys.argv[1:]
data = os.path.join(build, 'data')
tap = Tap()

POSTING = '{\n  "format": "vacancy-posting",\n  "version": 1\n}\n'
OTHER_POSTINGS = {
    'compact': '{"format":"vacancy-posting","version":1}',
    'sorted': '{\n  "assessments": [\n    "' + 'x' * 2000 + '"\n  ],\n  "format": "vacancy-posting"\n}\n',
}
INSTALLED = [
    'bin/vacancy',
    'bin/vacancy-cli',
    'libexec/vacancy/vacancy-cli-verbs',
    'libexec/vacancy/vacancy-paper.so',
    'share/applications/{id}.desktop',
    'share/bash-completion/completions/vacancy-cli.bash',
    'share/dbus-1/services/{id}.service',
    'share/fish/vendor_completions.d/vacancy-cli.fish',
    'share/glib-2.0/schemas/{id}.gschema.xml',
    'share/help/C/vacancy/index.page',
    'share/help/de/vacancy/index.page',
    'share/help/fr/vacancy/index.page',
    'share/icons/hicolor/48x48/apps/{id}.png',
    'share/icons/hicolor/scalable/apps/{id}.svg',
    'share/icons/hicolor/scalable/mimetypes/{id}-posting.svg',
    'share/icons/hicolor/symbolic/apps/{id}-symbolic.svg',
    'share/man/man1/vacancy-cli.1',
    'share/man/man1/vacancy.1',
    'share/metainfo/{id}.metainfo.xml',
    'share/mime/packages/{id}.xml',
    'share/zsh/site-functions/_vacancy-cli',
]


def built(suffix):
    return os.path.join(data, application_id + suffix)


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          **options)


def problems(*command, quiet=False, **options):
    """What a judge has to say: nothing if it is content, and silent where that is asked for."""
    result = run(*command, **options)
    said = result.stdout + result.stderr
    if result.returncode or (quiet and said.strip()):
        return [said or f'{command[0]} ended with status {result.returncode}']
    return []


def judge(name, tool, *arguments, **options):
    if shutil.which(tool):
        tap.check(name, problems(tool, *arguments, **options))
    else:
        tap.skip(name, f'{tool} is not installed')


def manual_problems(page):
    """man is content when the formatter printed a page and gave no warning."""
    environment = dict(os.environ, MANWIDTH='80', LC_ALL='C.UTF-8')
    result = run('man', '--warnings', '-E', 'UTF-8', '-Tutf8', '-l', os.path.join(data, page),
                 env=environment)
    if result.returncode or result.stderr.strip() or not result.stdout:
        return [result.stderr or 'no page came out']
    return []


def lint_problems(page):
    """Long lines are no fault here: one is up to 100 columns in all of the tree."""
    return problems('mandoc', '-T', 'lint', '-W', 'warning', os.path.join(data, page))


def undescribed_verbs():
    """Verbs of vacancy-cli that its manual does not have among its commands and in its synopsis."""
    manual = sources.read(data, 'vacancy-cli.1').replace('\\-', '-')
    synopsis, _, commands = manual.partition('.SH DESCRIPTION')
    told = run(os.path.join(build, 'src', 'cli', 'vacancy-cli'), '--help',
               env=dict(os.environ, LC_ALL='C.UTF-8'))
    verbs = re.findall(r'^  ([a-z]+) +\S', told.stdout.partition('Commands:')[2], re.M)
    if len(verbs) < 10:
        yield f'--help names only {verbs}'
    for verb in verbs:
        if f'.B vacancy-cli {verb}' not in synopsis:
            yield f'{verb} is not in the synopsis'
        if not re.search(rf'^\.TP\n\.BI?R? "?{verb}\b', commands, re.M):
            yield f'{verb} is not among the commands'


def unknown_options():
    """Options that the manual explains and vacancy-cli does not have."""
    manual = sources.read(data, 'vacancy-cli.1').replace('\\-', '-')
    tables = ''.join(sources.read(root, path) for path in sources.files(root, '.c', '.h')
                     if path.startswith('src/cli/'))
    for name in re.findall(r'^\.TP\n\.BR? (?:-\w ", " )?--([a-z-]+)', manual, re.M):
        if f'"{name}"' not in tables and f'"--{name}"' not in tables:
            yield f'--{name} is in the manual only'


def undescribed_options():
    """Long options in the tables of vacancy-cli that its manual does not have."""
    manual = sources.read(data, 'vacancy-cli.1').replace('\\-', '-')
    for path in sources.files(root, '.c'):
        if path.startswith('src/cli/'):
            for name in re.findall(r'\{ "([a-z-]+)", .*G_OPTION_ARG', sources.read(root, path)):
                if f'--{name}' not in manual:
                    yield f'{path}: --{name} is not in data/vacancy-cli.1.in'


def metainfo_problems():
    """There is no home page to name until somebody distributes the program; appstreamcli warns about
    that from 1.0 on."""
    validate = ['appstreamcli', 'validate', '--no-net', '--no-color']
    found = problems(*validate, built('.metainfo.xml'))
    if any('url-homepage-missing' in problem for problem in found):
        found = problems(*validate, '--override=url-homepage-missing=info',
                         built('.metainfo.xml'))
    return found


ADDRESSES = ('-Dhomepage=https://example.org/', '-Dbugtracker=https://example.org/faults',
             '-Dscreenshots=https://example.org/pictures')


def distributed_problems():
    """With the addresses of a distributor, nothing is left to say."""
    with tempfile.TemporaryDirectory() as folder:
        result = run('meson', 'setup', folder, root, '-Dtests=disabled', *ADDRESSES)
        if result.returncode == 0:
            result = run('meson', 'compile', '-C', folder, application_id + '.metainfo.xml')
        if result.returncode:
            return [result.stdout + result.stderr]
        metainfo = os.path.join(folder, 'data', application_id + '.metainfo.xml')
        text = sources.read(folder, os.path.relpath(metainfo, folder))
        found = [f'{option} is not in the metainfo' for option in ADDRESSES
                 if option.partition('=')[2] not in text]
        for name in re.findall('pictures/([^<]*)<', text):
            if not os.path.exists(os.path.join(root, 'data', 'screenshots', name)):
                found.append(f'there is no picture {name}')
        # AppStream before 1.0 does not know the element of who develops a program.
        known = re.sub('<developer .*?</developer>', '', text, flags=re.S)
        if run('appstreamcli', '--version').stdout.split('version: ')[-1].startswith('0.'):
            with open(metainfo, 'w', encoding='utf-8') as file:
                file.write(known)
        return found + problems('appstreamcli', 'validate', '--strict', '--no-net', '--no-color',
                                metainfo)


def invented_addresses():
    """Nothing that somebody else would have to keep."""
    said = re.sub('<!--.*?-->', '', sources.read(data, application_id + '.metainfo.xml'), flags=re.S)
    for option in ('homepage', 'bugtracker', 'source'):
        if f'type="{option}"' in said:
            yield f'the metainfo names a {option} that nobody has given'


def action_problems():
    """What the program is known to do when it does not run."""
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(os.path.join(folder, 'applications'))
        shutil.copy(built('.desktop'), os.path.join(folder, 'applications'))
        # An entry counts where its program is found.
        program = os.path.join(folder, 'vacancy')
        with open(program, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\n')
        os.chmod(program, 0o755)
        result = run('gapplication', 'list-actions', application_id,
                     env=dict(os.environ, XDG_DATA_DIRS=folder,
                              PATH=folder + ':' + os.environ['PATH']))
    if result.stdout.split() != ['new', 'library']:
        yield f'{result.stdout.split()} are listed\n{result.stderr}'
    table = sources.read(root, 'src/app/vac-application.c')
    for name in result.stdout.split():
        if f'.name = "{name}", .activate' not in table:
            yield f'the program has no action {name}'


# Of the libraries that meson.build names, those in org.gnome.Platform 48, and the modules of the manifest
# that are built for the others.
IN_RUNTIME = {'cairo', 'cairo-pdf', 'enchant-2', 'fontconfig', 'gdk-pixbuf-2.0', 'gio-2.0', 'gio-unix-2.0',
              'glib-2.0', 'gmodule-no-export-2.0', 'gobject-2.0', 'gtk4', 'icu-i18n', 'json-glib-1.0',
              'libadwaita-1', 'libxml-2.0', 'pango', 'pangocairo', 'pangoft2', 'sqlite3'}
BUILT_FOR = {'libcmark': 'cmark', 'libgsf-1': 'libgsf'}


def flatpak_options(options):
    """The program's options are known, and none is left to what happens to be installed."""
    known = dict(re.findall(r"option\('([^']*)', [^)]*?value: '([^']*)'",
                            sources.read(root, 'meson_options.txt')))
    for name in sorted(set(options) - set(known)):
        yield f'there is no option {name}'
    for name in sorted(name for name in known if known[name] == 'auto' and name not in options):
        yield f'{name} depends on the runtime'


def flatpak_libraries(modules, options):
    """What is linked is in the runtime, built before, or left out."""
    for name, rest in re.findall(r"= dependency\('([^']*)'(.*)\)", sources.read(root, 'meson.build')):
        feature = re.search(r"get_option\('(.*)'\)", rest)
        left_out = feature and options.get(feature[1]) == 'disabled'
        if name not in IN_RUNTIME and BUILT_FOR.get(name) not in modules and not left_out:
            yield f'nothing brings {name}'


def flatpak_problems():
    """Each source is one version, told by its sum, and nothing asks for more than a desktop gives."""
    with open(built('.json'), encoding='utf-8') as file:
        manifest = json.load(file)
    if manifest['id'] != application_id or manifest['command'] != 'vacancy':
        yield f'it is for {manifest["id"]}, which starts {manifest["command"]}'
    for argument in manifest['finish-args']:
        if re.match('--(filesystem|socket=(session|system)-bus|talk-name|share=network)', argument):
            yield f'{argument}: portals are enough'
    modules = {module['name']: module for module in manifest['modules']}
    for module in manifest['modules']:
        for source in module['sources']:
            if source['type'] == 'archive' and not re.fullmatch('[0-9a-f]{64}', source['sha256']):
                yield f'{module["name"]}: {source["url"]} has no sum'
            if source['type'] == 'dir' and not os.path.samefile(source['path'], root):
                yield f'{module["name"]} is not made of this tree'
    options = dict(option[2:].split('=') for option in modules['vacancy']['config-opts'])
    yield from flatpak_options(options)
    yield from flatpak_libraries(modules, options)
    for icon in re.findall('<icon name="([^"]*)"', sources.read(data, application_id + '.xml')):
        if not icon.startswith(application_id):
            yield f'the desktop is not shown {icon}, whose name does not begin with the application id'
    if shutil.which('flatpak-builder'):
        # It leaves a folder .flatpak-builder where it is run.
        with tempfile.TemporaryDirectory() as folder:
            shown = run('flatpak-builder', '--show-manifest', built('.json'), cwd=folder)
        if shown.returncode or json.loads(shown.stdout)['id'] != application_id or shown.stderr:
            yield shown.stdout + shown.stderr


# Of what build-aux/run installs: what others bring along, and what is not needed before a start.
NOT_BUILT_WITH = {'gcc', 'libc6-dev', 'ninja-build', 'python3', 'hunspell-en-us', 'adwaita-icon-theme',
                  'hicolor-icon-theme', 'librsvg2-common', 'fonts-cantarell'}


def package_problems():
    """debian/control asks for what build-aux/run installs."""
    wanted = set(re.findall(r'^[\w.+-]+', sources.read(root, 'build-aux/packages')
                            .partition('\n# tests\n')[0], re.M))
    asked = sources.read(root, 'debian/control').partition('Build-Depends:')[2].partition('\nStand')[0]
    asked = set(re.findall(r'^ ([\w.+-]+)', asked, re.M)) - {'debhelper-compat'}
    for name in sorted(wanted - NOT_BUILT_WITH ^ asked):
        yield f'{name} is only in one of build-aux/packages and debian/control'


def release_problems():
    """The first release that is told of is the one that is built."""
    version = re.search(r"^  version: '(.*)'", sources.read(root, 'meson.build'), re.M)[1]
    told = re.findall(r'<release version="([^"]*)"', sources.read(data, application_id +
                                                                  '.metainfo.xml'))
    if told[:1] != [version]:
        yield f'{told}, not {version} first'


def content_type(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(content)
    environment = dict(os.environ, XDG_DATA_HOME=folder)
    result = run('gio', 'info', '-a', 'standard::content-type', path, env=environment)
    return result.stdout.split('standard::content-type: ')[-1].strip()


def mime_problems(name, expected, content=POSTING):
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(os.path.join(folder, 'mime', 'packages'))
        shutil.copy(built('.xml'), os.path.join(folder, 'mime', 'packages'))
        found = problems('update-mime-database', os.path.join(folder, 'mime'))
        if not found:
            actual = content_type(folder, name, content)
            if actual != expected:
                found = [f'{name} is taken for {actual}, not {expected}']
    return found


def install_problems():
    with tempfile.TemporaryDirectory() as folder:
        result = run('meson', 'install', '-C', build, '--no-rebuild', '--quiet',
                     '--destdir', folder)
        if result.returncode:
            return [result.stdout + result.stderr]
        found = {os.path.relpath(os.path.join(place, name), folder)
                 for place, _, names in os.walk(folder) for name in names}
    expected = [path.format(id=application_id) for path in INSTALLED]
    return [f'{path} is not installed' for path in expected
            if not any(name.endswith(path) or name.endswith(path + '.gz') for name in found)]


def plain_interfaces():
    """Interface files without libadwaita's or our own classes: those gtk4-builder-tool knows."""
    for path in sources.files(root, '.ui'):
        text = sources.read(root, path)
        if '<template' not in text and 'class="Adw' not in text and 'class="Vac' not in text:
            yield path


def interface_problems(path):
    display = os.path.join(root, 'tests', 'run-display.sh')
    return problems(display, 'gtk4-builder-tool', 'validate', os.path.join(root, path))


judge('/desktop/the-entry-is-valid', 'desktop-file-validate', built('.desktop'), quiet=True)
if shutil.which('appstreamcli'):
    tap.check('/desktop/the-metainfo-is-valid', metainfo_problems())
    tap.check('/desktop/with-addresses-the-metainfo-is-strictly-valid', distributed_problems())
else:
    for name in ('the-metainfo-is-valid', 'with-addresses-the-metainfo-is-strictly-valid'):
        tap.skip(f'/desktop/{name}', 'appstreamcli is not installed')
tap.check('/desktop/no-address-is-invented', invented_addresses())
tap.check('/desktop/the-newest-release-is-the-one-in-the-news', release_problems())
tap.check('/desktop/packages-are-built-with-what-the-program-is', package_problems())
tap.check('/desktop/its-actions-are-listed', action_problems())
tap.check('/desktop/the-flatpak-manifest-is-sound', flatpak_problems())
judge('/desktop/the-settings-schema-is-valid', 'glib-compile-schemas', '--strict', '--dry-run',
      data, quiet=True)
for path in sources.files(root, '.ui', '.svg'):
    judge(f'/desktop/{path}-is-well-formed', 'xmllint', '--noout', '--nonet',
          os.path.join(root, path), quiet=True)
for suffix in ('.gschema.xml', '.metainfo.xml', '.xml'):
    judge(f'/desktop/built{suffix}-is-well-formed', 'xmllint', '--noout', '--nonet',
          built(suffix), quiet=True)
for page in ('vacancy.1', 'vacancy-cli.1'):
    tap.check(f'/desktop/the-manual-{page}-has-no-warning', manual_problems(page))
    if shutil.which('mandoc'):
        tap.check(f'/desktop/mandoc-has-no-warning-about-{page}', lint_problems(page))
    else:
        tap.skip(f'/desktop/mandoc-has-no-warning-about-{page}', 'mandoc is not installed')
if sources.files(os.path.join(root, 'src', 'cli'), '.c'):
    tap.check('/desktop/the-manual-has-every-option', undescribed_options())
    tap.check('/desktop/the-manual-has-no-other-option', unknown_options())
    tap.check('/desktop/the-manual-has-every-verb', undescribed_verbs())
tap.check('/desktop/a-posting-is-known-by-its-name',
          mime_problems('engineer.vacancy', 'application/x-vacancy+json'))
tap.check('/desktop/a-posting-is-known-by-its-content',
          mime_problems('engineer', 'application/x-vacancy+json'))
tap.check('/desktop/ratings-are-known-by-their-name',
          mime_problems('candidate.vacancy-rating', 'application/x-vacancy-rating+json',
                        '{\n  "format": "vacancy-rating",\n  "version": 1\n}\n'))
for kind, content in OTHER_POSTINGS.items():
    tap.check(f'/desktop/a-{kind}-posting-is-known-by-its-content',
              mime_problems('engineer', 'application/x-vacancy+json', content))
tap.check('/desktop/everything-is-installed-where-it-is-looked-for', install_problems())
for path in plain_interfaces():
    if shutil.which('Xvfb') and shutil.which('gtk4-builder-tool'):
        tap.check(f'/desktop/{path}-is-a-valid-interface', interface_problems(path))
    else:
        tap.skip(f'/desktop/{path}-is-a-valid-interface', 'Xvfb or gtk4-builder-tool is missing')
tap.finish()
