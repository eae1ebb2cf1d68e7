/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-draft.h"

G_BEGIN_DECLS

/* A paragraph that is put together from pieces, some of them bold or a link. */
typedef struct _VacPieces VacPieces;

VacPieces    *vac_pieces_new       (void);
void          vac_pieces_free      (VacPieces    *self);
void          vac_pieces_add       (VacPieces    *self,
                                    const char   *text,
                                    gssize        length,
                                    gboolean      bold,
                                    const char   *uri);
gboolean      vac_pieces_is_blank  (VacPieces    *self);
void          vac_pieces_finish    (VacPieces    *self,
                                    VacDraftKind  kind,
                                    guint         level,
                                    const char   *origin,
                                    GPtrArray    *parts);

GPtrArray    *vac_pieces_parts_new (void);
VacDraftPart *vac_pieces_add_part  (GPtrArray    *parts,
                                    VacDraftKind  kind,
                                    const char   *text,
                                    const char   *origin);

G_END_DECLS
