/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "golden.h"
#include "vac-date.h"
#include "vac-error.h"
#include "vac-pay-check.h"
#include "vac-review.h"

/* What laws demand of pay in postings. */

#define DAY "2026-12-01"

static GDate
read_day (const char *iso)
{
  GDate day = { 0 };

  g_assert_true (iso == NULL || vac_date_from_iso (iso, &day));

  return day;
}

static void
set (VacDocument *document,
     VacRole      role,
     const char  *text)
{
  vac_document_set_text (document, vac_document_get (document, role), text);
}

static void
add_location (VacDocument *document,
              const char  *country,
              const char  *region,
              const char  *city)
{
  g_autoptr (VacNode) location = vac_node_new_record (
      vac_schema_get_field (VAC_ROLE_LOCATION), VAC_ROLE_LOCATION_CITY, city,
      VAC_ROLE_LOCATION_REGION, region, VAC_ROLE_LOCATION_COUNTRY, country, VAC_ROLE_NONE);

  g_assert_true (vac_document_append (document, vac_document_get (document, VAC_ROLE_LOCATIONS),
                                      location));
}

static void
add_area (VacDocument *document,
          const char  *country,
          const char  *region)
{
  g_autoptr (VacNode) area = vac_node_new_record (
      vac_schema_get_field (VAC_ROLE_AREA), VAC_ROLE_AREA_COUNTRY, country, VAC_ROLE_AREA_REGION,
      region, VAC_ROLE_NONE);

  g_assert_true (vac_document_append (document, vac_document_get (document, VAC_ROLE_AREAS),
                                      area));
}

static void
add_section (VacDocument *document,
             const char  *title,
             const char  *text)
{
  g_autoptr (VacNode) section = vac_node_new_record (
      vac_schema_get_field (VAC_ROLE_SECTION), VAC_ROLE_SECTION_TITLE, title,
      VAC_ROLE_SECTION_AUDIENCE, VAC_AUDIENCE_ID_CANDIDATE, VAC_ROLE_SECTION_TEXT, text,
      VAC_ROLE_NONE);

  g_assert_true (vac_document_append (document, vac_document_get (document, VAC_ROLE_SECTIONS),
                                      section));
}

static VacDocument *
create (const char *workplace)
{
  VacDocument *document = vac_document_new ();

  set (document, VAC_ROLE_LANGUAGE, "en-US");
  set (document, VAC_ROLE_JOB_TITLE, "Engineer");
  set (document, VAC_ROLE_WORKPLACE, workplace);
  set (document, VAC_ROLE_PAY_CURRENCY, "USD");
  set (document, VAC_ROLE_PAY_PERIOD, VAC_PERIOD_YEAR);

  return document;
}

static void
set_pay (VacDocument *document,
         const char  *minimum,
         const char  *maximum)
{
  set (document, VAC_ROLE_PAY_MINIMUM, minimum);
  set (document, VAC_ROLE_PAY_MAXIMUM, maximum);
}

