/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-import.h"

/* Postings as programs store them, with ' for ", and what is read of them; see test-job-data.c for
 * the form. */

typedef struct
{
  const char   *name;
  VacImportKind kind;
  const char   *text;
  const char   *expected;
} JobDataCase;

#define JOB(members) "{'@context': 'https://schema.org', '@type': 'JobPosting', " members "}"

static const JobDataCase json_ld_cases[] = {
  { "a-posting-with-pay-for-an-hour", VAC_IMPORT_JSON_LD,
    "{'@context':'https://schema.org','@type':'JobPosting','title':'Line Cook',"
    "'datePosted':'2026-01-05','hiringOrganization':{'@type':'Organization',"
    "'name':'Beispiel Bistro'},'baseSalary':{'@type':'MonetaryAmount',"
    "'currency':'USD','value':{'@type':'QuantitativeValue','value':19.25,"
    "'unitText':'HOUR'}},'description':'<p>Cook.</p>'}",
    "title: Line Cook\n"
    "employer: Beispiel Bistro\n"
    "posted: 2026-01-05\n"
    "minimum: 19.25\n"
    "maximum: 19.25\n"
    "period ~ HOUR\n"
    "currency: USD\n"
    "P Cook.\n" },
  { "a-range-of-pay", VAC_IMPORT_JSON_LD,
    JOB ("'baseSalary': {'currency': 'EUR', 'value': {'minValue': 45e3,"
         " 'maxValue': 55000.00, 'unitText': 'YEAR'}}"),
    "minimum: 45000\n"
    "maximum: 55000\n"
    "period ~ YEAR\n"
    "currency: EUR\n" },
  { "pay-in-a-text-is-words", VAC_IMPORT_JSON_LD,
    JOB ("'baseSalary': {'currency': 'USD', 'value': '1,200.50'}"),
    "minimum ~ 1,200.50\n"
    "maximum ~ 1,200.50\n"
    "currency: USD\n" },
  { "a-currency-by-another-name-is-words", VAC_IMPORT_JSON_LD,
    JOB ("'baseSalary': {'currency': 'Euro', 'value': 31000}"),
    "minimum: 31000\n"
    "maximum: 31000\n"
    "currency ~ Euro\n" },
  { "pay-without-a-thing-around-it", VAC_IMPORT_JSON_LD,
    JOB ("'salaryCurrency': 'GBP', 'baseSalary': 31000"),
    "minimum: 31000\n"
    "maximum: 31000\n"
    "currency: GBP\n" },
  { "no-pay-is-written-as-0", VAC_IMPORT_JSON_LD,
    JOB ("'baseSalary': {'currency': 'USD', 'value': {'minValue': 0, 'maxValue': 0.0}}"),
    "currency: USD\n" },
  { "several-ranges-are-told-and-none-is-taken", VAC_IMPORT_JSON_LD,
    JOB ("'baseSalary': [{'name': 'Berlin', 'currency': 'EUR', 'value':"
         " {'minValue': 50000, 'maxValue': 60000, 'unitText': 'YEAR'}},"
         " {'currency': 'EUR', 'value': 20}], 'description': 'Cook'"),
    "P Cook\n"
    "## Compensation\n"
    "P [Berlin] €50,000 – €60,000 / YEAR\n"
    "P €20\n" },
  { "types-of-employment-in-odd-spellings", VAC_IMPORT_JSON_LD,
    JOB ("'employmentType': ['FULL_TIME', 'Part-time, contract', '[\\'INTERN\\']']"),
    "type ~ FULL_TIME\n"
    "type[1] ~ Part-time\n"
    "type[2] ~ contract\n"
    "type[3] ~ INTERN\n" },
  { "one-type-of-employment", VAC_IMPORT_JSON_LD,
    JOB ("'employmentType': 'Vollzeit'"),
    "type ~ Vollzeit\n" },
  { "places-as-texts-and-as-addresses", VAC_IMPORT_JSON_LD,
    JOB ("'jobLocation': [{'@type': 'Place', 'address': {'streetAddress': '1 High St',"
         " 'addressLocality': 'Leeds', 'postalCode': 'LS1 1AA', 'addressCountry':"
         " {'@type': 'Country', 'name': 'GB'}}}, {'address': {}},"
         " {'address': 'Ulm, Germany'}, 'Bonn', {'name': 'Head office'}]"),
    "street: 1 High St\n"
    "city: Leeds\n"
    "postalCode: LS1 1AA\n"
    "country ~ GB\n"
    "city[1] ~ Ulm, Germany\n"
    "city[2] ~ Bonn\n"
    "city[3] ~ Head office\n" },
  { "one-place-that-is-no-list", VAC_IMPORT_JSON_LD,
    JOB ("'jobLocation': {'address': {'addressLocality': 'Austin', 'addressRegion':"
         " 'TX', 'addressCountry': 'US'}, 'geo': {'latitude': 30.2}}"),
    "city: Austin\n"
    "region: TX\n"
    "country ~ US\n"
    "! Not used: jobLocation.geo\n" },
  { "remote-work-and-where-it-is-done", VAC_IMPORT_JSON_LD,
    JOB ("'jobLocationType': 'TELECOMMUTE', 'applicantLocationRequirements': [{'@type':"
         " 'Country', 'name': 'Canada'}, {'@type': 'State', 'name': 'Texas, USA'},"
         " {'@type': 'State', 'name': 'Bayern'}, 'France']"),
    "workplace: remote\n"
    "area-country ~ Canada\n"
    "area-country[1] ~ USA\n"
    "area-region[1] ~ Texas\n"
    "area-region[2] ~ Bayern\n"
    "area-country[3] ~ France\n" },
  { "dates-keep-their-day", VAC_IMPORT_JSON_LD,
    JOB ("'datePosted': '2026-01-05T22:30:00-08:00', 'validThrough':"
         " '2026-02-28T23:59:59Z', 'jobStartDate': 'as soon as possible'"),
    "posted: 2026-01-05\n"
    "closes: 2026-02-28\n"
    "start ~ as soon as possible\n" },
  { "the-hour-of-closing-in-the-place-of-work", VAC_IMPORT_JSON_LD,
    JOB ("'validThrough': '2026-02-28T17:00:00'"),
    "closes: 2026-02-28\n"
    "closesTime: 17:00\n" },
  { "an-employer-with-a-logo", VAC_IMPORT_JSON_LD,
    JOB ("'hiringOrganization': {'name': 'Smith &amp; Sons', 'legalName': 'Smith Ltd',"
         " 'sameAs': 'https://smith.example', 'logo': {'url': 'https://s.example/l.png'},"
         " 'numberOfEmployees': 12}"),
    "employer: Smith & Sons\n"
    "legalName: Smith Ltd\n"
    "website: https://smith.example\n"
    "! The logo was not fetched, because it is in the network.\n"
    "! Not used: hiringOrganization.numberOfEmployees\n" },
  { "an-employer-as-a-text", VAC_IMPORT_JSON_LD,
    JOB ("'hiringOrganization': 'Smith'"),
    "employer: Smith\n" },
  { "an-employer-elsewhere-in-the-graph", VAC_IMPORT_JSON_LD,
    "{'@graph': [{'@type': 'Organization', '@id': '#us', 'name': 'Smith'},"
    JOB ("'title': 'Cook', 'hiringOrganization': {'@id': '#us'},"
         " 'employmentUnit': {'@id': '#nobody'}") "]}",
    "title: Cook\n"
    "employer: Smith\n" },
  { "hours-with-labels", VAC_IMPORT_JSON_LD,
    JOB ("'workHours': 'Hours per week: 38.5; Working time: 60%; Schedule: at night'"),
    "perWeek ~ 38.5\n"
    "schedule ~ Working time: 60%; at night\n" },
  { "hours-as-a-text", VAC_IMPORT_JSON_LD,
    JOB ("'workHours': '9 to 5; never on Mondays'"),
    "schedule ~ 9 to 5; never on Mondays\n" },
  { "numbers-of-the-opening", VAC_IMPORT_JSON_LD,
    JOB ("'identifier': {'@type': 'PropertyValue', 'name': 'Smith', 'value': 4711},"
         " 'totalJobOpenings': 3"),
    "requisition: 4711\n"
    "openings: 3\n" },
  { "a-number-of-the-opening-as-a-text", VAC_IMPORT_JSON_LD,
    JOB ("'identifier': 'R-12', 'totalJobOpenings': '2'"),
    "requisition: R-12\n"
    "openings ~ 2\n" },
  { "whom-to-write-to", VAC_IMPORT_JSON_LD,
    JOB ("'applicationContact': {'@type': 'ContactPoint', 'name': 'Ada', 'email':"
         " 'jobs@smith.example', 'telephone': '+44 20 7946 0000'}, 'directApply': true"),
    "contact: Ada\n"
    "contact-email: jobs@smith.example\n"
    "phone: +44 20 7946 0000\n" },
  { "where-to-write-to", VAC_IMPORT_JSON_LD,
    JOB ("'applicationContact': {'email': 'jobs@smith.example', 'url': 'https://smith.example/1'}"),
    "apply-email: jobs@smith.example\n"
    "url: https://smith.example/1\n" },
  { "sections-that-the-description-lacks", VAC_IMPORT_JSON_LD,
    JOB ("'inLanguage': 'de_DE', 'description': '<p>Wir suchen Sie.</p>',"
         " 'responsibilities': '<ul><li>Kochen</li></ul>', 'qualifications': ['Lehre',"
         " 'Geduld'], 'jobBenefits': 'Essen', 'incentiveCompensation': 'Trinkgeld',"
         " 'employerOverview': 'Ein Lokal'"),
    "language = de-DE\n"
    "P Wir suchen Sie.\n"
    "## Responsibilities\n"
    "- Kochen\n"
    "## Required Qualifications\n"
    "- Lehre\n"
    "- Geduld\n"
    "## What We Offer\n"
    "P Essen\n"
    "## Compensation\n"
    "P Trinkgeld\n"
    "## About Us\n"
    "P Ein Lokal\n" },
  { "sections-that-the-description-has-are-not-told-twice", VAC_IMPORT_JSON_LD,
    JOB ("'description': '<p>Your <b>tasks</b>:</p><ul><li>Cook &amp; serve</li>"
         "<li>Wash up</li></ul>', 'responsibilities': 'Cook & serve\\nWash up',"
         " 'qualifications': ['Wash  up.', 'Patience']"),
    "P Your tasks:\n"
    "- Cook & serve\n"
    "- Wash up\n"
    "## Required Qualifications\n"
    "- Patience\n" },
  { "html-that-was-escaped-once-more", VAC_IMPORT_JSON_LD,
    JOB ("'description': '&amp;lt;p&amp;gt;Cook&amp;amp;nbsp;well&amp;lt;/p&amp;gt;'"),
    "P Cook\302\240well\n" },
  { "a-description-without-tags", VAC_IMPORT_JSON_LD,
    JOB ("'description': 'R&amp;D for < 3 people.\\n\\nWrite to <a@b.example>'"),
    "P R&D for < 3 people.\n"
    "P Write to <a@b.example>\n" },
  { "line-breaks-beside-inline-tags", VAC_IMPORT_JSON_LD,
    JOB ("'description': '<b>Cook</b>\\nServe'"),
    "P Cook\n"
    "P Serve\n" },
  { "skills-as-terms-and-as-texts", VAC_IMPORT_JSON_LD,
    JOB ("'skills': [{'@type': 'DefinedTerm', 'name': 'Python', 'termCode': 'x-1'},"
         " 'Writes tests']"),
    "skill ~ Python\n"
    "id: x-1\n"
    "## Required Qualifications\n"
    "- Writes tests\n" },
  { "credentials", VAC_IMPORT_JSON_LD,
    JOB ("'educationRequirements': {'credentialCategory': 'bachelor degree'},"
         " 'experienceRequirements': {'monthsOfExperience': 36},"
         " 'experienceInPlaceOfEducation': true, 'qualifications':"
         " [{'@type': 'EducationalOccupationalCredential', 'name': 'RN license'}]"),
    "months: 36\n"
    "credential ~ bachelor degree\n"
    "experienceInstead: true\n"
    "licence ~ RN license\n" },
  { "requirements-as-texts", VAC_IMPORT_JSON_LD,
    JOB ("'educationRequirements': 'A degree', 'experienceRequirements': '3 years'"),
    "## Required Qualifications\n"
    "P 3 years\n"
    "## Required Qualifications\n"
    "P A degree\n" },
  { "what-was-not-used-is-said", VAC_IMPORT_JSON_LD,
    JOB ("'title': 'Cook', 'industry': 'Food', 'occupationalCategory': ['35-2014'],"
         " 'image': null, 'special\\nCommitments': ''"),
    "title: Cook\n"
    "! Not used: industry, occupationalCategory\n" },
  { "several-postings-in-one-file", VAC_IMPORT_JSON_LD,
    "[" JOB ("'title': 'Cook'") ", {'@type': 'ItemList', 'itemListElement': [{'item': "
    JOB ("'title': 'Waiter'") "}]}, {'@type': 'WebPage', 'mainEntity': {'@type':"
    " 'https://schema.org/JobPosting', 'title': 'Chef'}}]",
    "title: Cook\n"
    "\n"
    "title: Waiter\n"
    "\n"
    "title: Chef\n" },
  { "texts-with-a-language", VAC_IMPORT_JSON_LD,
    JOB ("'title': {'@value': 'Koch', '@language': 'de'}"),
    "" },
};

