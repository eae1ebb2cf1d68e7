/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-groups"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-code-names.h"
#include "vac-review-groups.h"
#include "vac-review.h"

/* The groups of findings in words: how many there are of each, and those that there are no rules
 * for. */

/* The names change one by one and stay where they are, so that the choice stays. */
static void
name_group (GtkStringList *names,
            guint          position,
            const char    *label,
            guint          count)
{
  /* Translators: a kind of finding, and how many there are */
  g_autofree char *name = g_strdup_printf (_("%s (%u)"), label, count);
  const char *before = gtk_string_list_get_string (names, position);
  const char *const additions[] = { name, NULL };

  if (g_strcmp0 (before, name) != 0)
    gtk_string_list_splice (names, position, before != NULL ? 1 : 0, additions);
}

/**
 * vac_review_groups_update:
 * @names: the names of the groups, or empty
 * @findings: (element-type VacFinding): what was found and is not ignored
 * @n_ignored: how much is ignored
 *
 * Names the groups with their counts: all findings, each group, and what is ignored if anything is.
 */
void
vac_review_groups_update (GtkStringList *names,
                          GPtrArray     *findings,
                          guint          n_ignored)
{
  guint counts[VAC_N_FINDING_GROUPS] = { 0 };

  g_return_if_fail (GTK_IS_STRING_LIST (names) && findings != NULL);

  for (guint i = 0; i < findings->len; i++)
    counts[((const VacFinding *) g_ptr_array_index (findings, i))->group]++;
  name_group (names, VAC_REVIEW_GROUPS_ALL, _("All Findings"), findings->len);
  for (VacFindingGroup group = 0; group < VAC_N_FINDING_GROUPS; group++)
    name_group (names, VAC_REVIEW_GROUPS_FIRST + group, vac_finding_group_get_label (group),
                counts[group]);
  if (n_ignored > 0)
    name_group (names, VAC_REVIEW_GROUPS_IGNORED, _("Ignored"), n_ignored);
  else if (gtk_string_list_get_string (names, VAC_REVIEW_GROUPS_IGNORED) != NULL)
    gtk_string_list_remove (names, VAC_REVIEW_GROUPS_IGNORED);
}

/* Returns: (transfer full) (nullable): the groups whose rules do not know @language */
static char *
list_unknown (const char *language)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (VacFindingGroup group = 0; group < VAC_N_FINDING_GROUPS; group++)
    if (!vac_review_knows (group, language))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              vac_finding_group_get_label (group));

  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

/**
 * vac_review_groups_dup_unknown:
 * @language: a BCP 47 tag, or empty
 *
 * Where nothing is found because nothing is known, that is no praise.
 *
 * Returns: (transfer full) (nullable): a sentence on the groups that have no rules for @language
 */
char *
vac_review_groups_dup_unknown (const char *language)
{
  g_autofree char *unknown = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (language != NULL, NULL);

  unknown = *language != '\0' ? list_unknown (language) : NULL;
  if (unknown == NULL)
    return NULL;
  name = vac_code_names_get (VAC_CODE_LANGUAGE, language, g_get_language_names ()[0]);

  /* Translators: a language, and kinds of findings */
  return g_strdup_printf (_("There are no rules for texts in this language (%s) on: %s."),
                          name != NULL ? name : language, unknown);
}