/* The ids of what is found, without the group; an exclamation mark follows those that are legal. */
static char *
check (VacDocument *document,
       guint        n_employees,
       const char  *today)
{
  const VacReviewOptions options = {
    .scope = VAC_REVIEW_PAY_RULES, .n_employees = n_employees, .today = read_day (today),
  };
  g_autoptr (GPtrArray) findings = vac_review_check_for (document, &options);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      g_assert_true (g_str_has_prefix (finding->id, "pay."));
      g_assert_nonnull (finding->source);
      g_assert_cmpstr (finding->source_date, ==, "2026-11-25");
      g_assert_nonnull (strstr (finding->sentence, "Confidence: "));
      g_string_append_printf (ids, "%s%s%s", i > 0 ? " " : "", finding->id + strlen ("pay."),
                              finding->severity == VAC_SEVERITY_LEGAL ? "!" : "");
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* A posting without pay, of an employer of 1,000, for a job on site. */
static const struct
{
  const char *country;
  const char *region;
  const char *city;
  const char *found;
} places[] = {
  { "US", "CO", "Denver",
    "us-co.range! us-co.benefits! us-co.other-pay us-co.deadline! us-co.how-to-apply! "
    "us-co.ai-use" },
  { "US", "California", "Fresno", "us-ca.range!" },
  { "US", "WA", "Seattle", "us-wa.range! us-wa.benefits! us-wa.other-pay" },
  { "US", "NY", "Albany", "us-ny.range! us-ny-vacancy.vacancy" },
  { "US", "NY", "Brooklyn",
    "us-ny.range! us-ny-vacancy.vacancy us-nyc.range! us-nyc.ai-use" },
  { "US", "NY", "Ithaca", "us-ny.range! us-ny-vacancy.vacancy us-nylocal.range" },
  { "US", "IL", "Chicago", "us-il.range! us-il.benefits! us-il.other-pay us-il.ai-use" },
  { "US", "MN", "Duluth", "us-mn.range us-mn.benefits us-mn.other-pay" },
  { "US", "NJ", "Newark", "us-nj.range! us-nj.benefits! us-nj.other-pay" },
  { "US", "NJ", "Jersey City",
    "us-nj.range! us-nj.benefits! us-nj.other-pay us-jc.range us-jc.benefits" },
  { "US", "VT", "Burlington", "us-vt.range!" },
  { "US", "MA", "Boston", "us-ma.range" },
  { "US", "MD", "Baltimore", "us-md.range! us-md.benefits! us-md.other-pay" },
  { "US", "HI", "Hilo", "us-hi.range!" },
  { "US", "D.C.", "Washington", "us-dc.range!" },
  { "US", "CT", "Hartford", "us-ct.range! us-ct.benefits! us-ct.ai-use" },
  { "US", "VA", "Richmond", "us-va.range!" },
  { "US", "ME", "Portland", "us-me.range!" },
  { "US", "DE", "Dover", "us-de.range us-de.benefits us-de.other-pay" },
  { "US", "NV", "Reno", "" },
  { "US", "RI", "Providence", "" },
  { "US", "OH", "Cleveland", "us-cle.range" },
  { "US", "OH", "Columbus", "us-col.range" },
  { "US", "OH", "Toledo", "" },
  { "US", "GA", "Columbus", "" },
  { "US", "TX", "Austin", "" },
  { "CA", "ON", "Toronto", "ca-on.range! ca-on.ai-use ca-on.vacancy!" },
  { "CA", "CA-BC", "Victoria", "ca-bc.range!" },
  { "CA", "PE", "Charlottetown", "ca-pe.range!" },
  { "CA", "NL", "St. John’s", "" },
  { "CA", "QC", "Montréal", "" },
  { "AT", "", "Wien", "at.minimum!" },
  { "LT", "", "Vilnius", "lt.range" },
  { "IT", "", "Torino", "it.range!" },
  { "SK", "", "Bratislava", "sk.before-interview" },
  { "MT", "", "Valletta", "mt.before-interview" },
  { "PL", "", "Kraków", "pl.before-interview" },
  { "LV", "", "Riga", "lv.range" },
  { "DE", "", "Bonn", "eu.before-interview" },
  { "GB", "", "Leeds", "" },
  { "US", "", "Denver", "" },
  { "US", "", "Denver, CO",
    "us-co.range! us-co.benefits! us-co.other-pay us-co.deadline! us-co.how-to-apply! "
    "us-co.ai-use" },
  { "US", "", "New York", "us-nyc.range us-nyc.ai-use" },
  { "", "VT", "Burlington", "us-vt.range" },
  { "", "", "", "" },
};

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (VacDocument) document = create (VAC_WORKPLACE_ONSITE);
      g_autofree char *found = NULL;

      add_location (document, places[i].country, places[i].region, places[i].city);
      found = check (document, 1000, DAY);
      g_assert_cmpstr (found, ==, places[i].found);
    }
}

