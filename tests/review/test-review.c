/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "support.h"
#include "vac-review.h"

/* A posting that has something of everything, and nothing wrong in it. */
static const char blameless[] =
  "{ 'format': 'vacancy-posting', 'version': 1, 'language': 'en-US',"
  "  'job': { 'title': 'Engineer', 'employer': { 'name': 'Acme' }, 'department': 'R&D',"
  "           'employmentType': [ 'full-time' ], 'workplace': 'hybrid',"
  "           'locations': [ { 'city': 'Austin', 'region': 'TX', 'country': 'US' } ],"
  "           'posted': '2025-06-01', 'closes': '2025-06-30',"
  "           'apply': { 'email': 'jobs@example.com' },"
  "           'pay': { 'minimum': 120000, 'maximum': 180000, 'currency': 'USD', 'period': 'year' } "
  "},"
  "  'sections': ["
  "    { 'id': 'one', 'title': 'One', 'text': 'At {{employer}} in {{location}} for {{pay}}',"
  "      'items': [ { 'label': '{{title}}', 'text': 'text' } ],"
  "      'sections': [ { 'id': 'inner', 'text': '{{department}}' } ] },"
  "    { 'id': 'team', 'audience': 'team', 'text': '{{nobody}}' },"
  "    { 'id': 'hidden', 'include': false, 'text': '{{nobody}}' },"
  "    { 'id': 'advised', 'advice': '{{nobody}}', 'items': [ { 'text': 'Pay: {{pay}}' } ] },"
  "    { 'id': 'what-we-offer', 'title': 'Benefits', 'items': [ { 'text': 'A pension' } ] } ],"
  "  'variations': [ { 'id': 'v', 'additions': [ { 'section': 'inner', 'text': 'more' } ] } ],"
  "  'salaries': { 'national': { 'minimum': 1, 'maximum': 2 },"
  "                'places': [ { 'name': 'Austin, TX', 'minimum': 3, 'maximum': 4 } ] },"
  "  'levels': [ { 'name': 'Junior', 'from': 0, 'to': 30 } ],"
  "  'assessments': [ { 'criteria': [ { 'weight': 40 }, { 'weight': 60 } ] } ] }";

typedef struct
{
  const char *name;
  const char *before;     /* what of the blameless posting is replaced */
  const char *after;
  const char *expected;   /* "E path" or "W path" for each that is no hint, separated by blanks */
} ReviewCase;

