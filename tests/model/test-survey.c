/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-entry.h"
#include "vac-range-rule.h"
#include "vac-survey.h"

/* A survey, and what it says of the place and of the nation; each line is a path and a value. */
static void
set (VacDocument *document,
     const char  *path,
     const char  *text)
{
  g_autoptr (GError) error = NULL;
  VacNode *node = vac_node_lookup (vac_document_get_root (document), path, &error);

  g_assert_no_error (error);
  g_assert_true (vac_document_set_text (document, node, text));
}

static void
append (VacDocument *document,
        VacNode     *list)
{
  g_autoptr (VacNode) record = vac_node_new (vac_node_get_field (list)->element);

  g_assert_true (vac_document_append (document, list, record));
}

static VacNode *
get_place (VacDocument *document)
{
  return vac_node_get_child (vac_document_get (document, VAC_ROLE_PLACES), 0);
}

/* Two surveys, and figures of both for one place. */
static VacDocument *
create_document (void)
{
  VacDocument *document = vac_document_new ();
  VacNode *surveys = vac_document_get (document, VAC_ROLE_SURVEYS);

  set (document, "language", "en-US");
  set (document, "salaries.currency", "USD");
  set (document, "salaries.period", "year");
  append (document, surveys);
  append (document, surveys);
  set (document, "salaries.surveys.0.id", "oews");
  set (document, "salaries.surveys.0.name", "OEWS");
  set (document, "salaries.surveys.0.edition", "May 2024");
  set (document, "salaries.surveys.0.effective", "2024-05-01");
  set (document, "salaries.surveys.1.name", "Club survey");
  append (document, vac_document_get (document, VAC_ROLE_PLACES));
  append (document, vac_node_get (get_place (document), VAC_ROLE_FIGURES));
  append (document, vac_node_get (get_place (document), VAC_ROLE_FIGURES));
  append (document, vac_node_get (vac_document_get (document, VAC_ROLE_NATIONAL),
                                  VAC_ROLE_FIGURES));
  set (document, "salaries.places.0.minimum", "100000");
  set (document, "salaries.places.0.maximum", "140000");
  set (document, "salaries.places.0.figures.0.survey", "oews");
  set (document, "salaries.places.0.figures.1.survey", "Club survey");
  set (document, "salaries.national.figures.0.survey", "oews");
  set (document, "salaries.national.figures.0.p25", "90000");
  set (document, "salaries.national.figures.0.median", "100000");
  set (document, "salaries.national.figures.0.p75", "120000");

  return document;
}

#define OEWS "salaries.places.0.figures.0"
#define CLUB "salaries.places.0.figures.1"

/* What is set on top of that, and what the place then shows: in whole units, the midpoint twice. */
typedef struct
{
  const char *name;
  const char *values;      /* "path=value path=value" */
  gint64      minimum;     /* of the ends; 0 for none */
  gint64      maximum;
  gint64      twice;
  gboolean    known;
  guint       doubts;
} Case;

