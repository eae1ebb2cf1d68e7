/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "exporting.h"
#include "golden.h"
#include "support.h"
#include "vac-kit.h"
#include "vac-parts.h"
#include "vac-score.h"

static char *
write_kit (VacDocument *document,
           const char  *format,
           VacKitPart   part)
{
  g_autoptr (VacOutline) kit = vac_kit_new (document, part);
  g_autoptr (GError) error = NULL;
  const VacExporter *exporter = vac_export_find (support_formats.exporters, format);
  g_autoptr (GBytes) bytes = exporter->write (document, kit, &vac_export_defaults, &error);

  g_assert_no_error (error);
  return support_bytes_to_text (bytes);
}

static guint
count_rows_that_start_with (VacOutline *outline,
                            const char *text)
{
  guint n_rows = 0;

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if (block->kind == VAC_BLOCK_ROW && g_str_has_prefix (block->cells[0], text))
        n_rows++;
    }

  return n_rows;
}

static guint
count_labels (VacOutline *outline,
              const char *label)
{
  guint n_labels = 0;

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    n_labels += g_strcmp0 (vac_outline_get_block (outline, i)->label, label) == 0 ? 1 : 0;

  return n_labels;
}

static void
test_questions (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autoptr (VacOutline) kit = vac_kit_new (document, VAC_KIT_SHEET);

  /* 8 technical questions, 6 on behaviour, 4 on culture. */
  g_assert_cmpuint (count_labels (kit, "Notes"), ==, 18);
  g_assert_cmpuint (count_labels (kit, "☐ ML System Design"), ==, 1);
  g_assert_cmpuint (count_labels (kit, "Rating, 1–4"), ==, 19);
  g_assert_cmpuint (count_labels (kit, "Advice"), >=, 4);
  g_assert_cmpuint (count_labels (kit, "Interviewer"), ==, 1);
}

static void
test_chosen_questions (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  VacNode *behavioral = vac_document_find_section (document, "behavioral-questions");
  g_autoptr (VacOutline) kit = NULL;

  vac_document_set_toggle (document, vac_node_get (behavioral, VAC_ROLE_SECTION_INCLUDE), FALSE);
  kit = vac_kit_new (document, VAC_KIT_SHEET);
  g_assert_cmpuint (count_labels (kit, "Notes"), ==, 12);
  g_assert_cmpuint (count_labels (kit, "☐ Complex Problem Solving"), ==, 0);
}

static VacNode *
add_interviewer (VacDocument *document,
                 const char  *name,
                 const char  *part)
{
  VacNode *plan = vac_document_get (document, VAC_ROLE_PLAN);
  g_autoptr (VacNode) interviewer =
    vac_node_new_record (vac_schema_get_field (VAC_ROLE_INTERVIEWER), VAC_ROLE_INTERVIEWER_NAME,
                         name, VAC_ROLE_INTERVIEWER_FOCUS, "How they work",
                         VAC_ROLE_INTERVIEWER_MINUTES, "45", VAC_ROLE_NONE);
  VacNode *asks = vac_node_get (interviewer, VAC_ROLE_INTERVIEWER_ASKS);

  g_assert_true (vac_document_append (document, plan, interviewer));
  if (part != NULL)
    {
      g_autoptr (VacNode) id = vac_node_new_leaf (vac_node_get_field (asks)->element, part);

      g_assert_true (vac_document_append (document, asks, id));
    }

  return interviewer;
}

