/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "vac-guide-library.h"
#include "vac-review.h"

/* The editions of a guide in several languages say the same. */

typedef void (*PairFunc) (VacDocument *original,
                          VacDocument *edition);

static void
for_each_edition (PairFunc check)
{
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);
  GPtrArray *guides = vac_guide_library_get_guides (library);
  guint n_editions = 0;

  for (guint i = 0; i < guides->len; i++)
    {
      const VacGuide *guide = g_ptr_array_index (guides, i);
      const VacGuide *original = vac_guide_library_find (library, guide->edition_of);
      g_autoptr (VacDocument) first = NULL;
      g_autoptr (VacDocument) second = NULL;

      g_assert_nonnull (original);
      if (guide == original)
        continue;

      g_test_message ("%s", guide->id);
      n_editions++;
      first = vac_guide_open (original, NULL);
      second = vac_guide_open (guide, NULL);
      check (first, second);
    }
  g_assert_cmpuint (n_editions, >, 0);
}

static gboolean
is_prose (VacNode *node)
{
  const VacKind kind = vac_node_get_kind (node);

  return kind == VAC_KIND_TEXT || kind == VAC_KIND_PROSE;
}

static gboolean
is_name (VacRole role)
{
  return role == VAC_ROLE_GUIDE_ID || role == VAC_ROLE_GUIDE_EDITION ||
         role == VAC_ROLE_SECTION_ID || role == VAC_ROLE_VARIATION_ID ||
         role == VAC_ROLE_ADDITION_SECTION || role == VAC_ROLE_PLACE_NAME;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Returns: the numbers in a text, without what languages put between their digits, and the names of
 * the fields that it is filled from; sorted, for sentences differ in their order. */
static char *
list_figures (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\d+([.,\\x{202f}]\\d+)*|\\{\\{.*?\\}\\}", 0, 0, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *figure = g_match_info_fetch (match, 0);
      g_auto (GStrv) digits = g_strsplit_set (figure, ".,\u202f", -1);

      g_ptr_array_add (found, g_strjoinv ("", digits));
    }
  g_ptr_array_sort (found, compare_strings);
  g_ptr_array_add (found, NULL);

  return g_strjoinv (" ", (char **) found->pdata);
}

static guint
count_paragraphs (const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  return g_strv_length (paragraphs);
}

static void
check_leaf (VacNode *original,
            VacNode *edition)
{
  const char *first = vac_node_get_text (original), *second = vac_node_get_text (edition);
  g_autofree char *old_figures = NULL;
  g_autofree char *new_figures = NULL;

  if (vac_node_get_role (original) == VAC_ROLE_LANGUAGE)
    return;
  if (!is_prose (original) || is_name (vac_node_get_role (original)))
    {
      g_assert_cmpstr (second, ==, first);
      return;
    }

  old_figures = list_figures (first);
  new_figures = list_figures (second);
  g_assert_cmpint (*second == '\0', ==, *first == '\0');
  g_assert_cmpuint (count_paragraphs (second), ==, count_paragraphs (first));
  g_assert_cmpstr (new_figures, ==, old_figures);
}

static void
check_node (VacNode *original,
            VacNode *edition)
{
  g_autofree char *path = vac_node_get_path (original);

  g_test_message ("%s", path);
  g_assert_true (vac_node_get_field (edition) == vac_node_get_field (original));
  g_assert_cmpuint (vac_node_get_n_children (edition), ==, vac_node_get_n_children (original));
  if (vac_node_get_n_children (original) == 0)
    check_leaf (original, edition);
  for (guint i = 0; i < vac_node_get_n_children (original); i++)
    check_node (vac_node_get_child (original, i), vac_node_get_child (edition, i));
}

static void
check_structure (VacDocument *original,
                 VacDocument *edition)
{
  static const VacRole currencies[] = { VAC_ROLE_PAY_CURRENCY, VAC_ROLE_SALARIES_CURRENCY };

  /* Where there are no amounts, an edition leaves the country's currency to the writer. */
  if (g_str_equal (vac_document_get_text (original, VAC_ROLE_GUIDE_ID), "blank"))
    for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
      vac_document_set_text (original, vac_document_get (original, currencies[i]), "");

  check_node (vac_document_get_root (original), vac_document_get_root (edition));
}

static void
test_structure (void)
{
  for_each_edition (check_structure);
}

static char *
list_findings (VacDocument *document)
{
  g_autoptr (GPtrArray) findings = vac_review_check (document,
                                                     VAC_REVIEW_POSTING | VAC_REVIEW_BOARDS |
                                                     VAC_REVIEW_UNSHOWN);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *path = vac_node_get_path (finding->node);

      g_string_append_printf (list, "%s %s\n", finding->id, path);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* What is found in a guide is what only the employer can fill in, the same in each edition. */
static void
check_findings (VacDocument *original,
                VacDocument *edition)
{
  g_autofree char *expected = list_findings (original);
  g_autofree char *found = list_findings (edition);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_findings (void)
{
  for_each_edition (check_findings);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/editions/have-the-same-structure-and-figures", test_structure);
  g_test_add_func ("/editions/have-the-same-findings", test_findings);

  return g_test_run ();
}
