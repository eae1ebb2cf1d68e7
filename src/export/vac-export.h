/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-subject.h"

G_BEGIN_DECLS

/* Columns at which plain text for a mail is wrapped (RFC 5322 2.1.1 asks for at most 78). */
#define VAC_EXPORT_MAIL_COLUMNS 78

/**
 * VacExportOptions:
 * @columns: of plain text: where lines are wrapped; 0 for one line a paragraph, as forms want it
 *
 * What a user may choose of a format.
 */
typedef struct
{
  guint columns;
} VacExportOptions;

/**
 * VacExporter:
 * @id: what the command line calls it
 * @extension: of a file, without the dot
 * @mime_type: of its bytes
 * @label: (translatable): its name
 * @purpose: (translatable): one line on what it is for
 * @from_outline: whether it writes any outline; otherwise it writes the document alone
 * @write: makes the bytes; pure: the same document gives the same bytes. @outline is the one of
 *   @document for the audience that is asked for.
 */
typedef struct
{
  const char *id;
  const char *extension;
  const char *mime_type;
  const char *label;
  const char *purpose;
  gboolean    from_outline;
  GBytes   *(*write) (VacDocument             *document,
                      VacOutline              *outline,
                      VacAudience              audience,
                      const VacExportOptions  *options,
                      GError                 **error);
} VacExporter;

void                      vac_export_register      (const VacExporter *exporter);
const VacExporter *const *vac_export_get_exporters (guint             *n_exporters);
const VacExporter        *vac_export_find          (const char        *id);
gboolean                  vac_export_can_write     (const VacExporter *exporter,
                                                    const VacSubject  *subject);
GBytes                   *vac_export               (const VacExporter *exporter,
                                                    const VacSubject  *subject,
                                                    VacDocument       *document,
                                                    GError           **error);
GBytes                   *vac_export_with          (const VacExporter *exporter,
                                                    const VacSubject  *subject,
                                                    VacDocument       *document,
                                                    const VacExportOptions *options,
                                                    GError           **error);

extern const VacExportOptions vac_export_defaults;

G_END_DECLS
