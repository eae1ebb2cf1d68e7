/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-subject.h"

G_BEGIN_DECLS

/**
 * VacExporter:
 * @id: what the command line calls it
 * @extension: of a file, without the dot
 * @mime_type: of its bytes
 * @label: (translatable): its name
 * @purpose: (translatable): one line on what it is for
 * @from_outline: whether it writes any outline; otherwise it writes the document alone
 * @write: makes the bytes; pure: the same document and options give the same bytes. @outline is one
 *   of @document; an exporter that reads the document itself asks it for the audience.
 * @write_document: (nullable): makes the same bytes, where no outline has been made for them yet
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
                      const VacExportOptions  *options,
                      GError                 **error);
  GBytes   *(*write_document) (VacDocument    *document,
                               VacAudience     audience,
                               GError        **error);
} VacExporter;

/**
 * VacFormats:
 * @exporters: (array zero-terminated=1): formats, in the order in which they are offered
 * @subjects: (array zero-terminated=1): what of a document they write, the posting first
 *
 * What a program can export. Each program has one constant table, of what the layers below it have,
 * and hands it to whoever offers or looks up a format.
 */
typedef struct
{
  const VacExporter *const *exporters;
  const VacSubject  *const *subjects;
} VacFormats;

const VacExporter *vac_export_find      (const VacExporter *const *exporters,
                                         const char              *id);
gboolean           vac_export_can_write (const VacExporter       *exporter,
                                         const VacSubject        *subject);
GBytes            *vac_export           (const VacExporter       *exporter,
                                         const VacSubject        *subject,
                                         VacDocument             *document,
                                         const VacExportOptions  *options,
                                         GError                 **error);

G_END_DECLS