/* Every built-in law has a row above; what it says is not made up. */
static void
test_table (void)
{
  VacPayLaw *law = vac_pay_law_get_built_in ();

  g_assert_cmpuint (vac_pay_law_get_n_rules (law), ==, 38);
  g_assert_cmpstr (vac_pay_law_get_as_of (law), ==, "2026-11-25");
  for (guint i = 0; i < vac_pay_law_get_n_rules (law); i++)
    {
      const VacPayRule *rule = vac_pay_law_get_rule (law, i);
      g_autofree char *english = vac_pay_rule_dup_name (rule, "en_US.UTF-8");
      g_autofree char *german = vac_pay_rule_dup_name (rule, "de");

      g_assert_true (vac_pay_law_find (law, rule->id) == rule);
      g_assert_cmpint (strlen (english), >, 3);
      g_assert_cmpint (strlen (german), >, 3);
      g_assert_cmpstr (vac_pay_rule_get_note (rule, "en"), !=, vac_pay_rule_get_note (rule, "de"));
      g_assert_cmpstr (vac_pay_rule_get_note (rule, "en"), !=, vac_pay_rule_get_note (rule, "fr"));
      g_assert_cmpstr (vac_pay_rule_get_note (rule, "en"), ==, vac_pay_rule_get_note (rule, "it"));
      g_assert_true (*rule->since != '\0' || rule->status != VAC_PAY_IN_FORCE);
      g_assert_true (rule->demands->len > 0 || rule->status >= VAC_PAY_NOT_PROCLAIMED);
      g_assert_true (rule->sources[0] != NULL || rule->confidence == VAC_PAY_CONFIDENCE_LOW);
    }
}

static const struct
{
  const char *region;
  const char *city;
  guint       n_employees;
  const char *found;
} sizes[] = {
  { "HI", "Hilo", 50, "us-hi.range!" },
  { "HI", "Hilo", 49, "" },
  { "HI", "Hilo", 0, "us-hi.range" },
  { "VA", "Richmond", 0, "us-va.range!" },
  { "MA", "Boston", 24, "" },
  { "MA", "Boston", 25, "us-ma.range" },
  { "NY", "Brooklyn", 3, "us-nyc.range us-nyc.ai-use" },
};

static void
test_sizes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (VacDocument) document = create (VAC_WORKPLACE_HYBRID);
      g_autofree char *found = NULL;

      add_location (document, "US", sizes[i].region, sizes[i].city);
      found = check (document, sizes[i].n_employees, DAY);
      g_assert_cmpstr (found, ==, sizes[i].found);
    }
}

static const struct
{
  const char *posted;
  const char *today;
  const char *region;
  const char *found;
} days[] = {
  { "", "2026-06-30", "VA", "us-va.range" },
  { "", "2026-07-01", "VA", "us-va.range!" },
  { "2026-06-30", "2026-12-01", "VA", "us-va.range" },
  { "2027-09-26", "2026-12-01", "DE", "us-de.range! us-de.benefits! us-de.other-pay" },
  { "", NULL, "VA", "us-va.range!" },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (VacDocument) document = create (VAC_WORKPLACE_ONSITE);
      g_autofree char *found = NULL;

      add_location (document, "US", days[i].region, "Springfield");
      set (document, VAC_ROLE_POSTED, days[i].posted);
      found = check (document, 1000, days[i].today);
      g_assert_cmpstr (found, ==, days[i].found);
    }
}

/* Pay is all that is looked for here. */
static const struct
{
  const char *area_country;
  const char *area_region;
  const char *location_region;
  const char *covered;
  const char *missed;
} reaches[] = {
  { "US", "", NULL, "us-co us-ca us-wa! us-ny! us-nyc us-il! us-mn us-nj us-vt us-ma us-md us-hi "
                    "us-dc us-ct us-va us-me us-de", "us-jc us-cle us-col us-nylocal ca-bc" },
  { "US", "CO", NULL, "us-co", "us-ca us-wa us-nyc" },
  { "US", "NY", NULL, "us-ny! us-nyc", "us-co us-nylocal" },
  { "CA", "", NULL, "ca-bc! ca-pe", "ca-on us-co" },
  { "CA", "ON", NULL, "ca-on", "ca-bc" },
  { NULL, NULL, "TX", "us-co us-ca us-wa us-ny us-il", "us-nyc us-nj us-mn" },
  { NULL, NULL, "CO", "us-co! us-wa", "us-nyc" },
  { NULL, NULL, "MD", "us-md us-co", "us-va" },
};

