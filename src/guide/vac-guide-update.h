/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-diff.h"

G_BEGIN_DECLS

/**
 * VacGuideChange:
 * @difference: from the guide to what the posting says instead; of the update's differences
 * @digest: stands for what the guide says and what the posting does, in hexadecimal
 * @obstacle: (nullable): a translated sentence on why it cannot go into the guide
 * @own_text: whether a text of the guide's own was changed or written anew, and nothing added or
 *   left out
 *
 * One text in which a posting is otherwise than its guide.
 */
typedef struct
{
  VacDifference *difference;
  char          *digest;
  char          *obstacle;
  gboolean       own_text;
} VacGuideChange;

typedef struct _VacGuideUpdate VacGuideUpdate;

VacGuideUpdate *vac_guide_update_new         (VacDocument    *guide,
                                              VacDocument    *posting);
void            vac_guide_update_free        (VacGuideUpdate *self);
VacDiff        *vac_guide_update_get_diff    (VacGuideUpdate *self);
GPtrArray      *vac_guide_update_get_changes (VacGuideUpdate *self);
GHashTable     *vac_guide_update_list_open   (VacGuideUpdate *self,
                                              GHashTable     *answered);
guint           vac_guide_update_take        (VacGuideUpdate *self,
                                              GHashTable     *chosen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacGuideUpdate, vac_guide_update_free)

G_END_DECLS
