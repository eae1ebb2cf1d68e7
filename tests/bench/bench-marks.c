/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-fixture.h"
#include "vac-editor.h"

/* What marks below words cost somebody who types in a bullet of a posting of 50,000 words, of which
 * 200 are on the form: in processor time, of which other programs take nothing away. */

#define SECTION "technical-skills"
#define BULLETS 2500
#define KEYS    20
#define RUNS    9
#define PAUSE   125   /* milliseconds between two keys: a fast typist’s */

/* Writes the guide with many more bullets; something is found in each of them. */
static char *
make_posting (void)
{
  g_autofree char *guide = NULL;
  g_autoptr (VacDocument) document = bench_copy_guide (&guide);
  VacNode *items = bench_find_items (vac_document_find_section (document, SECTION));

  for (guint i = 0; i < BULLETS; i++)
    {
      g_autofree char *bullet = g_strdup_printf (
          "Work with a ninja of the the order book, and answer within %u days what our suppliers "
          "ask us about their deliveries", i);

      bench_add_bullet (document, items, bullet);
    }
  bench_write (document, guide);

  return g_steal_pointer (&guide);
}

static void
iterate_for (guint ms)
{
  const gint64 end = g_get_monotonic_time () + (gint64) ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

/* Returns: processor time a key, in milliseconds */
static double
type (GtkTextBuffer *buffer)
{
  static const char words[] = "plan what comes next with two colleagues from the store, so that ";
  gint64 start;

  iterate_for (700);
  start = bench_get_time ();
  for (guint i = 0; i < KEYS; i++)
    {
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_insert_at_cursor (buffer, words + i % (sizeof words - 1), 1);
      gtk_text_buffer_end_user_action (buffer);
      iterate_for (PAUSE);
    }

  return (double) (bench_get_time () - start) / 1000 / KEYS;
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    gboolean form, preview;
  } cases[] = {
    { "no marks", FALSE, FALSE },
    { "marks in the form", TRUE, FALSE },
    { "marks in form and preview", TRUE, TRUE },
  };
  double times[G_N_ELEMENTS (cases)][RUNS];
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *path = NULL;
  VacWindow *window;
  VacNode *items, *leaf;
  GtkWidget *area;

  app_init (&argc, &argv);
  settings = g_settings_new (VAC_APPLICATION_ID);
  path = make_posting ();
  window = app_open (path);
  items = bench_find_items (vac_document_find_section (app_get_document (window), SECTION));
  leaf = vac_node_get (vac_node_get_child (items, 4), VAC_ROLE_ITEM_TEXT);
  vac_window_show_node (window, leaf);
  app_settle ();
  area = app_find_field (window, leaf);
  gtk_widget_grab_focus (area);

  for (guint run = 0; run < RUNS; run++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_settings_set_boolean (settings, "mark-words", cases[i].form);
        g_settings_set_boolean (settings, "preview-marks", cases[i].preview);
        times[i][run] = type (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)));
      }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      bench_sort (times[i], RUNS);
      g_print ("%-28s %6.2f ms a key (%.2f to %.2f)\n", cases[i].name, times[i][RUNS / 2],
               times[i][0], times[i][RUNS - 1]);
    }
  app_close_all ();

  return 0;
}
