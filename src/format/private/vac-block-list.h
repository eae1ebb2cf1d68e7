/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

/* The blocks of an outline. Those that an edit left as they were, it shares with the outline that
 * was made before. */
typedef struct _VacBlockList VacBlockList;

VacBlockList *vac_block_list_new         (GDestroyNotify  clear);
void          vac_block_list_free        (VacBlockList   *self);
guint         vac_block_list_get_n       (VacBlockList   *self);
VacBlock     *vac_block_list_get         (VacBlockList   *self,
                                          guint           position);
const VacBlock *const *vac_block_list_peek (VacBlockList *self);
VacBlock     *vac_block_list_add         (VacBlockList   *self);
void          vac_block_list_truncate    (VacBlockList   *self,
                                          guint           n_blocks);
void          vac_block_list_set_earlier (VacBlockList   *self,
                                          VacBlockList   *earlier);
gboolean      vac_block_list_share_unchanged (VacBlockList *self,
                                          VacNode        *node);
guint         vac_block_list_share_run   (VacBlockList   *self,
                                          VacNode        *list,
                                          guint           first);
gboolean      vac_block_list_share       (VacBlockList   *self,
                                          const char     *label,
                                          const char     *text,
                                          VacNode        *node);
void          vac_block_list_keep_source (VacBlockList   *self,
                                          const char     *label,
                                          const char     *text);

VacBlockList *vac_outline_get_blocks     (VacOutline     *self);

G_END_DECLS
