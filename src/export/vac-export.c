/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-export.h"

/**
 * vac_export_find:
 * @exporters: (array zero-terminated=1): those of the program
 * @id: what the command line calls a format
 *
 * Returns: (transfer none) (nullable): the format's exporter
 */
const VacExporter *
vac_export_find (const VacExporter *const *exporters,
                 const char               *id)
{
  g_return_val_if_fail (exporters != NULL && id != NULL, NULL);

  for (guint i = 0; exporters[i] != NULL; i++)
    if (g_str_equal (exporters[i]->id, id))
      return exporters[i];

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

/**
 * vac_export:
 * @exporter: a format
 * @subject: what of the document
 * @document: a document
 * @options: what the user chose; #vac_export_defaults for the usual
 * @error: return location for a #VacError; %VAC_ERROR_INVALID_VALUE when vac_export_can_write()
 *   says no
 *
 * Returns: (transfer full) (nullable): the file's bytes; the same document and options give the
 *   same bytes
 */
GBytes *
vac_export (const VacExporter       *exporter,
            const VacSubject        *subject,
            VacDocument             *document,
            const VacExportOptions  *options,
            GError                 **error)
{
  g_autoptr (VacOutline) outline = NULL;

  g_return_val_if_fail (exporter != NULL && subject != NULL && options != NULL, NULL);
  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  if (!vac_export_can_write (exporter, subject))
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                   _("The format “%s” has no place for “%s”, only for the posting."), exporter->id,
                   subject->id);
      return NULL;
    }
  if (exporter->write_document != NULL)
    return exporter->write_document (document, vac_subject_get_audience (subject, options), error);
  outline = subject->make (document, options);

  return exporter->write (document, outline, options, error);
}
