#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-completion.py VACANCY-CLI: the shells themselves complete what the program understands."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'metadata'))
from tap import PATIENCE, Tap  # noqa: E402

program = os.path.abspath(sys.argv[1])
tap = Tap()
VERBS = re.findall(r'^  ([a-z]+) +\S', subprocess.run(
    [program, '--help'], capture_output=True, text=True).stdout.partition('Commands:')[2], re.M)

# A line; words that are among what is offered; and words that are not.
CASES = (
    ('', {*VERBS, 'help'}, {'note.txt'}),
    ('ch', {'check'}, {'get'}),
    ('help ', set(VERBS), {'note.txt'}),
    ('check --lev', {'--level'}, {'--boards'}),
    ('check --level ', {'error', 'legal', 'warning', 'hint'}, {'note.txt'}),
    ('check -l ', {'error', 'legal', 'warning', 'hint'}, {'note.txt'}),
    ('check --level=le', {'legal'}, {'error'}),
    ('check --places us-co,us-n', {'us-co,us-ny'}, {'us-ny', 'note.txt'}),
    ('check --level hint no', {'note.txt'}, {'hint'}),
    ('check --to ', {'text', 'json', 'sarif'}, {'html'}),
    ('diff --to ', {'text', 'json', 'html'}, {'sarif'}),
    ('export --to pdf,do', {'pdf,docx'}, {'docx'}),
    ('export --what ', {'posting', 'interview'}, {'note.txt'}),
    ('export --output fo', {'folder'}, {'force'}),
    ('import --as do', {'docx'}, {'pdf'}),
    ('list f', {'folder'}, {'file.vacancy'}),
    ('list --status draft,in', {'draft,in-review'}, {'in-review'}),
    ('new ', {'blank', 'machine-learning-engineer'}, {'note.txt'}),
    ('new -o out.vacancy bl', {'blank'}, {'note.txt'}),
    ('replace --in head', {'headings'}, {'bullets'}),
    ('texts ', {'show', 'insert', 'update', 'uses'}, {'equal-opportunity-us'}),
    ('texts show equal-opportunity-u', {'equal-opportunity-us'}, {'show'}),
    ('texts update fi', {'file.vacancy'}, {'note.txt'}),
    ('salary --sort m', {'minimum', 'maximum'}, {'note.txt'}),
)

BASH = '''
source "$1"
line=$2
COMP_WORDS=()
for word in ${line//=/ = }; do COMP_WORDS+=("$word"); done
[[ $line == *[\\ =] ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_vacancy_cli
printf '%s\\n' "${COMPREPLY[@]}"
'''

# What a completion offers is written to a file; a widget says when it has ended.
ZSH = '''
zmodload zsh/complist
fpath=($FOLDER $fpath)
autoload -Uz compinit && compinit -u -D
zstyle ':completion:*' verbose no
compadd () {
  local -a shown
  [[ ${argv[(r)-O|-A|-D|-Qa]} == -[OAD] ]] || {
    builtin compadd -O shown "$@"
    print -rl -- $shown >> $FOLDER/offered
  }
  builtin compadd "$@"
}
tell () { zle complete-word; : > $FOLDER/ended }
zle -N tell
bindkey '^T' tell
# What is typed before the line is edited may get lost.
zle-line-init () { : > $FOLDER/ready }
zle -N zle-line-init
'''


def environment(**more):
    path = f'{os.path.dirname(program)}:{os.environ["PATH"]}'
    return dict(os.environ, PATH=path, HOME=folder, TERM='dumb', **more)


def wait_for(name, terminal):
    """Reads what the terminal shows, so that nothing waits for room, until there is such a file."""
    deadline = time.monotonic() + PATIENCE
    path = os.path.join(folder, name)
    while not os.path.exists(path):
        if time.monotonic() > deadline:
            raise TimeoutError(f'{name} did not come')
        if select.select([terminal], [], [], 0.01)[0]:
            os.read(terminal, 4096)
    os.remove(path)


