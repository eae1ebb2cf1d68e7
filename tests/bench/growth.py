# SPDX-License-Identifier: GPL-3.0-or-later
"""Postings that grow by words, bullets or places, and by which power what they cost does."""

import json
import math
import os
import random

# Bullets of one and the same word would be all repetitions to the review.
WORDS = ('plan build test run keep teams services data weekly carefully small large clear reports '
         'customers systems releases designs budgets models reviews tools users across within with '
         'for and the of measure improve document explain schedule repair inspect deliver').split()
WORDS_A_BULLET = 20
SIZES = {
    'words': (1500, 5000, 15000, 50000),
    'bullets': (1000, 10000, 100000),
    'places': (8, 400, 3000, 20000),
}


def make_posting(folder, kind, size):
    """The path of a posting that has @size of @kind, and of all else as little as it needs."""
    bullets = {'words': size // WORDS_A_BULLET, 'bullets': size, 'places': 1}[kind]
    length = WORDS_A_BULLET if kind == 'words' else 4
    # The same in each run.
    chosen = random.Random(size)
    posting = {
        'format': 'vacancy-posting', 'version': 2, 'language': 'en-US',
        'job': {'title': 'Engineer', 'employer': {'name': 'Acme'}, 'posted': '2026-01-15'},
        'sections': [
            {'title': 'Overview', 'text': 'What the position is for.'},
            {'title': 'Responsibilities',
             'items': [{'text': ' '.join(chosen.choices(WORDS, k=length)).capitalize()}
                       for _ in range(bullets)]},
        ],
    }
    if kind == 'places':
        posting['salaries'] = {
            'year': 2025, 'currency': 'USD', 'period': 'year',
            'places': [{'name': f'Springfield {number}, TX', 'minimum': 90000 + number,
                        'maximum': 120000 + number} for number in range(size)],
        }
    path = os.path.join(folder, f'{kind}-{size}.vacancy')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(posting, file)
    return path


def slope(points):
    """The power of growth: the slope of the straight line through the logarithms, least squares.
    None if there are fewer than two."""
    logs = [(math.log(size), math.log(value)) for size, value in points if value > 0]
    if len(logs) < 2:
        return None
    mean_x, mean_y = (sum(column) / len(logs) for column in zip(*logs))
    return (sum((x - mean_x) * (y - mean_y) for x, y in logs)
            / sum((x - mean_x) ** 2 for x, _ in logs))
