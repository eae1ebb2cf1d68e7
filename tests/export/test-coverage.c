/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "exporting.h"
#include "golden.h"
#include "support.h"
#include "vac-coverage.h"
#include "vac-kit.h"

static VacNode *
find_by_name (VacDocument *document,
              GPtrArray   *nodes,
              const char  *start)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *name = vac_coverage_dup_name (document, nodes->pdata[i]);

      if (g_str_has_prefix (name, start))
        return nodes->pdata[i];
    }
  g_assert_not_reached ();
}

static void
test_sides (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autoptr (VacCoverage) coverage = vac_coverage_new (document);
  VacNode *assessments = vac_document_get (document, VAC_ROLE_ASSESSMENTS);
  VacNode *behavioral = vac_document_find_section (document, "behavioral-questions");
  guint n_criteria = 0;

  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    n_criteria += vac_node_get_n_children (vac_node_get (vac_node_get_child (assessments, i),
                                                         VAC_ROLE_CRITERIA));
  /* 18 questions; the tips are none. */
  g_assert_cmpuint (coverage->means->len, ==, 18 + n_criteria);
  g_assert_cmpuint (coverage->qualifications->len, ==, 13);

  vac_document_set_toggle (document, vac_node_get (behavioral, VAC_ROLE_SECTION_INCLUDE), FALSE);
  g_clear_pointer (&coverage, vac_coverage_free);
  coverage = vac_coverage_new (document);
  g_assert_cmpuint (coverage->means->len, ==, 12 + n_criteria);
}

static void
test_relation (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autoptr (VacCoverage) coverage = vac_coverage_new (document);
  VacNode *python = find_by_name (document, coverage->qualifications, "Fluency in Python");
  VacNode *cloud = find_by_name (document, coverage->qualifications, "Practical command");
  VacNode *question = find_by_name (document, coverage->means, "Model Deployment");
  VacNode *criterion = find_by_name (document, coverage->means, "Code and");

  vac_document_mark_saved (document, vac_document_get_state (document));
  vac_coverage_set (document, question, python, TRUE);
  vac_coverage_set (document, criterion, python, TRUE);
  vac_coverage_set (document, criterion, cloud, TRUE);
  vac_coverage_set (document, criterion, cloud, TRUE);
  g_assert_true (vac_coverage_has (question, python));
  g_assert_false (vac_coverage_has (question, cloud));
  g_assert_cmpuint (vac_coverage_count (coverage, python), ==, 2);
  g_assert_cmpuint (vac_coverage_count (coverage, criterion), ==, 2);
  g_assert_cmpstr (vac_node_get_member_text (python, VAC_ROLE_ITEM_ID), ==, "q1");
  g_assert_cmpstr (vac_node_get_member_text (cloud, VAC_ROLE_ITEM_ID), ==, "q2");

  /* Whatever the qualification says later, it is the same one. */
  vac_document_set_text (document, vac_node_get (python, VAC_ROLE_ITEM_TEXT), "Any language");
  g_assert_true (vac_coverage_has (question, python));
  vac_document_undo (document);

  vac_coverage_set (document, question, python, FALSE);
  g_assert_false (vac_coverage_has (question, python));
  for (guint i = 0; i < 4; i++)
    g_assert_nonnull (vac_document_undo (document));
  g_assert_false (vac_document_get_modified (document));
  g_assert_cmpstr (vac_node_get_member_text (python, VAC_ROLE_ITEM_ID), ==, "");
}

/* Guesses are offered from rare words in common, and nothing is stored by asking. */
static void
test_offers (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autoptr (VacCoverage) coverage = vac_coverage_new (document);
  guint64 state = vac_document_get_state (document);
  guint n_offers = 0;

  for (guint i = 0; i < coverage->means->len; i++)
    for (guint j = 0; j < coverage->qualifications->len; j++)
      {
        g_autofree char *means = vac_coverage_dup_name (document, coverage->means->pdata[i]);
        g_autofree char *name = vac_coverage_dup_name (document,
                                                       coverage->qualifications->pdata[j]);
        const gboolean offered = vac_coverage_is_offered (coverage, i, j);

        n_offers += offered ? 1 : 0;
        if (g_str_equal (means, "Code and software engineering") &&
            g_str_has_prefix (name, "Fluency in Python"))
          g_assert_true (offered);
        if (g_str_equal (means, "Code and software engineering") &&
            g_str_has_prefix (name, "Bachelor"))
          g_assert_false (offered);
      }
  g_test_message ("%u offers", n_offers);
  g_assert_cmpuint (n_offers, >, 4);
  g_assert_cmpuint (n_offers, <, coverage->means->len * coverage->qualifications->len / 5);
  g_assert_cmpuint (vac_document_get_state (document), ==, state);
}

/* The panel's sheet has it once somebody says what is assessed; candidates never have any of it. */
static void
test_panel (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autoptr (VacCoverage) coverage = vac_coverage_new (document);
  g_autoptr (VacOutline) panel = vac_kit_new (document, VAC_KIT_PANEL);
  const VacExporter *text = vac_export_find (support_formats.exporters, "text");
  const VacExporter *json = vac_export_find (support_formats.exporters, "json");
  g_autoptr (VacOutline) posting = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *written = NULL;

  for (guint i = 0; i < vac_outline_get_n_blocks (panel); i++)
    g_assert_false (vac_outline_get_block (panel, i)->new_page);

  vac_coverage_set (document, find_by_name (document, coverage->means, "Code and"),
                    find_by_name (document, coverage->qualifications, "Fluency in Python"), TRUE);
  g_clear_pointer (&panel, vac_outline_unref);
  panel = vac_kit_new (document, VAC_KIT_PANEL);
  bytes = text->write (document, panel, &vac_export_defaults, NULL);
  written = support_bytes_to_text (bytes);
  g_assert_nonnull (strstr (written, "\nCoverage\n===="));
  g_assert_nonnull (strstr (written, "  Assessed by: Code and software engineering\n"));
  g_assert_nonnull (strstr (written, "  Assessed by: Not assessed\n"));
  g_assert_nonnull (strstr (written, "Assessed, but not asked for\n"));

  posting = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_clear_pointer (&bytes, g_bytes_unref);
  g_free (written);
  bytes = json->write (document, posting, &vac_export_defaults, NULL);
  written = support_bytes_to_text (bytes);
  g_assert_null (strstr (written, "\"assesses\""));
  g_assert_null (strstr (written, "\"q1\""));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coverage/has-qualifications-and-what-assesses-them", test_sides);
  g_test_add_func ("/coverage/a-relation-is-one-step-and-survives-edits", test_relation);
  g_test_add_func ("/coverage/guesses-are-offered-and-not-stored", test_offers);
  g_test_add_func ("/coverage/stands-with-the-panels-sheet", test_panel);

  return g_test_run ();
}
