/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison-copy"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-comparison-copy.h"
#include "vac-csv.h"

/* The width of a mail or a text file, for the bars that stand beside the figures. */
#define TEXT_WIDTH 100

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
 * Copies it as a table of HTML and as text with tabs, so that a spreadsheet and a mail both take
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
 * vac_comparison_export:
 * @comparison: a comparison
 * @widget: where it was asked for
 * @format: "csv", "json" or "txt"
 *
 * Hands the text to the window, which asks for a file and writes it.
 */
void
vac_comparison_export (VacComparison *comparison,
                       GtkWidget     *widget,
                       const char    *format)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", C_("file name", "salaries"), format);
  g_autofree char *text = NULL;

  if (g_str_equal (format, "csv"))
    text = vac_comparison_to_csv (comparison, ',');
  else if (g_str_equal (format, "json"))
    text = vac_comparison_to_json (comparison);
  else
    text = vac_comparison_to_text (comparison, TEXT_WIDTH);

  gtk_widget_activate_action (widget, "win.export-comparison", "(ss)", name, text);
}
