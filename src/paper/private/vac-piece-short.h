/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-piece.h"

G_BEGIN_DECLS

VacShort *vac_short_new      (const VacMeasure *measure);
VacShort *vac_short_ref      (VacShort         *self);
void      vac_short_unref    (VacShort         *self);
gboolean  vac_short_put_off  (VacPiece         *piece,
                              const VacMeasure *measure);
void      vac_short_learn    (VacShort         *self,
                              VacPiece         *piece);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacShort, vac_short_unref)

G_END_DECLS