static const Case cases[] = {
  { "the-own-figures-are-shown-without-a-weight", OEWS ".median=90000", 100000, 140000, 240000,
    TRUE, 0 },
  { "a-weight-shows-the-survey", "salaries.surveys.0.weight=1 " OEWS ".p25=90000 " OEWS
    ".median=105000 " OEWS ".p75=130000", 90000, 130000, 210000, TRUE, 0 },
  { "the-midpoint-is-the-median-and-not-the-middle", "salaries.surveys.0.weight=1 " OEWS
    ".minimum=90000 " OEWS ".median=101000 " OEWS ".maximum=130000", 90000, 130000, 202000, TRUE,
    0 },
  { "without-a-median-it-is-the-middle", "salaries.surveys.0.weight=1 " OEWS ".p10=80000 " OEWS
    ".p90=121000", 80000, 121000, 201000, TRUE, 0 },
  { "a-range-comes-before-percentiles", "salaries.surveys.0.weight=1 " OEWS ".minimum=1000 " OEWS
    ".maximum=2000 " OEWS ".p25=90000 " OEWS ".p75=130000", 1000, 2000, 3000, TRUE, 0 },
  { "both-percentiles-come-before-one-end", "salaries.surveys.0.weight=1 " OEWS ".minimum=1000 "
    OEWS ".p10=90000 " OEWS ".p90=130000", 90000, 130000, 220000, TRUE, 0 },
  { "one-end-is-shown", "salaries.surveys.0.weight=1 " OEWS ".p25=90000", 90000, 0, 0, FALSE, 0 },
  { "a-blend-is-the-weighted-mean", "salaries.weight=40 salaries.surveys.0.weight=60 " OEWS
    ".p25=90000 " OEWS ".median=105000 " OEWS ".p75=130000", 94000, 134000, 222000, TRUE, 0 },
  { "who-says-nothing-has-no-part", "salaries.surveys.0.weight=60 salaries.surveys.1.weight=40 "
    OEWS ".p25=90000 " OEWS ".p75=130000", 90000, 130000, 220000, TRUE, 0 },
  { "a-survey-without-figures-shows-nothing", "salaries.surveys.1.weight=1", 0, 0, 0, FALSE, 0 },
  { "half-units-are-rounded-once", "salaries.surveys.0.weight=1 salaries.surveys.1.weight=1 "
    OEWS ".minimum=90000 " OEWS ".maximum=130001 " CLUB ".minimum=90001 " CLUB ".maximum=130002",
    90001, 130002, 220002, TRUE, 0 },
  { "collapsed-percentiles-are-left-out", "salaries.surveys.0.weight=1 " OEWS ".p25=120000 " OEWS
    ".median=150000 " OEWS ".p75=239200 " OEWS ".p90=239200", 120000, 0, 300000, FALSE,
    VAC_DOUBT_COLLAPSED | VAC_DOUBT_DISPERSED },
  { "accepted-ones-are-not", "salaries.surveys.0.weight=1 " OEWS ".p25=120000 " OEWS
    ".median=150000 " OEWS ".p75=239200 " OEWS ".p90=239200 " OEWS ".accepted=true", 120000, 239200,
    300000, TRUE, VAC_DOUBT_ACCEPTED | VAC_DOUBT_DISPERSED },
  { "equal-ones-near-the-median-are-no-collapse", "salaries.surveys.0.weight=1 " OEWS
    ".p25=140000 " OEWS ".median=150000 " OEWS ".p75=160000 " OEWS ".p90=160000", 140000, 160000,
    300000, TRUE, 0 },
  { "few-answers-are-doubted", "salaries.surveys.0.weight=1 " OEWS ".median=105000 " OEWS
    ".sample=29", 0, 0, 210000, FALSE, VAC_DOUBT_FEW },
  { "thirty-are-not", "salaries.surveys.0.weight=1 " OEWS ".median=105000 " OEWS ".sample=30", 0, 0,
    210000, FALSE, 0 },
  { "hours-make-a-year-of-2080", "salaries.surveys.0.weight=1 salaries.surveys.0.period=hour " OEWS
    ".minimum=50 " OEWS ".maximum=60.25", 104000, 125320, 229320, TRUE, 0 },
  { "or-of-those-that-are-said", "salaries.surveys.0.weight=1 salaries.surveys.0.period=hour "
    "salaries.surveys.0.hoursPerYear=1800 " OEWS ".minimum=50 " OEWS ".maximum=60", 90000, 108000,
    198000, TRUE, 0 },
  { "another-currency-needs-a-rate", "salaries.surveys.0.weight=1 salaries.surveys.0.currency=GBP "
    OEWS ".minimum=50000 " OEWS ".maximum=60000", 0, 0, 0, FALSE, VAC_DOUBT_NO_RATE },
  { "and-the-date-of-it", "salaries.surveys.0.weight=1 salaries.surveys.0.currency=GBP "
    "salaries.surveys.0.rate=1.25 " OEWS ".minimum=50000 " OEWS ".maximum=60000", 0, 0, 0, FALSE,
    VAC_DOUBT_NO_RATE },
  { "with-both-it-is-converted", "salaries.surveys.0.weight=1 salaries.surveys.0.currency=GBP "
    "salaries.surveys.0.rate=1.2525 salaries.surveys.0.rateDate=2026-11-02 " OEWS ".minimum=50000 "
    OEWS ".maximum=60001", 62625, 75151, 137776, TRUE, 0 },
  { "aging-counts-whole-months", "salaries.surveys.0.weight=1 salaries.aging.rate=3 "
    "salaries.aging.to=2026-07-15 " OEWS ".minimum=100000 " OEWS ".maximum=200000", 106500, 213000,
    319500, TRUE, 0 },
  { "nothing-is-aged-without-a-rate", "salaries.surveys.0.weight=1 salaries.aging.to=2026-07-15 "
    OEWS ".minimum=100000 " OEWS ".maximum=200000", 100000, 200000, 300000, TRUE, 0 },
  { "nor-backwards", "salaries.surveys.0.weight=1 salaries.aging.rate=3 "
    "salaries.aging.to=2023-07-15 " OEWS ".minimum=100000 " OEWS ".maximum=200000", 100000, 200000,
    300000, TRUE, 0 },
  { "an-undated-survey-is-not-aged-and-says-so", "salaries.surveys.1.weight=1 "
    "salaries.aging.rate=3 salaries.aging.to=2026-07-15 " CLUB ".minimum=100000 " CLUB
    ".maximum=140000", 100000, 140000, 240000, TRUE, VAC_DOUBT_UNDATED },
  { "a-place-without-figures-is-estimated", "salaries.surveys.0.weight=1 "
    "salaries.places.0.differential=110.5", 99450, 132600, 221000, TRUE, VAC_DOUBT_ESTIMATED },
  { "one-with-figures-is-not", "salaries.surveys.0.weight=1 salaries.places.0.differential=110 "
    OEWS ".p25=90000 " OEWS ".p75=130000", 90000, 130000, 220000, TRUE, 0 },
};

