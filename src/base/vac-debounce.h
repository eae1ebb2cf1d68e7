/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _VacDebounce VacDebounce;

VacDebounce *vac_debounce_new     (guint        quiet_ms,
                                   guint        longest_ms,
                                   GSourceFunc  callback,
                                   gpointer     user_data);
void         vac_debounce_free    (VacDebounce *self);
void         vac_debounce_trigger (VacDebounce *self);
void         vac_debounce_cancel  (VacDebounce *self);
void         vac_debounce_flush   (VacDebounce *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacDebounce, vac_debounce_free)

G_END_DECLS
