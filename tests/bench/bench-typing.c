/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-fixture.h"
#include "vac-measure.h"
#include "vac-reviewer.h"

/* What the review costs somebody who types in a posting of 50,000 words: in processor time, of
 * which other programs take nothing away, until nothing is left to do. */

#define BULLETS 2500
#define KEYS    (sizeof typed - 1)
#define PAUSE   125   /* milliseconds between two keys: a fast typist’s */
#define ROUNDS  3     /* of which the best counts: others slow down what shares a core */
#define BUDGET  2000  /* microseconds, as the window gives it */
#define N_WAYS  3     /* in which a window shows what the review finds */

static const struct
{
  const char *name;
  gboolean    sidebar;
  gboolean    review;
} ways[N_WAYS] = {
  { "neither shown", FALSE, FALSE },
  { "sidebar shown", TRUE, FALSE },
  { "review shown", FALSE, TRUE },
};

/* Ordinary sentences: of words that are typed over and over, each would be a finding of its own. */
static const char typed[] =
  "You plan each release with the people who will use it, and write down what was decided and "
  "why. When something breaks at night, another team looks after it. You hear of it in the "
  "morning and mend it. ";

/* Writes the guide with many more bullets: some of them have words that are found. */
static char *
make_posting (void)
{
  static const char *const bullets[] = {
    "Keep the order book up to date with our suppliers in four countries, and answer what they ask "
    "within a day",
    "Plan the week of a team of nine with its lead, so that nobody works two weekends in a row, "
    "for store",
    "You check the goods that come in against the delivery note, and tell the office of whatever "
    "is missing from shelf",
    "Write down what was repaired, with the parts and the hours, for the customer and for the "
    "next shift in hall",
    "Show new colleagues a lot of how the machines are set up and cleaned, until they do it by "
    "themselves in week",
  };
  g_autofree char *guide = NULL;
  g_autoptr (VacDocument) document = bench_copy_guide (&guide);
  VacNode *items = bench_find_items (
      vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), 3));

  for (guint i = 0; i < BULLETS; i++)
    {
      g_autofree char *bullet = g_strdup_printf ("%s %u", bullets[i % G_N_ELEMENTS (bullets)], i);

      bench_add_bullet (document, items, bullet);
    }
  bench_write (document, guide);

  return g_steal_pointer (&guide);
}

/* Tells how long the parts of a check are that nothing interrupts. */
static void
measure_parts (VacDocument *document)
{
  g_autoptr (VacReviewer) reviewer = vac_reviewer_new (document);
  VacNode *text = vac_node_get (vac_document_find_section (document, "position-overview"),
                                VAC_ROLE_SECTION_TEXT);
  g_autofree char *before = g_strdup (vac_node_get_text (text));
  gint64 start = bench_get_time (), longest = 0, all = 0;
  guint slices = 0;
  gboolean more = TRUE;

  while (more)
    more = vac_reviewer_update (reviewer, BUDGET);
  g_print ("everything for the first time: %.1f ms\n", (double) (bench_get_time () - start) / 1000);

  vac_document_set_text (document, text, "Somebody types a word.");
  for (more = TRUE; more; slices++)
    {
      const gint64 begun = bench_get_time ();
      gint64 took;

      more = vac_reviewer_update (reviewer, BUDGET);
      took = bench_get_time () - begun;
      longest = MAX (longest, took);
      all += took;
    }
  g_print ("after a key: %.1f ms in %u slices, the longest %.1f ms\n", (double) all / 1000, slices,
           (double) longest / 1000);
  start = bench_get_time ();
  {
    g_autoptr (GPtrArray) findings = vac_reviewer_get_findings (reviewer);

    g_print ("%u findings, collected in %.1f ms\n", findings->len,
             (double) (bench_get_time () - start) / 1000);
  }
  start = bench_get_time ();
  {
    g_autoptr (VacMeasure) measure = vac_measure_new (document);

    g_print ("%u words, measured in %.1f ms\n", measure->words,
             (double) (bench_get_time () - start) / 1000);
  }
  vac_document_set_text (document, text, before);
}

/* Iterates for @ms milliseconds, and notes the longest time that no key would have been heard. */
static void
iterate_for (guint   ms,
             gint64 *longest)
{
  const gint64 end = g_get_monotonic_time () + (gint64) ms * 1000;

  while (g_get_monotonic_time () < end)
    {
      const gint64 start = bench_get_time ();

      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      else
        *longest = MAX (*longest, bench_get_time () - start);
    }
}

/* Returns: processor time a key, in milliseconds */
static double
measure_typing (VacWindow *window,
                double    *longest)
{
  VacDocument *document = app_get_document (window);
  VacNode *text = vac_node_get (vac_document_find_section (document, "position-overview"),
                                VAC_ROLE_SECTION_TEXT);
  GtkTextBuffer *buffer;
  gint64 start, stopped = 0;

  vac_window_show_node (window, text);
  iterate_for (4000, &stopped);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  stopped = 0;
  start = bench_get_time ();
  for (guint i = 0; i < KEYS; i++)
    {
      gtk_text_buffer_insert_interactive_at_cursor (buffer, typed + i, 1, TRUE);
      iterate_for (PAUSE, &stopped);
    }
  *longest = (double) stopped / 1000;
  /* What was put off counts, too. */
  iterate_for (5000, &stopped);

  return (double) (bench_get_time () - start) / 1000 / KEYS;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *path = NULL;
  double per_key[N_WAYS] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  VacWindow *window;

  app_init (&argc, &argv);
  settings = g_settings_new (VAC_APPLICATION_ID);
  g_settings_set_boolean (settings, "preview-visible", FALSE);
  path = make_posting ();
  window = app_open (path);
  measure_parts (app_get_document (window));
  app_close_all ();

  for (guint i = 0; i < N_WAYS * ROUNDS; i++)
    {
      const guint way = i % N_WAYS;
      double longest, took;

      g_settings_set_boolean (settings, "sidebar-visible", ways[way].sidebar);
      g_settings_set_boolean (settings, "review-visible", ways[way].review);
      window = app_open (path);
      took = measure_typing (window, &longest);
      per_key[way] = MIN (per_key[way], took);
      g_print ("%s: %6.2f ms a key, longest stop %.1f ms\n", ways[way].name, took, longest);
      app_close_all ();
    }
  for (guint way = 1; way < N_WAYS; way++)
    g_print ("%s: costs %.2f ms a key\n", ways[way].name, per_key[way] - per_key[0]);

  return 0;
}
