/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-import-pay.h"

static void
test_cells_of_pay_are_read_or_refused (void)
{
  static const struct
  {
    const char       *text;
    VacImportReading  reading;
    gint64            minimum;    /* hundredths; −1 for an end that the cell does not give */
    gint64            maximum;
  } cases[] = {
    { "$120,000 - $160,000", VAC_IMPORT_NUMBER, 12000000, 16000000 },
    { "$130K–$175K", VAC_IMPORT_NUMBER, 13000000, 17500000 },
    { "130-175k", VAC_IMPORT_NUMBER, 13000000, 17500000 },
    { "115k to 150k/yr", VAC_IMPORT_NUMBER, 11500000, 15000000 },
    { "from 18.50 to 22.75 an hour", VAC_IMPORT_NUMBER, 1850, 2275 },
    { "USD 18.50", VAC_IMPORT_NUMBER, 1850, 1850 },
    { "52 000 – 61 000 €", VAC_IMPORT_NUMBER, 5200000, 6100000 },
    { "CHF 85'000.–", VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "€1.500,50", VAC_IMPORT_NUMBER, 150050, 150050 },
    { "1.500 €", VAC_IMPORT_NUMBER, 150000, 150000 },
    { "1,500", VAC_IMPORT_AMBIGUOUS, 0, 0 },
    { "-5", VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "£45k-£60k pa", VAC_IMPORT_NUMBER, 4500000, 6000000 },
    { "130.000 – 175.000 €", VAC_IMPORT_NUMBER, 13000000, 17500000 },
    { "18,50–22,75 €/Std.", VAC_IMPORT_NUMBER, 1850, 2275 },
    { "45 k€ - 60 k€", VAC_IMPORT_NUMBER, 4500000, 6000000 },
    { "circa £40k", VAC_IMPORT_NUMBER, 4000000, 4000000 },
    { "120000+", VAC_IMPORT_NUMBER, 12000000, -1 },
    { "$95,000 and up", VAC_IMPORT_NUMBER, 9500000, -1 },
    { "from $50,000", VAC_IMPORT_NUMBER, 5000000, -1 },
    { "ab 50.000 €", VAC_IMPORT_NUMBER, 5000000, -1 },
    { "à partir de 50 000 €", VAC_IMPORT_NUMBER, 5000000, -1 },
    { "up to 90k", VAC_IMPORT_NUMBER, -1, 9000000 },
    { "bis zu 61.000 €", VAC_IMPORT_NUMBER, -1, 6100000 },
    { "jusqu’à 61 000 €", VAC_IMPORT_NUMBER, -1, 6100000 },
    { "$50 + $60", VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "$50,000 plus car", VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "100 / 200", VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "1 - 2 - 3", VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "15-2051", VAC_IMPORT_NUMBER, 1500, 205100 },
    { "=1+1", VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "50%", VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "I-200-1", VAC_IMPORT_NOT_A_NUMBER, 0, 0 },
    { "", VAC_IMPORT_EMPTY, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (VacImportPay) pay = { { 0 } };
      VacImportReading reading = vac_import_read_pay (cases[i].text, '\0', FALSE, &pay);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (reading, ==, cases[i].reading);
      if (reading != VAC_IMPORT_NUMBER)
        continue;
      g_assert_cmpint (pay.has[0] ? pay.amounts[0] / 100 : -1, ==, cases[i].minimum);
      g_assert_cmpint (pay.has[1] ? pay.amounts[1] / 100 : -1, ==, cases[i].maximum);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/pay/cells-of-pay-are-read-or-refused",
                   test_cells_of_pay_are_read_or_refused);

  return g_test_run ();
}