static void
assert_range (const char *found,
              const char *rules,
              gboolean    is_found)
{
  g_auto (GStrv) wanted = g_strsplit (rules, " ", -1);
  g_auto (GStrv) ids = g_strsplit (found, " ", -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      const gboolean is_legal = g_str_has_suffix (wanted[i], "!");
      g_autofree char *id = g_strdup_printf ("%.*s.range%s",
                                             (int) strlen (wanted[i]) - is_legal, wanted[i],
                                             is_legal ? "!" : "");

      g_test_message ("%s among %s", id, found);
      g_assert_true (g_strv_contains ((const char *const *) ids, id) == is_found);
    }
}

static void
test_remote (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      g_autoptr (VacDocument) document = create (VAC_WORKPLACE_REMOTE);
      g_autofree char *found = NULL;

      if (reaches[i].area_country != NULL)
        add_area (document, reaches[i].area_country, reaches[i].area_region);
      if (reaches[i].location_region != NULL)
        add_location (document, "US", reaches[i].location_region, "Springfield");
      found = check (document, 1000, DAY);
      assert_range (found, reaches[i].covered, TRUE);
      assert_range (found, reaches[i].missed, FALSE);
    }
}

static void
test_nowhere (void)
{
  g_autoptr (VacDocument) document = create (VAC_WORKPLACE_REMOTE);
  g_autofree char *found = check (document, 1000, DAY);

  g_assert_cmpstr (found, ==, "");
}

static const struct
{
  const char *country;
  const char *region;
  const char *minimum;
  const char *maximum;
  const char *currency;
  const char *period;
  const char *found;
} pays[] = {
  { "US", "VT", "60000", "90000", "USD", "year", "" },
  { "US", "VT", "60000", "60000", "USD", "year", "" },
  { "US", "VT", "60000", "", "USD", "year", "us-vt.both-ends!" },
  { "US", "VT", "", "90000", "USD", "year", "us-vt.both-ends!" },
  { "US", "CA", "60000", "", "USD", "year", "" },
  { "US", "WA", "60000", "", "USD", "year", "us-wa.both-ends us-wa.benefits! us-wa.other-pay" },
  { "US", "NJ", "60000", "96000", "USD", "year", "us-nj.benefits! us-nj.other-pay" },
  { "US", "NJ", "60000", "96100", "USD", "year",
    "us-nj.width us-nj.benefits! us-nj.other-pay" },
  { "CA", "ON", "60000", "110000", "CAD", "year", "ca-on.ai-use ca-on.vacancy!" },
  { "CA", "ON", "60000", "110001", "CAD", "year", "ca-on.width! ca-on.ai-use ca-on.vacancy!" },
  { "CA", "ON", "5000", "10000", "CAD", "month", "ca-on.width! ca-on.ai-use ca-on.vacancy!" },
  { "CA", "ON", "30", "90", "CAD", "hour", "ca-on.ai-use ca-on.vacancy!" },
  { "CA", "ON", "120000", "210000", "CAD", "year", "ca-on.ai-use ca-on.vacancy!" },
  { "CA", "ON", "60000", "160000", "USD", "year", "ca-on.ai-use ca-on.vacancy!" },
  { "AT", "", "42000", "", "EUR", "year", "" },
  { "AT", "", "", "42000", "EUR", "year", "at.minimum!" },
  { "DE", "", "42000", "", "EUR", "year", "" },
};

static void
test_pay (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pays); i++)
    {
      g_autoptr (VacDocument) document = create (VAC_WORKPLACE_ONSITE);
      g_autofree char *found = NULL;

      add_location (document, pays[i].country, pays[i].region, "Springfield");
      set_pay (document, pays[i].minimum, pays[i].maximum);
      set (document, VAC_ROLE_PAY_CURRENCY, pays[i].currency);
      set (document, VAC_ROLE_PAY_PERIOD, pays[i].period);
      found = check (document, 1000, DAY);
      g_assert_cmpstr (found, ==, pays[i].found);
    }
}

static void
test_hidden (void)
{
  g_autoptr (VacDocument) document = create (VAC_WORKPLACE_ONSITE);
  g_autofree char *hidden = NULL;
  g_autofree char *exempt = NULL;

  add_location (document, "US", "VT", "Burlington");
  set_pay (document, "60000", "90000");
  set (document, VAC_ROLE_PAY_DISCLOSE, "false");
  hidden = check (document, 1000, DAY);
  g_assert_cmpstr (hidden, ==, "us-vt.range!");

  add_location (document, "CA", "ON", "Ottawa");
  set_pay (document, "190000", "230000");
  set (document, VAC_ROLE_PAY_CURRENCY, "CAD");
  exempt = check (document, 1000, DAY);
  g_assert_cmpstr (exempt, ==, "us-vt.range! ca-on.ai-use ca-on.vacancy!");
}