/* A plan makes a sheet for each interviewer, with the questions that are theirs. */
static void
test_plan (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autoptr (VacOutline) kit = NULL;
  g_autofree char *text = NULL;
  guint n_titles = 0, n_pages = 0;

  add_interviewer (document, "Ada", "technical-functional-questions");
  add_interviewer (document, "Grace", "behavioral-questions");
  add_interviewer (document, "", NULL);
  kit = vac_kit_new (document, VAC_KIT_SHEET);
  for (guint i = 0; i < vac_outline_get_n_blocks (kit); i++)
    {
      const VacBlock *block = vac_outline_get_block (kit, i);

      n_titles += block->kind == VAC_BLOCK_TITLE ? 1 : 0;
      n_pages += block->new_page ? 1 : 0;
      g_assert_true (!block->new_page || block->kind == VAC_BLOCK_TITLE);
    }
  g_assert_cmpuint (n_titles, ==, 3);
  g_assert_cmpuint (n_pages, ==, 2);
  g_assert_cmpuint (count_labels (kit, "Notes"), ==, 8 + 6 + 18);
  g_assert_cmpuint (count_labels (kit, "Focus"), ==, 3);
  g_assert_cmpuint (count_labels (kit, "☐ ML System Design"), ==, 2);
  g_assert_cmpuint (count_labels (kit, "☐ Complex Problem Solving"), ==, 2);

  text = write_kit (document, "text", VAC_KIT_PANEL);
  g_assert_nonnull (strstr (text, "• 1 Ada\n"));
  g_assert_nonnull (strstr (text, "  Asks: Technical/Functional Questions\n  Minutes: 45\n"));
  g_assert_nonnull (strstr (text, "• Total\n  Minutes: 135\n"));
}

/* What to listen for is the team's: it stands with the question, and with nobody else. */
static void
test_listen_for (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  VacNode *section = vac_document_find_section (document, "behavioral-questions");
  VacNode *item = vac_node_get_child (vac_node_get (section, VAC_ROLE_SECTION_ITEMS), 0);
  g_autofree char *text = NULL;
  const char *question, *answer;

  g_assert_true (vac_document_set_text (document, vac_node_get (item, VAC_ROLE_ITEM_LISTEN_FOR),
                                        "Somebody who asked for help"));
  text = write_kit (document, "text", VAC_KIT_SHEET);
  question = strstr (text, "☐ Complex Problem Solving");
  answer = strstr (text, "What to listen for: Somebody who asked for help\n");
  g_assert_true (question != NULL && answer > question);
  g_assert_true (answer < strstr (text, "☐ Cross-functional Collaboration"));
}

static void
test_scorecard_rows (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autoptr (VacOutline) posting = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_auto (GStrv) requirements = vac_parts_collect (posting, VAC_PART_QUALIFICATIONS);
  g_autoptr (VacOutline) sheet = vac_kit_new (document, VAC_KIT_SHEET);
  g_autoptr (VacOutline) panel = vac_kit_new (document, VAC_KIT_PANEL);

  g_assert_cmpuint (g_strv_length (requirements), ==, 13);
  for (guint i = 0; requirements[i] != NULL; i++)
    {
      g_assert_cmpuint (count_rows_that_start_with (sheet, requirements[i]), ==, 1);
      g_assert_cmpuint (count_rows_that_start_with (panel, requirements[i]), ==, 1);
    }
  g_assert_cmpuint (count_rows_that_start_with (sheet, "System design (20)"), ==, 1);
}

/* What is there or not is not rated, and stands in a table of its own. */
static void
test_conditions (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autofree char *text = write_kit (document, "text", VAC_KIT_SHEET);
  g_autofree char *html = write_kit (document, "html", VAC_KIT_SHEET);
  const char *degree = strstr (text, "• Bachelor’s degree");
  const char *skill = strstr (text, "• Fluency in Python");

  g_assert_true (skill != NULL && strstr (skill, "  4 Strong evidence") != NULL);
  g_assert_true (degree != NULL && degree > strstr (text, "Met or Not Met\n"));
  g_assert_nonnull (strstr (degree, "  Met: ☐\n  Not met: ☐\n"));
  g_assert_true (strstr (html, "Met or Not Met</h3>\n<div class=\"table\"><table>") != NULL);

  vac_document_set_toggle (document,
                           vac_node_get (vac_document_find_section (document,
                                                                    "education-experience"),
                                         VAC_ROLE_SECTION_INCLUDE),
                           FALSE);
  g_free (text);
  text = write_kit (document, "text", VAC_KIT_SHEET);
  g_assert_null (strstr (text, "Not met"));
}