static void
set_all (VacDocument *document,
         const char  *values)
{
  g_auto (GStrv) pairs = g_strsplit (values, " ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *value = strchr (pairs[i], '=');

      *value++ = '\0';
      set (document, pairs[i], value);
    }
}

static void
test_figures (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (VacDocument) document = create_document ();
  g_autoptr (VacSurveys) surveys = NULL;
  g_auto (VacMarketFigure) figure = { 0 };

  set_all (document, test->values);
  surveys = vac_surveys_new (document);
  vac_surveys_read (surveys, get_place (document), &figure);
  g_assert_cmpint (figure.ends.minimum, ==, test->minimum * VAC_MONEY_ONE);
  g_assert_cmpint (figure.ends.maximum, ==, test->maximum * VAC_MONEY_ONE);
  g_assert_cmpint (figure.twice_midpoint, ==, test->twice * VAC_MONEY_ONE);
  g_assert_cmpint (vac_pay_range_is_known (&figure.range), ==, test->known);
  g_assert_cmpuint (figure.doubts, ==, test->doubts);
}

static void
test_source_says_what_was_assumed (void)
{
  static const struct
  {
    const char *values;
    guint       index;
    const char *expected;
  } rows[] = {
    { "salaries.source=Research salaries.weight=40 salaries.surveys.0.weight=60", 0,
      "Research · 40.0%" },
    { "salaries.weight=40 salaries.surveys.0.weight=60 salaries.surveys.0.publisher=BLS", 1,
      "OEWS, May 2024 · BLS · May 1, 2024 · 60.0%" },
    { "salaries.surveys.1.weight=1 salaries.surveys.1.currency=GBP salaries.surveys.1.rate=1.25 "
      "salaries.surveys.1.rateDate=2026-11-02", 2,
      "Club survey · 1 GBP = 1.2500 USD (November 2, 2026)" },
    { "salaries.surveys.0.weight=1 salaries.surveys.0.period=hour", 1,
      "OEWS, May 2024 · May 1, 2024, at 2,080 hours a year" },
    { "salaries.surveys.0.weight=1 salaries.aging.rate=2.5 salaries.aging.to=2026-01-01", 1,
      "OEWS, May 2024 · May 1, 2024, aged to January 1, 2026 at 2.5% a year" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VacDocument) document = create_document ();
      g_autoptr (VacSurveys) surveys = NULL;
      g_autofree char *text = NULL;

      set_all (document, rows[i].values);
      surveys = vac_surveys_new (document);
      text = vac_surveys_describe (surveys, rows[i].index);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_rule_makes_a_range (void)
{
  static const struct
  {
    const char *values;
    gint64      minimum;
    gint64      maximum;
    const char *expected;
  } rows[] = {
    { "salaries.rule.target=median", 0, 0, "Median × 1.00 ± 0.0%" },
    { "salaries.rule.target=midpoint salaries.rule.spread=20", 96000, 144000,
      "Midpoint × 1.00 ± 20.0%" },
    { "salaries.surveys.0.weight=1 salaries.rule.target=median salaries.rule.spread=20 "
      "salaries.rule.rounding=1000", 84000, 127000,
      "Median (OEWS, May 2024) × 1.00 ± 20.0%, rounded to $1,000" },
    { "salaries.surveys.0.weight=1 salaries.rule.target=median salaries.rule.spread=20 "
      "salaries.rule.rounding=5000", 85000, 125000,
      "Median (OEWS, May 2024) × 1.00 ± 20.0%, rounded to $5,000" },
    { "salaries.surveys.0.weight=1 salaries.rule.target=p75 salaries.rule.factor=1.025 "
      "salaries.rule.spread=12.5", 116594, 149906,
      "P75 (OEWS, May 2024) × 1.025 ± 12.5%" },
    { "salaries.surveys.0.weight=1 salaries.rule.target=mean", 0, 0,
      "Mean (OEWS, May 2024) × 1.00 ± 0.0%" },
    { "salaries.surveys.0.weight=1 salaries.rule.target=median salaries.rule.spread=10 "
      "salaries.aging.rate=3 salaries.aging.to=2025-05-01", 97799, 119532,
      "Median (OEWS, May 2024), aged to May 1, 2025 at 3.0% a year × 1.00 ± 10.0%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VacDocument) document = create_document ();
      g_autoptr (VacSurveys) surveys = NULL;
      g_auto (VacMarketFigure) figure = { 0 };
      g_autofree char *text = NULL;
      VacRangeRule rule;
      VacPayRange range;

      set (document, OEWS ".median", "105500");
      set (document, OEWS ".p75", "130000");
      g_assert_false (vac_range_rule_read (document, &rule));
      set_all (document, rows[i].values);
      g_assert_true (vac_range_rule_read (document, &rule));
      surveys = vac_surveys_new (document);
      vac_surveys_read (surveys, get_place (document), &figure);
      range = vac_range_rule_apply (&rule, &figure, VAC_MONEY_ONE);
      text = vac_range_rule_describe (&rule, surveys, "USD", "en-US");
      g_assert_cmpint (range.minimum, ==, rows[i].minimum * VAC_MONEY_ONE);
      g_assert_cmpint (range.maximum, ==, rows[i].maximum * VAC_MONEY_ONE);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* An amount of a survey in pounds may be typed in pounds, and not in the table's dollars. */
static void
test_amounts_are_typed_in_the_currency_of_their_survey (void)
{
  g_autoptr (VacDocument) document = create_document ();
  VacNode *median = vac_node_lookup (vac_document_get_root (document), OEWS ".median", NULL);
  VacEntry entry;
  g_autoptr (GError) error = NULL;

  set (document, "salaries.surveys.0.currency", "GBP");
  g_assert_cmpstr (vac_entry_get_currency (document, median), ==, "GBP");
  g_assert_true (vac_entry_read (document, median, "£52,000", &entry, NULL));
  vac_entry_clear (&entry);
  g_assert_false (vac_entry_read (document, median, "US$ 52,000", &entry, &error));
  g_assert_nonnull (error);
}

/* Products past 128 bits are the greatest amount that there is, with the sign of the value. */
static void
test_scaling_never_wraps (void)
{
  const gint64 factors[] = { G_MAXINT64, G_MAXINT64, G_MAXINT64 };
  const gint64 divisors[] = { 3 };

  g_assert_cmpint (vac_scale_all (10, factors, 0, divisors, 1, 1), ==, 3);
  g_assert_cmpint (vac_scale_all (-5, factors, 0, divisors, 1, 2), ==, -2);
  g_assert_cmpint (vac_scale_all (G_MAXINT64, factors, 3, divisors, 1, 1), ==, G_MAXINT64);
  g_assert_cmpint (vac_scale_all (-G_MAXINT64, factors, 3, divisors, 1, 1), ==, -G_MAXINT64);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/survey/figures/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_figures);
    }
  g_test_add_func ("/survey/a-source-says-what-was-assumed", test_source_says_what_was_assumed);
  g_test_add_func ("/survey/a-rule-makes-a-range", test_rule_makes_a_range);
  g_test_add_func ("/survey/amounts-are-typed-in-the-currency-of-their-survey",
                   test_amounts_are_typed_in_the_currency_of_their_survey);
  g_test_add_func ("/survey/scaling-never-wraps", test_scaling_never_wraps);

  return g_test_run ();
}