#define MENDED "! Line breaks or control characters in texts of the data were mended.\n"

static const JobDataCase repaired_cases[] = {
  { "line-breaks-in-texts", VAC_IMPORT_JSON_LD,
    JOB ("'title': 'Cook', 'description': 'We cook.\n\n\tWe serve.\\\n\n"
         "Some \\'wash\\' up.\001'"),
    "title: Cook\nP We cook.\nP We serve.\nP Some \"wash\" up.\n" MENDED },
  { "commas-before-brackets", VAC_IMPORT_JSON_LD,
    JOB ("'title': 'Cook, }', 'employmentType': ['INTERN', \n ], "),
    "title: Cook, }\ntype ~ INTERN\n"
    "! Commas before closing brackets in the data were left out.\n" },
  { "comments-around-the-data", VAC_IMPORT_JSON_LD,
    "\n<!--" JOB ("'title': 'Cook'") " -->\n",
    "title: Cook\n! The marks of a comment around the data were left out.\n" },
  { "cdata-around-the-data", VAC_IMPORT_JSON_LD,
    "//<![CDATA[\n" JOB ("'title': 'Cook'") "\n//]]>",
    "title: Cook\n! The marks of a comment around the data were left out.\n" },
  { "a-byte-order-mark-needs-no-word", VAC_IMPORT_JSON_LD,
    "\357\273\277" JOB ("'title': 'Cook'"),
    "title: Cook\n" },
  { "data-escaped-for-a-page", VAC_IMPORT_JSON_LD,
    "{&quot;@type&quot;: &quot;JobPosting&quot;, &quot;title&quot;: &quot;R&amp;amp;D Cook&quot;}",
    "title: R&D Cook\n! The data were escaped for a web page, and have been unescaped.\n" },
};