def ask_bash(line):
    done = subprocess.run(['bash', '--norc', '-c', BASH, 'bash', scripts['bash'],
                           f'vacancy-cli {line}'], cwd=place, env=environment(),
                          capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return done.stdout.split('\n'), done.stderr


def ask_fish(line):
    done = subprocess.run(['fish', '--no-config', '-c',
                           'source $argv[1]; complete --do-complete $argv[2]', scripts['fish'],
                           f'vacancy-cli {line}'], cwd=place, env=environment(),
                          capture_output=True, text=True, stdin=subprocess.DEVNULL)
    words = (word.split('\t')[0] for word in done.stdout.split('\n'))
    # An option's value comes with the option.
    return [re.sub(r'^--[a-z-]+=', '', word).rstrip('/') for word in words], done.stderr


def ask_zsh(line):
    offered = os.path.join(folder, 'offered')
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(place)
        os.execvpe('zsh', ['zsh', '-f', '-i'], environment(FOLDER=folder, PS1=''))
    try:
        with open(os.path.join(folder, 'setup'), 'w', encoding='utf-8') as file:
            file.write(ZSH)
        os.write(terminal, b'source $FOLDER/setup\n')
        wait_for('ready', terminal)
        os.write(terminal, f'vacancy-cli {line}\x14'.encode())
        wait_for('ended', terminal)
        with open(offered, encoding='utf-8') as file:
            return file.read().split('\n'), ''
    except (TimeoutError, FileNotFoundError) as error:
        return [], str(error)
    finally:
        os.close(terminal)
        os.waitpid(child, 0)
        if os.path.exists(offered):
            os.remove(offered)


def case_problems(ask, line, wanted, unwanted):
    offered, said = ask(line)
    # What stands before a comma need not be offered again.
    before = re.match(r'(?:.*[ =])?((?:[^ =]*,)?)', line)[1]
    offered = {word.strip() for word in offered}
    offered |= {before + word for word in offered} if ask is ask_zsh else set()
    if said or not wanted <= offered or (unwanted & offered and not before):
        yield (f'“{line}” is completed with {sorted(offered)}, not {sorted(wanted)}, '
               f'or with one of {sorted(unwanted)}\n{said}')


def option_problems():
    """Each long option that --help tells, and no other."""
    for verb in VERBS:
        told = subprocess.run([program, verb, '--help'], capture_output=True, text=True).stdout
        told = set(re.findall(r'^  (?:-\w, )?(--[a-z-]+)', told, re.M)) | {'--help'}
        offered = set(ask_bash(f'{verb} --')[0]) - {''}
        if offered != told:
            yield f'{verb}: {sorted(offered ^ told)}'


def unknown_problems():
    done = subprocess.run([program, '--completion', 'csh'], capture_output=True, text=True)
    if done.returncode != 2 or 'csh' not in done.stderr or done.stdout:
        yield f'exit status {done.returncode}: {done.stderr}'


with tempfile.TemporaryDirectory() as folder:
    place = os.path.join(folder, 'place')
    os.makedirs(os.path.join(place, 'folder'))
    for name in ('note.txt', 'file.vacancy'):
        open(os.path.join(place, name), 'w', encoding='utf-8').close()
    scripts = {'bash': os.path.join(folder, 'vacancy-cli.bash'),
               'fish': os.path.join(folder, 'vacancy-cli.fish'),
               'zsh': os.path.join(folder, '_vacancy-cli')}
    for shell, script in scripts.items():
        with open(script, 'wb') as file:
            subprocess.run([program, '--completion', shell], stdout=file, check=True)
    for shell, ask in (('bash', ask_bash), ('fish', ask_fish), ('zsh', ask_zsh)):
        for line, wanted, unwanted in CASES:
            name = f'/completion/{shell}/{re.sub("[^a-z]+", "-", "vacancy-" + line).strip("-")}'
            if shutil.which(shell):
                tap.check(name, case_problems(ask, line, wanted, unwanted))
            else:
                tap.skip(name, f'{shell} is not installed')
    tap.check('/completion/every-option-is-offered', option_problems())
    tap.check('/completion/an-unknown-shell-is-refused', unknown_problems())
tap.finish()