static const ReviewCase cases[] = {
  { "a-blameless-posting-has-no-findings", "", "", "" },

  /* values */
  { "too-many-openings", "'workplace'", "'openings': 10001, 'workplace'", "E job.openings" },
  { "a-bad-mail-address", "jobs@example.com", "jobs", "E job.apply.email" },
  { "an-unknown-choice", "'hybrid'", "'anywhere'", "E job.workplace" },
  { "an-unknown-choice-in-a-list", "'full-time'", "'full-time', 'always'",
    "E job.employmentType.1" },
  { "a-bad-date", "2025-06-30", "30 June", "E job.closes" },
  { "a-bad-language", "en-US", "American English", "E language" },
  { "a-number-where-a-text-belongs", "'R&D'", "7, 'reportsTo': 'x'",
    "E job.department E sections.0.sections.0.text" },
  { "a-text-where-a-number-belongs", "120000", "'much'", "E job.pay.minimum" },
  { "a-number-in-quotes", "120000", "'120000'", "E job.pay.minimum" },
  { "cents", "120000", "120000.5", "" },
  { "an-amount-with-too-many-decimals", "120000", "120000.505", "E job.pay.minimum" },
  { "an-amount-that-is-not-read", "120000", "120000.50505", "E job.pay.minimum" },
  { "an-amount-that-its-currency-has-not", "180000, 'currency': 'USD'",
    "179999.5, 'currency': 'JPY'",
    "E job.pay.maximum" },
  { "a-text-where-a-list-belongs", "[ 'full-time' ]", "'full-time'", "E job.employmentType" },
  { "a-text-where-a-record-belongs", "{ 'email': 'jobs@example.com' }", "'by mail'",
    "E job.apply W job.apply" },
  { "a-text-where-an-item-belongs", "{ 'text': 'Pay: {{pay}}' }", "'Pay'", "E sections.3.items.0" },
  { "null", "'Acme'", "null",
    "E job.employer.name E job.employer.name E sections.0.text" },
  { "members-that-nobody-knows-are-fine", "'version'", "'x-ours': [ 1, { 'a': null } ], 'version'",
    "" },

  /* facts */
  { "no-title", "'title': 'Engineer', ", "", "E job.title E sections.0.items.0.label" },
  { "a-blank-title", "'Engineer'", "' '", "E job.title" },
  { "no-employer", "'name': 'Acme'", "", "E job.employer.name E sections.0.text" },
  { "no-place", "{ 'city': 'Austin', 'region': 'TX', 'country': 'US' }", "",
    "E job.locations E sections.0.text" },
  { "a-place-without-a-city-or-country", "{ 'city': 'Austin', 'region': 'TX', 'country': 'US' }",
    "{ 'street': 'Main Street 1' }", "E job.locations E sections.0.text" },
  { "remote-without-a-place",
    "'hybrid',           'locations': [ { 'city': 'Austin', 'region': 'TX', 'country': 'US' } ]",
    "'remote'", "E sections.0.text" },
  { "no-amounts", "'minimum': 120000, 'maximum': 180000, ", "",
    "W job.pay E sections.0.text E sections.3.items.0.text" },
  { "no-amounts-and-undisclosed", "'pay': { 'minimum': 120000, 'maximum': 180000, ",
    "'pay': { 'disclose': false, ", "E sections.0.text" },
  { "one-amount-is-enough", "'minimum': 120000, ", "", "" },
  { "no-currency", "'currency': 'USD', ", "", "E job.pay.currency" },
  { "no-period", ", 'period': 'year'", "", "E job.pay.period" },
  { "closes-before-posted", "2025-06-30", "2025-05-31", "E job.closes" },
  { "closes-when-posted", "2025-06-30", "2025-06-01", "" },

  { "no-way-to-apply", "'email': 'jobs@example.com'", "", "W job.apply" },
  { "instructions-are-a-way-to-apply", "'email': 'jobs@example.com'",
    "'instructions': 'Ring the bell'", "" },
  { "a-mail-address-with-its-scheme", "jobs@example.com", "mailto:jobs@example.com", "" },
  { "a-country-that-there-is-not", "'country': 'US'", "'country': 'UK'",
    "W job.locations.0.country" },
  { "a-union-of-countries", "'country': 'US'", "'country': 'EU'", "W job.locations.0.country" },
  { "a-country-in-small-letters", "'country': 'US'", "'country': 'us'",
    "E job.locations.0.country" },
  { "a-currency-that-there-is-not", "'currency': 'USD'", "'currency': 'XXZ'",
    "W job.pay.currency" },

  /* ranges */
  { "pay-the-wrong-way-round", "120000", "180001",
    "E job.pay.minimum E sections.0.text E sections.3.items.0.text" },
  { "pay-of-one-amount", "120000", "180000", "" },
  { "a-wide-range", "120000", "119999", "W job.pay.maximum" },
  { "a-wide-range-undisclosed", "'pay': { 'minimum': 120000",
    "'pay': { 'disclose': false, 'minimum': 1",
    "E sections.0.text" },
  { "a-nation-the-wrong-way-round", "'minimum': 1,", "'minimum': 3,",
    "E salaries.national.minimum" },
  { "a-place-the-wrong-way-round", "'minimum': 3,", "'minimum': 5,",
    "E salaries.places.0.minimum" },
  { "a-level-the-wrong-way-round", "'from': 0", "'from': 40", "E levels.0.from" },

  /* sections */
  { "the-same-id-twice", "'id': 'inner'", "'id': 'one'",
    "E sections.0.sections.0.id W variations.0.additions.0.section" },
  { "the-same-id-on-both-levels", "'id': 'team'", "'id': 'inner'", "E sections.1.id" },
  { "sections-without-ids", "'id': 'team'", "'id': ''", "" },
  { "an-addition-to-nowhere", "'section': 'inner'", "'section': 'outer'",
    "W variations.0.additions.0.section" },
  { "an-addition-that-names-nothing", "'section': 'inner', ", "",
    "W variations.0.additions.0.section" },

  /* assessments */
  { "weights-that-do-not-add-to-100", "'weight': 40", "'weight': 41", "W assessments.0" },
  { "no-weights", "{ 'weight': 40 }, { 'weight': 60 }", "{ 'title': 'x' }", "" },

  /* placeholders */
  { "an-unknown-placeholder", "'text': 'text'", "'text': '{{boss}}'", "E sections.0.items.0.text" },
  { "an-unfilled-and-an-unknown-one", "'text': 'text'", "'text': '{{reportsTo}} {{boss}} {{boss}}'",
    "E sections.0.items.0.text E sections.0.items.0.text" },
  { "a-placeholder-in-the-job-details", "jobs@example.com'",
    "jobs@example.com', 'instructions': 'Ask {{reportsTo}}'",
    "E job.apply.instructions" },
  { "a-placeholder-in-a-heading", "'title': 'One'", "'title': '{{requisition}}'",
    "E sections.0.title" },
  { "pay-undisclosed-leaves-its-item-out", "'pay': { ", "'pay': { 'disclose': false, ",
    "E sections.0.text" },
  { "a-level-that-is-printed", "'name': 'Junior'", "'include': true, 'name': '{{boss}}'",
    "E levels.0.name" },
  { "an-unclear-switch-is-reported-and-hides", "'include': false", "'include': 'yes'",
    "E sections.2.include" },
  { "an-unclear-audience-is-reported-and-hides", "'audience': 'team'", "'audience': 'Team'",
    "E sections.1.audience" },
  { "a-level-that-is-not-printed", "'name': 'Junior'", "'name': '{{boss}}'", "" },
};