static const JobDataCase board_cases[] = {
  { "lever-with-a-list-and-pay", VAC_IMPORT_LEVER,
    "{'id':'x','text':'Account Manager','categories':{'commitment':'Full-time',"
    "'location':'Paris'},'lists':[{'text':'You will','content':'<li>Call customers</li>"
    "<li>Close deals</li>'}],'salaryRange':{'min':45000,'max':55000,'currency':'EUR',"
    "'interval':'per-year-salary'}}",
    "title: Account Manager\n"
    "type ~ Full-time\n"
    "city ~ Paris\n"
    "minimum: 45000\n"
    "maximum: 55000\n"
    "currency: EUR\n"
    "period ~ per-year-salary\n"
    "# You will\n"
    "- Call customers\n"
    "- Close deals\n" },
  { "lever-with-all-that-it-has", VAC_IMPORT_LEVER,
    "[{'text': 'Cook', 'categories': {'location': 'Ulm', 'team': 'Kitchen',"
    " 'department': 'Food', 'allLocations': ['Ulm', 'Bonn']}, 'country': 'DE',"
    " 'workplaceType': 'hybrid', 'createdAt': 1767571200123, 'hostedUrl':"
    " 'https://l.example/1', 'applyUrl': 'https://l.example/1/apply',"
    " 'description': '<p>We cook.</p><p>You too.</p>', 'descriptionPlain': 'We cook. 1.',"
    " 'opening': '<p>We cook.</p>', 'openingPlain': 'We cook.', 'lists':"
    " [{'text': 'Bring', 'content': '<p>A knife</p>'}], 'additional': '<p>Welcome.</p>',"
    " 'additionalPlain': 'Welcome.', 'salaryRange': {'interval': 'bi-weekly', 'min': 0},"
    " 'salaryDescription': '<p>Tips, too.</p>'}]",
    "title: Cook\n"
    "department: Food\n"
    "city ~ Ulm\n"
    "city[1] ~ Bonn\n"
    "country ~ DE\n"
    "workplace ~ hybrid\n"
    "posted: 2026-01-05\n"
    "url: https://l.example/1/apply\n"
    "period ~ bi-weekly\n"
    "P We cook.\n"
    "P You too.\n"
    "# Bring\n"
    "P A knife\n"
    "# \n"
    "P Welcome.\n"
    "## Compensation\n"
    "P Tips, too.\n"
    "! Not used: categories.team\n" },
  { "greenhouse-with-one-range", VAC_IMPORT_GREENHOUSE,
    "{'absolute_url': 'https://g.example/1', 'id': 1, 'internal_job_id': 2, 'title': 'Cook',"
    " 'company_name': 'Smith', 'location': {'name': 'Leeds, UK'}, 'language': 'en',"
    " 'requisition_id': 'R-1', 'first_published': '2026-10-19T09:02:10-04:00', 'updated_at':"
    " '2026-11-03T11:20:44-05:00', 'departments': [{'id': 3, 'name': 'Food', 'child_ids': [4]},"
    " {'id': 4, 'name': 'Kitchen'}], 'offices': [{'id': 5, 'name': 'Head office', 'location':"
    " 'Leeds, UK'}], 'metadata': [{'id': 6, 'name': 'Employment Type', 'value': 'Part-time',"
    " 'value_type': 'single_select'}, {'id': 7, 'name': 'Mood', 'value': 'Good'}, {'id': 8,"
    " 'name': 'Level', 'value': null}], 'content': '&lt;p&gt;Cook &amp;amp; serve&lt;/p&gt;',"
    " 'pay_input_ranges': [{'min_cents': 1250, 'max_cents': 1400, 'currency_type': 'GBP',"
    " 'title': 'Hourly rate', 'blurb': '<p>Tips, too.</p>'}]}",
    "language = en\n"
    "title: Cook\n"
    "employer: Smith\n"
    "department: Food\n"
    "requisition: R-1\n"
    "city ~ Leeds, UK\n"
    "posted: 2026-10-19\n"
    "url: https://g.example/1\n"
    "type ~ Part-time\n"
    "minimum: 12.5\n"
    "maximum: 14\n"
    "currency: GBP\n"
    "period: hour\n"
    "P Cook & serve\n"
    "## Compensation\n"
    "P Tips, too.\n"
    "! Not used: departments.name, offices.name, metadata.name, metadata.value\n" },
  { "greenhouse-with-ranges-for-several-places", VAC_IMPORT_GREENHOUSE,
    "{'jobs': [{'title': 'Cook', 'absolute_url': 'https://g.example/1', 'internal_job_id': 2,"
    " 'content': 'Cook', 'offices': [{'name': 'Ulm'}, {'name': 'Bonn'}], 'pay_input_ranges':"
    " [{'min_cents': 5000000, 'max_cents': 6000000, 'currency_type': 'USD', 'title': 'Omaha',"
    " 'blurb': 'And tips.'}, {'min_cents': 4000000, 'max_cents': 0, 'currency_type': 'JPY',"
    " 'title': 'Osaka', 'blurb': 'And tips.'}]}, {'title': 'Waiter'}, {'id': 3}],"
    " 'meta': {'total': 2}}",
    "title: Cook\n"
    "city ~ Ulm\n"
    "url: https://g.example/1\n"
    "P Cook\n"
    "## Compensation\n"
    "P [Omaha] $50,000 – $60,000\n"
    "P And tips.\n"
    "P [Osaka] ¥4,000,000\n"
    "! Not used: offices.name\n"
    "\n"
    "title: Waiter\n" },
  { "greenhouse-pay-in-a-currency-without-cents", VAC_IMPORT_GREENHOUSE,
    "{'title': 'Cook', 'pay_input_ranges': [{'min_cents': 4500000, 'max_cents': 0,"
    " 'currency_type': 'JPY', 'title': 'Salary range'}]}",
    "title: Cook\n"
    "minimum: 4500000\n"
    "currency: JPY\n"
    "! Not used: pay_input_ranges.title\n" },
  { "ashby-with-places-and-pay", VAC_IMPORT_ASHBY,
    "{'apiVersion': '1', 'jobs': [{'id': 'x', 'title': 'Cook', 'department': 'Food', 'team':"
    " 'Food', 'employmentType': 'FullTime', 'location': 'Ulm', 'address': {'postalAddress':"
    " {'addressLocality': 'Ulm', 'addressRegion': 'BW', 'addressCountry': 'Germany'}},"
    " 'secondaryLocations': [{'location': 'Remote (EU)'}, {'location': 'Bonn', 'address':"
    " {'addressLocality': 'Bonn', 'addressCountry': 'Germany'}}], 'isRemote': false,"
    " 'workplaceType': 'OnSite', 'publishedAt': '2026-11-09T16:21:40.120+00:00', 'isListed': true,"
    " 'jobUrl': 'https://a.example/1', 'applyUrl': 'https://a.example/1/apply', 'descriptionHtml':"
    " '<p>Cook</p>', 'descriptionPlain': 'Cook 1', 'compensation': {'compensationTierSummary':"
    " '€1 – €2', 'compensationTiers': [], 'summaryComponents': [{'compensationType': 'Salary',"
    " 'interval': '1 YEAR', 'currencyCode': 'EUR', 'minValue': 30000, 'maxValue': 36000.5},"
    " {'compensationType': 'EquityPercentage', 'summary': 'Offers Equity', 'interval': 'NONE',"
    " 'minValue': null}]}}]}",
    "title: Cook\n"
    "department: Food\n"
    "type ~ Full Time\n"
    "city: Ulm\n"
    "region: BW\n"
    "country ~ Germany\n"
    "city[1] ~ Remote (EU)\n"
    "city[2]: Bonn\n"
    "country[2] ~ Germany\n"
    "workplace ~ On Site\n"
    "posted: 2026-11-09\n"
    "url: https://a.example/1/apply\n"
    "minimum: 30000\n"
    "maximum: 36000.5\n"
    "currency: EUR\n"
    "period ~ 1 YEAR\n"
    "equity: Offers Equity\n"
    "P Cook\n" },
  { "ashby-with-words-in-its-only-tier", VAC_IMPORT_ASHBY,
    "{'title': 'Cook', 'compensation': {'compensationTiers': [{'title': null, 'components':"
    " [{'compensationType': 'Salary', 'summary': '€1'}, {'compensationType': 'Bonus', 'summary':"
    " 'Offers Bonus'}]}], 'summaryComponents': [{'compensationType': 'Bonus', 'interval': 'NONE'},"
    " {'compensationType': 'Commission', 'minValue': 5}]}}",
    "title: Cook\n"
    "bonus: Offers Bonus\n"
    "! Not used: compensation.summaryComponents\n" },
  { "ashby-remote-with-several-salaries", VAC_IMPORT_ASHBY,
    "{'title': 'Cook', 'isRemote': true, 'workplaceType': null, 'descriptionPlain': 'Cook',"
    " 'compensation': {'summaryComponents': [{'compensationType': 'Salary', 'interval': '1 YEAR',"
    " 'currencyCode': 'EUR', 'minValue': 1, 'maxValue': 2}, {'compensationType': 'Salary',"
    " 'interval': '1 HOUR', 'currencyCode': 'QQQ', 'minValue': 0, 'maxValue': 3}]}}",
    "title: Cook\n"
    "workplace: remote\n"
    "P Cook\n"
    "## Compensation\n"
    "P €1 – €2 / 1 YEAR\n"
    "P 3 QQQ / 1 HOUR\n" },
  { "json-resume-with-all-that-it-has", VAC_IMPORT_JSON_RESUME,
    "{'$schema': 'https://s.example/job-schema.json', 'title': 'Librarian', 'company': 'County',"
    " 'type': 'Part-time, Contractor', 'date': '2027-02', 'description': 'Drive.\\n\\nRead.',"
    " 'location': {'address': '15 Depot St', 'postalCode': '05701', 'city': 'Rutland',"
    " 'countryCode': 'US', 'region': 'Vermont'}, 'remote': 'None', 'salary':"
    " '$24.10 - $27 per hour', 'experience': 'Entry level', 'responsibilities': ['Plan', 'Choose'],"
    " 'qualifications': ['A degree'], 'skills': [{'name': 'Books', 'level': 'Advanced',"
    " 'keywords': ['fiction']}, {'name': 'Knows cars'}], 'meta': {'version': '1'}}",
    "title: Librarian\n"
    "employer: County\n"
    "type ~ Part-time\n"
    "type[1] ~ Contractor\n"
    "posted ~ 2027-02\n"
    "street: 15 Depot St\n"
    "postalCode: 05701\n"
    "city: Rutland\n"
    "region: Vermont\n"
    "country ~ US\n"
    "workplace: onsite\n"
    "minimum ~ $24.10 - $27 per hour\n"
    "skill ~ Books\n"
    "level ~ Advanced\n"
    "P Drive.\n"
    "P Read.\n"
    "## Responsibilities\n"
    "- Plan\n"
    "- Choose\n"
    "## Required Qualifications\n"
    "- A degree\n"
    "## Required Qualifications\n"
    "- Knows cars\n"
    "## Required Qualifications\n"
    "P Entry level\n"
    "! Not used: skills.keywords\n" },
  { "json-resume-with-a-place-as-a-text", VAC_IMPORT_JSON_RESUME,
    "{'title': 'Cook', 'location': 'Ulm', 'remote': 'Full'}",
    "title: Cook\n"
    "city ~ Ulm\n"
    "workplace: remote\n" },
  { "lever-as-plain-text", VAC_IMPORT_LEVER,
    "{'text': 'Cook', 'categories': {}, 'workplaceType': 'unspecified',"
    " 'description': '', 'descriptionPlain': 'We cook.'}",
    "title: Cook\n"
    "P We cook.\n" },
};

