/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "vac-docx-private.h"
#include "vac-export-text.h"
#include "vac-exporters.h"
#include "vac-outline-builder.h"
#include "vac-outline-table.h"
#include "vac-text-table.h"

/* Tables of figures and of words, in every format that has both. */

#define NAME_WITH_BAR "A|B \\| `c|d` ~~e~~ <b>"
#define LONG_NAME "Raleigh–Durham–Cary Combined Statistical Area of North Carolina"
#define WIDE_NAME "東京都"

static const char *const titles[] = {
  "Place", "Minimum", "Maximum", "Midpoint", "Spread", "Geographic differential", "Cost of living",
  "At national prices", "Difference in midpoint", NULL
};

static VacOutline *
make_figures (VacDocument *document)
{
  VacOutline *outline = vac_outline_new_empty (document, VAC_AUDIENCE_CANDIDATE);
  static const char *const names[] = { NAME_WITH_BAR, LONG_NAME, WIDE_NAME, "" };

  vac_outline_add (outline, VAC_BLOCK_BULLET, "Before", NULL);
  vac_outline_add_cells (outline, TRUE, NULL, titles);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *const cells[] = {
        names[i],  "$160,000", "$220,000", i == 2 ? "—" : "$190,000", "37.5 %",
        "+26.7 %", "118.23",   "$160,704", "−$20,000 (−11.8 %)",      NULL
      };

      vac_outline_add_cells (outline, FALSE, NULL, cells);
    }
  vac_outline_add (outline, VAC_BLOCK_BULLET, "After", NULL);

  return outline;
}

static void
test_cells_are_told_apart (void)
{
  static const struct
  {
    const char *cell;
    VacCellKind expected;
  } cases[] = {
    { "", VAC_CELL_BLANK }, { "—", VAC_CELL_BLANK }, { " – ", VAC_CELL_BLANK },
    { "$125,000", VAC_CELL_FIGURE }, { "CHF 125'000", VAC_CELL_FIGURE }, { "125 000 €",
                                                                           VAC_CELL_FIGURE },
    { "−$20,000 (−11.8 %)", VAC_CELL_FIGURE }, { "20", VAC_CELL_FIGURE },
    { "__", VAC_CELL_WORDS }, { "Above 20", VAC_CELL_WORDS }, { "none", VAC_CELL_WORDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vac_cell_get_kind (cases[i].cell), ==, cases[i].expected);
}

static void
test_text_is_aligned_and_fits_a_mail (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacOutline) outline = make_figures (document);
  g_autofree char *text = vac_outline_to_text (outline);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_minimums = 0, end = 0;

  g_test_message ("%s", text);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *figure = strstr (lines[i], "$160,000");

      g_assert_cmpuint (vac_text_get_width (lines[i], -1), <=, 78);
      if (figure == NULL)
        continue;
      if (end == 0)
        end = vac_text_get_width (lines[i], figure - lines[i]);
      g_assert_cmpuint (vac_text_get_width (lines[i], figure - lines[i]), ==, end);
      n_minimums++;
    }
  g_assert_cmpuint (n_minimums, ==, 4);
  g_assert_nonnull (strstr (text, "differential"));
  g_assert_nonnull (strstr (text, "−$20,000 (−11.8 %)"));
  g_assert_true (g_str_has_suffix (text, "\n\n• After\n"));
}

/* What is quadratic takes minutes. */
static void
test_endless_cells_take_no_time (void)
{
  g_autofree char *letters = g_strnfill (2000000, 'a');
  g_autoptr (GString) joiners = g_string_new (NULL);
  g_autoptr (VacTextTable) table = vac_text_table_new (2, 0);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < 500000; i++)
    g_string_append (joiners, "‍");
  vac_text_table_add (table, letters, 30);
  vac_text_table_add (table, joiners->str, 30);
  vac_text_table_append_to (table, out, 78);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 30);
  g_assert_cmpuint (out->len, >, 2500000);
}

static guint
count_bars (const char *line)
{
  guint n = 0;

  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      else
        n += *p == '|';
    }

  return n;
}

