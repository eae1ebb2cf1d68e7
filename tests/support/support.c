/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <ftw.h>
#include <stdio.h>
#include <string.h>

#include "vac-reader.h"
#include "vac-writer.h"

/* Whole postings, as employers write them. */
#define POSTINGS "data"
#define POSTING  ".vacancy"
#define GUIDES   "../data/guides"
#define GUIDE    ".json"

/* Never the one that a user really has. */
static char *own_state;

static int
remove_entry (const char        *path,
              const struct stat *status,
              int                kind,
              struct FTW        *place)
{
  return remove (path);
}

static void
remove_own_state (void)
{
  nftw (own_state, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  g_clear_pointer (&own_state, g_free);
}

/**
 * support_clear_own_state:
 *
 * Lets the program forget what it kept for itself in the tests before.
 */
void
support_clear_own_state (void)
{
  g_autofree char *folder = own_state != NULL ? g_build_filename (own_state, "vacancy", NULL)
                                              : NULL;

  if (folder != NULL)
    nftw (folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

/**
 * support_use_own_state:
 *
 * Gives the test a state folder that goes with it. Call it before g_test_init(), which can do the
 * same, but loses memory with each test.
 */
void
support_use_own_state (void)
{
  g_assert_null (own_state);
  own_state = g_dir_make_tmp ("vacancy-state-XXXXXX", NULL);
  g_assert_nonnull (own_state);
  g_setenv ("XDG_STATE_HOME", own_state, TRUE);
  atexit (remove_own_state);
}

/**
 * support_make_path:
 * @path: a path relative to the folder “tests”
 *
 * Also for programs that are no tests, for which GLib knows no folder.
 *
 * Returns: (transfer full): where the file is
 */
char *
support_make_path (const char *path)
{
  const char *tests = g_getenv ("G_TEST_SRCDIR");

  g_assert_nonnull (tests);

  return g_build_filename (tests, path, NULL);
}

/**
 * support_load_bytes:
 * @path: a path relative to the folder “tests”
 *
 * Returns: (transfer full): what is in the file
 */
GBytes *
support_load_bytes (const char *path)
{
  g_autofree char *file_name = support_make_path (path);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (file_name, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static VacDocument *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  VacDocument *document = vac_read_document (bytes, &error);

  g_assert_no_error (error);

  return document;
}

/**
 * support_load_document:
 * @path: a path relative to the folder “tests”
 *
 * Returns: (transfer full): the posting in the file
 */
VacDocument *
support_load_document (const char *path)
{
  g_autoptr (GBytes) bytes = support_load_bytes (path);

  return read_bytes (bytes);
}

/**
 * support_load_guide:
 *
 * Returns: (transfer full): the Machine Learning Engineer guide, unchanged
 */
VacDocument *
support_load_guide (void)
{
  return support_load_document (SUPPORT_GUIDE);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full): the names of the files in @folder with that ending, without it */
static GStrv
list_names (const char *folder,
            const char *ending)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *path = support_make_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = g_dir_open (path, 0, &error);

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files))
    if (g_str_has_suffix (name, ending))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (ending)));
  g_assert_cmpuint (names->len, >, 0);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * support_list_guides:
 *
 * Returns: (transfer full): where the guides that the program brings along are, in all their
 *   editions and in the order of their names: paths relative to the folder “tests”
 */
GStrv
support_list_guides (void)
{
  GStrv guides = list_names (GUIDES, GUIDE);

  for (guint i = 0; guides[i] != NULL; i++)
    {
      g_autofree char *name = guides[i];

      guides[i] = g_strconcat (GUIDES, "/", name, GUIDE, NULL);
    }

  return guides;
}

/**
 * support_list_postings:
 *
 * Returns: (transfer full): the names of the postings in tests/data, in their order
 */
GStrv
support_list_postings (void)
{
  return list_names (POSTINGS, POSTING);
}

/**
 * support_load_posting:
 * @name: a posting in tests/data
 *
 * Returns: (transfer full): the posting
 */
VacDocument *
support_load_posting (const char *name)
{
  g_autofree char *path = g_strconcat (POSTINGS, "/", name, POSTING, NULL);

  return support_load_document (path);
}

/**
 * support_read_text:
 * @text: a posting as JSON
 *
 * Returns: (transfer full): the posting
 */
VacDocument *
support_read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return read_bytes (bytes);
}

/**
 * support_quoted_bytes:
 * @quoted: JSON in which each ' stands for ", so that it is easy to read in C
 *
 * Returns: (transfer full): the JSON
 */
GBytes *
support_quoted_bytes (const char *quoted)
{
  char *text = g_strdelimit (g_strdup (quoted), "'", '"');

  return g_bytes_new_take (text, strlen (text));
}

/**
 * support_read_quoted:
 * @quoted: a posting as JSON in which each ' stands for "
 *
 * Returns: (transfer full): the posting
 */
VacDocument *
support_read_quoted (const char *quoted)
{
  g_autoptr (GBytes) bytes = support_quoted_bytes (quoted);

  return read_bytes (bytes);
}

/**
 * support_read_job:
 * @language: the posting's language, a BCP 47 tag
 * @title: the job title
 * @job: further members of the job, each after a comma, as JSON in which each ' stands for "
 * @sections: the sections, likewise
 *
 * Returns: (transfer full): the posting
 */
VacDocument *
support_read_job (const char *language,
                  const char *title,
                  const char *job,
                  const char *sections)
{
  g_autofree char *text = g_strdup_printf (
      "{ 'format': 'vacancy-posting', 'version': 2, 'language': '%s',"
      " 'job': { 'title': '%s'%s }, 'sections': [ %s ] }", language, title, job, sections);

  return support_read_quoted (text);
}

/**
 * support_bytes_to_text:
 * @bytes: text without a final NUL
 *
 * Returns: (transfer full): the text
 */
char *
support_bytes_to_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/**
 * support_write_text:
 * @document: a document
 *
 * Returns: (transfer full): what its file holds
 */
char *
support_write_text (VacDocument *document)
{
  g_autoptr (GBytes) bytes = vac_write_document (document);

  return support_bytes_to_text (bytes);
}

void
support_assert_same_bytes (GBytes *actual,
                           GBytes *expected)
{
  g_assert_cmpmem (g_bytes_get_data (actual, NULL), g_bytes_get_size (actual),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

/**
 * support_assert_same_lines:
 * @text: what there is
 * @expected: what there should be
 *
 * Shows the first line that differs rather than both texts.
 */
void
support_assert_same_lines (const char *text,
                           const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected_lines));
}

void
support_assert_same_documents (VacDocument *actual,
                               VacDocument *expected)
{
  g_autofree char *text = support_write_text (actual);
  g_autofree char *expected_text = support_write_text (expected);

  support_assert_same_lines (text, expected_text);
}

/* Sets a member of a record. */
void
support_set (VacDocument *document,
             VacNode     *record,
             VacRole      role,
             const char  *text)
{
  g_assert_true (vac_document_set_text (document, vac_node_get (record, role), text));
}

/* Returns: the element that a list has from now on at its end */
VacNode *
support_append (VacDocument *document,
                VacNode     *list)
{
  g_autoptr (VacNode) record = vac_node_new (vac_node_get_field (list)->element);

  g_assert_true (vac_document_append (document, list, record));

  return vac_node_get_child (list, vac_node_get_n_children (list) - 1);
}
