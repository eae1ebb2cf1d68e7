#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the shipped guides, the golden documents and the JSON Schema of the format together.

test-schema.py SOURCE-ROOT VACANCY-CLI prints TAP.
"""

import copy
import json
import pathlib
import re
import subprocess
import sys

from tap import Tap

try:
    import jsonschema
except ImportError:
    jsonschema = None

ROOT = pathlib.Path(sys.argv[1])
GUIDES = sorted((ROOT / "data" / "guides").glob("*.json"))
ML_GUIDE = ROOT / "data" / "guides" / "machine-learning-engineer.json"
BLANK_GUIDE = ROOT / "data" / "guides" / "blank.json"
EDITIONS = [path for path in GUIDES if "." in path.stem]
ROLE_GUIDES = [path for path in GUIDES if path.stem.split(".")[0] != "blank"]
HOURLY_GUIDES = [ROOT / "data" / "guides" / f"{name}.json"
                 for name in ("registered-nurse", "warehouse-associate")]
SCHEMA_TEXT = subprocess.run([sys.argv[2], "schema"], capture_output=True, check=True).stdout.decode()
SCHEMA = json.loads(SCHEMA_TEXT)

CANDIDATE, TEAM = "candidate", "team"
PLACEHOLDERS = {"employer", "title", "location", "department", "reportsTo", "pay"}

# Level, id, heading, audience, paragraphs, items, table.
OUTLINE = [
    (1, "about-this-guide", "About This Guide", TEAM, 2, 8, None),
    (1, "position-overview", "Position Overview", CANDIDATE, 1, 0, None),
    (2, "key-highlights", "Key Highlights", CANDIDATE, 0, 6, None),
    (2, "why-this-role-matters", "Why This Role Matters", CANDIDATE, 2, 0, None),
    (1, "about-the-role", "About the Role", CANDIDATE, 3, 0, None),
    (1, "key-responsibilities", "Key Responsibilities", CANDIDATE, 0, 0, None),
    (2, "model-development-implementation", "Model Development & Implementation",
     CANDIDATE, 0, 4, None),
    (2, "mlops-production-systems", "MLOps & Production Systems", CANDIDATE, 0, 4, None),
    (2, "data-engineering-infrastructure", "Data Engineering & Infrastructure",
     CANDIDATE, 0, 4, None),
    (2, "performance-optimization", "Performance & Optimization", CANDIDATE, 0, 4, None),
    (1, "first-year", "Success at 30, 90, and 365 Days", CANDIDATE, 0, 3, None),
    (1, "required-qualifications", "Required Qualifications", CANDIDATE, 0, 0, None),
    (2, "education-experience", "Education & Experience", CANDIDATE, 0, 4, None),
    (2, "technical-skills", "Technical Skills", CANDIDATE, 0, 5, None),
    (2, "core-competencies", "Core Competencies", CANDIDATE, 0, 4, None),
    (1, "preferred-qualifications", "Preferred Qualifications", CANDIDATE, 0, 0, None),
    (2, "advanced-technical-skills", "Advanced Technical Skills", CANDIDATE, 0, 5, None),
    (2, "additional-experience", "Additional Experience", CANDIDATE, 0, 5, None),
    (1, "what-we-offer", "What We Offer", CANDIDATE, 0, 0, None),
    (2, "compensation-benefits", "Compensation & Benefits", CANDIDATE, 0, 5, "pay"),
    (2, "professional-development", "Professional Development", CANDIDATE, 0, 5, None),
    (2, "work-environment", "Work Environment", CANDIDATE, 0, 5, None),
    (1, "context-variations", "Context Variations", TEAM, 0, 0, "variations"),
    (2, "corporate-environment", "Corporate Environment", TEAM, 0, 0, None),
    (2, "startup-environment", "Startup Environment", TEAM, 0, 0, None),
    (2, "remote-hybrid-work", "Remote/Hybrid Work", TEAM, 0, 10, None),
    (1, "industry-considerations", "Industry Considerations", TEAM, 0, 0, "industries"),
    (1, "compensation-guide", "Compensation Guide", TEAM, 0, 0, None),
    (2, "salary-information", "Salary Information", TEAM, 0, 0, "salaries"),
    (1, "interview-questions", "Interview Questions", TEAM, 0, 0, None),
    (2, "technical-functional-questions", "Technical/Functional Questions", TEAM, 0, 8, None),
    (2, "behavioral-questions", "Behavioral Questions", TEAM, 0, 6, None),
    (2, "culture-fit-questions", "Culture Fit Questions", TEAM, 0, 4, None),
    (2, "evaluation-tips", "Evaluation Tips", TEAM, 0, 6, "assessments"),
    (1, "hiring-tips", "Hiring Tips", TEAM, 0, 0, None),
    (2, "quick-sourcing-guide", "Quick Sourcing Guide", TEAM, 0, 11, None),
    (2, "red-flags-to-avoid", "Red Flags to Avoid", TEAM, 0, 6, None),
    (1, "faq", "FAQ Section", TEAM, 1, 8, None),
]

# The blank guide is for any role, so headings that speak of machine learning differ there.
BLANK_TITLES = {
    "model-development-implementation": "Core Work",
    "mlops-production-systems": "Delivery & Operations",
    "data-engineering-infrastructure": "Tools & Resources",
    "performance-optimization": "Results & Improvement",
    "first-year": "Success in the First Year",
}

# Place, minimum, maximum, price index in hundredths (BEA regional price parities, 2023).
PLACES = [
    ("San Francisco Bay Area", 160000, 220000, 11823),
    ("New York City", 150000, 210000, 11247),
    ("Seattle", 140000, 200000, 11299),
    ("Austin", 125000, 175000, 9762),
    ("Boston", 130000, 185000, 11157),
    ("Chicago", 115000, 165000, 10256),
    ("Atlanta", 110000, 155000, 10093),
    ("Remote", 115000, 190000, None),
]

INDUSTRIES = ["Financial Services", "Healthcare", "E-commerce", "Autonomous Vehicles",
              "Technology/SaaS", "Manufacturing"]

LABELS = {
    "technical-functional-questions": [
        "ML System Design", "Model Deployment", "Feature Engineering",
        "Performance Optimization", "ML Pipeline Design", "A/B Testing",
        "Debugging ML Systems", "Scalability"],
    "behavioral-questions": [
        "Complex Problem Solving", "Cross-functional Collaboration", "Learning Agility",
        "Quality vs Speed", "Failure & Growth", "Technical Leadership"],
    "culture-fit-questions": [
        "Continuous Learning", "Ethics & Bias", "Team Collaboration",
        "Innovation vs Pragmatism"],
    "red-flags-to-avoid": [
        "Overemphasis on research", "Framework fixation", "PhD requirement",
        "Unrealistic breadth", "Ignoring software engineering", "Algorithm-only focus"],
}

# Technologies, figures and names that a part must mention.
MENTIONS = {
    "model-development-implementation": ["TensorFlow", "PyTorch", "scikit-learn", "A/B test"],
    "mlops-production-systems": ["AWS SageMaker", "Azure ML", "Google Vertex AI", "CI/CD"],
    "data-engineering-infrastructure": ["Spark", "Kafka", "Airflow"],
    "education-experience": ["At least 3 years", "Computer Science", "Machine Learning",
                             "Data Science"],
    "technical-skills": ["Python", "Java", "Scala", "Go", "C++", "XGBoost", "AWS SageMaker",
                         "Azure ML", "Google Vertex AI", "Docker", "Kubernetes"],
    "advanced-technical-skills": ["MLflow", "Kubeflow", "DVC", "Weights & Biases",
                                  "Apache Spark", "Dask", "Ray"],
    "additional-experience": ["AWS ML", "Google Cloud ML", "Azure AI"],
    "compensation-benefits": ["{{pay}}", "Medical, dental, and vision"],
    "professional-development": ["$3,000", "NeurIPS", "ICML", "MLOps World"],
    "quick-sourcing-guide": ["GitHub", "Kaggle", "arXiv/Google Scholar", "LinkedIn",
                             "NeurIPS", "ICML", "MLOps World", "r/MachineLearning"],
}

# What is done to the guide, and whether the schema must still accept it.
CASES = [
    ("another format", ["format"], "posting", False),
    ("a newer version", ["version"], 4, False),
    ("a language with a space", ["language"], "en US", False),
    ("a language in words", ["language"], "English", False),
    ("a language with script and region", ["language"], "zh-Hant-TW", True),
    ("a title that is a number", ["job", "title"], 7, False),
    ("an unknown employment type", ["job", "employmentType"], ["fulltime"], False),
    ("several employment types", ["job", "employmentType"], ["part-time", "intern"], True),
    ("an unknown workplace", ["job", "workplace"], "office", False),
    ("no openings", ["job", "openings"], 0, False),
    ("a closing date", ["job", "closes"], "2026-02-28", True),
    ("a closing date of another form", ["job", "closes"], "28.02.2026", False),
    ("a month that is none", ["job", "posted"], "2026-13-01", False),
    ("a day that no month has", ["job", "posted"], "2026-01-32", False),
    ("one employment type twice", ["job", "employmentType"], ["intern", "intern"], False),
    ("an employment type by itself", ["job", "employmentType"], "intern", False),
    ("a website", ["job", "employer"], {"website": "https://example.com"}, True),
    ("a website in capitals", ["job", "employer"], {"website": "HTTP://EXAMPLE.COM"}, True),
    ("a website without its scheme", ["job", "employer"], {"website": "example.com"}, False),
    ("a script to apply with", ["job", "apply"], {"url": "javascript:alert(1)"}, False),
    ("a link to nowhere", ["job", "apply"], {"url": "https://"}, False),
    ("an email address", ["job", "apply"], {"email": "jobs@example.com"}, True),
    ("a link to an email address", ["job", "apply"], {"email": "mailto:jobs@example.com"}, True),
    ("an email address without its host", ["job", "apply"], {"email": "jobs@"}, False),
    ("two email addresses", ["job", "apply"], {"email": "a@b.com, c@d.com"}, False),
    ("a credential in words", ["job", "education"], {"credential": "PhD"}, False),
    ("a job that is a text", ["job"], "Baker", False),
    ("sections by name", ["sections"], {"about": {}}, False),
    ("a text of nothing", ["sections", 0, "text"], None, False),
    ("a long text", ["sections", 0, "text"], "x" * 30000, True),
    ("a country by name", ["job", "locations"], [{"country": "Austria"}], False),
    ("a place of work", ["job", "locations"], [{"city": "Austin", "country": "US"}], True),
    ("a minimum in words", ["job", "pay", "minimum"], "120000", False),
    ("a minimum below nothing", ["job", "pay", "minimum"], -1, False),
    ("a minimum with cents", ["job", "pay", "minimum"], 18.5, True),
    ("a currency sign", ["job", "pay", "currency"], "$", False),
    ("an unknown period", ["job", "pay", "period"], "annual", False),
    ("disclose as text", ["job", "pay", "disclose"], "no", False),
    ("an unknown audience", ["sections", 0, "audience"], "everyone", False),
    ("an unknown table", ["sections", 0, "table"], "chart", False),
    ("a bare string as item", ["sections", 0, "items", 0], "text", False),
    ("a third level of headings", ["sections", 1, "sections", 0, "sections"], [{}], False),
    ("an empty third level", ["sections", 1, "sections", 0, "sections"], [], True),
    ("a price index with a fraction", ["salaries", "places", 0, "priceIndex"], 118.23, False),
    ("a year of two digits", ["salaries", "year"], 25, False),
    ("a weight over 100", ["assessments", 0, "criteria", 0, "weight"], 101, False),
    ("levels", ["levels"], [{"name": "Senior", "from": 50, "to": 75, "basis": "share"}], True),
    ("a level without a number", ["levels"], [{"name": "Senior", "from": "half"}], False),
    ("an unknown member", ["extra"], {"kept": [1, None]}, True),
    ("an unknown member of a place", ["salaries", "places", 0, "kept"], 0.5, True),
    ("an unknown member of an item", ["sections", 0, "items", 0, "kept"], True, True),
]


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def validator():
    return jsonschema.Draft202012Validator(SCHEMA)


def walk_sections(document):
    for section in document["sections"]:
        yield 1, section
        for subsection in section.get("sections", []):
            yield 2, subsection


def find_section(document, name):
    return next(part for _, part in walk_sections(document) if part["id"] == name)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for child in value.values() if isinstance(value, dict) else value:
            yield from strings(child)


def golden_documents():
    """Postings, and golden files that are some; other JSON has judges of its own."""
    yield from sorted((ROOT / "tests" / "data").glob("*.vacancy"))
    for path in sorted((ROOT / "tests").glob("**/golden/**/*")):
        if path.suffix == ".json":
            value = load(path)
            if isinstance(value, dict) and value.get("format") == "vacancy-posting":
                yield path


def check_equal(seen, expected):
    assert seen == expected, f"seen {seen!r}, expected {expected!r}"


def check_valid(path):
    """The hostile posting holds, on purpose, a link that is none, which any export keeps."""
    faults = [f"{error.json_path}: {error.message[:200]}"
              for error in validator().iter_errors(load(path))]
    bad_link = path.name.startswith("hostile") and [fault.split(":")[0] for fault in faults]
    assert not faults or bad_link == ["$.job.employer.website"], "\n".join(faults)


def check_schema_itself():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def check_schema_form():
    canonical = json.dumps(SCHEMA, indent=2, ensure_ascii=False) + "\n"
    check_equal(SCHEMA_TEXT.split("\n"), canonical.split("\n"))


def check_required():
    for name in SCHEMA["required"]:
        document = load(ML_GUIDE)
        del document[name]
        assert not validator().is_valid(document), f"accepted without {name}"
    check_equal(SCHEMA["required"], ["format", "version"])


def check_case(path, value, accepted):
    document = copy.deepcopy(load(ML_GUIDE))
    parent = document
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    check_equal(validator().is_valid(document), accepted)


def check_canonical_form(path):
    text = path.read_bytes().decode("utf-8")
    canonical = json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
    for seen, expected in zip(text.split("\n"), canonical.split("\n")):
        check_equal(seen, expected)
    check_equal(len(text), len(canonical))


def check_member_order(value, schema, where="$"):
    """The schema lists members in the order in which the format writes them; none is empty."""
    assert value not in ("", [], {}), f"{where} is empty: leave it out"
    if isinstance(value, dict):
        order = [name for name in schema["properties"] if name in value]
        check_equal((where, list(value)), (where, order))
        for name, child in value.items():
            check_member_order(child, schema["properties"][name], f"{where}.{name}")
    elif isinstance(value, list):
        for index, child in enumerate(value):
            check_member_order(child, schema["items"], f"{where}[{index}]")


def check_placeholders(path):
    for text in strings(load(path)):
        unknown = set(re.findall(r"{{(.*?)}}", text)) - PLACEHOLDERS
        assert not unknown, f"{unknown} in “{text}”"


def check_advice(path):
    silent = [part["id"] for _, part in walk_sections(load(path)) if not part.get("advice")]
    check_equal(silent, [])


def check_variations(path):
    document = load(path)
    shown = [(part["id"], part["title"])
             for part in find_section(document, "context-variations")["sections"]]
    check_equal([(entry["id"], entry["title"]) for entry in document["variations"]], shown)
    names = {part["id"] for _, part in walk_sections(document) if part["audience"] == CANDIDATE}
    for entry in document["variations"]:
        for addition in entry.get("additions", []):
            assert addition["section"] in names, f"nowhere to add to: {addition}"


def outline_of(document):
    return [(level, part["id"], part["title"], part["audience"],
             len(part["text"].split("\n\n")) if "text" in part else 0,
             len(part.get("items", [])), part.get("table"))
            for level, part in walk_sections(document)]


def check_outline():
    for seen, expected in zip(outline_of(load(ML_GUIDE)), OUTLINE):
        check_equal(seen, expected)
    check_equal(len(outline_of(load(ML_GUIDE))), len(OUTLINE))


def check_pay():
    document = load(ML_GUIDE)
    pay = document["job"]["pay"]
    check_equal((pay["minimum"], pay["maximum"], pay["currency"], pay["period"]),
                (120000, 180000, "USD", "year"))
    first = find_section(document, "compensation-benefits")["items"][0]["text"]
    assert "{{pay}}" in first, first
    loose = [text for _, part in walk_sections(document) if part["audience"] == CANDIDATE
             for text in strings(part) if re.search("1[28]0,000", text)]
    check_equal(loose, [])


def check_salaries():
    salaries = load(ML_GUIDE)["salaries"]
    check_equal((salaries["year"], salaries["currency"], salaries["period"]),
                (2025, "USD", "year"))
    check_equal(salaries["national"], {"minimum": 120000, "maximum": 180000})
    check_equal([(place["name"], place["minimum"], place["maximum"], place.get("priceIndex"))
                 for place in salaries["places"]], PLACES)
    check_equal([place["name"] for place in salaries["places"] if not place.get("note")], [])
    check_equal(len(salaries["factors"]), 4)
    for name in ("Glassdoor", "PayScale", "Stack Overflow", "BEA", "2023"):
        assert name in salaries["source"], f"the source does not name {name}"


def check_industry_titles():
    check_equal([industry["title"] for industry in load(ML_GUIDE)["industries"]], INDUSTRIES)


def check_parts(path):
    """A guide of a role has every part of the blank one, in its order, and none is without content.
    The groups of its responsibilities and its variations are its own, and it may have more parts."""
    document = load(path)
    blank = load(BLANK_GUIDE)
    own = [part["id"] for name in ("key-responsibilities", "context-variations")
           for part in find_section(blank, name)["sections"]]
    expected = [(part["id"], part["audience"], part.get("table"))
                for _, part in walk_sections(blank) if part["id"] not in own]
    names = [name for name, _, _ in expected]
    check_equal([(part["id"], part["audience"], part.get("table"))
                 for _, part in walk_sections(document) if part["id"] in names], expected)
    for name in ("key-responsibilities", "context-variations"):
        assert len(find_section(document, name)["sections"]) >= 2, name
    described = {entry["id"] for entry in document["variations"]}
    check_equal([part["id"] for _, part in walk_sections(document)
                 if not {"text", "items", "sections", "table"} & set(part)
                 and part["id"] not in described], [])


def check_industries(path):
    industries = load(path)["industries"]
    assert len(industries) >= 4, f"only {len(industries)}"
    for industry in industries:
        check_equal(len(industry["requirements"]), 3)
        assert industry["aspect"]


def check_pay_has_a_source(path):
    """Without a source, no sum of money stands in a guide, and it says how to import some."""
    document = load(path)
    if "source" in document["salaries"]:
        return
    assert not {"minimum", "maximum"} & set(document["job"]["pay"])
    assert not {"national", "places"} & set(document["salaries"])
    sums = [text for text in strings(document) if re.search(r"[$€£]\s?\d|\d\s?[$€£]", text)]
    check_equal(sums, [])
    assert "--import" in find_section(document, "salary-information").get("text", "")


def check_facts(path):
    """The employer, the place and all else that differs from job to job are not guessed."""
    facts = {"employer", "locations", "apply", "posted", "closes"}
    check_equal(facts & set(load(path)["job"]), set())


def check_hourly(path):
    """Work in shifts: its hours are facts, and what it takes of a body is a task with its weight."""
    document = load(path)
    for record in (document["job"]["pay"], document["salaries"]):
        check_equal(record["period"], "hour")
    assert document["job"]["hours"]["schedule"]
    tasks = find_section(document, "physical-tasks")
    assert "accommodations" in tasks["text"], tasks["text"]
    assert any(re.search(r"\d+ pounds", item["text"]) for item in tasks["items"])
    required = find_section(document, "required-qualifications")["sections"]
    assert sum(len(part["items"]) for part in required) <= 10


def check_nurse_licenses():
    document = load(HOURLY_GUIDES[0])
    names = [licence["name"] for licence in document["job"]["licences"]]
    check_equal(len(names), 2)
    texts = "\n".join(strings(find_section(document, "education-experience")["items"]))
    for name in names:
        assert re.search(r"\([A-Z]+\)", name)[0] in texts, name


def check_warehouse_is_open():
    """Nobody needs a credential to begin, and a forklift certificate only where it is driven."""
    document = load(HOURLY_GUIDES[1])
    check_equal({"education", "experience", "licences"} & set(document["job"]), set())
    required = "\n".join(strings([part["items"] for part in
                                  find_section(document, "required-qualifications")["sections"]]))
    check_equal(re.findall(r"(?i)degree|diploma|certificat\w*|years?|forklift", required), [])


def check_variation_content(path):
    for entry in load(path)["variations"]:
        assert entry["emphasize"] and entry["highlight"], entry["id"]
        assert 3 <= len(entry["additions"]) <= 5, entry["id"]


def check_labelled(path):
    document = load(path)
    for name in (*LABELS, "evaluation-tips", "quick-sourcing-guide", "faq"):
        check_equal((name, [item["text"] for item in find_section(document, name)["items"]
                            if not item.get("label")]), (name, []))
    questions = [item["label"] for item in find_section(document, "faq")["items"]]
    check_equal([label for label in questions if not label.endswith("?")], [])


def check_labels():
    document = load(ML_GUIDE)
    for name, labels in LABELS.items():
        check_equal([item["label"] for item in find_section(document, name)["items"]], labels)
    kinds = [item["label"].split(" · ")[0]
             for item in find_section(document, "quick-sourcing-guide")["items"]]
    check_equal(kinds, ["Platforms"] * 4 + ["Communities"] * 3 + ["Posting tips"] * 4)


def check_mentions():
    document = load(ML_GUIDE)
    for name, words in MENTIONS.items():
        text = "\n".join(strings(find_section(document, name).get("items", [])))
        check_equal((name, [word for word in words if word not in text]), (name, []))


def check_assessment_titles():
    check_equal([entry["title"] for entry in load(ML_GUIDE)["assessments"]],
                ["Skills Assessment", "Portfolio and Projects"])


def check_assessments(path):
    for entry in load(path)["assessments"]:
        criteria = entry["criteria"]
        assert 5 <= len(criteria) <= 6, entry["title"]
        check_equal(sum(criterion["weight"] for criterion in criteria), 100)
        for criterion in criteria:
            assert criterion["weak"] and criterion["good"] and criterion["strong"]


def check_no_repetition(path):
    """Sentences of five words and more; headings and short names may well recur."""
    seen = set()
    for text in strings(load(path)):
        for sentence in re.split(r"(?<=[.?!])\s+|\n+", text):
            assert len(sentence.split()) < 5 or sentence not in seen, f"twice: “{sentence}”"
            seen.add(sentence)


def check_items_differ(path):
    texts = [item["text"] for _, part in walk_sections(load(path))
             for item in part.get("items", [])]
    check_equal([text for text in texts if texts.count(text) > 1], [])


def check_blank_outline():
    expected = [(level, name, BLANK_TITLES.get(name, title), audience, 0, 0, table)
                for level, name, title, audience, _, _, table in OUTLINE]
    check_equal(outline_of(load(BLANK_GUIDE)), expected)


def check_edition(path):
    """An edition has the parts of the guide; headings that guides share are the same in a language."""
    name, language = path.stem.split(".")
    document, original = load(path), load(path.with_name(f"{name}.json"))
    check_equal(document["language"], language)
    check_equal(document["guide"]["id"], original["guide"]["id"])
    check_equal([row[:2] + row[3:] for row in outline_of(document)],
                [row[:2] + row[3:] for row in outline_of(original)])
    check_equal([part["id"] for _, part in walk_sections(document) if "include" in part],
                [part["id"] for _, part in walk_sections(original) if "include" in part])
    first = {row[1]: row[2] for row in outline_of(load(ML_GUIDE.with_name(
        f"{ML_GUIDE.stem}.{language}.json")))}
    shared = {row[1]: row[2] for row in OUTLINE}
    check_equal([(row[1], row[2]) for row, own in zip(outline_of(document), outline_of(original))
                 if own[2] == shared.get(own[1]) and row[2] != first[row[1]]], [])


def check_blank_figures(path):
    """Only American English tells the currency: German and French are of several countries."""
    document = load(path)
    currency = {"currency": "USD"} if path == BLANK_GUIDE else {}
    check_equal(document["salaries"], {**currency, "period": "year"})
    check_equal(document["job"], {"pay": {**currency, "period": "year"}})
    figures = [text for text in strings(document["sections"]) if re.search(r"\d", text)]
    check_equal(figures, [])
    check_equal([text for text in strings(document["sections"])
                 if re.search(r"\bML|machine learning", text, re.I)
                 and text not in {row[1] for row in OUTLINE}], [])


def list_tests():
    yield "/schema/satisfies-its-metaschema", True, check_schema_itself, ()
    yield "/schema/is-in-canonical-form", False, check_schema_form, ()
    yield "/schema/requires-format-and-version", True, check_required, ()
    for name, path, value, accepted in CASES:
        verb = "accepts" if accepted else "refuses"
        yield (f"/schema/{verb}-{name.replace(' ', '-')}", True, check_case,
               (path, value, accepted))
    for path in [*GUIDES, *golden_documents()]:
        yield f"/documents/{path.name}/satisfies-the-schema", True, check_valid, (path,)
    for path in GUIDES:
        prefix = f"/guides/{path.stem}"
        yield f"{prefix}/is-in-canonical-form", False, check_canonical_form, (path,)
        yield (f"{prefix}/members-stand-in-order", False,
               lambda path: check_member_order(load(path), SCHEMA), (path,))
        yield f"{prefix}/uses-known-placeholders", False, check_placeholders, (path,)
        yield f"{prefix}/advises-in-every-part", False, check_advice, (path,)
        yield f"{prefix}/variations-name-parts-for-candidates", False, check_variations, (path,)
    for path in ROLE_GUIDES:
        for name, check in (
                ("has-the-parts-of-the-blank-guide", check_parts),
                ("industries-are-complete", check_industries),
                ("variations-are-complete", check_variation_content),
                ("questions-and-tips-are-labelled", check_labelled),
                ("weights-add-to-100", check_assessments),
                ("states-no-pay-without-a-source", check_pay_has_a_source),
                ("leaves-facts-to-the-writer", check_facts),
                ("no-item-stands-twice", check_items_differ),
                ("no-sentence-stands-twice", check_no_repetition)):
            yield f"/guides/{path.stem}/{name}", False, check, (path,)
    for path in HOURLY_GUIDES:
        yield f"/guides/{path.stem}/is-of-work-in-shifts", False, check_hourly, (path,)
    yield "/guides/registered-nurse/licenses-are-data", False, check_nurse_licenses, ()
    yield "/guides/warehouse-associate/asks-for-no-credential", False, check_warehouse_is_open, ()
    for name, check in (
            ("outline-is-complete", check_outline),
            ("pay-is-stated-once", check_pay),
            ("salaries-are-the-researched-ones", check_salaries),
            ("industries-are-the-researched-ones", check_industry_titles),
            ("questions-and-tips-bear-their-labels", check_labels),
            ("technologies-are-named", check_mentions),
            ("scorecards-bear-their-titles", check_assessment_titles)):
        yield f"/guides/machine-learning-engineer/{name}", False, check, ()
    yield "/guides/blank/has-the-same-outline-without-content", False, check_blank_outline, ()
    for path in GUIDES:
        if path not in ROLE_GUIDES:
            yield f"/guides/{path.stem}/has-no-figures-of-a-role", False, check_blank_figures, (path,)
    for path in EDITIONS:
        yield f"/guides/{path.stem}/has-the-parts-of-the-guide", False, check_edition, (path,)


def problems_of(check, arguments):
    """What a check complains of; that a file cannot be read or understood is a complaint too."""
    try:
        check(*arguments)
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    return []


tap = Tap()
for name, needs_judge, check, arguments in list_tests():
    if needs_judge and jsonschema is None:
        tap.skip(name, "python3-jsonschema is not installed")
    else:
        tap.check(name, problems_of(check, arguments))
tap.finish()
