/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison-copy"

#include "config.h"

#include <string.h>

#include "vac-comparison-copy.h"
#include "vac-csv.h"

/**
 * vac_comparison_to_html:
 * @comparison: a comparison
 *
 * Returns: (transfer full): the cells of vac_comparison_to_csv() as a table of HTML
 */
char *
vac_comparison_to_html (VacComparison *comparison)
{
  g_autofree char *table = vac_comparison_to_csv (comparison, '\t');
  g_autoptr (VacCsvReader) reader = vac_csv_reader_new (table, strlen (table), '\t');
  GString *html = g_string_new ("<table>\n");
  VacCsvRow row;

  while (vac_csv_reader_next (reader, &row, NULL))
    {
      g_string_append (html, "<tr>");
      for (guint i = 0; i < row.n_fields; i++)
        {
          g_autofree char *escaped = g_markup_escape_text (row.fields[i], -1);

          g_string_append_printf (html, "<td>%s</td>", escaped);
        }
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</table>\n");

  return g_string_free (html, FALSE);
}

/**
 * vac_comparison_copy:
 * @comparison: a comparison
 * @clipboard: where to
 *
 * Copies it as an HTML table and as text with tabs, so that spreadsheets and emails both receive
 * cells.
 */
void
vac_comparison_copy (VacComparison *comparison,
                     GdkClipboard  *clipboard)
{
  char *html = vac_comparison_to_html (comparison);
  g_autofree char *text = vac_comparison_to_csv (comparison, '\t');
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) both =
    gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (clipboard, both);
}

/**
 * vac_comparison_get_choice:
 * @comparison: a comparison
 *
 * Returns: (transfer floating): "(auiu)": the positions of its places in the document, that of the
 *   one they are compared with or −1, and as a #VacDifferences how differences to it are written
 */
GVariant *
vac_comparison_get_choice (VacComparison *comparison)
{
  GVariantBuilder positions;
  const VacComparedPlace *base = vac_comparison_get_base (comparison);

  g_variant_builder_init (&positions, G_VARIANT_TYPE ("au"));
  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    g_variant_builder_add (&positions, "u",
                           vac_node_get_position (vac_comparison_get_place (comparison, i)->node));

  return g_variant_new ("(auiu)", &positions,
                        base != NULL ? (int) vac_node_get_position (base->node) : -1,
                        (guint32) vac_comparison_get_differences (comparison));
}

/**
 * vac_comparison_export:
 * @comparison: a comparison
 * @widget: where it was asked for
 * @format: "csv", "json" or "txt"
 *
 * Has the window ask for a file and write the figures.
 */
void
vac_comparison_export (VacComparison *comparison,
                       GtkWidget     *widget,
                       const char    *format)
{
  gtk_widget_activate_action (widget, "win.export-comparison", "(s@(auiu))", format,
                              vac_comparison_get_choice (comparison));
}
