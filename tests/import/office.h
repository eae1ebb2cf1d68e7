/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-import.h"
#include "zip.h"

G_BEGIN_DECLS

/* Documents of word processors, put together from their parts, and what is read of them. */

GBytes   *office_make_docx            (const char        *body,
                                       const char        *styles,
                                       const char        *numbering);
GBytes   *office_make_odt             (const char        *body,
                                       const char        *automatic_styles,
                                       const char        *styles);

VacDraft *office_read                 (VacImportKind      kind,
                                       GBytes            *bytes);
char     *office_describe             (VacDraft          *draft);
void      office_assert_reads         (VacImportKind      kind,
                                       GBytes            *bytes,
                                       const char        *name,
                                       const char        *expected);
void      office_assert_refuses       (VacImportKind      kind,
                                       GBytes            *bytes,
                                       const char        *sentence);
void      office_assert_refuses_each  (VacImportKind      kind,
                                       GBytes           **sources,
                                       const char *const *sentences,
                                       guint              n_sentences);
void      office_assert_refuses_parts (VacImportKind      kind,
                                       GBytes            *whole);

G_END_DECLS
