/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-draft.h"

G_BEGIN_DECLS

/**
 * VAC_IMPORT_MAX_SOURCE:
 *
 * The largest source: a page with its pictures in it. What is read of it is bounded by the readers.
 */
#define VAC_IMPORT_MAX_SOURCE (128 * 1024 * 1024)

/* What a source is. */
typedef enum
{
  VAC_IMPORT_JSON_LD,       /* schema.org JobPosting */
  VAC_IMPORT_GREENHOUSE,
  VAC_IMPORT_LEVER,
  VAC_IMPORT_ASHBY,
  VAC_IMPORT_JSON_RESUME,
  VAC_IMPORT_HTML,
  VAC_IMPORT_DOCX,
  VAC_IMPORT_ODT,
  VAC_IMPORT_PDF,
  VAC_IMPORT_MARKDOWN,
  VAC_IMPORT_TEXT,
  VAC_N_IMPORTS
} VacImportKind;

const char *vac_import_kind_get_id    (VacImportKind   kind);
gboolean    vac_import_kind_find      (const char     *id,
                                       VacImportKind  *kind);
const char *const *vac_import_kind_get_endings (VacImportKind kind);
gboolean    vac_import_is_possible    (VacImportKind   kind);
gboolean    vac_import_tell_kind      (GBytes         *bytes,
                                       const char     *name,
                                       VacImportKind  *kind,
                                       GError        **error);
GPtrArray  *vac_import_read           (VacImportKind   kind,
                                       GBytes         *bytes,
                                       GError        **error);

G_END_DECLS