static void
test_language (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autofree char *text = NULL;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "de-DE");
  text = write_kit (document, "text", VAC_KIT_SHEET);
  g_assert_nonnull (strstr (text, "Bewertungsbogen\n"));
  g_assert_null (strstr (text, "Scorecard"));
}

static void
test_formats (void)
{
  static const char *const formats[] = { "text", "html", "markdown", "docx" };
  g_autoptr (VacDocument) document = support_load_golden ("posting");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *kit = write_kit (document, formats[i], VAC_KIT_PANEL);

      g_assert_cmpuint (strlen (kit), >, 0);
      if (strcmp (formats[i], "docx") != 0)
        {
          g_assert_nonnull (strstr (kit, "Panel Summary"));
          g_assert_nonnull (strstr (kit, "☐ Do not hire"));
        }
      g_assert_null (strstr (kit, "application/ld+json"));
    }
}

static void
test_empty_document (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacOutline) kit = vac_kit_new (document, VAC_KIT_SHEET);

  g_assert_cmpuint (count_labels (kit, "Interviewer"), ==, 1);
  g_assert_cmpuint (count_rows_that_start_with (kit, ""), ==, 0);
}

/* Weights of the guide's first assessment: 20 20 20 20 10 10. */
static const struct
{
  guint    ratings[8];
  guint    n_ratings;
  gboolean has_score;
  guint    hundredths;
} scores[] = {
  { { 4, 4, 4, 4, 4, 4 }, 6, TRUE, 10000 },
  { { 1, 1, 1, 1, 1, 1 }, 6, TRUE, 2500 },
  { { 4, 3, 2, 1, 4, 1 }, 6, TRUE, 6250 },
  { { 0, 3, 0, 0, 0, 0 }, 6, TRUE, 7500 },
  { { 0, 3, 0, 0, 0, 1 }, 6, TRUE, 5833 },
  { { 9, 3, 0, 0, 0, 0 }, 2, TRUE, 7500 },
  { { 4, 4, 4, 4, 4, 4, 1, 1 }, 8, TRUE, 10000 },
  { { 0, 0, 0, 0, 0, 0 }, 6, FALSE, 0 },
  { { 0 }, 0, FALSE, 0 },
};

static void
test_score (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  VacNode *assessment = vac_node_get_child (vac_document_get (document, VAC_ROLE_ASSESSMENTS), 0);

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      guint hundredths = 0;

      g_assert_cmpint (vac_score_rate (assessment, scores[i].ratings, scores[i].n_ratings,
                                      &hundredths),
                       ==, scores[i].has_score);
      g_assert_cmpuint (hundredths, ==, scores[i].hundredths);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kit/every-question-has-room-for-notes", test_questions);
  g_test_add_func ("/kit/only-chosen-questions-are-printed", test_chosen_questions);
  g_test_add_func ("/kit/every-interviewer-of-the-plan-has-a-sheet", test_plan);
  g_test_add_func ("/kit/what-to-listen-for-stands-with-its-question", test_listen_for);
  g_test_add_func ("/kit/scorecard-rows-are-the-postings-own-requirements", test_scorecard_rows);
  g_test_add_func ("/kit/conditions-are-met-or-not", test_conditions);
  g_test_add_func ("/kit/speaks-the-language-of-the-posting", test_language);
  g_test_add_func ("/kit/comes-out-of-every-exporter-of-outlines", test_formats);
  g_test_add_func ("/kit/of-an-empty-posting-is-a-form-to-fill-in", test_empty_document);
  g_test_add_func ("/kit/score-is-weight-times-rating", test_score);

  return g_test_run ();
}
