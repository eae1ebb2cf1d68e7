/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

typedef struct _VacPlaceIndex VacPlaceIndex;

VacPlaceIndex *vac_place_index_new  (VacDocument         *document);
void           vac_place_index_free (VacPlaceIndex       *self);
VacNode       *vac_place_index_find (const VacPlaceIndex *self,
                                     const char          *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPlaceIndex, vac_place_index_free)

G_END_DECLS
