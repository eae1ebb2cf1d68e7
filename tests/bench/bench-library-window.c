/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <time.h>

#include "app-fixture.h"
#include "vac-library-window.h"
#include "vac-library.h"
#include "vac-writer.h"

/* What somebody waits for in the window with all postings: its first list of 10,000 from the index,
 * and the answer to each key of a search, in milliseconds; and for how long of the processor's the
 * window listens to nothing else meanwhile, at most. */

#define N_POSTINGS 10000

/* In milliseconds: what is to be reached. */
#define MOST_LIST 1000.0

static double
get_milliseconds (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

/* Of the processor, which other programs take nothing away from. */
static double
get_busy (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
write_postings (const char *folder)
{
  g_autoptr (VacDocument) document = vac_document_new ();

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "en");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME), "Acme");
  for (guint i = 0; i < N_POSTINGS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Posting %u", i);
      g_autofree char *path = g_strdup_printf ("%s/%u/%u.vacancy", folder, i / 500, i);
      g_autofree char *parent = g_path_get_dirname (path);
      g_autoptr (GBytes) bytes = NULL;

      g_mkdir_with_parents (parent, 0700);
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), title);
      bytes = vac_write_document (document);
      if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), NULL))
        g_error ("%s cannot be written", path);
    }
}

static void
scan (const char *folder)
{
  g_autofree char *index = vac_library_dup_path ();
  g_autoptr (VacLibrary) library = vac_library_new (index);
  const char *folders[] = { folder, NULL };
  g_autoptr (VacLibraryReport) report = vac_library_scan (library, folders, NULL, NULL);

  g_assert_cmpuint (report->n_files, ==, N_POSTINGS);
}

static GtkWidget *
find_library (void)
{
  return GTK_WIDGET (app_find_window (VAC_TYPE_LIBRARY_WINDOW));
}

static gboolean
says (GtkWidget  *window,
      const char *count)
{
  GObject *label = gtk_widget_get_template_child (window, VAC_TYPE_LIBRARY_WINDOW, "count_label");
  g_auto (GStrv) parts = g_strsplit (gtk_label_get_text (GTK_LABEL (label)), ",", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  return g_str_has_prefix (plain, count);
}

/* Lets the window work until it says so. Returns: the longest that it did not listen */
static double
wait_count (GtkWidget  *window,
            const char *count)
{
  const double deadline = get_milliseconds () + 60000;
  double longest = 0;

  while (!says (window, count))
    {
      const double start = get_busy ();

      if (get_milliseconds () > deadline)
        g_error ("there are no %s", count);
      if (g_main_context_iteration (NULL, FALSE))
        longest = MAX (longest, get_busy () - start);
      else
        g_usleep (500);
    }

  return longest;
}

static void
type (GtkWidget  *window,
      const char *text,
      const char *count)
{
  GObject *entry = gtk_widget_get_template_child (window, VAC_TYPE_LIBRARY_WINDOW, "search_entry");
  const double start = get_milliseconds ();
  double busy;

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  busy = wait_count (window, count);
  g_print ("         %-14s %7.1f ms, busy %.1f\n", text, get_milliseconds () - start, busy);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *uri = NULL;
  double start, busy, time;

  app_init (&argc, &argv);
  folder = app_make_path ("postings");
  uri = g_filename_to_uri (folder, NULL, NULL);
  settings = g_settings_new (VAC_APPLICATION_ID);
  write_postings (folder);
  scan (folder);
  g_settings_set_strv (settings, "library-folders", (const char *const[]) { uri, NULL });

  start = get_milliseconds ();
  busy = get_busy ();
  g_action_group_activate_action (G_ACTION_GROUP (app_get ()), "library", NULL);
  g_print ("         the window itself: busy %.1f\n", get_busy () - busy);
  busy = wait_count (find_library (), "10000 postings");
  time = get_milliseconds () - start;
  g_print ("         first list of %u: %.1f ms, of %.0f%s; busy %.1f\n", N_POSTINGS, time,
           MOST_LIST, time > MOST_LIST ? ": TOO SLOW" : "", busy);
  app_settle ();
  type (find_library (), "1", "1111 of 10000");
  type (find_library (), "12", "111 of 10000");
  type (find_library (), "123", "11 of 10000");
  type (find_library (), "", "10000 postings");
  app_close_all ();

  return 0;
}
