/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "vac-batch.h"
#include "vac-library.h"
#include "vac-reader.h"
#include "vac-writer.h"

/* What the library takes with many postings: the first scan, one in which nothing has changed, a
 * search as it is typed over 2,000 postings, words replaced in them all, and the first list of
 * 10,000, in milliseconds as a person waits for them. The best of several runs, but for the first
 * scan and what writes.
 *
 * bench-library POSTING… */

#define RUNS 5
#define N_SEARCHED 2000
#define N_LISTED 10000

/* In milliseconds: what is to be reached. */
#define MOST_SEARCH 50.0
#define MOST_LIST 1000.0

static double
get_milliseconds (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static void
write_document (VacDocument *document,
                const char  *folder,
                guint        number)
{
  g_autofree char *path = g_strdup_printf ("%s/%u/%u.vacancy", folder, number / 500, number);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GBytes) bytes = vac_write_document (document);

  g_mkdir_with_parents (parent, 0700);
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                            (gssize) g_bytes_get_size (bytes), NULL))
    g_error ("%s cannot be written", path);
}

static void
set_title (VacDocument *document,
           guint        number)
{
  g_autofree char *title = g_strdup_printf ("Posting %u", number);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), title);
}

/* As long as real ones, each with a title of its own. */
static void
write_long (char       **postings,
            const char  *folder)
{
  const guint n_postings = g_strv_length (postings);

  for (guint i = 0; i < n_postings; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (VacDocument) document = NULL;
      gsize length;

      if (!g_file_get_contents (postings[i], &text, &length, NULL))
        g_error ("%s cannot be read", postings[i]);
      bytes = g_bytes_new (text, length);
      document = vac_read_document (bytes, NULL);
      for (guint j = i; document != NULL && j < N_SEARCHED; j += n_postings)
        {
          set_title (document, j);
          write_document (document, folder, j);
        }
    }
}

/* With a line of facts, which is what a list is made of. */
static void
write_short (const char *folder)
{
  g_autoptr (VacDocument) document = vac_document_new ();

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "en");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME), "Acme");
  for (guint i = 0; i < N_LISTED; i++)
    {
      set_title (document, i);
      write_document (document, folder, i);
    }
}

static double
scan (VacLibrary *library,
      const char *folder,
      guint      *n_read)
{
  const char *folders[] = { folder, NULL };
  const double start = get_milliseconds ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VacLibraryReport) report = vac_library_scan (library, folders, NULL, &error);

  if (report == NULL)
    g_error ("%s", error->message);
  *n_read = report->n_read;

  return get_milliseconds () - start;
}

static void
print_scans (VacLibrary *library,
             const char *folder)
{
  double best = G_MAXDOUBLE;
  guint n_read, n_again;
  const double first = scan (library, folder, &n_read);

  for (guint i = 0; i < RUNS; i++)
    best = MIN (best, scan (library, folder, &n_again));
  g_print ("%6u postings: first scan %.0f ms (%.2f each), again %.0f ms (%u read)\n", n_read, first,
           first / n_read, best, n_again);
}

/* With a connection of its own each time, as when a program begins. */
static double
list (const char            *index,
      const VacLibraryQuery *query,
      guint                 *n_found)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      const double start = get_milliseconds ();
      g_autoptr (VacLibrary) library = vac_library_new (index);
      g_autoptr (GListModel) found = vac_library_find (library, query, NULL, NULL);

      best = MIN (best, get_milliseconds () - start);
      *n_found = g_list_model_get_n_items (found);
    }

  return best;
}

static void
print_searches (const char *index,
                const char *folder)
{
  static const char *const typed[] = {
    "e", "en", "eng", "engineer", "data pipel", "\"night shift\"", "posting 19", "営業", "zzz",
  };
  const char *folders[] = { folder, NULL };
  double worst = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const VacLibraryQuery query = { .folders = folders, .text = typed[i] };
      guint n_found;
      const double time = list (index, &query, &n_found);

      worst = MAX (worst, time);
      g_print ("         %-14s %7.1f ms, %u found\n", typed[i], time, n_found);
    }
  g_print ("         the slowest  %7.1f ms, of %.0f%s\n", worst, MOST_SEARCH,
           worst > MOST_SEARCH ? ": TOO SLOW" : "");
}

static void
print_list (const char *index,
            const char *folder)
{
  static const VacLibrarySort sorts[] = { VAC_LIBRARY_SORT_CHANGED, VAC_LIBRARY_SORT_TITLE };
  const char *folders[] = { folder, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      const VacLibraryQuery query = { .folders = folders, .sort = sorts[i] };
      guint n_found;
      const double time = list (index, &query, &n_found);

      g_print ("         list of %u by %s: %.1f ms, of %.0f%s\n", n_found,
               i == 0 ? "change" : "title", time, MOST_LIST, time > MOST_LIST ? ": TOO SLOW" : "");
    }
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static GPtrArray *
list_items (const char *folder)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_SEARCHED; i++)
    g_ptr_array_add (paths, g_strdup_printf ("%s/%u/%u.vacancy", folder, i / 500, i));
  g_ptr_array_add (paths, NULL);

  return vac_batch_new_items ((const char *const *) paths->pdata);
}

static void
print_run (GPtrArray    *items,
           VacChange    *change,
           VacBatchTask  task,
           const char   *name)
{
  const double start = get_milliseconds ();
  guint n = 0;

  vac_batch_run (items, change, task, NULL);
  for (guint i = 0; i < items->len; i++)
    n += vac_batch_item_get_n_changed (g_ptr_array_index (items, i));
  g_print ("%6u postings: %s %.0f ms (%u places)\n", items->len, name,
           get_milliseconds () - start, n);
}

/* A word that all have, and one that none has. */
static void
print_changes (const char *folder)
{
  g_autoptr (GPtrArray) items = list_items (folder);
  g_autoptr (VacChange) change = vac_change_new_replace ("posting", "Opening",
                                                         VAC_PATTERN_WHOLE_WORDS,
                                                         VAC_SEARCH_EVERYWHERE);
  g_autoptr (VacChange) none = vac_change_new_replace ("xyzzy", "Opening", 0,
                                                       VAC_SEARCH_EVERYWHERE);

  print_run (items, none, VAC_BATCH_LOOK, "look for a word that is nowhere");
  print_run (items, change, VAC_BATCH_LOOK, "look for a word that is in all");
  print_run (items, change, VAC_BATCH_APPLY, "replace it");
  print_run (items, NULL, VAC_BATCH_UNDO, "undo that");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *base = g_dir_make_tmp ("vacancy-bench-XXXXXX", NULL);
  g_autofree char *many = g_build_filename (base, "long", NULL);
  g_autofree char *more = g_build_filename (base, "short", NULL);
  g_autofree char *index = g_build_filename (base, "library.db", NULL);
  g_autoptr (VacLibrary) library = NULL;

  if (argc < 2)
    g_error ("bench-library POSTING…");
  library = vac_library_new (index);
  write_long (argv + 1, many);
  print_scans (library, many);
  print_searches (index, many);
  print_changes (many);
  write_short (more);
  print_scans (library, more);
  print_list (index, more);
  remove_all (base);

  return 0;
}
