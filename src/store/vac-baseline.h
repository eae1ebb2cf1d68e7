/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VAC_TYPE_BASELINE (vac_baseline_get_type ())

/**
 * VacBaseline:
 *
 * What a file was when we last read or wrote it: which file, its size and times, and its bytes,
 * shared with whoever read or wrote them. Immutable. Compared with the file before it is
 * overwritten, so that nobody else's change is lost.
 */
typedef struct _VacBaseline VacBaseline;

GType        vac_baseline_get_type     (void);
VacBaseline *vac_baseline_new_absent   (void);
VacBaseline *vac_baseline_copy         (const VacBaseline *self);
void         vac_baseline_free         (VacBaseline       *self);
gboolean     vac_baseline_is_confirmed (const VacBaseline *self);
const char  *vac_baseline_get_unkept   (const VacBaseline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacBaseline, vac_baseline_free)

G_END_DECLS
