/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "app-fixture.h"
#include "vac-editor.h"
#include "vac-writer.h"

/* What marks below words cost somebody who types in a bullet of a posting of 50,000 words, of which
 * 200 are on the form: in processor time, of which other programs take nothing away. */

#define BULLETS 2500
#define KEYS    20
#define RUNS    9
#define PAUSE   125   /* milliseconds between two keys: a fast typist’s */

static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static VacNode *
find_items (VacDocument *document)
{
  return vac_node_get (vac_document_find_section (document, "technical-skills"),
                       VAC_ROLE_SECTION_ITEMS);
}

/* Writes the guide with many more bullets; something is found in each of them. */
static char *
make_posting (void)
{
  g_autofree char *guide = app_copy_guide ("bench.vacancy");
  VacWindow *window = app_open (guide);
  g_autoptr (VacDocument) document = vac_copy_document (app_get_document (window));
  VacNode *items = find_items (document);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < BULLETS; i++)
    {
      g_autofree char *bullet = g_strdup_printf (
          "Work with a ninja of the the order book, and answer within %u days what our suppliers "
          "ask us about their deliveries", i);
      g_autoptr (VacNode) item = vac_node_new_record (
          vac_node_get_field (items)->element, VAC_ROLE_ITEM_TEXT, bullet, VAC_ROLE_NONE);

      vac_document_append (document, items, item);
    }
  bytes = vac_write_document (document);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  app_close_all ();
  app_write (guide, text);

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
  start = get_time ();
  for (guint i = 0; i < KEYS; i++)
    {
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_insert_at_cursor (buffer, words + i % (sizeof words - 1), 1);
      gtk_text_buffer_end_user_action (buffer);
      iterate_for (PAUSE);
    }

  return (double) (get_time () - start) / 1000 / KEYS;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
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
  VacNode *leaf;
  GtkWidget *area;

  app_init (&argc, &argv);
  settings = g_settings_new (VAC_APPLICATION_ID);
  path = make_posting ();
  window = app_open (path);
  leaf = vac_node_get (vac_node_get_child (find_items (app_get_document (window)), 4),
                       VAC_ROLE_ITEM_TEXT);
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
      qsort (times[i], RUNS, sizeof times[i][0], compare_doubles);
      g_print ("%-28s %6.2f ms a key (%.2f to %.2f)\n", cases[i].name, times[i][RUNS / 2],
               times[i][0], times[i][RUNS - 1]);
    }
  app_close_all ();

  return 0;
}
