/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exporting.h"

#include "support.h"
#include "vac-exporters.h"

const VacFormats support_formats = {
  .exporters = (const VacExporter *const[]) { VAC_EXPORTERS, NULL },
  .subjects = (const VacSubject *const[]) { VAC_SUBJECTS, NULL },
};

/**
 * support_export:
 * @document: a posting
 * @exporter: how to write it
 * @audience: who reads
 *
 * Returns: (transfer full): the file
 */
GBytes *
support_export (VacDocument       *document,
                const VacExporter *exporter,
                VacAudience        audience)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = vac_export (exporter, vac_subject_get_for (audience), document,
                              &vac_export_defaults, &error);

  g_assert_no_error (error);

  return bytes;
}

/**
 * support_export_as:
 * @document: a posting
 * @format: the id of an exporter
 * @audience: who reads
 *
 * Returns: (transfer full): the file
 */
GBytes *
support_export_as (VacDocument *document,
                   const char  *format,
                   VacAudience  audience)
{
  const VacExporter *exporter = vac_export_find (support_formats.exporters, format);

  g_assert_nonnull (exporter);

  return support_export (document, exporter, audience);
}

/**
 * support_export_text:
 * @document: a posting
 * @format: the id of an exporter that writes text
 * @audience: who reads
 *
 * Returns: (transfer full): the text
 */
char *
support_export_text (VacDocument *document,
                     const char  *format,
                     VacAudience  audience)
{
  g_autoptr (GBytes) bytes = support_export_as (document, format, audience);

  return support_bytes_to_text (bytes);
}