static char *
list_findings (VacDocument *document)
{
  g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_POSTING);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      VacFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *path = vac_node_get_path (finding->node);

      g_test_message ("%s: %s", path, finding->sentence);
      g_assert_true (vac_node_get_root (finding->node) == vac_document_get_root (document));
      g_assert_cmpstr (finding->sentence, !=, "");
      if (finding->severity == VAC_SEVERITY_HINT)
        continue;
      g_string_append_printf (list, "%s%s %s", list->len > 0 ? " " : "",
                              finding->severity == VAC_SEVERITY_ERROR ? "E" : "W", path);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_case (gconstpointer data)
{
  const ReviewCase *row = data;
  g_autoptr (GString) text = g_string_new (blameless);
  g_autoptr (VacDocument) document = NULL;
  g_autofree char *found = NULL;

  if (*row->before != '\0')
    g_assert_cmpuint (g_string_replace (text, row->before, row->after, 1), ==, 1);
  document = support_read_quoted (text->str);
  found = list_findings (document);
  g_assert_cmpstr (found, ==, row->expected);
  g_assert_false (vac_document_get_modified (document));
}

static void
test_an_empty_posting_misses_the_required_facts (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autofree char *found = list_findings (document);

  g_assert_cmpstr (found, ==,
                   "E job.title E job.employer.name E job.locations W job.pay W job.apply");
}

static void
test_a_sentence_says_which_placeholder_and_field (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (GPtrArray) findings = NULL;
  VacFinding *last;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_NOTE), "{{employer}}");
  findings = vac_review_check (document, VAC_REVIEW_POSTING);
  last = g_ptr_array_index (findings, findings->len - 1);
  g_assert_cmpstr (
      last->sentence, ==,
      "“{{employer}}” is not filled, because this field is empty or hidden: Name of the employer.");
}

/* Values of every kind that no page prints until they are corrected. */
static void
test_values_of_a_wrong_type_are_listed (void)
{
  static const char *const paths[] = {
    "job.title",       "job.employmentType", "job.apply",
    "job.pay.minimum", "job.pay.maximum",    "sections.0.items.0",
  };
  g_autoptr (VacDocument) document = support_read_quoted (
      "{ 'format': 'vacancy-posting', 'version': 1, 'job': { 'title': 42, 'employmentType': "
      "'full-time',"
      "  'department': 'D', 'apply': 'by mail', 'pay': { 'minimum': 'a lot', 'maximum': [ 5 ] } },"
      "  'sections': [ { 'id': 'a', 'title': 'A', 'items': [ 'x', { 'text': 'y' } ] } ], 'x': 1 }");
  g_autoptr (GPtrArray) unshown = vac_review_check (document, VAC_REVIEW_UNSHOWN);

  g_assert_cmpuint (unshown->len, ==, G_N_ELEMENTS (paths));
  for (guint i = 0; i < unshown->len; i++)
    {
      VacNode *node = ((const VacFinding *) g_ptr_array_index (unshown, i))->node;
      g_autoptr (GPtrArray) rest = NULL;
      g_autofree char *path = vac_node_get_path (node);

      g_assert_cmpstr (path, ==, paths[i]);
      if (!vac_field_is_leaf (vac_node_get_field (node)))
        continue;
      vac_document_set_text (document, node, "1");
      rest = vac_review_check (document, VAC_REVIEW_UNSHOWN);
      g_assert_cmpuint (rest->len, ==, unshown->len - 1);
      vac_document_undo (document);
    }
}

/* The checks of its words would take their time, and give thousands of findings. */
static void
test_a_text_that_is_too_long_is_only_told_to_be_so (void)
{
  g_autoptr (VacDocument) document = support_read_quoted (
      "{ 'format': 'vacancy-posting', 'version': 1, 'language': 'en',"
      "  'sections': [ { 'id': 'a', 'title': 'A', 'text': 'a rockstar' } ] }");
  VacNode *text = vac_node_get (vac_document_find_section (document, "a"), VAC_ROLE_SECTION_TEXT);
  g_autoptr (GPtrArray) short_one = vac_review_check (document, VAC_REVIEW_WORDING);
  g_autoptr (GPtrArray) long_one = NULL;
  g_autofree char *words = NULL;
  GString *many = g_string_new (NULL);

  g_assert_cmpuint (short_one->len, ==, 1);
  while (many->len < 1000000)
    g_string_append (many, "( a rockstar , ");
  words = g_string_free (many, FALSE);
  vac_document_set_text (document, text, words);
  long_one = vac_review_check (document, VAC_REVIEW_TEXTS | VAC_REVIEW_STRUCTURE);
  for (guint i = 0; i < long_one->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (long_one, i);

      g_assert_true (finding->node != text || finding->group == VAC_FINDING_STRUCTURE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/review/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/review/an-empty-posting-misses-the-required-facts",
                   test_an_empty_posting_misses_the_required_facts);
  g_test_add_func ("/review/values-of-a-wrong-type-are-listed",
                   test_values_of_a_wrong_type_are_listed);
  g_test_add_func ("/review/a-sentence-says-which-placeholder-and-field",
                   test_a_sentence_says_which_placeholder_and_field);
  g_test_add_func ("/review/a-text-that-is-too-long-is-only-told-to-be-so",
                   test_a_text_that_is_too_long_is_only_told_to_be_so);

  return g_test_run ();
}
