/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-versions-summary"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-diff.h"
#include "vac-reader.h"
#include "vac-versions-summary.h"

/* Made when somebody looks, and never stored: it depends on the language of the interface, and on
 * which version is the one before, which changes as old ones go. A save does not wait for it. */

/**
 * vac_versions_summarize:
 * @before: (nullable): the content of the version before; %NULL if there is none that can be read
 * @after: the content of a version
 *
 * Says in a line what changed. Takes as long as finding the differences of two postings.
 *
 * Returns: (transfer full): the line; empty if there is nothing to compare with
 */
char *
vac_versions_summarize (GBytes *before,
                        GBytes *after)
{
  g_autoptr (VacDocument) a = NULL;
  g_autoptr (VacDocument) b = NULL;
  g_autoptr (VacDiff) diff = NULL;

  g_return_val_if_fail (after != NULL, NULL);

  b = vac_read_document (after, NULL);
  if (b == NULL)
    return g_strdup (_("Not a posting"));
  a = before != NULL ? vac_read_document (before, NULL) : NULL;
  if (a == NULL)
    return g_strdup ("");
  diff = vac_diff_new (a, b);

  return vac_diff_summarize (diff);
}
