/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison-outline"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-comparison-outline.h"
#include "vac-comparison.h"
#include "vac-outline-private.h"

/* The comparison as a page: what fits side by side on upright paper, and the notes below. */

/* The facts that are columns; the others are derived from them, or text. */
static const VacFact columns[] = {
  VAC_FACT_NAME,
  VAC_FACT_MINIMUM,
  VAC_FACT_MAXIMUM,
  VAC_FACT_MIDPOINT,
  VAC_FACT_SPREAD,
  VAC_FACT_OVER_NATIONAL_SHARE,
  VAC_FACT_NATIONAL_DOLLARS,
};

static void
add_row (VacOutline *outline,
         gboolean    header,
         VacNode    *node,
         GPtrArray  *cells)
{
  vac_outline_add_row (outline, header, node,
                       g_ptr_array_index (cells, 0), g_ptr_array_index (cells, 1),
                       g_ptr_array_index (cells, 2), g_ptr_array_index (cells, 3),
                       g_ptr_array_index (cells, 4), g_ptr_array_index (cells, 5),
                       g_ptr_array_index (cells, 6), NULL);
}

static void
add_header (VacOutline *outline,
            VacNode    *node)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  G_STATIC_ASSERT (G_N_ELEMENTS (columns) == 7);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_ptr_array_add (cells, (gpointer) vac_fact_get_title (columns[i]));
  add_row (outline, TRUE, node, cells);
}

static void
add_place (VacOutline    *outline,
           VacComparison *comparison,
           guint          index)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_ptr_array_add (cells, vac_comparison_format (comparison, index, columns[i]));
  add_row (outline, FALSE, vac_comparison_get_place (comparison, index)->node, cells);
}

static void
add_notes (VacOutline    *outline,
           VacComparison *comparison)
{
  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    {
      const VacComparedPlace *place = vac_comparison_get_place (comparison, i);
      g_autofree char *posting = vac_comparison_format (comparison, i, VAC_FACT_POSTING);
      g_autofree char *placed = *posting != '\0'
                                ? g_strdup_printf ("%s: %s", vac_fact_get_title (VAC_FACT_POSTING), posting)
                                : g_strdup ("");
      g_autofree char *text = g_strjoin (*place->note != '\0' && *placed != '\0' ? ". " : "",
                                         place->note, placed, NULL);

      if (*text != '\0')
        vac_outline_add_labelled (outline, VAC_BLOCK_BULLET, place->name, text, place->node);
    }
}

/**
 * vac_comparison_outline_new:
 * @document: a document
 *
 * Returns: (transfer full): the comparison of all its places, to be shown, printed or written
 */
VacOutline *
vac_comparison_outline_new (VacDocument *document)
{
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  VacNode *salaries = vac_document_get (document, VAC_ROLE_SALARIES);
  VacOutline *outline = vac_outline_new_empty (document);
  g_autofree char *heading = vac_comparison_format_heading (comparison);
  const guint n_places = vac_comparison_get_n_places (comparison);
  g_auto (GStrv) lines = g_strsplit (heading, "\n", -1);

  vac_outline_add (outline, VAC_BLOCK_TITLE, vac_document_get_text (document, VAC_ROLE_JOB_TITLE), salaries);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      vac_outline_add (outline, i == 0 ? VAC_BLOCK_FACTS : VAC_BLOCK_PARAGRAPH, lines[i], salaries);

  if (n_places > 0)
    add_header (outline, salaries);
  for (guint i = 0; i < n_places; i++)
    add_place (outline, comparison, i);
  add_notes (outline, comparison);

  return outline;
}

const VacSubject vac_comparison_subject = {
  .id = "salaries",
  .label = N_("Salary comparison"),
  .file_suffix = N_("salaries"),
  .reader = VAC_READER_TEAM,
  .make = vac_comparison_outline_new,
};
