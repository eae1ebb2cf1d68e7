/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-package.h"

G_BEGIN_DECLS

/* Where the text of a Word document leads that is being read: by elements for links, whose targets
 * stand in a part of their own, and by fields, whose code says it. */
typedef struct _VacDocxLinks VacDocxLinks;

VacDocxLinks *vac_docx_links_new         (VacPackage   *package,
                                          const char   *part);
void          vac_docx_links_free        (VacDocxLinks *self);

void          vac_docx_links_begin       (VacDocxLinks *self,
                                          const char   *id);
void          vac_docx_links_begin_code  (VacDocxLinks *self,
                                          const char   *code);
void          vac_docx_links_end         (VacDocxLinks *self);

void          vac_docx_links_read_field  (VacDocxLinks *self,
                                          const char   *type);
void          vac_docx_links_add_code    (VacDocxLinks *self,
                                          const char   *text,
                                          gsize         length);
void          vac_docx_links_end_codes   (VacDocxLinks *self);

gboolean      vac_docx_links_is_in_code  (VacDocxLinks *self);
const char   *vac_docx_links_get_uri     (VacDocxLinks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacDocxLinks, vac_docx_links_free)

G_END_DECLS
