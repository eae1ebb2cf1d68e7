/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-pay.h"
#include "vac-wording.h"

/* What candidates read of pay, made of ranges of the job, its grades and its places. In JSON here,
 * ' stands for ". */

typedef struct
{
  const char *name;
  const char *job;      /* members of the job */
  const char *line;     /* NULL for none */
  const char *share;    /* NULL for none */
} PayCase;

#define USD "'currency':'USD','period':'year'"
#define RANGE "'minimum':40000,'maximum':50000," USD

static const PayCase cases[] = {
  { "range-of-the-job", "'pay':{" RANGE "}", "$40,000 – $50,000 per year" },
  { "grades-make-a-range",
    "'pay':{" USD "},'grades':[{'minimum':30000,'maximum':35000},{'minimum':34000,"
    "'maximum':41000},{'label':'C'}]",
    "$30,000 – $41,000 per year" },
  { "range-of-the-job-before-that-of-grades",
    "'pay':{" RANGE "},'grades':[{'minimum':30000,'maximum':35000}]",
    "$40,000 – $50,000 per year" },
  { "places-extend-the-range",
    "'pay':{" RANGE "},'locations':[{'city':'A','payMinimum':45000,'payMaximum':60000},"
    "{'city':'B'}]",
    "$40,000 – $60,000 per year" },
  { "every-place-with-its-own-range",
    "'pay':{" RANGE "},'locations':[{'city':'A','payMinimum':45000,'payMaximum':60000}]",
    "$45,000 – $60,000 per year" },
  { "places-alone",
    "'pay':{" USD "},'locations':[{'city':'A','payMinimum':45000,'payMaximum':60000},"
    "{'city':'B'}]",
    "$45,000 – $60,000 per year" },
  { "an-end-that-one-place-does-not-say-is-not-known",
    "'pay':{" RANGE "},'locations':[{'city':'A','payMinimum':45000},{'city':'B'}]",
    "From $40,000 per year" },
  { "currencies-are-not-mixed",
    "'pay':{" RANGE "},'locations':[{'city':'A','payMinimum':45000,'payMaximum':60000,"
    "'payCurrency':'EUR'},{'city':'B'}]",
    "€45,000 – €60,000 per year; $40,000 – $50,000 per year" },
  { "a-place-the-wrong-way-round-has-that-of-the-job",
    "'pay':{" RANGE "},'locations':[{'city':'A','payMinimum':60000,'payMaximum':45000}]",
    "$40,000 – $50,000 per year" },
  { "undisclosed",
    "'pay':{'disclose':false," USD "},'locations':[{'city':'A','payMinimum':45000}]", NULL },
  { "full-time-equivalent",
    "'pay':{'basis':'full-time-equivalent'," RANGE "},'hours':{'share':60}",
    "$40,000 – $50,000 per year (full-time equivalent)", "$24,000 – $30,000 per year" },
  { "pro-rata", "'pay':{'basis':'pro-rata'," RANGE "},'hours':{'share':60}",
    "$40,000 – $50,000 per year (pro rata)" },
  { "share-is-rounded-to-the-cent",
    "'pay':{'basis':'full-time-equivalent','minimum':100.05," USD "},'hours':{'share':33}",
    "From $100.05 per year (full-time equivalent)", "From $33.02 per year" },
  { "share-of-whole-yen",
    "'pay':{'basis':'full-time-equivalent','minimum':101,'currency':'JPY','period':'month'},"
    "'hours':{'share':50}",
    "From ¥101 per month (full-time equivalent)", "From ¥51 per month" },
  { "an-hour-is-paid-the-same-however-many-are-worked",
    "'pay':{'basis':'full-time-equivalent','minimum':20,'currency':'USD','period':'hour'},"
    "'hours':{'share':50}",
    "From $20 per hour (full-time equivalent)" },
  { "all-of-full-time-is-no-share",
    "'pay':{'basis':'full-time-equivalent'," RANGE "},'hours':{'share':100}",
    "$40,000 – $50,000 per year (full-time equivalent)" },
};

static void
test_case (gconstpointer data)
{
  const PayCase *row = data;
  g_autofree char *text = g_strdup_printf (
      "{'format':'vacancy-posting','version':2,'language':'en-US','job':{%s}}", row->job);
  g_autoptr (VacDocument) document = support_read_quoted (text);
  g_autofree char *line = vac_wording_pay_line (document);
  g_autofree char *share = vac_wording_pay_at_share (document);

  g_assert_cmpstr (line, ==, row->line);
  g_assert_cmpstr (share, ==, row->share);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/pay/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
