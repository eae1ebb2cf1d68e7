/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-market-files"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-comparison-outline.h"
#include "vac-comparison.h"
#include "vac-csv.h"
#include "vac-export.h"
#include "vac-file-name.h"
#include "vac-file-writer.h"
#include "vac-market-files.h"
#include "vac-question.h"

/* The files that the salary table is written to. */

/* The width of an email or a text file with bars beside the figures, in columns. */
#define TEXT_WIDTH 100

/**
 * vac_market_find_places:
 * @document: a document
 * @positions: "au": positions of places among those of the document
 *
 * Returns: (transfer full) (element-type VacNode): the places, in this order; those that are not
 *   there are left out
 */
GPtrArray *
vac_market_find_places (VacDocument *document,
                        GVariant    *positions)
{
  VacNode *places = vac_document_get (document, VAC_ROLE_PLACES);
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);
  GVariantIter iter;
  guint position;

  g_variant_iter_init (&iter, positions);
  while (g_variant_iter_next (&iter, "u", &position))
    if (vac_node_get_child (places, position) != NULL)
      g_ptr_array_add (nodes, g_object_ref (vac_node_get_child (places, position)));

  return nodes;
}

/* Returns: (transfer full): the places of a choice, in @base the one they are compared with, and in
 * @differences how */
static GPtrArray *
find_choice (VacDocument     *document,
             GVariant        *choice,
             VacNode        **base,
             VacDifferences  *differences)
{
  g_autoptr (GVariant) positions = g_variant_get_child_value (choice, 0);
  int position;
  guint32 form;

  g_variant_get_child (choice, 1, "i", &position);
  g_variant_get_child (choice, 2, "u", &form);
  *differences = form;
  *base = position < 0 ? NULL : vac_node_get_child (vac_document_get (document, VAC_ROLE_PLACES),
                                                    (guint) position);

  return vac_market_find_places (document, positions);
}

/**
 * vac_market_make_outline:
 * @document: a document
 * @options: how it is shown
 * @choice: "(auiu)": the positions of places, that of the one they are compared with or −1, and as
 *   a #VacDifferences how differences to it are written
 *
 * Returns: (transfer full): the comparison of these places
 */
VacOutline *
vac_market_make_outline (VacDocument            *document,
                         const VacExportOptions *options,
                         GVariant               *choice)
{
  VacExportOptions chosen = *options;
  g_autoptr (GPtrArray) nodes = find_choice (document, choice, &chosen.base,
                                              &chosen.differences);

  chosen.places = nodes;

  return vac_comparison_subject.make (document, &chosen);
}

/* Returns: (transfer full): what a file of this extension holds */
static char *
write_comparison (VacDocument *document,
                  const char  *format,
                  GVariant    *choice)
{
  VacNode *base;
  VacDifferences differences;
  g_autoptr (GPtrArray) nodes = find_choice (document, choice, &base, &differences);
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);

  vac_comparison_set_base_node (comparison, base);
  vac_comparison_set_differences (comparison, differences);
  vac_comparison_keep_chosen (comparison, (VacNode *const *) nodes->pdata, nodes->len);
  if (g_str_equal (format, "csv"))
    {
      g_autofree char *table = vac_comparison_to_csv (comparison, ',');

      return g_strconcat (VAC_CSV_MARK, table, NULL);
    }
  if (g_str_equal (format, "json"))
    return vac_comparison_to_json (comparison);

  return vac_comparison_to_text (comparison, TEXT_WIDTH);
}

/**
 * vac_market_export:
 * @parent: the window that asked
 * @guard: keeps it open while a file is written
 * @document: what it shows
 * @format: "csv", "json" or "txt"
 * @choice: as for vac_market_make_outline()
 *
 * Asks for a file and writes the figures of these places.
 */
void
vac_market_export (GtkWindow     *parent,
                   VacCloseGuard *guard,
                   VacDocument   *document,
                   const char    *format,
                   GVariant      *choice)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", C_("file name", "salaries"), format);
  char *text = write_comparison (document, format, choice);

  vac_write_chosen_file (parent, guard, &vac_comparison_words, name,
                         g_bytes_new_take (text, strlen (text)));
}

/**
 * vac_market_export_page:
 * @parent: the window that asked
 * @guard: keeps it open while a file is written
 * @document: what it shows
 * @options: how it shows it
 * @exporter: the format
 * @choice: as for vac_market_make_outline()
 *
 * Asks for a file and writes the comparison of these places, as the export of the whole does.
 */
void
vac_market_export_page (GtkWindow              *parent,
                        VacCloseGuard          *guard,
                        VacDocument            *document,
                        const VacExportOptions *options,
                        const VacExporter      *exporter,
                        GVariant               *choice)
{
  VacExportOptions chosen = *options;
  g_autoptr (GPtrArray) nodes = find_choice (document, choice, &chosen.base,
                                              &chosen.differences);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  GBytes *bytes;

  g_return_if_fail (exporter != NULL);

  chosen.places = nodes;
  bytes = vac_export (exporter, &vac_comparison_subject, document, &chosen, &error);
  if (bytes == NULL)
    {
      vac_tell (parent, _("Could Not Export"), error->message);
      return;
    }
  title = vac_subject_make_name (&vac_comparison_subject, document);
  name = vac_file_name_propose (title, exporter->extension);
  vac_write_chosen_file (parent, guard, &vac_comparison_words, name, bytes);
}