static void
test_own_pay (void)
{
  g_autoptr (VacDocument) document = create (VAC_WORKPLACE_ONSITE);
  g_autofree char *one = NULL;
  g_autofree char *both = NULL;
  VacNode *location;

  add_location (document, "US", "VT", "Burlington");
  add_location (document, "US", "VT", "Barre");
  for (guint i = 0; i < 2; i++)
    {
      location = vac_node_get_child (vac_document_get (document, VAC_ROLE_LOCATIONS), i);
      vac_document_set_text (document, vac_node_get (location, VAC_ROLE_LOCATION_PAY_MINIMUM),
                             "50000");
      vac_document_set_text (document, vac_node_get (location, VAC_ROLE_LOCATION_PAY_MAXIMUM),
                             "70000");
      if (i == 0)
        one = check (document, 1000, DAY);
    }
  both = check (document, 1000, DAY);
  g_assert_cmpstr (one, ==, "us-vt.range!");
  g_assert_cmpstr (both, ==, "");
}

static void
test_met (void)
{
  g_autoptr (VacDocument) document = create (VAC_WORKPLACE_ONSITE);
  g_autofree char *found = NULL;

  add_location (document, "US", "CO", "Denver");
  add_location (document, "CA", "ON", "Toronto");
  set_pay (document, "100000", "140000");
  set (document, VAC_ROLE_PAY_BONUS, "Up to 10%");
  set (document, VAC_ROLE_CLOSES, "2027-01-15");
  set (document, VAC_ROLE_APPLY_EMAIL, "jobs@harbor.example");
  set (document, VAC_ROLE_VACANCY, "existing");
  add_section (document, "Compensation and Benefits", "Base, bonus, and the usual.");
  add_section (document, "What We Offer", "All that a person needs.");
  add_section (document, "How We Hire", "AI sorts applications before we read them.");
  found = check (document, 1000, DAY);
  g_assert_cmpstr (found, ==, "");
}

static const struct
{
  const char *title;
  const char *text;
  const char *rule;
  gboolean    is_found;
} texts[] = {
  { "About Us", "We pay health insurance.", "us-co.benefits!", FALSE },
  { "About Us", "Users see the benefits of our maps.", "us-co.benefits!", TRUE },
  { "About Us", "Applications are accepted on an ongoing basis.", "us-co.deadline!", FALSE },
  { "About Us", "Our work is ongoing.", "us-co.deadline!", TRUE },
  { "How to Apply", "Write to the harbor master.", "us-co.how-to-apply!", FALSE },
  { "About Us", "There is a yearly bonus.", "us-co.other-pay", FALSE },
  { "About Us", "We build AI for harbors.", "us-co.ai-use", TRUE },
  { "About Us", "AI helps us to sort applications.", "us-co.ai-use", FALSE },
  { "About Us", "Salary: $90,000 – $120,000 per year", "us-co.range!", FALSE },
  { "About Us", "Salary: $90,000 – $120,000 per year", "us-co.range", TRUE },
  { "Salary", "The base is USD 90,000.", "us-co.range", TRUE },
  { "About Us", "We raised $20,000,000 last year.", "us-co.range!", TRUE },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (VacDocument) document = create (VAC_WORKPLACE_ONSITE);
      g_autofree char *found = NULL;
      g_auto (GStrv) ids = NULL;

      add_location (document, "US", "CO", "Denver");
      add_section (document, texts[i].title, texts[i].text);
      found = check (document, 1000, DAY);
      ids = g_strsplit (found, " ", -1);
      g_test_message ("%s: %s", texts[i].text, found);
      g_assert_true (g_strv_contains ((const char *const *) ids, texts[i].rule) ==
                     texts[i].is_found);
    }
}

