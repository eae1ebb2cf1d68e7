/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-merge-describe"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-merge-private.h"

/* Saying what collides, in the language of the program. */

/* Returns: (transfer full): what was made of a value of the base */
static char *
say_change (VacDiff *diff,
            VacNode *base)
{
  VacDifference *difference = vac_diff_find (diff, base, VAC_DIFFERENCE_CHANGED);

  return difference != NULL ? vac_diff_get_message (diff, difference) : g_strdup ("");
}

/*
 * vac_merge_describe:
 * @conflict: a conflict that nobody has decided
 *
 * Returns: (transfer full): a sentence that says what collides and where; long texts are shortened
 */
char *
vac_merge_describe (VacMerge          *self,
                    const VacConflict *conflict)
{
  VacNode *known;
  VacDocument *document;
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  known = conflict->mine != NULL ? conflict->mine : conflict->theirs;
  document = conflict->mine != NULL ? self->mine : self->theirs;
  if (conflict->kind == VAC_CONFLICT_CHANGED)
    {
      place = vac_diff_name_place (document, known, NULL);
      here = say_change (self->here, conflict->base);
      there = say_change (self->there, conflict->base);
      return g_strdup_printf (_("%s: here %s, there %s"), place, here, there);
    }

  place = vac_diff_name_place (document, vac_node_get_parent (known), NULL);
  name = vac_diff_name_element (document, known);
  switch (conflict->kind)
    {
    case VAC_CONFLICT_REMOVED_HERE:
      return g_strdup_printf (_("%s: “%s” was removed here and changed there"), place, name);
    case VAC_CONFLICT_REMOVED_THERE:
      return g_strdup_printf (_("%s: “%s” was changed here and removed there"), place, name);
    case VAC_CONFLICT_MOVED:
      return g_strdup_printf (_("%s: “%s” was moved to different places"), place, name);
    case VAC_CONFLICT_CHANGED:
    case VAC_CONFLICT_INSERTED:
    default:
      return g_strdup_printf (_("%s: “%s” was added here and there, and is not the same"), place,
                              name);
    }
}
