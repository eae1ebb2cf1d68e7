/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <time.h>

#include "vac-salary-import.h"

/* What importing places into a salary table of many takes, in processor time, the best of several
 * runs each; and by which power of the number of places it grows. */

#define RUNS 5
#define N_OWN 3400

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Every other place of @n is one that the posting has. */
static GBytes *
make_table (guint n,
            guint step)
{
  GString *text = g_string_new ("Place,Minimum,Maximum,Note\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\"Springfield %u-Shelbyville, TX\",%u,%u,\"of %u\"\n",
                            i * step, 90000 + i, 120000 + i, i);

  return g_string_free_to_bytes (text);
}

static void
import (VacDocument *document,
        GBytes      *bytes)
{
  g_autoptr (VacSalaryImport) table = vac_salary_import_analyse (bytes, "places.csv", NULL);
  g_autoptr (VacSalaryImportResult) result = NULL;
  guint n;

  vac_salary_import_assume (table, document);
  result = vac_salary_import_run (table, NULL, NULL, NULL, NULL);
  vac_salary_import_result_match (result, table, document);
  if (!vac_salary_apply_import (document, table, result, "bench", &n) || n == 0)
    g_error ("nothing was imported");
}

static double
measure (guint n)
{
  g_autoptr (GBytes) own = make_table (N_OWN, 2);
  g_autoptr (GBytes) bytes = make_table (n, 1);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (VacDocument) document = vac_document_new ();
      double start;

      import (document, own);
      start = get_seconds ();
      import (document, bytes);
      best = MIN (best, get_seconds () - start);
    }

  return best;
}

int
main (void)
{
  static const guint sizes[] = { 8, 400, 3000, 20000 };
  double times[G_N_ELEMENTS (sizes)];

  g_print ("%-40s %12s %8s\n", "places into a posting with 3,400", "milliseconds", "power");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      times[i] = measure (sizes[i]);
      g_print ("%-40u %12.1f", sizes[i], 1000 * times[i]);
      /* Below that what does not grow, the places that are there, outweighs the rest. */
      if (i > 1)
        g_print (" %8.2f", log (times[i] / times[i - 1]) /
                           log ((double) sizes[i] / sizes[i - 1]));
      g_print ("\n");
    }

  return 0;
}