static const JobDataCase refused_cases[] = {
  { "json-ld-of-something-else", VAC_IMPORT_JSON_LD, "{'@type': 'Recipe'}",
    "There is no posting in it." },
  { "json-ld-that-cannot-be-repaired", VAC_IMPORT_JSON_LD, "{\n'a': 'b\n,",
    "2:8: The closing quote is missing, or a line break is not written as “\\n”." },
  { "lever-without-a-posting", VAC_IMPORT_LEVER, "[{'text': 1}, []]",
    "There is no posting in it." },
  { "lever-is-not-repaired", VAC_IMPORT_LEVER, "[{'text': 'a',}]",
    "1:14: A comma must not come before a closing bracket." },
};

/* What the data are; %VAC_N_IMPORTS for none that is read. */
static const JobDataCase told_cases[] = {
  { "json-ld", VAC_IMPORT_JSON_LD, JOB ("'title': 'Cook'"), NULL },
  { "json-ld-in-a-list", VAC_IMPORT_JSON_LD, "[{'@graph': [{'@type': ['JobPosting']}]}]", NULL },
  { "json-ld-of-something-else", VAC_N_IMPORTS, "{'@type': 'Recipe', 'title': 'Soup'}", NULL },
  { "a-job-of-greenhouse", VAC_IMPORT_GREENHOUSE,
    "{'title': 'Cook', 'absolute_url': '', 'content': '', 'internal_job_id': 1}", NULL },
  { "a-board-of-greenhouse", VAC_IMPORT_GREENHOUSE,
    "{'jobs': [{'title': 'Cook', 'absolute_url': '', 'internal_job_id': 1}]}", NULL },
  { "a-board-of-ashby", VAC_IMPORT_ASHBY,
    "{'apiVersion': '1', 'jobs': [{'title': 'Cook', 'descriptionHtml': '', 'jobUrl': ''}]}", NULL },
  { "a-list-of-lever", VAC_IMPORT_LEVER, "[{'text': 'Cook', 'categories': {}, 'lists': []}]",
    NULL },
  { "a-posting-of-lever", VAC_IMPORT_LEVER, "{'text': 'Cook', 'categories': {}, 'lists': []}",
    NULL },
  { "a-job-of-json-resume", VAC_IMPORT_JSON_RESUME, "{'title': 'Cook', 'company': 'Smith',"
    " 'type': 'Full-time'}", NULL },
  { "a-document-of-ours", VAC_N_IMPORTS, "{'format': 'vacancy', 'version': 1, 'job': {'title':"
    " 'Cook'}}", NULL },
  { "an-empty-list", VAC_N_IMPORTS, "[]", NULL },
  { "an-empty-board", VAC_N_IMPORTS, "{'jobs': []}", NULL },
};
