/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-import.h"
#include "vac-json.h"

G_BEGIN_DECLS

/* What is taken from a stranger at most, after inflating it. */
#define VAC_IMPORT_MAX_BYTES (64 * 1024 * 1024)

/* Of a text without pictures; a posting that is written cannot be larger. */
#define VAC_IMPORT_MAX_TEXT VAC_JSON_MAX_BYTES

/* A source's parts at most; the rest of a page of a hundred megabytes is no posting. */
#define VAC_IMPORT_MAX_PARTS 20000

/* Postings in one file at most. */
#define VAC_IMPORT_MAX_POSTINGS 10000

/*
 * VacImportReader:
 * @bytes: the source
 * @drafts: (element-type VacDraft): takes the postings in it, in their order
 * @error: return location for a sentence
 *
 * Returns: whether @bytes are such a source and hold a posting at least; otherwise @error is set
 */
typedef gboolean (*VacImportReader) (GBytes     *bytes,
                                     GPtrArray  *drafts,
                                     GError    **error);

gboolean vac_import_text        (GBytes *bytes, GPtrArray *drafts, GError **error);
gboolean vac_import_html        (GBytes *bytes, GPtrArray *drafts, GError **error);
gboolean vac_import_markdown    (GBytes *bytes, GPtrArray *drafts, GError **error);
gboolean vac_import_docx        (GBytes *bytes, GPtrArray *drafts, GError **error);
gboolean vac_import_odt         (GBytes *bytes, GPtrArray *drafts, GError **error);
gboolean vac_import_pdf         (GBytes *bytes, GPtrArray *drafts, GError **error);
gboolean vac_import_json_ld     (GBytes *bytes, GPtrArray *drafts, GError **error);
gboolean vac_import_greenhouse  (GBytes *bytes, GPtrArray *drafts, GError **error);
gboolean vac_import_lever       (GBytes *bytes, GPtrArray *drafts, GError **error);
gboolean vac_import_ashby       (GBytes *bytes, GPtrArray *drafts, GError **error);
gboolean vac_import_json_resume (GBytes *bytes, GPtrArray *drafts, GError **error);

gboolean vac_import_take_draft  (VacDraft *draft, GPtrArray *drafts, GError **error);

/* The data in a web page. */
gboolean vac_import_page_data   (const char    *text,
                                 gsize          length,
                                 GPtrArray     *drafts);
gboolean vac_import_tell_json   (VacJson       *json,
                                 VacImportKind *kind);

void     vac_draft_remark_cut    (VacDraft      *self);

/* The text of a source in any encoding that a mail, a page or an old editor has. */
char    *vac_import_decode      (GBytes     *bytes,
                                 const char *charset);

G_END_DECLS
