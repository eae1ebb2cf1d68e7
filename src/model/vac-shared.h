/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacReference:
 * @id: the id of the shared text
 * @version: which version of it the part is a copy of
 * @edited: whether the part says something else than that version
 *
 * What a part of a posting says of the shared text that it is a copy of.
 */
typedef struct
{
  const char *id;
  gint64      version;
  gboolean    edited;
} VacReference;

gboolean    vac_shared_is_id          (const char   *id);
VacNode    *vac_shared_get_section    (VacDocument  *text);
char       *vac_shared_make_digest    (VacNode      *section);
gboolean    vac_shared_get_reference  (VacNode      *section,
                                       VacReference *reference);
GPtrArray  *vac_shared_list           (VacDocument  *posting,
                                       const char   *id);
VacNode    *vac_shared_find_place     (VacDocument  *posting,
                                       VacDocument  *text);
VacNode    *vac_shared_insert         (VacDocument  *posting,
                                       VacDocument  *text,
                                       guint         position);
gboolean    vac_shared_put            (VacDocument  *posting,
                                       VacNode      *section,
                                       VacDocument  *text);
gboolean    vac_shared_detach         (VacDocument  *posting,
                                       VacNode      *section);
guint       vac_shared_update         (VacDocument  *posting,
                                       VacDocument  *text,
                                       gboolean      edited_too,
                                       guint        *n_edited);
gboolean    vac_shared_is_putting     (VacDocument  *document);
VacNode    *vac_shared_find_copy      (const VacEdit *edit);
VacDocument *vac_shared_make          (VacDocument  *posting,
                                       VacNode      *section);

G_END_DECLS
