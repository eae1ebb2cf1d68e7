/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "support.h"
#include "vac-pdf.h"
#include "vac-print.h"

/* A line of what "pdftotext -bbox" writes: a word, or a page without one. */
typedef struct
{
  double  left;
  double  top;
  char   *text;
} Word;

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->text);
}

static double
read_attribute (const char *line,
                const char *name)
{
  const char *at = strstr (line, name);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (name), NULL);
}

static GArray *
parse_words (const char *output)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));

  g_array_set_clear_func (words, clear_word);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Word word = { 0 };

      if (strstr (lines[i], "<page ") != NULL)
        {
          word.left = read_attribute (lines[i], "width=\"");
          word.top = read_attribute (lines[i], "height=\"");
          word.text = g_strdup ("page");
          g_array_append_val (words, word);
        }
      else if (strstr (lines[i], "<word ") != NULL)
        {
          word.left = read_attribute (lines[i], "xMin=\"");
          word.top = read_attribute (lines[i], "yMin=\"");
          word.text = g_strdup (strchr (lines[i], '>') + 1);
          g_array_append_val (words, word);
        }
    }

  return words;
}

/* Every word of a PDF with the place where it stands; NULL if nobody can tell. */
static GArray *
read_words (const char *pdf)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (program == NULL)
    {
      g_test_skip ("SKIPPED: pdftotext is not installed");
      return NULL;
    }

  g_spawn_sync (NULL, (char *[]) { program, (char *) "-bbox", (char *) pdf, (char *) "-", NULL },
                NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  return parse_words (output);
}

/* Both round their numbers differently, by less than anybody sees. */
static void
assert_same_words (GArray *a,
                   GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const Word *x = &g_array_index (a, Word, i);
      const Word *y = &g_array_index (b, Word, i);

      g_assert_cmpstr (x->text, ==, y->text);
      g_assert_cmpfloat_with_epsilon (x->left, y->left, 0.05);
      g_assert_cmpfloat_with_epsilon (x->top, y->top, 0.05);
    }
}

static void
print_to (const char         *path,
          VacOutline         *outline,
          const VacPageSetup *setup)
{
  g_autoptr (GtkPrintOperation) operation = vac_print_operation_new (outline, setup);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

static void
write_to (const char         *path,
          VacOutline         *outline,
          const VacPageSetup *setup)
{
  g_autoptr (VacPaper) paper = vac_paper_new (setup);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  vac_paper_set_outline (paper, outline);
  pdf = vac_paper_write_pdf (paper, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), &error));
}

/* Page for page, every word in its place. */
static void
test_what_is_printed_is_the_preview (gconstpointer data)
{
  VacPaperSize size = GPOINTER_TO_INT (data);
  g_autoptr (VacDocument) guide = support_load_guide ();
  g_autofree char *folder = g_dir_make_tmp ("vacancy-XXXXXX", NULL);
  g_autofree char *printed_path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *written_path = g_build_filename (folder, "written.pdf", NULL);

  for (int audience = VAC_AUDIENCE_CANDIDATE; audience <= VAC_AUDIENCE_TEAM; audience++)
    {
      g_autoptr (VacOutline) outline = vac_outline_new (guide, (VacAudience) audience);
      g_autoptr (GArray) printed = NULL;
      g_autoptr (GArray) written = NULL;
      VacPageSetup setup;

      vac_page_setup_init (&setup, size);
      print_to (printed_path, outline, &setup);
      write_to (written_path, outline, &setup);
      printed = read_words (printed_path);
      if (printed == NULL)
        break;
      written = read_words (written_path);
      g_assert_cmpuint (printed->len, >, 500);
      assert_same_words (printed, written);
    }

  g_unlink (printed_path);
  g_unlink (written_path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/print/a4-is-the-preview-page-for-page",
                        GINT_TO_POINTER (VAC_PAPER_A4), test_what_is_printed_is_the_preview);
  g_test_add_data_func ("/print/letter-is-the-preview-page-for-page",
                        GINT_TO_POINTER (VAC_PAPER_LETTER), test_what_is_printed_is_the_preview);

  return g_test_run ();
}
