/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-export-json.h"
#include "vac-export-text.h"
#include "vac-export.h"
#include "vac-exporters.h"

/* Adding a format is writing its exporter and naming it here. */
static const VacExporter *const built_in[] = {
  &vac_text_exporter,
  &vac_html_exporter,
  &vac_docx_exporter,
  &vac_markdown_exporter,
  &vac_json_exporter,
  &vac_jobposting_exporter,
  &vac_jsonresume_exporter,
};

static GPtrArray *
get_table (void)
{
  static GPtrArray *table;

  if (table == NULL)
    {
      table = g_ptr_array_new ();
      for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
        g_ptr_array_add (table, (gpointer) built_in[i]);
    }

  return table;
}

/**
 * vac_export_register:
 * @exporter: an exporter of a layer above this one, such as the one for pages; never freed
 *
 * Adds a format before those that vac_export_get_exporters() tells of. Called once at the start of a
 * program, before any thread.
 */
void
vac_export_register (const VacExporter *exporter)
{
  g_return_if_fail (exporter != NULL);

  if (vac_export_find (exporter->id) == NULL)
    g_ptr_array_insert (get_table (), 0, (gpointer) exporter);
}

/**
 * vac_export_get_exporters:
 * @n_exporters: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_exporters): all formats
 */
const VacExporter *const *
vac_export_get_exporters (guint *n_exporters)
{
  GPtrArray *table = get_table ();

  *n_exporters = table->len;

  return (const VacExporter *const *) table->pdata;
}

/**
 * vac_export_find:
 * @id: what the command line calls a format
 *
 * Returns: (transfer none) (nullable): the format's exporter
 */
const VacExporter *
vac_export_find (const char *id)
{
  GPtrArray *table = get_table ();

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < table->len; i++)
    {
      const VacExporter *exporter = g_ptr_array_index (table, i);

      if (g_str_equal (exporter->id, id))
        return exporter;
    }

  return NULL;
}

/**
 * vac_export_can_write:
 * @exporter: a format
 * @subject: a subject
 *
 * Returns: whether the format can hold the subject
 */
gboolean
vac_export_can_write (const VacExporter *exporter,
                      const VacSubject  *subject)
{
  g_return_val_if_fail (exporter != NULL && subject != NULL, FALSE);

  return exporter->from_outline || subject->is_document;
}

const VacExportOptions vac_export_defaults = { .columns = VAC_EXPORT_MAIL_COLUMNS };

/**
 * vac_export:
 * @exporter: a format
 * @subject: what of the document
 * @document: a document
 * @error: return location for a #VacError, as of vac_export_with()
 *
 * Returns: (transfer full) (nullable): the file's bytes, with the usual options
 */
GBytes *
vac_export (const VacExporter *exporter,
            const VacSubject  *subject,
            VacDocument       *document,
            GError           **error)
{
  return vac_export_with (exporter, subject, document, &vac_export_defaults, error);
}

/**
 * vac_export_with:
 * @exporter: a format
 * @subject: what of the document
 * @document: a document
 * @options: what the user chose
 * @error: return location for a #VacError; %VAC_ERROR_INVALID_VALUE when vac_export_can_write()
 *   says no
 *
 * Returns: (transfer full) (nullable): the file's bytes; the same document gives the same bytes
 */
GBytes *
vac_export_with (const VacExporter      *exporter,
                 const VacSubject       *subject,
                 VacDocument            *document,
                 const VacExportOptions *options,
                 GError                **error)
{
  g_autoptr (VacOutline) outline = NULL;

  g_return_val_if_fail (exporter != NULL && subject != NULL && options != NULL, NULL);
  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  if (!vac_export_can_write (exporter, subject))
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                   _("The format “%s” has no place for “%s”, only for the posting."), exporter->id, subject->id);
      return NULL;
    }
  outline = subject->make (document);

  return exporter->write (document, outline, subject->audience, options, error);
}