/* The texts of a language that is not searched may say what is missing. */
static void
test_language (void)
{
  g_autoptr (VacDocument) document = create (VAC_WORKPLACE_ONSITE);
  g_autofree char *unknown = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *found = NULL;

  add_location (document, "CA", "ON", "Ottawa");
  set (document, VAC_ROLE_LANGUAGE, "es");
  unknown = check (document, 1000, DAY);
  g_assert_cmpstr (unknown, ==, "ca-on.range! ca-on.ai-use ca-on.vacancy");
  set (document, VAC_ROLE_LANGUAGE, "fr-CA");
  missing = check (document, 1000, DAY);
  g_assert_cmpstr (missing, ==, "ca-on.range! ca-on.ai-use ca-on.vacancy!");
  add_section (document, "Le poste", "Cette offre concerne un poste vacant.");
  found = check (document, 1000, DAY);
  g_assert_cmpstr (found, ==, "ca-on.range! ca-on.ai-use");
}

static const struct
{
  const char *region;
  const char *city;
  guint       n_employees;
  const char *rule;
  const char *sentence;
} sentences[] = {
  { "VA", "Richmond", 0, "pay.us-va.range",
    "Virginia: postings must state the pay or its range, and this one states none. In force since "
    "July 1, 2026. Confidence: high." },
  { "HI", "Hilo", 0, "pay.us-hi.range",
    "Hawaii (may apply): postings must state the pay or its range, and this one states none. In "
    "force since January 1, 2024. It applies to employers with 50 or more employees. Confidence: "
    "high." },
  { "OH", "Columbus", 100, "pay.us-col.range",
    "Columbus (may apply): postings must state the pay or its range, and this one states none. In "
    "force since December 3, 2025. It is enforced from January 1, 2027. It applies to employers "
    "with 15 or more people who work there. Confidence: high." },
  { "DE", "Dover", 26, "pay.us-de.benefits",
    "Delaware (from September 26, 2027): postings must describe the benefits, and this one names "
    "none. Confidence: high." },
};

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const VacReviewOptions options = {
        .scope = VAC_REVIEW_PAY_RULES,
        .n_employees = sentences[i].n_employees,
        .today = read_day (DAY),
      };
      g_autoptr (VacDocument) document = create (VAC_WORKPLACE_ONSITE);
      g_autoptr (GPtrArray) findings = NULL;
      gboolean found = FALSE;

      add_location (document, "US", sentences[i].region, sentences[i].city);
      findings = vac_review_check_for (document, &options);
      for (guint j = 0; j < findings->len; j++)
        {
          const VacFinding *finding = g_ptr_array_index (findings, j);

          if (!g_str_equal (finding->id, sentences[i].rule))
            continue;
          found = TRUE;
          g_assert_cmpstr (finding->sentence, ==, sentences[i].sentence);
        }
      g_assert_true (found);
    }
}

static void
test_notice (void)
{
  g_autofree char *notice = vac_pay_law_dup_notice (vac_pay_law_get_built_in ());

  g_assert_cmpstr (notice, ==, "What is known of laws on pay in postings as of November 25, 2026. "
                               "This is not legal advice.");
}

static VacPayLaw *
read_overlay (const char  *text,
              GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return vac_pay_law_new (bytes, error);
}

static void
test_overlay (void)
{
  g_autoptr (VacPayLaw) law = read_overlay (
      "{\"asOf\": \"2027-02-01\", \"rules\": ["
      "{\"id\": \"us-va\", \"countries\": [\"US\"], \"regions\": [\"VA\"], \"status\": \"none\"},"
      "{\"id\": \"nl\", \"countries\": [\"NL\"], \"law\": \"Wet\", \"since\": \"2027-01-01\","
      " \"confidence\": \"high\", \"sources\": [\"https://law.example\"],"
      " \"requires\": [{\"what\": \"range\"}]}]}",
      NULL);
  g_autoptr (VacDocument) document = create (VAC_WORKPLACE_ONSITE);
  const VacReviewOptions options = {
    .scope = VAC_REVIEW_PAY_RULES, .law = law, .today = read_day ("2027-03-01"),
  };
  g_autoptr (GPtrArray) findings = NULL;
  const VacFinding *finding;

  g_assert_nonnull (law);
  g_assert_cmpuint (vac_pay_law_get_n_rules (law), ==, 39);
  g_assert_cmpstr (vac_pay_law_get_as_of (law), ==, "2027-02-01");
  add_location (document, "US", "VA", "Richmond");
  add_location (document, "NL", "", "Delft");
  findings = vac_review_check_for (document, &options);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->id, ==, "pay.nl.range");
  g_assert_cmpint (finding->severity, ==, VAC_SEVERITY_LEGAL);
  g_assert_cmpstr (finding->source, ==, "Wet");
  g_assert_cmpstr (finding->source_uri, ==, "https://law.example");
  g_assert_cmpstr (finding->source_date, ==, "2027-02-01");
  g_assert_true (g_str_has_prefix (finding->sentence, "Netherlands: "));
}

