/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-pay-line.h"

/* What lines of postings say of pay. */

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *said;   /* minimum, maximum, currency, unit, "+" for more words; NULL for nothing */
} Case;

static const Case cases[] = {
  { "a-range-by-year", "en-US", "$120,000 - $180,000 per year", "120000 180000 USD year" },
  { "a-range-in-our-own-words", "en-US", "$120,000 – $180,000 per year", "120000 180000 USD year" },
  { "an-amount-by-hour", "en-GB", "£12.21 an hour", "12.21 12.21 GBP hour" },
  { "a-german-range", "de-DE", "60.000 – 75.000 € brutto/Jahr", "60000 75000 EUR year +" },
  { "a-german-hour", "de-DE", "18,50 €/Std.", "18.5 18.5 EUR hour" },
  { "a-german-beginning", "de-DE", "Ab 18,50 € pro Stunde", "18.5 – EUR hour" },
  { "an-end-without-a-period", "en-US", "up to $90k DOE", "– 90000 USD none +" },
  { "words-between", "en-GB", "£30,000 to £35,000 a year", "30000 35000 GBP year" },
  { "between-and", "en-GB", "between £30,000 and £35,000 per annum", "30000 35000 GBP year" },
  { "p-a", "en-GB", "£28,500 - £31,200 p.a.", "28500 31200 GBP year" },
  { "k", "en-US", "$52K–$60K/yr", "52000 60000 USD year" },
  { "no-currency", "en-US", "120,000 per year", "120000 120000 – year" },
  { "a-note-in-parentheses", "en-US", "$20.50 per hour (nights)", "20.5 20.5 USD hour +" },
  { "a-french-range", "fr-FR", "de 2 200 € à 2 500 € brut par mois", "2200 2500 EUR month +" },
  { "a-french-year", "fr-FR", "28 000 € – 34 000 € par an", "28000 34000 EUR year" },
  { "a-spanish-month", "es-ES", "2.150 € brutos al mes", "2150 2150 EUR month +" },
  { "a-code-before", "en-GB", "EUR 45,000–55,000 per year", "45000 55000 EUR year" },
  { "a-code-behind", "de-AT", "2.800 EUR brutto pro Monat", "2800 2800 EUR month +" },
  { "words-alone", "en-US", "Competitive", NULL },
  { "a-sentence", "en-US", "We serve 3 hospitals in 2 towns", NULL },
  { "years-of-experience", "en-US", "5 years", "5 5 – year" },
  { "two-readings", "en-US", "20.000 per year", NULL },
  { "more-than-an-amount", "en-US", "$20 per hour and $500 at the start", NULL },
};

static char *
describe (const VacPayLine *line)
{
  static const char *const units[] = { "none", "year", "month", "week", "day", "hour" };
  g_autofree char *low = vac_money_to_text (line->minimum);
  g_autofree char *high = vac_money_to_text (line->maximum);

  return g_strdup_printf ("%s %s %s %s%s", line->has_minimum ? low : "–",
                          line->has_maximum ? high : "–",
                          *line->currency != '\0' ? line->currency : "–", units[line->unit],
                          line->is_whole ? "" : " +");
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *said = NULL;
  VacPayLine line;

  if (vac_pay_line_read (row->text, row->language, &line))
    said = describe (&line);
  g_assert_cmpstr (said, ==, row->said);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pay-line/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