static void
test_markdown_has_as_many_cells_in_every_row (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacOutline) outline = make_figures (document);
  g_autoptr (GBytes) bytes = vac_markdown_exporter.write (document, outline, &vac_export_defaults,
                                                          NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_rows = 0;

  g_test_message ("%s", text);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == '|')
      {
        g_assert_cmpuint (count_bars (lines[i]), ==, g_strv_length ((char **) titles) + 1);
        n_rows++;
      }
  g_assert_cmpuint (n_rows, ==, 6);
  g_assert_nonnull (strstr (text, "\n\n| Place |"));
  g_assert_true (strstr (text, "Before") < strstr (text, "| Place |"));
  g_assert_true (strstr (text, "| Place |") < strstr (text, "After"));
}

static void
test_words_stay_a_list (void)
{
  static const char *const header[] = { "Industry", "Requirements", NULL };
  static const char *const row[] = { "Finance", "Audits and explanations of 3 kinds", NULL };
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacOutline) outline = vac_outline_new_empty (document, VAC_AUDIENCE_CANDIDATE);
  g_autofree char *text = NULL;

  vac_outline_add_cells (outline, TRUE, NULL, header);
  vac_outline_add_cells (outline, FALSE, NULL, row);
  text = vac_outline_to_text (outline);
  g_assert_cmpstr (text, ==, "• Finance\n  Requirements: Audits and explanations of 3 kinds\n");
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;

  return n;
}

static void
test_word_has_figures_at_the_right_and_no_broken_word (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacOutline) outline = make_figures (document);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *xml = vac_docx_write_document (outline, &vac_export_defaults, links, charts);
  guint n_columns = g_strv_length ((char **) titles);
  guint sum = 0, column = 0;

  for (const char *p = xml; (p = strstr (p, "<w:gridCol w:w=\"")) != NULL; p++)
    {
      guint width = (guint) g_ascii_strtoull (p + strlen ("<w:gridCol w:w=\""), NULL, 10);

      /* "$160,000" at the size of a small table, with its margins. */
      if ((column >= 1 && column <= 3) || column == 7)
        g_assert_cmpuint (width, >=, 860);
      sum += width;
      column++;
    }
  g_assert_cmpuint (column, ==, n_columns);
  g_assert_cmpuint (sum, <=, 9360);
  g_assert_cmpuint (count (xml, "<w:jc w:val=\"right\"/>"), ==, 5 * (n_columns - 1));
}

static void
test_each_subject_has_a_name_of_its_own (void)
{
  static const struct
  {
    const VacSubject *subject;
    const char       *expected;
  } cases[] = {
    { &vac_posting_subject, "Engineer" },
    { &vac_guide_subject, "Guide de recrutement\u00a0: Engineer" },
    { &vac_interview_subject, "Dossier d’entretien\u00a0: Engineer" },
    { &vac_panel_subject, "Synthèse du jury\u00a0: Engineer" },
  };
  g_autoptr (VacDocument) document = vac_document_new ();

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "fr-FR");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "Engineer");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacOutline) outline = cases[i].subject->make (document, &vac_export_defaults);

      g_assert_cmpstr (vac_outline_get_name (outline), ==, cases[i].expected);
      g_assert_cmpstr (vac_outline_get_title (outline), ==, "Engineer");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/cells-are-told-apart", test_cells_are_told_apart);
  g_test_add_func ("/tables/text-is-aligned-and-fits-a-mail", test_text_is_aligned_and_fits_a_mail);
  g_test_add_func ("/tables/endless-cells-take-no-time", test_endless_cells_take_no_time);
  g_test_add_func ("/tables/markdown-has-as-many-cells-in-every-row",
                   test_markdown_has_as_many_cells_in_every_row);
  g_test_add_func ("/tables/words-stay-a-list", test_words_stay_a_list);
  g_test_add_func ("/tables/word-has-figures-at-the-right-and-no-broken-word",
                   test_word_has_figures_at_the_right_and_no_broken_word);
  g_test_add_func ("/tables/each-subject-has-a-name-of-its-own",
                   test_each_subject_has_a_name_of_its_own);

  return g_test_run ();
}