static const struct
{
  const char *text;
  guint       line;
  guint       column;
} damages[] = {
  { "{", 1, 2 },
  { "{\n  \"rules\": 3\n}", 2, 12 },
  { "{\"asOf\": \"2027\"}", 1, 10 },
  { "{}", 1, 1 },
  { "{\"rules\": [3]}", 1, 12 },
  { "{\"rules\": [\n{\"countries\": [\"NL\"]}]}", 2, 1 },
  { "{\"rules\": [\n{\"id\": \"N L\", \"countries\": [\"NL\"]}]}", 2, 8 },
  { "{\"rules\": [\n{\"id\": \"nl\"}]}", 2, 1 },
  { "{\"rules\": [\n{\"id\": \"nl\", \"countries\": []}]}", 2, 27 },
  { "{\"rules\": [\n{\"id\": \"nl\", \"countries\": [\"NL\"], \"since\": \"soon\"}]}", 2, 44 },
  { "{\"rules\": [\n{\"id\": \"nl\", \"countries\": [\"NL\"], \"remote\": \"?\"}]}", 2, 45 },
  { "{\"rules\": [\n{\"id\": \"nl\", \"countries\": [\"NL\"], \"employees\": -1}]}", 2, 48 },
  { "{\"rules\": [\n{\"id\": \"nl\", \"countries\": [\"NL\"], \"requires\": [\n{}]}]}", 3, 1 },
  { "{\"rules\": [{\"id\": \"nl\", \"countries\": [\"NL\"]},\n"
    "{\"id\": \"nl\", \"countries\": [\"NL\"]}]}", 2, 8 },
};

static void
test_damage (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      guint line = 0, column = 0;

      g_assert_null (read_overlay (damages[i].text, &error));
      g_test_message ("%s: %s", damages[i].text, error->message);
      g_assert_true (vac_error_get_place (error, &line, &column));
      g_assert_cmpuint (line, ==, damages[i].line);
      g_assert_cmpuint (column, ==, damages[i].column);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pay-law/each-place-demands-its-own", test_places);
  g_test_add_func ("/pay-law/the-table-says-what-each-law-needs", test_table);
  g_test_add_func ("/pay-law/size-decides-where-it-counts", test_sizes);
  g_test_add_func ("/pay-law/the-day-of-posting-decides", test_days);
  g_test_add_func ("/pay-law/remote-jobs-are-reached-by-residence", test_remote);
  g_test_add_func ("/pay-law/a-job-that-is-nowhere-is-reached-by-none", test_nowhere);
  g_test_add_func ("/pay-law/pay-has-ends-and-a-width", test_pay);
  g_test_add_func ("/pay-law/hidden-pay-is-not-stated", test_hidden);
  g_test_add_func ("/pay-law/each-place-needs-pay", test_own_pay);
  g_test_add_func ("/pay-law/a-posting-can-do-all-that-is-demanded", test_met);
  g_test_add_func ("/pay-law/texts-can-say-it", test_texts);
  g_test_add_func ("/pay-law/texts-that-are-not-understood-make-it-unsure", test_language);
  g_test_add_func ("/pay-law/sentences-say-what-it-depends-on", test_sentences);
  g_test_add_func ("/pay-law/the-notice-says-that-it-is-no-advice", test_notice);
  g_test_add_func ("/pay-law/a-table-of-the-user-goes-first", test_overlay);
  g_test_add_func ("/pay-law/damage-is-told-with-its-place", test_damage);

  return g_test_run ();
}
