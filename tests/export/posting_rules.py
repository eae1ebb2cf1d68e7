# SPDX-License-Identifier: GPL-3.0-or-later
"""What Google's "Job posting structured data" asks of values, which no schema of types can say."""

import datetime
import html.parser
import re

EMPLOYMENT = {'FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN', 'VOLUNTEER', 'PER_DIEM', 'OTHER'}
UNITS = {'HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'}
CREDENTIALS = {'high school', 'associate degree', 'bachelor degree', 'professional certificate',
               'postgraduate degree'}
AREAS = {'Country', 'State', 'City', 'AdministrativeArea'}
REQUIRED = ('title', 'description', 'datePosted', 'hiringOrganization')


class Elements(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.names = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)


def as_list(value):
    return value if isinstance(value, list) else [value]


def is_time(text):
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def check_texts(posting):
    for name in REQUIRED:
        if not posting.get(name):
            yield f'{name} is missing'
    if posting.get('description') == posting.get('title'):
        yield 'the description is the title'
    strange = Elements(posting.get('description', '')).names - {'p', 'ul', 'li', 'br'}
    if strange:
        yield f'the description has {", ".join(sorted(strange))}'


def check_values(posting):
    for name in ('datePosted', 'validThrough', 'jobStartDate'):
        if name in posting and not is_time(posting[name]):
            yield f'{name} is no ISO 8601 date: {posting[name]}'
    for kind in as_list(posting.get('employmentType', [])):
        if kind not in EMPLOYMENT:
            yield f'employmentType {kind}'
    category = posting.get('educationRequirements', {}).get('credentialCategory', 'bachelor degree')
    if category not in CREDENTIALS:
        yield f'credentialCategory {category}'
    if posting.get('experienceRequirements', {}).get('monthsOfExperience', 1) <= 0:
        yield 'monthsOfExperience is not positive'
    if not isinstance(posting.get('directApply', True), bool):
        yield 'directApply is no boolean'
    if posting.get('totalJobOpenings', 1) < 1:
        yield 'totalJobOpenings is not positive'


def check_places(posting):
    remote = posting.get('jobLocationType')
    if remote not in (None, 'TELECOMMUTE'):
        yield f'jobLocationType {remote}'
    if 'jobLocation' not in posting and not (remote and posting.get('applicantLocationRequirements')):
        yield 'there is neither a place nor an area for applicants'
    for place in as_list(posting.get('jobLocation', [])):
        if not re.fullmatch('[A-Z]{2}', place['address'].get('addressCountry', '')):
            yield 'a place has no country'
    for area in as_list(posting.get('applicantLocationRequirements', [])):
        if area['@type'] not in AREAS or not area.get('name'):
            yield f'area {area}'


def check_pay(posting):
    salary = posting.get('baseSalary')
    if salary is None:
        return
    value = salary['value']
    amounts = [value[name] for name in ('value', 'minValue', 'maxValue') if name in value]
    if not re.fullmatch('[A-Z]{3}', salary.get('currency', '')):
        yield 'the pay has no currency'
    if value.get('unitText') not in UNITS:
        yield f'unitText {value.get("unitText")}'
    if not amounts or any(not isinstance(amount, (int, float)) or amount <= 0 for amount in amounts):
        yield f'amounts {amounts}'
    if value.get('minValue', 0) > value.get('maxValue', value.get('minValue', 0)):
        yield 'the least pay is more than the greatest'


def check(posting):
    for part in (check_texts, check_values, check_places, check_pay):
        yield from part(posting)
