/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

typedef struct _VacGuideFacts VacGuideFacts;

VacGuideFacts *vac_guide_facts_new  (VacDocument   *guide,
                                     VacDocument   *posting);
void           vac_guide_facts_free (VacGuideFacts *self);
char          *vac_guide_facts_hide (VacGuideFacts *self,
                                     const char    *text,
                                     const char    *before);
char          *vac_guide_facts_find (VacGuideFacts *self,
                                     const char    *text,
                                     const char    *before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacGuideFacts, vac_guide_facts_free)

G_END_DECLS
