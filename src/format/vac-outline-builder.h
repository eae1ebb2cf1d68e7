/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline-facts.h"

G_BEGIN_DECLS

/* For those who build an outline: the posting's here, the interview kit's in its own file. */
VacOutline *vac_outline_new_empty     (VacDocument  *document,
                                       VacAudience   audience);
VacOutline *vac_outline_new_like      (VacOutline   *other);
VacBlock    vac_block_copy            (const VacBlock *block);
void        vac_outline_take_block    (VacOutline   *self,
                                       VacBlock     *block);
void        vac_outline_set_earlier   (VacOutline   *self,
                                       VacOutline   *earlier);
VacBlock   *vac_outline_add           (VacOutline   *self,
                                       VacBlockKind  kind,
                                       const char   *text,
                                       VacNode      *node);
VacBlock   *vac_outline_add_labelled  (VacOutline   *self,
                                       VacBlockKind  kind,
                                       const char   *label,
                                       const char   *text,
                                       VacNode      *node);
VacBlock   *vac_outline_add_marked    (VacOutline   *self,
                                       VacBlockKind  kind,
                                       const char   *label,
                                       const char   *stored,
                                       VacNode      *node);
VacBlock   *vac_outline_add_heading   (VacOutline   *self,
                                       guint         level,
                                       const char   *text,
                                       VacNode      *node);
void        vac_outline_add_chart     (VacOutline   *self,
                                       VacChart     *chart,
                                       const char   *text,
                                       VacNode      *node);
void        vac_outline_add_facts     (VacOutline   *self,
                                       GArray       *facts,
                                       VacNode      *node);
void        vac_outline_add_paragraphs (VacOutline  *self,
                                       VacNode      *prose);
void        vac_outline_add_row       (VacOutline   *self,
                                       gboolean      header,
                                       VacNode      *node,
                                       ...) G_GNUC_NULL_TERMINATED;
void        vac_outline_add_cells     (VacOutline   *self,
                                       gboolean      header,
                                       VacNode      *node,
                                       const char *const *cells);
VacBlock   *vac_outline_add_link      (VacOutline   *self,
                                       const char   *label,
                                       const char   *text,
                                       const char   *link,
                                       VacNode      *node);
void        vac_outline_truncate      (VacOutline   *self,
                                       guint         n_blocks);
void        vac_outline_set_subject   (VacOutline   *self,
                                       const char   *subject);
void        vac_outline_set_sheet     (VacOutline   *self);
void        vac_outline_set_look      (VacOutline   *self,
                                       const VacLook *look);

G_END_DECLS
